"""The pages in a real browser: both directions, phones, no script, no server, paper."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from goftogu import pages
from goftogu.render import Renderer
from goftogu.site import Site
from goftogu.translation.memory import State, Translation
from tests import sample_site as sample

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

TEMPLATES = Path(__file__).parents[2] / "templates"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
KINDS = [
    "index.html",
    "404.html",
    "fa/index.html",
    "fa/sea.html",
    "en/sea.html",
    "both/sea.html",
    "fa/topics/index.html",
    "en/topics/sea.html",
    "fa/people/index.html",
    "en/about.html",
    "fa/interviews/index.html",
]
PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
DESK = {"viewport": {"width": 1280, "height": 900}}
LONG = "واژه " * 90

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is missing: install the package “chromium”"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    api = pytest.importorskip("playwright.sync_api", reason="the Python package “playwright” is missing")
    with api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


def write(site: Site, folder: Path) -> Path:
    renderer = Renderer([TEMPLATES])
    for page in pages.plan(site):
        made = renderer.render(page)
        assert isinstance(made, bytes)
        (folder / page.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / page.path).write_bytes(made)
    shutil.copytree(TEMPLATES / "static", folder / "static")
    return folder


def long_interview() -> Site:
    """An archive in which every text is long, one paragraph has no English and one is reviewed."""
    interview = sample.rewritten(sample.interview(), lambda text: LONG + text)
    changes = {"t2_1": Translation("It grows. " * 60, State.REVIEWED, ""), "t4_1": Translation("", State.MISSING, "")}
    return sample.site(interview, translations=sample.english(State.DRAFT, **changes))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(long_interview(), tmp_path_factory.mktemp("site") / "archive")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """The site below a folder of a server, as on GitHub Pages."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder.parent)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/archive/"
    server.shutdown()
    thread.join()
    server.server_close()


@contextmanager
def opened(browser: Browser, url: str, **options: Any) -> Iterator[Page]:
    context = browser.new_context(reduced_motion="reduce", **{**DESK, **options})
    page = context.new_page()
    page.goto(url)
    yield page
    context.close()


def box(page: Page, selector: str) -> dict[str, float]:
    found: dict[str, float] = page.evaluate(
        "selector => (({x, y, width, height}) => ({x, y, width, height}))"
        "(document.querySelector(selector).getBoundingClientRect())",
        selector,
    )
    return found


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_scrolls_sideways_or_complains(browser: Browser, address: str, kind: str, width: int) -> None:
    complaints: list[str] = []
    context = browser.new_context(viewport={"width": width, "height": 800}, is_mobile=width < 600)
    page = context.new_page()
    page.on("console", lambda message: complaints.append(message.text))
    page.on("requestfailed", lambda request: complaints.append(request.url))
    page.on("request", lambda request: None if request.url.startswith(address) else complaints.append(request.url))
    page.goto(address + kind)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert complaints == []
    context.close()


@pytest.mark.parametrize("kind", ["fa/sea.html", "en/topics/sea.html", "index.html"])
def test_pages_work_from_a_folder(browser: Browser, folder: Path, kind: str) -> None:
    with opened(browser, (folder / kind).as_uri()) as page:
        assert page.evaluate("getComputedStyle(document.body).fontSize") == "18px"
        targets = page.evaluate("[...document.querySelectorAll('a')].map(link => link.href.split('#')[0])")
        missing = [target for target in targets if not Path(target.removeprefix("file://")).is_file()]
        assert [target for target in missing if "/data/" not in target] == []


def test_directions(browser: Browser, address: str) -> None:
    for kind, direction in (("fa/sea.html", "rtl"), ("en/sea.html", "ltr")):
        with opened(browser, address + kind, **PHONE) as page:
            assert page.evaluate("getComputedStyle(document.querySelector('.speech')).direction") == direction


def test_the_persian_of_a_turn_unfolds_without_script(browser: Browser, address: str) -> None:
    with opened(browser, address + "en/sea.html", java_script_enabled=False) as page:
        original = page.locator(".original").first
        assert not original.locator("div").is_visible()
        original.locator("summary").click()
        assert original.locator("div").is_visible()


def test_a_missing_paragraph_stands_in_persian_direction(browser: Browser, address: str) -> None:
    with opened(browser, address + "en/sea.html") as page:
        missing = page.locator("p.missing")
        assert missing.evaluate("item => getComputedStyle(item).direction") == "rtl"


