"""The box “About this interview” and what is said about sections, as rendered."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from goftogu.content.settings import SiteConfig
from goftogu.edition.site import Site
from goftogu.model import Interview, Particulars, Section
from tests import described, materials
from tests.archives import Archive

VIEWS = ("fa", "en", "both", "both-en")


def rendered(interview: Interview, config: SiteConfig | None = None) -> dict[str, str]:
    site = Site(config or SiteConfig(url="https://example.org/"), described.vocabulary())
    english = {**materials.TRANSLATIONS, **described.TRANSLATIONS}
    made = Archive.indexed(site, [interview], {interview.id: english})
    pages = made.rendered(wanted=lambda path: path.endswith("river.html"))
    return {view: pages[f"{view}/river.html"] for view in VIEWS}


PAGES = rendered(described.material().interview)


def box(page: str) -> str:
    found = re.search(r'<details class="about contents"(?: open)?>(.*?)</details>', page, re.DOTALL)
    return found[1] if found else ""


def text_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_the_persian_box_has_every_fact() -> None:
    assert text_of(box(PAGES["fa"])) == (
        "دربارهٔ این گفت‌وگو گفت‌وگو از آب و نان از مجموعهٔ آب‌ها بخش ۲ محل گفت‌وگو رشت زبان گفت‌وگو فارسی، گیلکی "
        "مدت ۱ ساعت و ۱۲ دقیقه و ۳۰ ثانیه تصویربردار رادیو پیاده‌کنندهٔ متن سارا نیک بهرام ویراستار سارا نیک "
        "مترجم Jane Doe شناسه OH-12 &amp; 13 DOI 10.5072/River.1 کلیدواژه‌ها رودخانه، سیلاب"
    )


def test_the_english_box_says_the_state_of_what_is_translated() -> None:
    text = text_of(box(PAGES["en"]))
    assert "A talk about water and bread machine translation" in text
    assert "Keywords river, flood reviewed" in text
    assert "In the series Waters part 2 Held in Rasht Language of the interview Persian, Gilaki" in text
    assert "Duration 1 hour 12 minutes 30 seconds" in text


def test_the_parallel_box_has_both_languages() -> None:
    text = text_of(box(PAGES["both"]))
    assert "گفت‌وگو از آب و نان A talk about water and bread machine translation" in text
    assert "کلیدواژه‌ها رودخانه، سیلاب river, flood reviewed" in text
    english = text_of(box(PAGES["both-en"]))
    assert "A talk about water and bread machine translation گفت‌وگو از آب و نان" in english
    assert "Keywords river, flood reviewed رودخانه، سیلاب" in english


def test_the_box_is_folded_beside_both_texts() -> None:
    folded = {view for view, page in PAGES.items() if '<details class="about contents">' in page}
    assert folded == {"both", "both-en"}


def test_what_has_a_page_is_a_link_and_what_has_none_is_not() -> None:
    page = box(PAGES["fa"])
    for href in ("series/water.html", "places/rasht.html", "people/sara.html", "https://doi.org/10.5072/River.1"):
        assert f'href="{href}"' in page
    assert "people/radio.html" not in page
    closed = replace(described.PLACE, public=False)
    site = Site(SiteConfig(), replace(described.vocabulary(), places={"rasht": closed}))
    made = Archive.indexed(site, [described.material(Particulars(place="rasht")).interview]).rendered()
    assert "رشت" in box(made["fa/river.html"])
    assert "places/rasht" not in made["fa/river.html"]


def test_the_summary_is_the_description_of_the_page() -> None:
    assert '<meta name="description" content="گفت‌وگو از آب و نان">' in PAGES["fa"]
    assert '<meta name="description" content="A talk about water and bread">' in PAGES["en"]


@pytest.mark.parametrize("view", VIEWS)
def test_a_section_has_its_synopsis_below_its_heading(view: str) -> None:
    page = PAGES[view]
    heading, synopsis, turn = page.index('id="s1"'), page.index('class="synopsis"'), page.index('id="t2"')
    assert heading < synopsis < turn
    assert {"fa": "از نان", "en": "Of bread", "both": "Of bread", "both-en": "Of bread"}[view] in page[synopsis:turn]
    assert "نان؛ تنور" in page[synopsis:turn]


@pytest.mark.parametrize(
    ("section", "shown"),
    [
        (replace(described.SECTION, synopsis=None), (False, True)),
        (replace(described.SECTION, keywords=None), (True, False)),
    ],
)
def test_a_section_may_have_one_of_the_two(section: Section, shown: tuple[bool, bool]) -> None:
    page = rendered(described.material(sections=(section,)).interview)["fa"]
    below = page[page.index('id="s1"') : page.index('id="t2"')]
    assert ("از نان" in below, "نان؛ تنور" in below) == shown


def test_without_facts_there_is_no_box_and_no_synopsis() -> None:
    for page in rendered(materials.interview()).values():
        assert "about contents" not in page
        assert "synopsis" not in page


def test_one_fact_makes_a_box() -> None:
    page = rendered(replace(materials.interview(), particulars=Particulars(duration=60)))["en"]
    assert text_of(box(page)) == "About this interview Duration 1 minute"


def test_what_holds_for_the_archive_is_in_the_box() -> None:
    page = rendered(materials.interview(), described.with_defaults(languages=("fa",), place="rasht"))["en"]
    assert text_of(box(page)) == "About this interview Held in Rasht Language of the interview Persian"


def test_markup_in_facts_is_text() -> None:
    said = Particulars(identifier="<b>*x*</b>", contributors={"editor": ("<script>_n_",)})
    page = rendered(replace(materials.interview(), particulars=said))["en"]
    assert "&lt;b&gt;*x*&lt;/b&gt;" in box(page)
    assert "&lt;script&gt;_n_" in box(page)
