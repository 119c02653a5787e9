"""In a real browser: a reviewer works with the keys, meets others, and loses nothing."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polib
import pytest

from goftogu.storage import files
from tests import reviewing, sites
from tests.browsing import DESK, MARKS, PHONE, until
from tests.letters import a_letter
from tests.recordings import wav
from tests.reviewing import MEMORY, Workbench, at, opened, retype, says, settled

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, Route

pytestmark = MARKS


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return reviewing.make(tmp_path / "archive", turns=24)


@pytest.fixture
def bench(root: Path) -> Iterator[Workbench]:
    with reviewing.running(root, by="Sara Omidi") as found:
        yield found


@pytest.fixture
def window(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A browser of its own, in which nothing may go wrong."""
    options: dict[str, Any] = {"reduced_motion": "reduce", **getattr(request, "param", DESK)}
    context = browser.new_context(**options)
    faults: list[str] = []
    context.on("weberror", lambda error: faults.append(str(error.error)))
    yield context
    context.close()
    assert faults == []


def entries(root: Path) -> dict[str, polib.POEntry]:
    return {entry.msgctxt: entry for entry in polib.pofile(str(root / MEMORY))}


def approved(root: Path) -> set[str]:
    """Return the paragraphs that the file calls approved by the reviewer."""
    return {name for name, entry in entries(root).items() if not entry.fuzzy and " by Sara Omidi" in entry.comment}


def test_twenty_paragraphs_are_reviewed_without_the_mouse(window: BrowserContext, bench: Workbench) -> None:
    page = opened(window, bench, "?lang=en")
    at(page, "title")
    page.keyboard.press("s")
    for number in range(1, 21):
        at(page, f"t{number}.1")
        if number % 5:
            page.keyboard.press("Enter")
        else:
            retype(page, f"Turn {number}, in better words.")
            page.keyboard.press("Control+Enter")
    at(page, "t21.1")
    settled(page)
    assert approved(bench.root) == {f"t{number}.1" for number in range(1, 21)}
    found = entries(bench.root)
    assert found["t10.1"].msgstr == "Turn 10, in better words."
    assert found["t11.1"].msgstr == reviewing.english(11)
    assert re.search(r"approved: \S+ \d{4}-\d\d-\d\d by Sara Omidi", found["t11.1"].comment)
    assert page.locator("#count").inner_text() == "20 approved in this window"


def test_keys_right_after_a_text_was_approved_are_commands(window: BrowserContext, bench: Workbench) -> None:
    page = opened(window, bench)
    page.keyboard.press("s")
    at(page, "t1.1")
    retype(page, "In better words.")
    for key in ("Control+Enter", "s", "b", "u", "Enter", "s", "s"):
        page.keyboard.press(key)
    at(page, "t4.1")
    settled(page)
    assert approved(bench.root) == {"t1.1"}
    assert [entries(bench.root)[name].msgstr for name in ("t1.1", "t2.1")] == ["In better words.", reviewing.english(2)]


def test_a_key_that_was_meant_for_a_paragraph_that_does_not_come_is_not_for_another(
    window: BrowserContext, bench: Workbench
) -> None:
    page = opened(window, bench, "?lang=en")
    for key in ("s", "Enter"):
        page.keyboard.press(key)
    at(page, "t2.1")
    settled(page)
    page.route(re.compile(r"/passage\?.*unit=t1\.1"), lambda route: route.fulfill(status=404, json={}))
    for key in ("u", "Enter"):
        page.keyboard.press(key)
    says(page, "t1.1 cannot be shown now")
    at(page, "t2.1")
    settled(page)
    assert approved(bench.root) == set()
    page.keyboard.press("Enter")
    at(page, "t3.1")
    settled(page)
    assert approved(bench.root) == {"t2.1"}


