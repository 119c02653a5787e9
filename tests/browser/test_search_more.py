"""The search with the vocabularies of an archive, its filters and its two languages, and how much it fetches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from goftogu.content.entries import Words
from goftogu.content.settings import SiteConfig
from goftogu.content.vocabulary import Person, PersonKind, Term, Vocabulary
from goftogu.edition.site import Site
from goftogu.model import Bilingual, Interview
from goftogu.persian.dates import calendar
from goftogu.translation.memory.entry import State, Translation
from tests import sample_site as sample
from tests.archives import Archive
from tests.browsing import MARKS, PHONE, opened, until, write
from tests.entries import a_person, a_topic

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = MARKS

DONE = "[data-search][aria-busy=false]"
PAIRS = {
    "a": ("سازمان همکاری شانگهای گسترش یافت.", "The Shanghai Cooperation Organisation grew."),
    "b": ("شانگهای و راه آهن دوردست.", "The SCO and a distant railway."),
    "c": ("دکتر سرو از منطقه آزاد گفت.", "Doctor Sarv spoke of the free trade zone."),
    "d": ("آزاده نارون آمد؛ تجارت پررونق است.", "Azadeh Naroun came; trade is brisk."),
    "e": ("گندم کاشتیم و شانگهای را ندیدیم.", ""),
}
"""What is said in the second turn of each interview, in both languages."""
DAYS = {"a": "1978-01-01", "b": "1990-05-05", "c": "2005-06-07", "d": "2020-02-03", "e": ""}
GUESTS = {"a": "naroun", "b": "sarv", "c": "sarv", "d": "naroun", "e": "sarv"}


def person(id_: str, fa: str, en: str, aliases: Words) -> Person:
    return a_person(id_, PersonKind.PERSON, Bilingual(fa, en), Bilingual(fa, en), aliases=aliases, public=True)


VOCABULARY = Vocabulary(
    topics={"trade": a_topic("trade", Bilingual("تجارت", "Trade"), triggers=("تجارت", "منطقه آزاد"))},
    people={
        "sarv": person("sarv", "آزاد سرو", "Azad Sarv", Words(("سرو",), ("Sarv",))),
        "naroun": person("naroun", "آزاده نارون", "Azadeh Naroun", Words(("نارون‌زاده",), ())),
    },
    glossary={
        fa: Term(fa, en, line=0)
        for fa, en in {
            "سازمان همکاری شانگهای": ("Shanghai Cooperation Organisation", "SCO"),
            "شانگهای": ("SCO", "Shanghai"),
            "راه‌آهن": ("railway", "rail"),
            "منطقه آزاد": ("free zone", "free trade zone"),
        }.items()
    },
)

FOUND = {
    "fa": {
        "SCO": "abe",
        "«SCO»": "",
        "سازمان شانگهای": "a",
        "shanghai cooperation organisation": "a",
        "rail": "b",
        "railway": "b",
        "راه‌آهن": "b",
        "free zone": "c",
        "free trade zone": "c",
        "Sarv": "bce",
        "Azad Sarv": "bce",
        "آزاد سرو": "bce",
        "Azadeh Naroun": "ad",
        "نارون‌زاده": "ad",
        "Trade": "d",
        "SCO گسترش": "a",
        "SCO گندم": "e",
        "گندم rail": "",
        "trade zone": "",
        "Azadeh": "",
        "cooperation": "",
    },
    "en": {
        "سازمان همکاری شانگهای": "ab",
        "سازمان شانگهای": "ab",
        "شانگهای": "abe",
        "SCO": "ab",
        "Shanghai": "a",
        "راه آهن": "b",
        "rail": "",
        "railways": "b",
        "free zone": "c",
        "منطقهٔ آزاد": "c",
        "آزاد سرو": "bce",
        "نارون‌زاده": "ad",
        "تجارت": "cd",
        "تجارت رونق": "",
        "سازمان": "",
        "«شانگهای»": "e",
    },
}
"""What is asked, and the interviews that answer."""


def interview(name: str) -> Interview:
    held = sample.interview(name, "")
    said = {"t1": "چه گذشت؟", "t2": PAIRS[name][0], "t3": "دیگر چه؟", "t4": "همین."}
    turns = (replace(turn, paragraphs=(sample.paragraph(f"{turn.id}.1", said[turn.id]),)) for turn in held.turns)
    speakers = {
        "مجری": replace(held.speakers["مجری"], organisation=""),
        "آقای سرو": replace(held.speakers["آقای سرو"], label="مهمان", person=GUESTS[name]),
    }
    renamed = {"مجری": speakers["مجری"], "مهمان": speakers["آقای سرو"]}
    return replace(
        held,
        title=sample.paragraph("title", f"گفتار {name}"),
        date=calendar.parse(DAYS[name]) if DAYS[name] else None,
        lede=None,
        note=None,
        sections=(),
        speakers=renamed,
        turns=tuple(replace(turn, speaker="مهمان" if turn.speaker == "آقای سرو" else "مجری") for turn in turns),
    )


def english(name: str) -> dict[str, Translation]:
    said = {"title": f"Talk {name}", "t2.1": PAIRS[name][1]}
    return {id_: Translation(text, State.DRAFT, "argos") for id_, text in said.items() if text}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    held = [interview(name) for name in PAIRS]
    archive = Archive.indexed(Site(SiteConfig(), VOCABULARY), held, {item.id: english(item.id) for item in held})
    return write(archive, tmp_path_factory.mktemp("more") / "archive")


def search(page: Page, query: str) -> str:
    """Search, and return the interviews that are found, by their letters in order."""
    page.fill("#q", query)
    page.press("#q", "Enter")
    return shown(page)


def shown(page: Page) -> str:
    page.wait_for_selector(DONE)
    links: Sequence[str] = page.locator(".found .title").evaluate_all("items => items.map(item => item.href)")
    return "".join(sorted(name for link in links if len(name := Path(urlsplit(link).path).stem) == 1))


def status(page: Page) -> str:
    return page.locator("[role=status]").inner_text()


@pytest.mark.parametrize("language", ["fa", "en"])
def test_terms_and_names_find_each_other_in_both_languages(browser: Browser, address: str, language: str) -> None:
    with opened(browser, f"{address}{language}/search/index.html") as page:
        wrong = {query: found for query, wanted in FOUND[language].items() if (found := search(page, query)) != wanted}
        assert wrong == {}


def test_what_else_was_searched_for_is_named_and_marked(browser: Browser, address: str) -> None:
    with opened(browser, address + "fa/search/index.html?q=SCO") as page:
        page.wait_for_selector(".found mark")
        assert page.locator("[data-also]").inner_text().endswith("جست‌وجو شد: شانگهای")
        assert set(page.locator(".found mark").all_inner_texts()) == {"شانگهای"}
        search(page, "گسترش")
        assert page.locator("[data-also]").inner_text() == ""


def opened_filters(page: Page) -> None:
    page.click(".filters summary")
    page.wait_for_selector("#topic option:nth-child(2)", state="attached")


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"person": "آزاد سرو"}, "bce"),
        ({"person": "نارون"}, "ad"),
        ({"person": "آزاد"}, "abcde"),
        ({"person": "هیچ‌کس"}, ""),
        ({"from": "۱۳۶۹"}, "bcd"),
        ({"from": "1357", "to": "۱۳۸۵"}, "bc"),
        ({"to": "۱۳۵۶"}, "a"),
        ({"person": "آزاد سرو", "from": "۱۳۷۰"}, "c"),
    ],
)
def test_filters_narrow_what_is_found(browser: Browser, address: str, fields: dict[str, str], found: str) -> None:
    with opened(browser, address + "fa/search/index.html") as page:
        assert search(page, "گفتار") == "abcde"
        opened_filters(page)
        for name, value in fields.items():
            page.fill(f"#{name}", value)
        page.press("#to", "Enter")
        until(page, "name => location.search.includes(name)", arg=next(iter(fields)))
        assert shown(page) == found
        if found:
            assert status(page).split()[0] == str(len(found)).translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))


def test_a_topic_narrows_too_and_alone_it_lists_its_interviews(browser: Browser, address: str) -> None:
    with opened(browser, address + "fa/search/index.html") as page:
        opened_filters(page)
        assert page.locator("#topic option").all_inner_texts() == ["همهٔ موضوع‌ها", "تجارت"]
        assert page.locator("#people option").evaluate_all("items => items.map(item => item.value)") == [
            "آزاد سرو",
            "آزاده نارون",
        ]
        page.select_option("#topic", "trade")
        page.wait_for_selector(".found > li")
        assert shown(page) == "cd"
        assert page.locator("output").inner_text() == "۱"
        page.click("button[type=reset]")
        page.wait_for_selector(".found > li", state="detached")
        assert "topic" not in page.url


def test_filters_are_in_the_address_and_come_back_from_it(browser: Browser, address: str) -> None:
    query = f"?q={quote('گفتار')}&person={quote('آزاد سرو')}&topic=trade&from=1380"
    with opened(browser, f"{address}fa/search/index.html{query}") as page:
        assert shown(page) == "c"
        assert page.input_value("#person") == "آزاد سرو"
        assert page.input_value("#topic") == "trade"
        assert page.locator(".filters").get_attribute("open") is not None
        page.fill("#from", "")
        page.fill("#person", "")
        page.press("#person", "Enter")
        page.wait_for_selector(".found > li:nth-child(2)")
        assert shown(page) == "cd"
        assert parse_qs(urlsplit(page.url).query) == {"q": ["گفتار"], "topic": ["trade"]}
        page.go_back()
        page.wait_for_selector(".found > li:nth-child(2)", state="detached")
        assert shown(page) == "c"
        assert page.input_value("#person") == "آزاد سرو"


def test_a_filter_that_leaves_nothing_offers_the_search_without_it(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}fa/search/index.html?q={quote('گندم')}&topic=trade") as page:
        assert shown(page) == ""
        page.wait_for_selector("[data-also] a")
        page.locator("[data-also] a").last.click()
        page.wait_for_selector(".found > li")
        assert shown(page) == "e"
        assert parse_qs(urlsplit(page.url).query) == {"q": ["گندم"]}


def test_texts_of_the_other_language_are_searched_on_the_same_page(browser: Browser, address: str) -> None:
    with opened(browser, address + "fa/search/index.html?q=brisk") as page:
        assert shown(page) == ""
        offer = page.locator("[data-also] a")
        offer.wait_for()
        assert page.locator("[data-also]").inner_text() == "نتیجه‌ها در متن‌های زبان دیگر (۱): brisk"
        offer.click()
        page.wait_for_selector(".found mark")
        assert shown(page) == "d"
        assert page.input_value("#within") == "other"
        assert page.locator(".found mark").all_inner_texts() == ["brisk"]
        assert page.locator(".found h2[lang=en][dir=ltr]").count() == 1
        page.locator(".hits a").click()
        page.wait_for_url("**/en/d.html#t2")


def test_the_language_is_in_the_address(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}en/search/index.html?q={quote('گسترش')}&within=other") as page:
        page.wait_for_selector(".found mark")
        assert shown(page) == "a"
        assert page.locator(".hits a").get_attribute("href") == f"{address}fa/a.html#t2"


def test_the_words_and_the_topic_survive_the_change_of_language(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}fa/search/index.html?q=Trade&topic=trade") as page:
        assert shown(page) == "d"
        page.locator(".languages a[hreflang=en]").click()
        page.wait_for_url("**/en/search/**")
        assert shown(page) == "cd"
        assert page.input_value("#topic") == "trade"


def test_each_hit_leads_to_its_turn_before_its_text_is_there(browser: Browser, address: str) -> None:
    with opened(browser, address + "fa/search/index.html") as page:
        page.route("**/search/d*.js", lambda route: None)
        page.fill("#q", "گسترش")
        page.press("#q", "Enter")
        page.wait_for_selector(".pending .hits a")
        assert page.locator(".pending .title").inner_text() == "گفتار \u2066a\u2069"
        assert page.locator(".pending .hits a").get_attribute("href") == "../a.html#t2"
        assert status(page) == "۱ نتیجه"


def test_only_what_comes_into_view_is_fetched(browser: Browser, address: str) -> None:
    with opened(browser, address + "fa/search/index.html", viewport={"width": 360, "height": 320}) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        assert search(page, "گفتار") == "abcde"
        assert len([url for url in asked if "/search/d" in url]) < 5
        for item in page.locator(".found > li").all():
            item.scroll_into_view_if_needed()
        page.wait_for_selector(".pending", state="detached")
        assert len([url for url in asked if "/search/d" in url]) == 5


def test_what_is_needed_for_a_word_is_fetched_while_it_is_typed(browser: Browser, address: str) -> None:
    with opened(browser, address + "fa/search/index.html") as page:
        with page.expect_response("**/search/w*.js"):
            page.type("#q", "گسترش")
        assert page.locator(".found > li").count() == 0


def test_the_filters_are_fetched_when_they_are_used(browser: Browser, address: str) -> None:
    with opened(browser, address + "fa/search/index.html") as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        search(page, "گسترش")
        assert not [url for url in asked if "facets" in url or "filters" in url]
        opened_filters(page)
        assert [url for url in asked if "facets" in url]


def test_a_phone_shows_all_of_the_filters(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}fa/search/index.html?topic=trade", **PHONE) as page:
        assert shown(page) == "cd"
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        for name in ("person", "topic", "from", "to", "within"):
            box = page.locator(f"#{name}").bounding_box()
            assert box is not None
            assert box["height"] >= 44


def test_filters_and_terms_work_from_a_folder(browser: Browser, folder: Path) -> None:
    with opened(browser, (folder / "fa/search/index.html").as_uri() + "?q=SCO&topic=trade") as page:
        assert shown(page) == ""
        page.click("button[type=reset]")
        page.wait_for_selector(".found mark")
        assert page.input_value("#q") == "SCO"
        assert shown(page) == "abe"


def test_a_file_that_does_not_come_is_asked_for_again(browser: Browser, address: str) -> None:
    with opened(browser, address + "fa/search/index.html") as page:
        page.route("**/search/w*.js", lambda route: route.abort())
        page.fill("#q", "گسترش")
        page.press("#q", "Enter")
        until(page, "document.querySelector('[role=status]').textContent.includes('دوباره')")
        page.unroute("**/search/w*.js")
        assert search(page, "گسترش") == "a"
