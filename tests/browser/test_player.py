"""In a real browser: a recording is played, sought, followed, remembered, and of use without a script."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from goftogu.serve import local
from goftogu.serve import server as serve_server
from goftogu.serve.reload import LiveSite
from tests import sites
from tests.browsing import DESK, MARKS, PHONE, until
from tests.recordings import wav

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = MARKS

RIVER = "content/interviews/river.md"
FRONT = "media:\n  - {file: a.wav}\n  - {file: b.wav, offset: 0:00:40, label: {fa: نوار ۲, en: Tape 2}}\n---\nاین"
TURNS = "".join(
    f'{speaker}: {text}\n{{: #t{number} time="0:00:{time:02}" }}\n\n'
    for number, (speaker, text, time) in enumerate(
        (
            ("پرسشگر", "از رودخانه چه به یاد دارید؟", 2),
            ("مریم احمدی", "پاسخ آن کوتاه بود. " * 40, 5),
            ("پرسشگر", "و پس از آن؟", 20),
            ("مریم احمدی", "به شهر رفتیم. " * 40, 24),
            ("پرسشگر", "در شهر چه کردید؟", 45),
        ),
        1,
    )
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve an archive with two recordings as ``serve`` does, which sends ranges of them."""
    root = sites.make(tmp_path_factory.mktemp("player") / "archive")
    text = (root / RIVER).read_text(encoding="utf-8").replace("---\nاین", FRONT)
    (root / RIVER).write_text(text.partition("پرسشگر: از")[0] + TURNS, encoding="utf-8")
    (root / "content/media").mkdir()
    (root / "content/media/a.wav").write_bytes(wav(35, rate=3000))
    (root / "content/media/b.wav").write_bytes(wav(20, rate=3000))
    report = sites.build(root)
    assert [str(problem) for problem in report.problems if problem.code != "M006"] == []
    yield from _served(root)


def _served(root: Path) -> Iterator[str]:
    site = LiveSite(root, root / "output", "")
    server = ThreadingHTTPServer((local.HOST, 0), partial(serve_server._SiteHandler, site))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}{site.base}"
    site.close()
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    options: dict[str, Any] = {"reduced_motion": "reduce", **getattr(request, "param", DESK)}
    context = browser.new_context(**options)
    faults: list[str] = []
    found = context.new_page()
    found.on("pageerror", lambda error: faults.append(str(error)))
    found.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    yield found
    context.close()
    assert faults == []


def go(page: Page, url: str) -> None:
    page.goto(url, wait_until="domcontentloaded")
    page.wait_for_selector(".player:not([hidden])")


def state(page: Page, number: int = 0) -> tuple[float, bool]:
    found = page.evaluate(
        f"(({{currentTime, paused}}) => [currentTime, paused])(document.querySelectorAll('audio')[{number}])"
    )
    return found[0], found[1]


def wait(page: Page, test: str) -> None:
    until(page, f"() => {{ const [a, b] = document.querySelectorAll('audio'); return {test}; }}")


@pytest.mark.parametrize("view", ["fa", "en", "both"])
def test_a_click_on_a_time_plays_from_there_and_marks_the_turn(page: Page, address: str, view: str) -> None:
    go(page, f"{address}{view}/river.html")
    page.locator("h3#t3 ~ .menu .time").click()
    wait(page, "a.currentTime > 20.3 && !a.paused")
    page.locator("[data-spoken] > h3#t3").wait_for()
    wait(page, "a.currentTime > 24.2")
    page.locator("[data-spoken] > h3#t4").wait_for()
    assert page.locator("[data-spoken]").count() == 1


def test_paper_does_not_show_which_turn_is_playing(page: Page, address: str) -> None:
    look = (
        """turn => [getComputedStyle(turn).boxShadow, getComputedStyle(turn.querySelector("h3")).textDecorationLine]"""
    )
    go(page, f"{address}fa/river.html")
    page.locator("h3#t3 ~ .menu .time").click()
    spoken = page.locator("[data-spoken]")
    assert "none" not in spoken.evaluate(look)
    page.emulate_media(media="print")
    assert spoken.evaluate(look) == ["none", "none"]
    page.emulate_media(media="screen")


def test_the_bar_leads_to_the_recordings_where_no_script_keeps_the_player_in_reach(page: Page, address: str) -> None:
    go(page, f"{address}fa/river.html")
    assert not page.locator(".reach .hear").is_visible()
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    assert page.locator(".player").is_visible()
    assert page.locator(".reach").is_visible()


