"""Quotations and citations in a real browser: on pages and on paper."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests import sample_site as sample
from tests.browsing import MARKS, opened, served, write
from tests.quoting import MARK, archive, copied, press, window

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = MARKS

LISTENERS = """window.listeners = 0;
for (const target of [Document.prototype, window]) {
    const listen = target.addEventListener;
    target.addEventListener = function (...given) { window.listeners += 1; return listen.apply(this, given); };
}"""
"""Counts who listens to the whole page."""
PLACES = """id => {
    const label = document.getElementById(id), turn = label.parentElement.getBoundingClientRect();
    const tools = label.parentElement.querySelector(".menu").getBoundingClientRect();
    return [tools.top - turn.top, tools.right - turn.right, label.getBoundingClientRect().top - turn.top];
}"""
"""Where the tools and the label of a turn are in it."""
AMERICAN = r"[A-Z][a-z]+ \d{1,2}, 20\d\d"
SHORT = r"\d{1,2} (?:May|June|July|[A-Z][a-z]{2,3}\.) 20\d\d"
PERSIAN = r"[۰-۹]{1,2} \w+ ۱۴[۰-۹]{2}"
DAY = r"\d{1,2} [A-Z][a-z]+ 20\d\d"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(archive(), tmp_path_factory.mktemp("site") / "archive")


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


def test_every_choice_of_a_style_on_a_page_is_the_same(browser: Browser, address: str) -> None:
    with window(browser, f"{address}en/sea.html#t2") as page:
        page.goto(f"{address}en/sea.html#t4")
        choosers = page.locator("select.chooser")
        choosers.nth(1).wait_for(state="attached")
        page.locator(".actions:visible select").select_option("apa")
        assert choosers.evaluate_all("all => all.map(one => one.value)") == ["apa", "apa"]


def test_the_page_listens_once_however_much_is_marked_and_followed(browser: Browser, address: str) -> None:
    with window(browser, f"{address}en/sea.html#t2", LISTENERS) as page:
        page.locator(".turn:has(#t2) .actions button").first.wait_for()
        before = page.evaluate("window.listeners")
        for turn in ("t4", "t2\\.2", "t3", "t4"):
            page.evaluate("id => { location.hash = id; }", turn.replace("\\", ""))
            page.locator(f"#{turn}:target").wait_for()
            page.locator(f":is(.turn, .pair):has(#{turn}) .actions button").first.wait_for()
        for start in range(3):
            page.evaluate(MARK, ["#t2\\.2", start, 19])
            page.locator(".marked").wait_for()
            page.evaluate("getSelection().removeAllRanges()")
            page.locator(".marked").wait_for(state="hidden")
        assert page.evaluate("window.listeners") == before
        press(page, "Add to my passages", ".turn:has(#t4)")
        told = page.locator("a.chosen").evaluate_all("links => links.map(link => `${link.textContent} ${link.hash}`)")
        assert len(told) > 3
        assert set(told) == {"My passages (1) #en/sea/t4"}


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


def test_a_turn_without_a_translation_is_quoted_as_it_was_said(browser: Browser, tmp_path: Path) -> None:
    texts = {name: item for name, item in sample.english().items() if not name.startswith("t4")}
    folder = write(sample.archive(translations=texts, url="https://example.org/talks/"), tmp_path / "half")
    with served(folder) as address, window(browser, f"{address}both-en/sea.html#t4") as page:
        quoted = copied(page, within=".pair:has(#t4)")
        assert quoted.startswith("«نگهداری از دریا با ماست.»\n— آقای سرو\n\n")
        assert quoted.endswith("/fa/sea.html#t4")
        page.goto(f"{address}both-en/sea.html#t2.1")
        assert copied(page, within=".pair:has(#t2)").startswith("“It grows.")


@pytest.mark.parametrize(("fragment", "lit"), [("t2.2", "t2.2"), ("t4.1", "t4"), ("t2.7", "t2")])
def test_each_paragraph_has_an_address(browser: Browser, address: str, fragment: str, lit: str) -> None:
    with window(browser, f"{address}fa/sea.html#{fragment}") as page:
        assert page.evaluate("id => document.getElementById(id).getBoundingClientRect().top < innerHeight", lit)
        page.goto("about:blank")
        page.goto(f"{address}fa/sea.html#{fragment}")
        page.locator(".actions button").first.wait_for(state="attached")
        assert page.locator(f".turn:has(#{lit.replace('.', chr(92) + '.')}) .actions button").count() > 2


@pytest.mark.parametrize("view", ["fa", "en", "both", "both-en"])
def test_a_retired_id_leads_to_its_turn_and_takes_no_room(browser: Browser, tmp_path: Path, view: str) -> None:
    held = replace(sample.interview(), redirects={"t7": "t3", "t8": "t3"})
    folder = write(sample.archive(held), tmp_path / "retired")
    for width in (360, 800, 1280):
        with opened(
            browser, f"{(folder / view / 'sea.html').as_uri()}#t8", viewport={"width": width, "height": 700}
        ) as page:
            assert page.evaluate("document.getElementById('t8').getBoundingClientRect().top") < 100
            retired, other = (page.evaluate(PLACES, turn) for turn in ("t3", "t1"))
            assert retired == pytest.approx(other, abs=1)


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


@pytest.mark.parametrize("view", ["fa", "en", "both", "both-en"])
def test_numbers_and_marks_say_under_a_mouse_what_they_say_to_who_hears_them(
    browser: Browser, address: str, view: str
) -> None:
    with window(browser, f"{address}{view}/sea.html#t2") as page:
        page.locator(".menu > a[title]").first.wait_for()
        tools = page.locator(".menu > a").all()
        assert tools
        for link in tools:
            assert link.get_attribute("title") == link.get_attribute("aria-label") != ""
        marks = page.locator("main .turn .standing, main .pair .standing").all()
        assert bool(marks) == (view != "fa")
        for mark in marks:
            assert mark.get_attribute("title") == mark.locator("span").text_content() != ""


def test_a_page_says_each_meaning_once(folder: Path) -> None:
    for view in ("fa", "en", "both", "both-en"):
        main = (folder / view / "sea.html").read_text(encoding="utf-8").partition("<main")[2]
        assert ' title="' not in main.partition('class="colophon"')[0]


@pytest.mark.parametrize("view", ["fa", "en", "both"])
def test_paper_has_numbers_and_no_tools(browser: Browser, address: str, view: str) -> None:
    with window(browser, f"{address}{view}/sea.html#t2") as page:
        page.emulate_media(media="print")
        number = page.locator(":is(.turn, .pair):has(#t2) .menu a").first
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


@pytest.mark.parametrize("view", ["fa", "both"])
@pytest.mark.parametrize("fragment", ["t2", "t2.2"])
def test_paper_does_not_show_to_which_turn_the_address_leads(
    browser: Browser, address: str, view: str, fragment: str
) -> None:
    look = """() => [...document.querySelectorAll(":is(.turn, .pair), :is(.turn, .pair) [id]")].flatMap((each) => [
        getComputedStyle(each, "::before").content, getComputedStyle(each).boxShadow])"""
    with window(browser, f"{address}{view}/sea.html#{fragment}") as page:
        page.locator(".actions button").first.wait_for(state="attached")
        assert set(page.evaluate(look)) > {"none"}
        page.emulate_media(media="print")
        assert set(page.evaluate(look)) == {"none"}


@pytest.mark.parametrize("view", ["fa", "en", "both"])
def test_nothing_moves_away_from_under_a_hand_when_the_script_comes(browser: Browser, address: str, view: str) -> None:
    look = """() => [...document.querySelectorAll(":is(a, summary, p, dd, h3)")]
        .filter((each) => each.offsetParent && !each.closest(".reach"))  // the bar says which turn is read
        .map((each) => [each.tagName, each.getBoundingClientRect().top + scrollY, each.getBoundingClientRect().left])"""
    with window(browser, f"{address}{view}/sea.html") as page:
        page.evaluate("document.fonts.ready")
        before = page.evaluate(look)
        assert page.locator(".citation button").count() == 0
        page.mouse.move(100, 100)
        page.locator(".citation button").first.wait_for()
        assert page.evaluate(look) == before


@pytest.mark.parametrize("view", ["fa", "en", "both"])
def test_paper_is_set_by_the_rules_for_paper(browser: Browser, address: str, view: str) -> None:
    with window(browser, f"{address}{view}/sea.html") as page:
        page.emulate_media(media="print")
        above = page.locator(".section").first.evaluate("section => parseFloat(getComputedStyle(section).marginTop)")
        assert above == pytest.approx(7 / 25.4 * 96, abs=0.1)
        number = page.locator(":is(.turn, .pair):has(#t2) .menu a").first.bounding_box()
        assert number is not None
        assert number["height"] < 30, "no target for a finger is on paper"
        last = page.evaluate("[...document.styleSheets].at(-1).href")
        assert last.endswith("/cite.css"), "the margins of a page are those of the last sheet"


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