def test_a_paragraph_without_a_translation_is_not_passed_as_approved(window: BrowserContext, bench: Workbench) -> None:
    reviewing.rewrite(bench.root, MEMORY, f'msgstr "{reviewing.english(1)}"', 'msgstr ""')
    page = opened(window, bench)
    page.keyboard.press("s")
    at(page, "t1.1")
    until(page, "() => !document.querySelector('#target').value")
    page.keyboard.press("Enter")
    says(page, "there is nothing to approve")
    at(page, "t1.1")
    page.keyboard.press("e")
    page.keyboard.type("Written by hand.")
    page.keyboard.press("Control+Enter")
    at(page, "t2.1")
    settled(page)
    assert approved(bench.root) == {"t1.1"}


def test_the_focus_is_never_lost(window: BrowserContext, bench: Workbench) -> None:
    page = opened(window, bench)
    at(page, "title")
    for key, unit in (
        ("s", "t1.1"),
        ("s", "t2.1"),
        ("b", "t1.1"),
        ("a", "t1.1"),
        ("d", "t1.1"),
        ("u", "t1.1"),
        ("Enter", "t2.1"),
    ):
        page.keyboard.press(key)
        settled(page)
        at(page, unit)
    page.keyboard.press("e")
    until(page, "() => document.activeElement.id === 'target'")
    page.keyboard.press("Escape")
    at(page, "t2.1")


def test_letters_are_keys_of_the_keyboard_whatever_its_layout(window: BrowserContext, bench: Workbench) -> None:
    page = opened(window, bench)
    at(page, "title")
    page.evaluate(
        "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'س', code: 'KeyS', bubbles: true}))"
    )
    at(page, "t1.1")


def test_what_is_typed_is_text_and_no_key(window: BrowserContext, bench: Workbench) -> None:
    page = opened(window, bench)
    at(page, "title")
    page.keyboard.press("e")
    page.keyboard.type("The sad sea bus map dates?")
    assert page.locator("#target").input_value() == "The sad sea bus map dates?"
    page.locator("#interview").focus()
    page.keyboard.type("mes")
    assert page.locator(".unit.current").get_attribute("data-unit") == "title"
    assert entries(bench.root).keys() == {f"t{number}.1" for number in range(1, 25)}


def test_an_approval_can_be_taken_back(window: BrowserContext, bench: Workbench) -> None:
    page = opened(window, bench)
    page.keyboard.press("s")
    at(page, "t1.1")
    before = entries(bench.root)["t1.1"].msgstr
    page.keyboard.press("e")
    page.keyboard.type("Well: ")
    page.keyboard.press("Control+Enter")
    at(page, "t2.1")
    settled(page)
    assert entries(bench.root)["t1.1"].msgstr != before
    page.keyboard.press("u")
    at(page, "t1.1")
    says(page, "taken back")
    assert entries(bench.root)["t1.1"].msgstr == before
    assert entries(bench.root)["t1.1"].fuzzy
    assert "Well: " in page.locator("#target").input_value()
    page.keyboard.press("t")
    assert page.locator("#target").input_value() == before
    page.keyboard.press("u")
    says(page, "nothing to take back")