def test_nothing_is_loaded_before_a_click(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    go(page, f"{address}fa/river.html")
    page.locator("html").click(position={"x": 5, "y": 5})
    page.wait_for_timeout(300)
    assert not [url for url in asked if url.endswith(".wav")]
    with page.expect_response(lambda response: response.url.endswith("a.wav")) as answer:
        page.locator(".player .play").click()
    assert answer.value.status in {200, 206}


def test_the_bar_plays_pauses_and_goes_ten_seconds_back_and_on(page: Page, address: str) -> None:
    go(page, f"{address}fa/river.html")
    page.locator("h3#t3 ~ .menu .time").click()
    wait(page, "a.currentTime > 20 && !a.paused")
    page.locator(".player .play").click()
    wait(page, "a.paused")
    before, _ = state(page)
    page.locator("[data-by='10']").click()
    assert state(page)[0] == pytest.approx(before + 10, abs=0.01)
    page.locator("[data-by='-10']").click()
    page.locator("[data-by='-10']").click()
    assert state(page)[0] == pytest.approx(before - 10, abs=0.01)
    assert page.locator("[data-spoken] > h3").get_attribute("id") == "t2"


def test_keys_work_in_the_bar_and_nowhere_else(page: Page, address: str) -> None:
    go(page, f"{address}en/river.html")
    page.keyboard.press("l")
    assert state(page) == (0, True)
    page.locator(".player .play").focus()
    page.keyboard.press("l")
    assert state(page)[0] == 10
    page.keyboard.press("j")
    assert state(page)[0] == 0
    page.keyboard.press("Control+l")
    assert state(page)[0] == 0
    page.keyboard.press("k")
    wait(page, "!a.paused")
    page.keyboard.press("k")
    wait(page, "a.paused")


def test_a_time_after_the_first_recording_plays_in_the_second(page: Page, address: str) -> None:
    go(page, f"{address}fa/river.html")
    page.locator("h3#t3 ~ .menu .time").click()
    wait(page, "!a.paused")
    page.locator("h3#t5 ~ .menu .time").click()
    wait(page, "a.paused && !b.paused && b.currentTime > 5.2")
    assert page.locator("[data-spoken] > h3").get_attribute("id") == "t5"


def test_the_second_recording_follows_the_first(page: Page, address: str) -> None:
    go(page, f"{address}fa/river.html")
    page.locator(".player [type=range]").evaluate(
        "(range) => { range.max = 35; range.value = 34; range.dispatchEvent(new Event('input')); }"
    )
    page.locator(".player .play").click()
    wait(page, "a.ended && !b.paused && b.currentTime > 0")


def test_the_place_and_the_speed_are_remembered_in_every_language(page: Page, address: str) -> None:
    go(page, f"{address}fa/river.html")
    page.locator(".player select").select_option("1.5")
    page.locator("h3#t3 ~ .menu .time").click()
    wait(page, "a.currentTime > 20.5 && a.playbackRate === 1.5")
    page.locator(".player .play").click()
    wait(page, "a.paused")
    go(page, f"{address}en/river.html")
    assert page.locator(".player select").input_value() == "1.5"
    assert page.locator(".player output").inner_text().startswith("0:00:2")
    page.locator(".player .play").click()
    wait(page, "a.currentTime > 20.5 && a.playbackRate === 1.5")


@pytest.mark.parametrize("follows", [False, True])
def test_the_text_is_followed_if_wished(page: Page, address: str, follows: bool) -> None:
    go(page, f"{address}fa/river.html")
    if follows:
        page.locator(".player [type=checkbox]").check()
    page.locator("h3#t3 ~ .menu .time").evaluate("(time) => time.click()")
    wait(page, "a.currentTime > 20.2")
    page.locator("[data-spoken] > h3#t3").wait_for()
    shown = page.evaluate("document.querySelector('#t3').getBoundingClientRect().top < innerHeight")
    assert shown == follows


@pytest.mark.parametrize("page", [PHONE], indirect=True)
@pytest.mark.parametrize("view", ["fa", "en", "both"])
def test_on_a_phone_the_bar_is_slim_and_everything_can_be_touched(page: Page, address: str, view: str) -> None:
    go(page, f"{address}{view}/river.html")
    bar = page.locator(".player").bounding_box()
    assert bar is not None
    assert bar["height"] <= 60
    assert bar["y"] + bar["height"] == pytest.approx(740, abs=1)
    assert not page.locator("[data-by='10']").is_visible()
    page.locator(".player .extra").click()
    assert page.locator("[data-by='10']").is_visible()
    sizes = page.evaluate(
        "[...document.querySelectorAll('.player :is(button, select, input[type=range], label), a.time')]"
        ".map((one) => one.getBoundingClientRect()).filter(({width}) => width).map((one) => [one.width, one.height])"
    )
    assert len(sizes) > 8
    assert all(width >= 44 and height >= 44 for width, height in sizes), sizes
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_citation_of_a_turn_names_the_time(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    go(page, f"{address}en/river.html#t3")
    page.locator(".turn:has(#t3) .actions button").first.click()
    assert ", turn 3, 0:00:20, " in page.evaluate("navigator.clipboard.readText()")


def test_a_recording_that_cannot_be_played_is_told(page: Page, address: str) -> None:
    page.route("**/*.wav", lambda route: route.fulfill(body="nothing", content_type="audio/wav"))
    go(page, f"{address}en/river.html")
    page.locator(".player .play").click()
    until(page, "() => document.querySelector('.player output').value.startsWith('The recording')")


def test_without_a_script_the_browser_plays_and_times_are_links(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, **DESK)
    page = context.new_page()
    page.goto(f"{address}fa/river.html")
    page.locator(".reach .hear").click()
    assert page.locator("audio").first.is_visible()
    assert page.locator("audio").first.bounding_box()["y"] < 740  # type: ignore[index]
    assert not page.locator(".player").is_visible()
    assert page.locator("h3#t5 ~ .menu .time").get_attribute("href") == "../media/b.wav#t=5"
    context.close()
