"""Quotations, citations and chosen passages in a real browser: on pages, in their list, on paper, without storage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import rispy  # type: ignore[import-untyped]  # no types for it

from goftogu.translation.memory.memory import State, Translation
from tests import sample_site as sample
from tests.archives import Archive
from tests.browsing import MARKS, opened, served, write

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = MARKS

COPIED = "navigator.clipboard.readText()"
MARK = """([selector, start, end]) => {
    const text = document.querySelector(selector).firstChild, range = document.createRange();
    range.setStart(text, start);
    range.setEnd(text, end);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
}"""
AMERICAN = r"[A-Z][a-z]+ \d{1,2}, 20\d\d"
SHORT = r"\d{1,2} (?:May|June|July|[A-Z][a-z]{2,3}\.) 20\d\d"
PERSIAN = r"[۰-۹]{1,2} \w+ ۱۴[۰-۹]{2}"
DAY = r"\d{1,2} [A-Z][a-z]+ 20\d\d"
NO_STORAGE = """for (const name of ["localStorage", "sessionStorage"]) {
    Object.defineProperty(window, name, { get() { throw new DOMException("no", "SecurityError"); } });
}"""


def archive(**changes: Any) -> Archive:
    """An archive in which a time is known of the second turn, and the fourth one is reviewed."""
    held = sample.interview()
    second = held.turns[1]
    first, last = second.paragraphs
    timed = replace(second, paragraphs=(replace(first, time=751), last))
    reviewed = Translation("It will grow faster.", State.REVIEWED, "", by="A. Reader")
    english = sample.english(t4_1=replace(reviewed, text="The sea is ours to keep."))
    return sample.archive(replace(held, turns=(held.turns[0], timed, *held.turns[2:])), translations=english, **changes)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(archive(), tmp_path_factory.mktemp("site") / "archive")


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with served(folder) as found:
        yield found


@contextmanager
def window(browser: Browser, url: str, script: str = "") -> Iterator[Page]:
    """Open a window that may write to the clipboard and where nothing may go wrong."""
    faults: list[str] = []
    with opened(browser, "about:blank", permissions=["clipboard-read", "clipboard-write"]) as page:
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: faults.append(message.text))
        if script:
            page.add_init_script(script)
        page.goto(url)
        yield page
        assert faults == []


def press(page: Page, name: str, within: str = "main") -> None:
    page.locator(within).get_by_role("button", name=name, exact=True).locator("visible=true").first.click()


def copied(page: Page, name: str = "Copy quotation with citation", within: str = "main") -> str:
    press(page, name, within)
    page.locator(within).get_by_role("button", name=re.compile("^(Copied|رونوشت گرفته شد)$")).first.wait_for()
    found: str = page.evaluate(COPIED)
    return found.replace("\r\n", "\n")


def test_a_quotation_has_all_that_a_journalist_needs(browser: Browser, address: str) -> None:
    with window(browser, f"{address}en/sea.html#t2") as page:
        quoted, cited = copied(page).split("\n\n")
    assert quoted == "“It grows.\nIt will grow faster.”\n— Azad Sarv"
    assert cited.startswith(
        "Azad Sarv, interview by The Radio, “The President and the Sea”, The Radio, 13 December 2025"
    )
    assert ", turn 2, 0:12:31, draft translation, not reviewed (language model); Persian text received " in cited
    assert re.search(rf", accessed {DAY}\. {re.escape(address)}en/sea\.html#t2$", cited)


def test_a_persian_quotation_is_persian_to_the_day(browser: Browser, address: str) -> None:
    with window(browser, f"{address}fa/sea.html#t2.2") as page:
        quoted, cited = copied(page, "رونوشت نقل‌قول با ارجاع").split("\n\n")
    assert quoted == "«تندتر خواهد شد.»\n— آقای سرو"
    assert "، نوبت ۲، ۰:۱۲:۳۱، متن اصلی فارسی؛ دریافت‌شده در " in cited
    assert re.search(rf"، دسترسی در {PERSIAN}\. http", cited)
    assert cited.endswith("fa/sea.html#t2.2")


@pytest.mark.parametrize(
    ("style", "parts"),
    [
        (
            "chicago",
            (r"“The President and the Sea,” ", r", turn 2, 0:12:31, draft ", rf", accessed {AMERICAN}, http\S+#t2\.$"),
        ),
        ("mla", (r"^Azad Sarv\. “The", r", turn 2, 0:12:31, http\S+#t2\. Text: draft ", rf"\. Accessed {SHORT}\.$")),
        (
            "apa",
            (
                r"\(2025, December 13\)\. The ",
                r" \(turn 2, 0:12:31\) \[.*; draft ",
                rf" Retrieved {AMERICAN}, from http\S+#t2$",
            ),
        ),
        (
            "persian",
            (r"\(۲۲ آذر ۱۴۰۴\)\. «", r"، نوبت ۲، ۰:۱۲:۳۱\. ترجمهٔ پیش‌نویس", rf"\. بازیابی در {PERSIAN} از http\S+#t2$"),
        ),
    ],
)
def test_the_style_that_is_chosen_is_kept(browser: Browser, address: str, style: str, parts: tuple[str, ...]) -> None:
    with window(browser, f"{address}en/sea.html#t2") as page:
        page.locator(".actions:visible select").select_option(style)
        cited = copied(page, "Copy citation", ".turn:has(#t2)")
        assert [part for part in parts if not re.search(part, cited)] == []
        page.goto(f"{address}fa/sea.html#t4")
        assert page.locator(".actions:visible select").input_value() == style


def test_a_turn_of_another_state_says_so_in_every_language(browser: Browser, address: str) -> None:
    with window(browser, f"{address}en/sea.html#t4") as page:
        assert "turn 4, reviewed translation (A. Reader);" in copied(page, "Copy citation", ".turn:has(#t4)")
        page.locator(".actions:visible select").select_option("persian")
        assert "نوبت ۴. ترجمهٔ بازبینی‌شده (A. Reader)." in copied(page, within=".turn:has(#t4)")


def test_words_that_are_marked_are_quoted_alone(browser: Browser, address: str) -> None:
    with window(browser, f"{address}en/sea.html") as page:
        page.evaluate(MARK, ["#t2\\.2", 3, 19])
        page.locator(".marked").wait_for()
        quoted = copied(page, within=".marked")
        assert quoted.startswith("“will grow faster”\n— Azad Sarv\n\n")
        assert quoted.endswith("en/sea.html#t2.2")
        page.evaluate("getSelection().removeAllRanges()")
        page.locator(".marked").wait_for(state="hidden")


def test_nothing_is_offered_across_turns_or_for_the_persian_of_an_english_page(browser: Browser, address: str) -> None:
    across = """() => getSelection().setBaseAndExtent(document.querySelector("#t2\\\\.1").firstChild, 0,
        document.querySelectorAll(".speech")[3].querySelector("p").firstChild, 3)"""
    with window(browser, f"{address}en/sea.html") as page:
        page.evaluate(MARK, ["#t2\\.1", 0, 3])
        page.locator(".marked").wait_for()
        page.evaluate(across)
        page.locator(".marked").wait_for(state="hidden")
        page.locator("details.original summary").nth(1).click()
        page.evaluate(MARK, ["#t2\\.1", 0, 3])
        page.locator(".marked").wait_for()
        page.evaluate(MARK, [".turn:has(#t2) .original p", 0, 3])
        page.locator(".marked").wait_for(state="hidden")


def test_the_parallel_page_quotes_the_text_that_is_marked(browser: Browser, address: str) -> None:
    english = ".pair:has(> #t4) > div:lang(en) p"
    with window(browser, f"{address}both/sea.html#t4") as page:
        assert copied(page, "رونوشت نقل‌قول با ارجاع").startswith("«نگهداری از دریا با ماست.»\n— آقای سرو\n\nآزاد سرو")
        page.evaluate(MARK, [english, 0, 7])
        page.locator(".marked").wait_for()
        quoted = copied(page, "رونوشت نقل‌قول با ارجاع", ".marked")
        assert quoted.startswith("“The sea”\n— Azad Sarv\n\nAzad Sarv, interview by")
        assert "reviewed translation (A. Reader)" in quoted
        assert quoted.endswith("en/sea.html#t4")


@pytest.mark.parametrize(("fragment", "lit"), [("t2.2", "t2.2"), ("t4.1", "t4"), ("t2.7", "t2")])
def test_each_paragraph_has_an_address(browser: Browser, address: str, fragment: str, lit: str) -> None:
    with window(browser, f"{address}fa/sea.html#{fragment}") as page:
        assert page.evaluate("id => document.getElementById(id).getBoundingClientRect().top < innerHeight", lit)
        page.goto("about:blank")
        page.goto(f"{address}fa/sea.html#{fragment}")
        page.locator(".actions button").first.wait_for(state="attached")
        assert page.locator(f".turn:has(#{lit.replace('.', chr(92) + '.')}) .actions button").count() > 2


def test_from_a_folder_no_citation_has_the_address_of_the_folder(browser: Browser, folder: Path) -> None:
    with window(browser, f"{(folder / 'en/sea.html').as_uri()}#t2") as page:
        quoted = copied(page)
        assert quoted.endswith(". en/sea.html#t2")
        assert "file:" not in quoted
        cited = copied(page, "Copy citation", ".colophon")
        assert cited.endswith(". en/sea.html")


def test_the_address_of_the_archive_is_cited_wherever_the_page_is(browser: Browser, tmp_path: Path) -> None:
    folder = write(archive(url="https://example.org/talks/"), tmp_path / "copy")
    with window(browser, f"{(folder / 'en/sea.html').as_uri()}#t2.2") as page:
        assert copied(page).endswith(". https://example.org/talks/en/sea.html#t2.2")


def choose(page: Page, address: str, *places: str) -> None:
    for place in places:
        page.goto(f"{address}{place}")
        name = "Add to my passages" if place.startswith("en/") else "افزودن به برگزیده‌ها"
        press(page, name)


def passages(page: Page) -> list[str]:
    page.locator("[data-passages] .passages > li").first.wait_for()
    return page.locator(".passages blockquote").all_inner_texts()


def test_chosen_passages_of_both_languages_are_collected(browser: Browser, address: str) -> None:
    with window(browser, f"{address}en/passages/index.html") as page:
        assert page.locator("[data-none]").is_visible()
        choose(page, address, "en/sea.html#t2.2", "fa/sea.html#t4")
        page.locator("a.chosen:visible", has_text="برگزیده‌های من (۲)").click()
        page.wait_for_url("**/fa/passages/index.html#en/sea/t2.2:fa/sea/t4")
        assert passages(page) == ["It will grow faster.", "نگهداری از دریا با ماست."]
        assert page.locator("[role=status]").inner_text() == "۲ بخش"
        assert not page.locator("[data-given]").is_visible()
        choose(page, address, "fa/sea.html#t4")
        page.goto(f"{address}en/passages/index.html")
        assert len(passages(page)) == 2, "a passage is there once"
        everything = copied(page, "Copy all")
        assert everything.count("— ") == 2
        page.locator(".buttons select").select_option("apa")
        assert page.locator(".passages .citation").first.inner_text().startswith("Azad Sarv. (2025, December 13).")
        press(page, "Remove", ".passages li:first-child")
        page.wait_for_url("**/en/passages/index.html#fa/sea/t4")
        press(page, "Remove all")
        page.locator("[data-none]").wait_for()
        assert page.url == f"{address}en/passages/index.html"


def test_the_list_is_read_by_reference_managers(browser: Browser, address: str) -> None:
    with window(browser, f"{address}en/sea.html") as page:
        choose(page, address, "en/sea.html#t2", "fa/sea.html#t4")
        page.goto(f"{address}en/passages/index.html")
        assert len(passages(page)) == 2
        with page.expect_download() as download:
            press(page, "RIS")
        english, persian = rispy.loads(download.value.path().read_text(encoding="utf-8"))
    assert (english["title"], english["language"]) == ("The President and the Sea", "en")
    assert english["notes"][0] == "It grows. It will grow faster. (Azad Sarv)"
    assert english["urls"] == [f"{address}en/sea.html#t2"]
    assert (persian["language"], persian["notes"][0]) == ("fa", "نگهداری از دریا با ماست. (آقای سرو)")
    assert persian["secondary_title"] == "بایگانی"


def test_a_list_from_an_address_shows_what_the_archive_says(browser: Browser, address: str) -> None:
    with window(browser, f"{address}en/passages/index.html#en/sea/t2.1:fa/sea/t3") as page:
        page.locator(".passages blockquote").nth(1).wait_for()
        assert passages(page) == ["It grows.", "و دریا؟"]
        assert page.locator("[data-given]").is_visible()
        assert page.evaluate("Object.values(localStorage).filter(value => value.includes('at')).length") == 0
        press(page, "Add them to my passages")
        page.locator("[data-given]").wait_for(state="hidden")
        page.goto(f"{address}fa/passages/index.html")
        assert len(passages(page)) == 2


@pytest.mark.parametrize(
    "fragment",
    ["en/sea/t99", "en/gone/t1", "en/sea/t2.9"],
)
def test_what_is_no_longer_there_says_so(browser: Browser, address: str, fragment: str) -> None:
    with opened(browser, f"{address}en/passages/index.html#{fragment}") as page:
        page.get_by_text("The archive no longer has this passage at this address.").wait_for()
        assert (
            page.locator(".passages a").get_attribute("href")
            == f"../../{fragment.rpartition('/')[0]}.html#{fragment.rpartition('/')[2]}"
        )


@pytest.mark.parametrize(
    "fragment", ["%E0%A4%A/x/t1", "javascript:alert(1)", "en/../../evil/t1", "xx/sea/t1", "en/sea/<b>", "en//t1"]
)
def test_an_address_that_is_no_list_shows_nothing(browser: Browser, address: str, fragment: str) -> None:
    with window(browser, f"{address}en/passages/index.html#{fragment}") as page:
        page.locator("[data-none]").wait_for()
        assert page.locator(".passages li").count() == 0


def test_a_text_that_the_archive_has_changed_is_told(browser: Browser, address: str) -> None:
    with window(browser, f"{address}en/sea.html") as page:
        choose(page, address, "en/sea.html#t2")
        page.evaluate(
            """() => { for (const name of Object.keys(localStorage)) {
                localStorage[name] = localStorage[name].replace("It grows.", "It shrinks."); } }"""
        )
        page.goto(f"{address}en/passages/index.html")
        page.get_by_text("The archive has changed this passage since you chose it.").wait_for()
        assert passages(page) == ["It grows.\n\nIt will grow faster."]


def test_marked_words_stay_marked_words(browser: Browser, address: str) -> None:
    with window(browser, f"{address}en/sea.html") as page:
        page.evaluate(MARK, ["#t2\\.2", 3, 19])
        page.locator(".marked").wait_for()
        press(page, "Add to my passages", ".marked")
        page.goto(f"{address}en/passages/index.html")
        page.locator(".passages .citation").wait_for()
        assert passages(page) == ["will grow faster"]


def test_the_list_works_where_the_browser_keeps_nothing(browser: Browser, address: str) -> None:
    with window(browser, f"{address}en/sea.html", NO_STORAGE) as page:
        choose(page, address, "en/sea.html#t2.2", "fa/sea.html#t4")
        page.locator("a.chosen:visible", has_text="(۲)").click()
        page.wait_for_url("**/fa/passages/index.html#en/sea/t2.2:fa/sea/t4")
        assert passages(page) == ["It will grow faster.", "نگهداری از دریا با ماست."]
        assert not page.locator("[data-given]").is_visible()


def test_the_list_works_from_a_folder(browser: Browser, folder: Path) -> None:
    root = f"{folder.as_uri()}/"
    with window(browser, f"{root}en/sea.html") as page:
        choose(page, root, "en/sea.html#t2.2")
        page.goto(f"{root}en/passages/index.html")
        assert passages(page) == ["It will grow faster."]
        assert "file:" not in page.locator(".passages .citation").inner_text()
        page.goto("about:blank")
        page.goto(f"{root}en/passages/index.html#fa/sea/t4")
        page.get_by_text("The text is on the page of the interview.").wait_for()
        page.locator(".passages a").click()
        page.wait_for_url("**/fa/sea.html#t4")


def test_two_archives_of_one_server_have_lists_of_their_own(browser: Browser, folder: Path, tmp_path: Path) -> None:
    write(archive(), tmp_path / "one")
    write(archive(), tmp_path / "two")
    with served(tmp_path / "one") as address, window(browser, f"{address}en/sea.html") as page:
        choose(page, address, "en/sea.html#t2")
        page.goto(f"{address.removesuffix('one/')}two/en/passages/index.html")
        page.locator("[data-none]").wait_for()


@pytest.mark.parametrize("view", ["fa", "en", "both"])
def test_paper_has_numbers_and_no_tools(browser: Browser, address: str, view: str) -> None:
    with window(browser, f"{address}{view}/sea.html#t2") as page:
        page.emulate_media(media="print")
        number = page.locator(":is(.turn, .pair):has(#t2) .tools a").first
        assert number.is_visible()
        beside = number.bounding_box(), page.locator("#t2").bounding_box()
        assert beside[0] is not None
        assert beside[1] is not None
        assert abs(beside[0]["y"] - beside[1]["y"]) < 20
        for tool in (".actions", ".chips", ".downloads", ".masthead nav", "button", ".styles details"):
            assert page.locator(f"{tool}:visible").count() == 0
        assert page.locator(".citation:visible").count() >= 1
        running = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--running')")
        assert running == ('"The President and the Sea"' if view == "en" else '"رئیس جمهور و دریا"')
        printed = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--printed')")
        assert f"{'en' if view == 'en' else 'fa'}/sea.html" in printed


@pytest.mark.parametrize("view", ["en", "both"])
def test_paper_tells_the_state_of_each_turn_in_words(browser: Browser, address: str, view: str) -> None:
    with window(browser, f"{address}{view}/sea.html") as page:
        page.emulate_media(media="print")
        for turn in page.locator(":is(.turn, .pair):has(> h3)").all():
            words = turn.locator(":is(.standing > span, .state):visible")
            assert words.count() >= 1
            size = words.first.bounding_box()
            assert size is not None
            assert size["width"] > 20


def test_headings_tell_the_turn_and_links_their_sense(browser: Browser, address: str) -> None:
    with window(browser, f"{address}fa/sea.html") as page:
        names = [heading.text_content() for heading in page.locator(".turn > h3").all()]
        assert names == ["نوبت ۱، مجری", "نوبت ۲، آقای سرو", "نوبت ۳، مجری", "نوبت ۴، آقای سرو"]
        page.get_by_role("link", name="نوبت ۳: نشانی، ارجاع و نقل‌قول", exact=True).wait_for()
        page.get_by_role("link", name="English: نوبت ۳ به انگلیسی", exact=True).wait_for()
        links = page.locator("main a[href]").all()
        said = [link.get_attribute("aria-label") or (link.text_content() or "").strip() for link in links]
        assert all(len(name) > 1 for name in said)


def test_every_column_of_the_chart_has_a_header_for_who_does_not_see_it(browser: Browser, address: str) -> None:
    with window(browser, f"{address}en/sea.html") as page:
        page.locator(".spread > summary").click()
        headers = page.locator(".spread").get_by_role("columnheader").all()
        assert [header.text_content() for header in headers] == ["Topic", "1", "3"]
        page.locator(".spread th[scope=col]").last.evaluate("header => { header.className = 'quiet' }")
        hidden = "item => getComputedStyle(item).visibility + getComputedStyle(item).display"
        assert "hidden" not in page.locator(".spread .quiet > span").evaluate(hidden)
        assert "none" not in page.locator(".spread .quiet > span").evaluate(hidden)