def test_three_views_without_script(browser: Browser, address: str) -> None:
    with opened(browser, address + "both/sea.html", java_script_enabled=False) as page:
        persian, english = page.locator(".pair > div:lang(fa)").last, page.locator(".pair > div:lang(en)").last
        assert persian.is_visible()
        assert english.is_visible()
        page.locator("label[for=view-en]").click()
        assert not persian.is_visible()
        assert english.is_visible()
        page.locator("label[for=view-fa]").click()
        assert persian.is_visible()
        assert not english.is_visible()


def test_pairs_stand_side_by_side_where_there_is_room(browser: Browser, address: str) -> None:
    persian, english = ".question > div:lang(fa)", ".question > div:lang(en)"
    with opened(browser, address + "both/sea.html") as page:
        one, other = box(page, persian), box(page, english)
        assert abs(one["y"] - other["y"]) < 40
        assert one["x"] > other["x"] + other["width"]
    with opened(browser, address + "both/sea.html", **PHONE) as page:
        one, other = box(page, persian), box(page, english)
        assert other["y"] >= one["y"] + one["height"]


def test_pairs_stand_side_by_side_on_paper(browser: Browser, address: str) -> None:
    with opened(browser, address + "both/sea.html", viewport={"width": 700, "height": 900}) as page:
        page.emulate_media(media="print")
        one, other = box(page, ".question > div:lang(fa)"), box(page, ".question > div:lang(en)")
        assert one["x"] > other["x"] + other["width"]
        assert not page.locator(".masthead nav").first.is_visible()


def test_the_switch_of_languages_keeps_the_turn(browser: Browser, address: str) -> None:
    with opened(browser, address + "fa/sea.html#t4", **PHONE) as page:
        page.locator(".languages a[hreflang=en]").focus()
        page.evaluate("scrollTo(0, document.getElementById('t3').getBoundingClientRect().top + scrollY - 20)")
        page.locator(".languages a[hreflang=en]").dispatch_event("pointerdown")
        assert page.locator(".languages a[hreflang=en]").evaluate("link => link.hash") == "#t3"
        page.evaluate("scrollTo(0, 0)")
        page.locator(".languages a[hreflang=en]").click()
        page.wait_for_url("**/en/sea.html")


def test_a_linked_turn_is_lit(browser: Browser, address: str) -> None:
    ground = "item => getComputedStyle(item).backgroundColor"
    with opened(browser, address + "fa/sea.html#t2") as page:
        turns = page.locator(".turn")
        assert turns.nth(1).evaluate(ground) != turns.nth(0).evaluate(ground)


def test_targets_are_large_enough_for_a_finger(browser: Browser, address: str) -> None:
    selector = ".masthead a, .tools a, .chips a, summary, .contents a, .footer a, .views label, .entries a, .hits a"
    measure = "items => items.map(item => [item.outerHTML, item.getBoundingClientRect().height])"
    for kind in ("fa/sea.html", "en/sea.html", "both/sea.html", "fa/topics/index.html", "en/topics/sea.html"):
        with opened(browser, address + kind, **PHONE) as page:
            page.locator("details").evaluate_all("items => items.forEach(item => { item.open = true })")
            found = page.locator(selector).evaluate_all(measure)
            assert [item for item in found if 0 < item[1] < 43.9] == []


def test_the_dark_theme(browser: Browser, address: str) -> None:
    with opened(browser, address + "fa/sea.html", color_scheme="dark") as page:
        assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(20, 22, 26)"


def test_the_keyboard_meets_the_page_in_reading_order(browser: Browser, address: str) -> None:
    with opened(browser, address + "en/sea.html") as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
        assert box(page, ".skip")["height"] >= 43.9
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"


def test_what_content_says_is_never_run(browser: Browser, tmp_path: Path) -> None:
    attack = "<img src=x onerror=alert(1)><script>alert(2)</script>[x](javascript:alert(3))\"'><svg onload=alert(4)>"
    interview = sample.rewritten(sample.interview(), lambda _: attack)
    english = dict.fromkeys(sample.ENGLISH, Translation(attack, State.MACHINE, attack))
    folder = write(sample.site(interview, translations=english), tmp_path / "site")
    for kind in KINDS:
        with opened(browser, "about:blank") as page:
            page.add_init_script("window.alert = () => { window.attacked = true }")
            page.goto((folder / kind).as_uri())
            assert page.locator("img, svg").count() == 0
            assert page.locator("a[href^=javascript]").count() == 0
            assert page.evaluate("window.attacked ?? false") is False
