"""Pages of series, as rendered."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from goftogu.content.details import SeriesPart
from goftogu.content.given_pictures import GivenPicture
from goftogu.content.licences import KNOWN
from goftogu.content.series import Series
from goftogu.content.settings import SiteConfig
from goftogu.content.vocabulary import Vocabulary
from goftogu.edition.neighbours import neighbours
from goftogu.edition.site import Site
from goftogu.model import Bilingual, Interview, Particulars, Rights
from goftogu.pages import interview as interview_pages
from goftogu.pages import series
from goftogu.problems import Problems, SourcePlace
from tests import drawn
from tests import sample_site as sample
from tests.archives import Archive, renderer

SERIES = {
    "water": Series(
        "water",
        Bilingual("آب‌ها", "Waters"),
        0,
        Bilingual("از چاه و رود", "Of wells and rivers"),
        Rights("میراب", KNOWN["CC-BY-4.0"], note="با اجازه", translation=KNOWN["CC-BY-SA-4.0"]),
    ),
    "empty": Series("empty", Bilingual("تهی", "Empty"), line=0),
}


def part(name: str, number: int, **changes: object) -> Interview:
    said = Particulars(series="water", numbered=SeriesPart("water", number, 1, 1))
    return replace(sample.interview(name), particulars=said, **changes)  # type: ignore[arg-type]  # fields of it


def archive(*interviews: Interview, series: Mapping[str, Series] = SERIES) -> Archive:
    known = Vocabulary(series=series)
    english = {interviews[0].id: sample.english()} if interviews else {}
    return Archive.indexed(Site(SiteConfig(url="https://example.org/"), known), interviews, english)


def text_of(page: str) -> str:
    main = page.partition('<main id="main">')[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]*>", " ", main).split())


MADE = archive(part("sea", 2), part("lake", 1)).rendered(whole=False)


def test_a_series_lists_its_interviews_in_order() -> None:
    page = MADE["en/series/water.html"]
    assert re.findall(r'class="title" href="([^"]+)"', page) == ["../lake.html", "../sea.html"]
    text = text_of(page)
    assert text.startswith("Series Waters آب‌ها Of wells and rivers Part 1 · 13 December 2025")
    assert "Part 2 ·" in text
    assert "The President and the Sea" in text


def test_a_series_tells_its_rights() -> None:
    text = text_of(MADE["en/series/water.html"])
    assert "Rights Rights holder: میراب Licence: CC BY 4.0 Licence of the translation: CC BY-SA 4.0 با اجازه" in text
    assert f'href="{KNOWN["CC-BY-4.0"]}" rel="license"' in MADE["fa/series/water.html"]
    assert "Rights" not in text_of(MADE["en/series/empty.html"])
    assert f'href="{KNOWN["CC-BY-SA-4.0"]}" lang="en"' in MADE["en/series/water.html"]
    assert "No interviews are listed yet." in text_of(MADE["en/series/empty.html"])


def test_a_licence_that_is_all_that_is_known_is_told_once() -> None:
    series = {"water": Series("water", Bilingual("آب‌ها", "Waters"), 0, rights=Rights(licence=KNOWN["CC-BY-4.0"]))}
    page = archive(part("sea", 1), series=series).rendered(whole=False)["en/series/water.html"]
    assert "Rights Licence: CC BY 4.0" in text_of(page)
    assert KNOWN["CC-BY-4.0"] not in text_of(page)


def test_all_series_are_listed_and_linked() -> None:
    page = MADE["fa/series/index.html"]
    assert "مجموعه‌ها ۲ گفت‌وگو آب‌ها Waters از چاه و رود ۰ گفت‌وگو تهی Empty" in text_of(page)
    assert 'href="water.html"' in page
    assert 'href="../series/index.html"' in MADE["fa/interviews/index.html"]
    for path in ("fa/series/", "en/series/water.html"):
        assert f"https://example.org/{path}" in MADE["sitemap.xml"]


def test_an_archive_without_series_has_no_page_of_them() -> None:
    made = archive(sample.interview(), series={}).rendered(whole=False)
    assert not [path for path in made if "/series/" in path]
    assert "series" not in made["fa/interviews/index.html"] + made["sitemap.xml"]


def test_a_long_series_has_more_than_one_page() -> None:
    made = archive(*(part(f"i{number:03}", number) for number in range(1, 203))).rendered(whole=False)
    pages = [made[path] for path in sorted(made) if re.match(r"fa/series/water(/\d+)?\.html", path)]
    counts = [len(re.findall('class="title"', page)) for page in pages]
    assert sum(counts) == 202
    assert max(counts) < 50
    second = made["fa/series/water/2.html"]
    assert f'class="title" href="../../i{counts[0] + 1:03}.html"' in second
    assert "از چاه و رود" not in text_of(second)
    assert 'rel="prev" href="../water.html"' in second
    assert '<a href="../../../en/series/water/2.html" lang="en"' in second


def test_the_picture_of_a_long_series_is_on_its_first_page_alone() -> None:
    picture = GivenPicture("well.jpg", Bilingual("چاه", "A well"), None, SourcePlace("content/series.toml", 3, 1))
    known = Vocabulary(series={"water": Series("water", Bilingual("آب‌ها", "Waters"), 0, picture=picture)})
    site = Site(SiteConfig(), known, pictures={"well.jpg": drawn.published("well.jpg")[0]})
    parts = tuple(part(f"i{number:03}", number) for number in range(1, 61))
    made = Archive.indexed(site, parts, {}).rendered(whole=False)
    shown = [path for path, page in made.items() if path.startswith("fa/series/water") and "well" in page]
    assert shown == ["fa/series/water.html"]
    assert "fa/series/water/2.html" in made


def works(held: Archive) -> list[int]:
    """Return how many interviews each page of a series lists."""
    found = (page.context()["works"] for page in series.pages(held.listing) if page.path.startswith("fa/series/water"))
    return [len(shown) for shown in found if isinstance(shown, list)]


def test_as_many_interviews_are_on_a_page_as_six_screens_show() -> None:
    long = [part(f"i{number:03}", number) for number in range(1, 61)]
    short = [replace(item, lede=None) for item in long]
    assert works(archive(*long)) == [20, 23, 17]
    assert works(archive(*short)) == [27, 31, 2]


@pytest.mark.parametrize(
    ("view", "before"), [("fa", "قبلی در این مجموعه:"), ("en", "Previous in the series:"), ("both", "قبلی")]
)
def test_an_interview_links_to_those_beside_it_and_keeps_the_view(view: str, before: str) -> None:
    held = archive(part("sea", 1), part("lake", 2))
    lake = held.interviews[1]
    found = neighbours(held.listing.interviews)["lake"]
    site = replace(held.alone(lake), neighbours=found)
    problems = Problems()
    pages = {
        page.path: renderer().render(page, problems, dari=False)
        for page in interview_pages.pages(site, held.material(lake))
    }
    data = pages[f"{view}/lake.html"]
    assert data is not None
    page = data.decode()
    link = re.search(r'<a rel="prev" href="sea.html">(.*?)</a>', page)
    assert link is not None
    assert before in link[1]
    assert ("The President and the Sea" in link[1]) == (view == "en")
    assert 'rel="next"' not in page
