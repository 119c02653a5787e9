"""In a real browser: what stays in reach while an interview is read, and that the place is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from goftogu.model import Exchange
from goftogu.translation.memory.memory import State, Translation
from tests import sample_site as sample
from tests.browsing import DESK, MARKS, PHONE, opened, served, until, write
from tests.talks import a_turn

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = MARKS
ROUNDS: Final = 6
TURNS: Final = 2 * ROUNDS
VIEWS: Final = ["fa", "en", "both"]
SMALL: Final[dict[str, Any]] = {**PHONE, "viewport": {"width": 360, "height": 640}}
TOP: Final = "id => document.getElementById(id).getBoundingClientRect().top"
COUNT: Final = ".toc [data-at]"
MARKED: Final = ".toc ol [aria-current=true]"


def archive() -> Any:
    """An archive whose interview has many long turns: six questions, of which the third opens a section."""
    held = sample.interview()
    turns, english = [], dict(sample.english(State.DRAFT))
    for place in range(1, TURNS + 1):
        asks = place % 2
        persian = f"پرسش {place} چیست؟" if asks else "پاسخ آن بلند است. " * 40
        english[f"t{place}.1"] = Translation(
            f"What is question {place}?" if asks else "The answer is long. " * 40, State.DRAFT, ""
        )
        speaker = "مجری" if asks else "آقای سرو"
        turns.append(a_turn(f"t{place}", speaker, (sample.paragraph(f"t{place}.1", persian),), (place - 1) // 2))
    rounds = (Exchange(f"x-t{place}", (f"t{place}", f"t{place + 1}")) for place in range(1, TURNS, 2))
    section = replace(held.sections[0], first="t5")
    held = replace(held, turns=tuple(turns), exchanges=tuple(rounds), sections=(section,))
    return sample.archive(held, translations=english)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(write(archive(), tmp_path_factory.mktemp("reach") / "archive")) as found:
        yield found


def read(page: Page, turn: str) -> None:
    """Scroll until a turn begins below the bar, and wait until the bar says so."""
    page.evaluate("id => document.getElementById(id).scrollIntoView()", turn)
    number = turn.removeprefix("t")
    until(
        page,
        "number => document.querySelector('.toc [data-at]').textContent"
        ".replace(/[۰-۹]/g, one => '۰۱۲۳۴۵۶۷۸۹'.indexOf(one)).startsWith(number + ' ')",
        arg=number,
    )


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("screen", [SMALL, DESK], ids=["phone", "desk"])
def test_the_bar_stays_and_hides_no_target(browser: Browser, address: str, view: str, screen: dict[str, Any]) -> None:
    with opened(browser, f"{address}{view}/sea.html#t7", **screen) as page:
        bar = page.locator(".reach").bounding_box()
        assert bar is not None
        assert (bar["y"], bar["height"]) == (0, 48)
        for name in ("t7", "s1"):
            page.evaluate("id => document.getElementById(id).scrollIntoView()", name)
            assert 48 <= page.evaluate(TOP, name) <= 96
        assert page.evaluate("document.documentElement.scrollWidth") <= screen["viewport"]["width"]


@pytest.mark.parametrize(("view", "words"), [("fa", "۷ از ۱۲"), ("en", "7 of 12"), ("both", "۷ از ۱۲")])
def test_the_bar_says_which_turn_is_read(browser: Browser, address: str, view: str, words: str) -> None:
    with opened(browser, f"{address}{view}/sea.html", **SMALL) as page:
        read(page, "t7")
        assert page.locator(COUNT).text_content() == words
        read(page, "t2")
        assert page.locator(COUNT).text_content() == words.replace("۷", "۲").replace("7", "2")


def test_before_the_first_turn_the_bar_says_how_many_there_are(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}en/sea.html", java_script_enabled=False, **SMALL) as page:
        assert page.locator(COUNT).text_content() == "12 turns"


@pytest.mark.parametrize("view", VIEWS)
def test_the_place_is_marked_in_the_contents(browser: Browser, address: str, view: str) -> None:
    with opened(browser, f"{address}{view}/sea.html", **DESK) as page:
        for turn, question in (("t7", "t7"), ("t8", "t7"), ("t11", "t11"), ("t2", "t1")):
            read(page, turn)
            assert page.locator(MARKED).evaluate_all("links => links.map(link => link.hash)") == [f"#{question}"]


def test_the_topics_of_the_place_are_marked(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}en/sea.html", **DESK) as page:
        read(page, "t4")
        assert page.locator(".toc ul [aria-current=true]").evaluate_all("links => links.map(link => link.hash)") == [
            "#t3"
        ]
        read(page, "t9")
        assert page.locator(".toc ul [aria-current]").count() == 0


def test_on_a_wide_screen_the_contents_are_beside_the_text(browser: Browser, address: str) -> None:
    for view, width, beside in (("fa", 1024, True), ("en", 1280, True), ("en", 1000, False), ("both", 1280, False)):
        with opened(browser, f"{address}{view}/sea.html#t5", viewport={"width": width, "height": 700}) as page:
            panel = page.locator(".toc > div")
            assert panel.is_visible() == beside
            if not beside:
                continue
            own, text = panel.bounding_box(), page.locator(".turn").nth(5).bounding_box()
            assert own is not None
            assert text is not None
            assert own["x"] >= text["x"] + text["width"] or own["x"] + own["width"] <= text["x"]
            assert own["y"] + own["height"] <= 700


def test_the_marked_place_is_in_view_where_the_contents_are_long(browser: Browser, address: str) -> None:
    inside = """() => {
        const marked = document.querySelector(".toc ol [aria-current]");
        const box = marked.getBoundingClientRect(), frame = marked.closest("div").getBoundingClientRect();
        return box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1;
    }"""
    with opened(browser, f"{address}en/sea.html", viewport={"width": 1100, "height": 330}) as page:
        for turn in ("t11", "t1"):
            read(page, turn)
            until(page, inside)


def test_on_a_phone_the_contents_open_over_the_text_and_close(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}fa/sea.html", **SMALL) as page:
        panel, summary = page.locator(".toc > div"), page.locator(".toc summary")
        read(page, "t7")
        before = page.evaluate("scrollY")
        summary.click()
        assert panel.is_visible()
        assert page.evaluate("scrollY") == before
        page.locator(".toc a[href='#t3']").first.click()
        panel.wait_for(state="hidden")
        assert 48 <= page.evaluate(TOP, "t3") <= 96
        summary.click()
        page.keyboard.press("Escape")
        panel.wait_for(state="hidden")
        assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
        summary.click()
        page.mouse.click(180, 630)
        panel.wait_for(state="hidden")


def test_the_contents_close_when_the_keyboard_leaves_them(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}en/sea.html", **SMALL) as page:
        page.locator(".toc summary").focus()
        page.keyboard.press("Enter")
        page.locator(".toc > div").wait_for(state="visible")
        page.locator(".toc > div a").last.focus()
        assert page.locator(".toc > div").is_visible()
        page.keyboard.press("Tab")
        page.locator(".toc > div").wait_for(state="hidden")


@pytest.mark.parametrize("view", VIEWS)
def test_the_switch_of_languages_keeps_the_turn(browser: Browser, address: str, view: str) -> None:
    with opened(browser, f"{address}{view}/sea.html", **SMALL) as page:
        read(page, "t7")
        links = page.locator(".reach .languages a").evaluate_all("links => links.map(link => link.hash)")
        assert links == ["#t7", "#t7", "#t7"]
        page.locator(".reach .languages a:not([aria-current])").first.click()
        page.wait_for_url("**/sea.html#t7")
        until(page, "() => document.querySelector('.toc [data-at]').textContent.match(/^[7۷] /)")
        assert 48 <= page.evaluate(TOP, "t7") <= 96


def test_back_keeps_the_place(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}fa/sea.html", **SMALL) as page:
        page.evaluate("document.fonts.ready.then(() => true)")
        read(page, "t7")
        page.mouse.wheel(0, 150)
        until(page, "top => document.getElementById('t7').getBoundingClientRect().top < top", arg=0)
        place = page.evaluate(TOP, "t7")
        page.locator(".reach .languages a[hreflang=en]").click()
        page.wait_for_url("**/en/sea.html#t*")
        page.go_back()
        page.wait_for_url("**/fa/sea.html")
        until(page, "top => Math.abs(document.getElementById('t7').getBoundingClientRect().top - top) < 8", arg=place)


def test_back_after_an_entry_of_the_contents_keeps_the_place(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}en/sea.html", **SMALL) as page:
        read(page, "t9")
        before = page.evaluate("scrollY")
        page.locator(".toc summary").click()
        page.locator(".toc a[href='#t3']").first.click()
        page.wait_for_url("**#t3")
        page.go_back()
        until(page, "before => Math.abs(scrollY - before) < 8", arg=before)
        assert not page.locator(".toc > div").is_visible()


def test_without_script_a_turn_leads_to_itself_in_the_other_language(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}fa/sea.html", java_script_enabled=False, **SMALL) as page:
        page.locator("#t7 ~ .menu a[hreflang=en]").click()
        page.wait_for_url("**/en/sea.html#t7")
        assert 48 <= page.evaluate(TOP, "t7") <= 96


def test_without_script_the_contents_open_and_a_target_is_below_them(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}en/sea.html", java_script_enabled=False, **SMALL) as page:
        page.locator(".toc summary").click()
        page.locator(".toc a[href='#t5']").first.click()
        panel = page.locator(".toc > div").bounding_box()
        assert panel is not None
        assert page.evaluate(TOP, "t5") >= panel["y"] + panel["height"]


@pytest.mark.parametrize("view", VIEWS)
def test_everything_in_the_bar_can_be_touched(browser: Browser, address: str, view: str) -> None:
    with opened(browser, f"{address}{view}/sea.html", **{**PHONE, "viewport": {"width": 320, "height": 640}}) as page:
        page.locator(".toc summary").click()
        sizes = page.locator(".reach :is(a, summary)").evaluate_all(
            "items => items.map(item => item.getBoundingClientRect())"
            ".filter(box => box.width).map(box => [box.width, box.height])"
        )
        assert len(sizes) >= 4 + ROUNDS
        assert all(width >= 43.9 and height >= 43.9 for width, height in sizes), sizes
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_bar_takes_little_of_a_low_screen(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}fa/sea.html#t7", viewport={"width": 640, "height": 300}) as page:
        bar = page.locator(".reach").bounding_box()
        assert bar is not None
        assert bar["y"] < 0
        assert page.evaluate(TOP, "t7") < 48


def test_no_bar_on_paper(browser: Browser, address: str) -> None:
    for view in VIEWS:
        with opened(browser, f"{address}{view}/sea.html", **DESK) as page:
            page.emulate_media(media="print")
            assert not page.locator(".reach").is_visible()
            assert not page.locator(".masthead nav").is_visible()
            text, whole = page.locator("article").bounding_box(), page.locator("main").bounding_box()
            assert text is not None
            assert whole is not None
            assert text["width"] == whole["width"]


def test_nothing_moves_while_the_page_is_read(browser: Browser, address: str) -> None:
    with opened(browser, "about:blank", **DESK) as page:
        page.add_init_script(
            "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(entry => "
            "{ window.moved += entry.value })).observe({ type: 'layout-shift', buffered: true })"
        )
        page.goto(f"{address}en/sea.html")
        for turn in ("t3", "t7", "t11"):
            read(page, turn)
        assert page.evaluate("window.moved") == 0


def test_pages_with_a_bar_work_from_a_folder(browser: Browser, tmp_path: Path) -> None:
    folder = write(archive(), tmp_path / "archive")
    with opened(browser, f"{(folder / 'fa/sea.html').as_uri()}", **SMALL) as page:
        read(page, "t5")
        page.locator(".reach .languages a[hreflang=en]").click()
        page.wait_for_url("**/en/sea.html#t5")