def test_what_cannot_be_taken_back_now_can_be_later(
    window: BrowserContext, bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(window, bench)
    page.keyboard.press("s")
    for unit in ("t1.1", "t2.1"):
        at(page, unit)
        page.keyboard.press("Enter")
    at(page, "t3.1")
    settled(page)

    def full(*_: Any, **__: Any) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(files, "write", full)
        page.keyboard.press("u")
        says(page, "No space left")
    assert approved(bench.root) == {"t1.1", "t2.1"}
    mine = f'msgctxt "t2.1"\nmsgid "{reviewing.persian(2)}"\nmsgstr "{reviewing.english(2)}"'
    theirs = mine.replace(reviewing.english(2), "Their words.")
    reviewing.rewrite(bench.root, MEMORY, mine, theirs)
    page.keyboard.press("u")
    says(page, "somebody else has changed it")
    page.keyboard.press("u")
    says(page, "t1.1: taken back")
    assert approved(bench.root) == set()
    reviewing.rewrite(bench.root, MEMORY, theirs, mine)
    page.keyboard.press("u")
    says(page, "t2.1: taken back")
    page.keyboard.press("u")
    says(page, "nothing to take back")


def test_a_paragraph_that_somebody_else_changes_meanwhile_is_shown_and_decided(
    window: BrowserContext, bench: Workbench
) -> None:
    page = opened(window, bench)
    page.keyboard.press("s")
    at(page, "t1.1")
    retype(page, "My words.")
    reviewing.rewrite(bench.root, MEMORY, reviewing.english(1), "Their words.")
    bench.refresher.wake()
    page.wait_for_selector(".clash ins")
    assert page.locator("#target").input_value() == "My words."
    assert page.locator(".clash .difference").inner_text() == "TheirMy words."
    page.keyboard.press("Control+Enter")
    assert entries(bench.root)["t1.1"].msgstr == "Their words."
    page.keyboard.press("Escape")
    page.keyboard.press("m")
    page.wait_for_selector(".clash", state="detached")
    page.keyboard.press("Enter")
    at(page, "t2.1")
    settled(page)
    assert entries(bench.root)["t1.1"].msgstr == "My words."
    page.keyboard.press("b")
    at(page, "t1.1")
    assert "Their" in page.locator(".earlier").inner_text()


def test_a_change_that_the_window_has_not_heard_of_is_a_clash_and_theirs_can_be_taken(
    window: BrowserContext, bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bench.refresher.news, "tell", lambda event: None)
    page = opened(window, bench)
    page.keyboard.press("s")
    at(page, "t1.1")
    reviewing.rewrite(bench.root, MEMORY, reviewing.english(1), "Their words.")
    retype(page, "My words.")
    page.keyboard.press("Control+Enter")
    at(page, "t2.1")
    page.wait_for_selector("#alerts .clash")
    assert entries(bench.root)["t1.1"].msgstr == "Their words."
    page.locator("#alerts .clash button").press("Enter")
    at(page, "t1.1")
    page.keyboard.press("t")
    assert page.locator("#target").input_value() == "Their words."
    page.keyboard.press("a")
    settled(page)
    assert "t1.1" in approved(bench.root)
    assert entries(bench.root)["t1.1"].msgstr == "Their words."


def test_a_changed_original_is_told_before_its_english_is_approved(window: BrowserContext, bench: Workbench) -> None:
    page = opened(window, bench)
    page.keyboard.press("s")
    at(page, "t1.1")
    page.keyboard.press("e")
    page.keyboard.type("So: ")
    reviewing.rewrite(bench.root, reviewing.TRANSCRIPT, reviewing.persian(1), "آسیاب را به که فروختید؟")
    bench.refresher.wake()
    page.wait_for_selector(".clash del")
    assert "فروختید" in page.locator(".unit.current .source").inner_text()
    assert "فروختید" in page.locator(".clash").inner_text()


def test_two_windows_see_each_other(window: BrowserContext, bench: Workbench) -> None:
    first, second = opened(window, bench), opened(window, bench)
    for page in (first, second):
        page.bring_to_front()
        page.keyboard.press("s")
        at(page, "t1.1")
    first.bring_to_front()
    first.keyboard.press("Enter")
    settled(first)
    second.wait_for_selector(".unit.current .state[data-state=reviewed]")
    second.bring_to_front()
    second.keyboard.press("Enter")
    at(second, "t2.1")
    second.keyboard.press("Enter")
    settled(second)
    assert approved(bench.root) == {"t1.1", "t2.1"}
    assert second.locator("#alerts > *").count() == 0


def test_a_window_without_the_token_shows_nothing_and_says_why(window: BrowserContext, bench: Workbench) -> None:
    page = window.new_page()
    page.goto(bench.server.address.partition("#")[0])
    page.wait_for_selector("#alerts [role=alert]")
    assert "Open the address that the terminal shows" in page.locator("#alerts").inner_text()
    assert page.locator(".unit").count() == 0
    page.goto(bench.server.address)
    page.wait_for_selector(".unit.current")
    assert bench.token not in page.url


def test_filters_narrow_the_list_and_count(window: BrowserContext, bench: Workbench) -> None:
    reviewing.rewrite(bench.root, MEMORY, reviewing.english(7), "What did you do with mill ۷?")
    bench.refresher.refresh()
    page = opened(window, bench)
    page.locator("#filters [value=flagged]").click()
    at(page, "t7.1")
    assert page.locator("#rows li").count() == 1
    assert page.locator("#filters [value=flagged] .number").inner_text() == "1"
    assert "Persian digits" in page.locator("#details").inner_text()
    page.locator("#filters [value=machine]").click()
    at(page, "t1.1")
    page.locator("#person").select_option("ahmadi")
    at(page, "t2.1")
    assert page.locator("#rows li").count() == 12
    page.locator("#interview").fill("river")
    until(page, "() => document.querySelectorAll('#rows li').length === 0")
    page.locator("#empty").wait_for()


def held_back(page: Page, pattern: str) -> list[Route]:
    """Hold the requests to addresses of a pattern back; return those that wait, now and later."""
    waiting: list[Route] = []
    page.route(re.compile(pattern), lambda route: waiting.append(route))  # noqa: PLW0108  it marks functions
    return waiting


def let_go(page: Page, waiting: list[Route]) -> None:
    """Let the requests that wait go on, and wait until the page has heard every answer."""
    for route in waiting:
        with page.expect_response(route.request.url) as answer:
            route.continue_()
        answer.value.finished()
    page.evaluate("fetch('/words.json').then((answer) => answer.text())")


def shown(page: Page) -> list[str]:
    """Return the paragraphs in the list; those of the other interview with its name."""
    whose, places = (page.locator(f"#rows .{part}").all_inner_texts() for part in ("whose", "place"))
    return [f"{name}:{place}".removeprefix("mill:") for name, place in zip(whose, places, strict=True)]


def test_rows_that_come_too_late_are_not_in_the_list_of_another_filter(
    window: BrowserContext, bench: Workbench
) -> None:
    reviewing.rewrite(bench.root, MEMORY, reviewing.english(7), "What did you do with mill ۷?")
    bench.refresher.refresh()
    page = opened(window, bench)
    waiting = held_back(page, "/api/(queue|counts).*shown=machine")
    page.locator("#filters [value=machine]").click()
    page.locator("#filters [value=flagged]").click()
    at(page, "t7.1")
    assert {"queue", "counts"} == {route.request.url.partition("/api/")[2].partition("?")[0] for route in waiting}
    let_go(page, waiting)
    assert shown(page) == ["t7.1"]
    at(page, "t7.1")
    page.locator("#filters [value=missing]").click()
    at(page, "title")
    assert shown(page)[:2] == ["title", "river:title"]
    assert len(shown(page)) == len(set(shown(page)))


def test_a_passage_that_comes_too_late_is_not_shown(window: BrowserContext, bench: Workbench) -> None:
    page = opened(window, bench)
    waiting = held_back(page, "/api/passage.*unit=t3.1")
    page.locator("#rows button", has_text="t3.1").click()
    page.locator("#rows button", has_text="t5.1").click()
    at(page, "t5.1")
    let_go(page, waiting)
    assert len(waiting) == 1
    at(page, "t5.1")


def test_rows_that_are_asked_for_twice_are_shown_once(window: BrowserContext, tmp_path: Path) -> None:
    with reviewing.running(reviewing.make(tmp_path / "long", turns=60), by="Sara Omidi") as bench:
        page = opened(window, bench)
        waiting = held_back(page, "/api/queue.*after=0")
        page.locator("#more").press("Enter")
        page.locator("#more").press("Enter")
        until(page, "() => document.querySelectorAll('#rows li').length === 50")
        let_go(page, waiting)
        found = shown(page)
        assert found[:61] == ["title", *(f"t{number}.1" for number in range(1, 61))]
        assert len(found) == len(set(found))


def test_faults_are_looked_for_while_one_types(window: BrowserContext, bench: Workbench) -> None:
    page = opened(window, bench)
    page.keyboard.press("s")
    at(page, "t1.1")
    assert "find nothing" in page.locator("#details").inner_text()
    page.keyboard.press("e")
    page.keyboard.type("۱۲ ")
    until(page, "() => document.querySelector('#details').textContent.includes('Persian digits')")
    page.keyboard.press("Backspace")
    page.keyboard.press("Backspace")
    page.keyboard.press("Backspace")
    until(page, "() => document.querySelector('#details').textContent.includes('find nothing')")


def test_what_comes_before_and_after_can_be_read_and_opened(window: BrowserContext, bench: Workbench) -> None:
    page = opened(window, bench)
    at(page, "title")
    assert page.locator("#above").is_hidden()
    assert page.locator("#unit-t20\\.1").count() == 0
    page.locator("#below").press("Enter")
    page.wait_for_selector("#unit-t20\\.1")
    page.locator("#unit-t20\\.1 .open").press("Enter")
    at(page, "t20.1")
    assert page.locator("#rows [aria-current] .place").inner_text() == "t20.1"


def test_the_recording_plays_from_the_paragraph(window: BrowserContext, bench: Workbench) -> None:
    (bench.root / "content/media").mkdir()
    (bench.root / "content/media/mill.wav").write_bytes(wav(30, rate=3000))
    page = opened(window, bench)
    for unit in ("t1.1", "t2.1", "t3.1"):
        page.keyboard.press("s")
        at(page, unit)
    page.keyboard.press("p")
    until(page, "() => document.querySelector('audio')?.currentTime > 3.1")
    page.keyboard.press("p")
    until(page, "() => document.querySelector('audio').paused")


def test_the_keys_are_explained(window: BrowserContext, bench: Workbench) -> None:
    page = opened(window, bench, "?lang=fa")
    at(page, "title")
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    assert "تأیید و بعدی" in page.locator("#help").inner_text()
    page.keyboard.press("s")
    assert page.locator(".unit.current").get_attribute("data-unit") == "title"
    page.keyboard.press("Escape")
    at(page, "title")


@pytest.mark.parametrize("lang", ["fa", "en"])
@pytest.mark.parametrize("window", [PHONE, DESK], indirect=True, ids=["phone", "desk"])
def test_everything_fits_and_has_a_name(window: BrowserContext, bench: Workbench, lang: str) -> None:
    page = opened(window, bench, f"?lang={lang}")
    assert page.evaluate("document.documentElement.scrollWidth") <= page.evaluate("innerWidth")
    assert page.evaluate("document.documentElement.dir") == ("rtl" if lang == "fa" else "ltr")
    nameless = page.evaluate(
        "[...document.querySelectorAll('button, input, select, textarea, a')].filter((e) => e.checkVisibility()"
        " && !(e.textContent.trim() || e.ariaLabel || e.labels?.[0]?.textContent.trim())).map((e) => e.outerHTML)"
    )
    assert nameless == []
    assert page.evaluate("document.querySelectorAll('main, h1, [role=status]').length") >= 4


def test_texts_of_the_archive_are_texts(window: BrowserContext, bench: Workbench) -> None:
    spoiled = "<img src=x onerror=alert(1)><b>bold</b>"
    reviewing.rewrite(bench.root, MEMORY, reviewing.english(1), spoiled)
    page = opened(window, bench)
    page.keyboard.press("s")
    at(page, "t1.1")
    assert page.locator("#target").input_value() == spoiled
    assert page.locator("#text img, #text .unit div b").count() == 0


def test_without_a_name_it_is_asked_for(window: BrowserContext, root: Path) -> None:
    with reviewing.running(root) as bench:
        page = opened(window, bench)
        page.keyboard.press("s")
        at(page, "t1.1")
        page.keyboard.press("a")
        until(page, "() => document.activeElement.id === 'by'")
        page.keyboard.type("Sara Omidi")
        page.keyboard.press("Tab")
        page.locator(".unit.current").focus()
        page.keyboard.press("a")
        settled(page)
        assert approved(root) == {"t1.1"}
        page.reload()
        page.wait_for_selector(".unit.current")
        assert page.locator("#by").input_value() == "Sara Omidi"


def test_what_a_reader_has_written_is_beside_its_paragraph(window: BrowserContext, root: Path) -> None:
    letters = [
        a_letter("mill", "t4", "We carried the wood.", english="We took the woods to the mill.", sender="Babak"),
        a_letter("", "", "A fine archive."),
    ]
    with reviewing.running(root, by="Sara Omidi", letters=letters) as bench:
        page = opened(window, bench)
        at(page, "t4.1")
        assert page.locator("#filters [aria-pressed=true] .number").inner_text() == "1"
        told = page.locator("#details").inner_text()
        assert "Babak" in told
        assert "We carried the wood." in told
        assert page.locator("#details del").first.inner_text() == "woods"
        assert "A fine archive." in (page.locator("#letters").text_content() or "")
        page.get_by_role("button", name="Put this into the text").press("Enter")
        page.keyboard.press("Control+Enter")
        says(page, "last one")
        settled(page)
        assert entries(root)["t4.1"].msgstr == "We carried the wood."


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def started(root: Path, port: int) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Start a workbench in a process of its own; give the process and the address."""
    words = [
        "-m",
        "goftogu",
        "serve",
        "--review",
        "--by",
        "Sara Omidi",
        "--port",
        str(port),
        "--jobs",
        "1",
        "--root",
        str(root),
    ]
    process = subprocess.Popen([sys.executable, *words], cwd=sites.ROOT, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    address = next(line for line in process.stderr if line.startswith("http")).split(" ")[0]
    reading = threading.Thread(target=process.stderr.read)
    reading.start()
    yield process, address
    process.kill()
    process.wait()
    reading.join()
    process.stderr.close()


def test_a_killed_server_loses_nothing(window: BrowserContext, root: Path) -> None:
    port = _free_port()
    with started(root, port) as (process, address):
        page = window.new_page()
        page.goto(address)
        page.wait_for_selector(".unit.current")
        page.keyboard.press("s")
        at(page, "t1.1")
        page.keyboard.press("Enter")
        at(page, "t2.1")
        settled(page)
        process.send_signal(signal.SIGKILL)
        process.wait()
        retype(page, "Said while nobody listened.")
        page.keyboard.press("Control+Enter")
        page.wait_for_selector("[data-reach=offline]")
    assert approved(root) == {"t1.1"}
    with started(root, port) as (_, address):
        page.wait_for_selector("[data-reach=locked]")
        page.goto(address)
        page.wait_for_selector(".unit.current")
        settled(page)
        assert approved(root) == {"t1.1", "t2.1"}
        assert entries(root)["t2.1"].msgstr == "Said while nobody listened."


def test_what_was_only_typed_is_there_again_after_a_crash(window: BrowserContext, bench: Workbench) -> None:
    page = opened(window, bench)
    page.keyboard.press("e")
    page.keyboard.type("The Old Mi")
    page.close()
    page = opened(window, bench)
    assert page.locator("#target").input_value() == "The Old Mi"
    assert page.locator(".kept").is_visible()
    assert "title" not in entries(bench.root)
