"""The pages in a real browser: both directions, phones, no script, no server, paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from goftogu.edition.citations import cite
from goftogu.model import Language
from goftogu.problems import Problems
from goftogu.translation import corrections
from goftogu.translation.memory.memory import State, Translation
from tests import sample_site as sample
from tests.archives import Archive
from tests.browsing import MARKS, PHONE, opened, served, until, write
from tests.letters import a_letter

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

KINDS = [
    "index.html",
    "404.html",
    "fa/index.html",
    "fa/sea.html",
    "en/sea.html",
    "both/sea.html",
    "both-en/sea.html",
    "fa/topics/index.html",
    "en/topics/sea.html",
    "fa/people/index.html",
    "en/people/sarv.html",
    "en/places/index.html",
    "fa/places/coast.html",
    "fa/a-z/index.html",
    "en/a-z/index.html",
    "en/chronology/index.html",
    "en/about.html",
    "fa/interviews/index.html",
    "fa/progress/index.html",
    "en/search/index.html",
    "fa/passages/index.html",
    "en/passages/index.html",
]
LONG = "واژه " * 90

pytestmark = MARKS


def long_interview() -> Archive:
    """An archive in which every text is long, one paragraph has no English and one is reviewed."""
    interview = sample.rewritten(sample.interview(), lambda text: LONG + text)
    changes = {"t2_1": Translation("It grows. " * 60, State.REVIEWED, ""), "t4_1": Translation("", State.MISSING, "")}
    return sample.archive(interview, translations=sample.english(State.DRAFT, **changes))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(long_interview(), tmp_path_factory.mktemp("site") / "archive")


REVIEWED = Translation("It grows well.", State.REVIEWED, "", by="A. Reader")


def cited(archive: Archive, turn: str) -> str:
    return cite(archive.material(archive.interviews[0]), Language.EN, turn).words


def watched(page: Page) -> list[str]:
    found: list[str] = []
    page.on("request", lambda request: found.append(request.url))
    return found


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


def test_a_linked_turn_is_lit(browser: Browser, address: str) -> None:
    ground = "item => getComputedStyle(item).backgroundColor"
    with opened(browser, address + "fa/sea.html#t2") as page:
        turns = page.locator(".turn")
        assert turns.nth(1).evaluate(ground) != turns.nth(0).evaluate(ground)


IN_A_SENTENCE = ":is(.prose, .speech, .lede, .notice, .introduction, .citation) :is(p, li) a"
SMALL = """(items, sentence) => items.filter(item => !item.matches(sentence) && !item.matches('.skip'))
.map(item => [item.outerHTML, item.getBoundingClientRect()])
.filter(([, box]) => box.width > 0 && (box.width < 43.9 || box.height < 43.9))
.map(([text, box]) => [text, box.width, box.height])"""


@pytest.mark.parametrize("kind", KINDS)
def test_targets_are_large_enough_for_a_finger(browser: Browser, address: str, kind: str) -> None:
    with opened(browser, address + kind, **PHONE) as page:
        page.locator("details").evaluate_all("items => items.forEach(item => { item.open = true })")
        targets = page.locator("a[href], button, summary, input")
        assert targets.count() > 0
        assert targets.evaluate_all(SMALL, IN_A_SENTENCE) == []


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
    folder = write(sample.archive(interview, translations=english), tmp_path / "site")
    for kind in KINDS:
        with opened(browser, "about:blank") as page:
            page.add_init_script("window.alert = () => { window.attacked = true }")
            page.goto((folder / kind).as_uri())
            assert page.locator("img, svg").count() == 0
            assert page.locator("a[href^=javascript]").count() == 0
            assert page.evaluate("window.attacked ?? false") is False


COPIED = "() => navigator.clipboard.readText()"


def test_a_linked_turn_can_be_cited_and_mended(browser: Browser, tmp_path: Path) -> None:
    archive = sample.archive(
        url="https://example.org/archive/", translations=sample.english(t2_1=REVIEWED, t2_2=REVIEWED)
    )
    archive = archive.configured(corrections="mailto:archive@example.org")
    with served(write(archive, tmp_path / "archive")) as address:
        context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
        page = context.new_page()
        page.goto(address + "en/sea.html#t2")
        turn = page.locator(".turn:has(> #t2)")
        assert page.locator(".actions:visible").count() == 1
        turn.get_by_role("button", name="Copy citation").click()
        turn.get_by_role("button", name="Copied").wait_for()
        copied = page.evaluate(COPIED)
        assert copied.startswith(f"{cited(archive, 't2')}, accessed ")
        assert copied.endswith(". https://example.org/archive/en/sea.html#t2")
        assert "reviewed translation" in copied
        page.locator("#t3 + .menu a").first.click()
        page.locator(".turn:has(> #t3)").get_by_role("button", name="Copy citation").click()
        page.locator(".turn:has(> #t3)").get_by_role("button", name="Copied").wait_for()
        assert page.evaluate(COPIED).startswith(cited(archive, "t3"))
        context.close()


def mended(page: Page, turn: str) -> dict[str, list[str]]:
    """Ask to suggest a correction of a turn, and return what the link has been filled with."""
    page.evaluate("document.addEventListener('click', (event) => event.preventDefault())")
    link = page.locator(f"h3#{turn} ~ .actions [data-mend]")
    empty = link.get_attribute("href")
    link.press("Enter")
    until(page, "([link, empty]) => link.getAttribute('href') !== empty", arg=[link.element_handle(), empty])
    return parse_qs(urlsplit(link.get_attribute("href") or "").query)


@pytest.mark.parametrize("view", ["fa", "en", "both"])
def test_a_correction_has_both_texts_and_is_read_again(browser: Browser, tmp_path: Path, view: str) -> None:
    archive = sample.archive(url="https://example.org/archive/", translations=sample.english(t2_1=REVIEWED))
    archive = archive.configured(corrections="https://example.org/new?template=correction.md")
    with (
        served(write(archive, tmp_path / "archive")) as address,
        opened(browser, f"{address}{view}/sea.html#t2") as page,
    ):
        written = mended(page, "t2")
    assert (written["template"], written["title"]) == (["correction.md"], ["sea#t2"])
    letter = tmp_path / "letter.txt"
    letter.write_text(f"{written['body'][0]}It will grow.", encoding="utf-8")
    assert corrections.read(letter, Problems()) == [
        a_letter("sea", "t2", "It will grow.", "رشد می‌کند.\nتندتر خواهد شد.", "It grows well.\nIt will grow faster.")
    ]


def test_a_correction_of_what_has_no_english_has_its_persian(browser: Browser, tmp_path: Path) -> None:
    archive = sample.archive(url="https://example.org/archive/", translations={})
    archive = archive.configured(corrections="mailto:archive@example.org")
    with served(write(archive, tmp_path / "archive")) as address, opened(browser, f"{address}fa/sea.html#t3") as page:
        body = mended(page, "t3")["body"][0]
    assert body == "https://example.org/archive/fa/sea.html#t3\r\n\r\nفارسی:\r\nو دریا؟\r\n\r\nپیشنهاد شما:\r\n"


def test_a_page_from_a_disk_fills_in_what_it_has(browser: Browser, tmp_path: Path) -> None:
    archive = sample.archive().configured(corrections="mailto:archive@example.org")
    folder = write(archive, tmp_path / "archive")
    with opened(browser, f"{(folder / 'fa/sea.html').as_uri()}#t3") as page:
        body = mended(page, "t3")["body"][0]
    assert body == "fa/sea.html#t3\r\n\r\nفارسی:\r\nو دریا؟\r\n\r\nپیشنهاد شما:\r\n"


def test_a_correction_can_be_suggested_without_script(browser: Browser, tmp_path: Path) -> None:
    archive = sample.archive()
    archive = archive.configured(corrections="https://example.org/issues/new")
    folder = write(archive, tmp_path / "archive")
    with opened(browser, f"{(folder / 'fa/sea.html').as_uri()}#t4", java_script_enabled=False) as page:
        visible = page.locator(".actions a:visible")
        target = "https://example.org/issues/new?title=sea%23t4&body=fa%2Fsea.html%23t4%0D%0A%0D%0A"
        assert visible.evaluate_all("links => links.map(link => link.href)") == [target]


def test_english_pages_load_no_font_and_nothing_moves(browser: Browser, address: str) -> None:
    for kind, fonts, most in (("en/sea.html", 0, 0), ("fa/sea.html", 1, 0.01)):  # no preload without the address
        context = browser.new_context(**PHONE)
        page = context.new_page()
        requests = watched(page)
        page.add_init_script(
            "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(entry => "
            "{ window.moved += entry.value })).observe({ type: 'layout-shift', buffered: true })"
        )
        page.goto(address + kind)
        page.evaluate("document.fonts.ready.then(() => true)")
        assert sum(url.endswith(".woff2") for url in requests) == fonts
        assert len(requests) <= 8
        assert page.evaluate("window.moved") <= most
        context.close()


def test_more_contrast_is_given_when_asked_for(browser: Browser, address: str) -> None:
    colour = "getComputedStyle(document.querySelector('.footer')).color"
    with opened(browser, address + "fa/sea.html") as page:
        usual = page.evaluate(colour)
        page.emulate_media(contrast="more")
        assert page.evaluate(colour) != usual
        assert page.evaluate(colour) == page.evaluate("getComputedStyle(document.documentElement).color")


def test_linked_data_stands_in_the_page_and_is_not_run(browser: Browser, tmp_path: Path) -> None:
    attack = "</script><script>window.attacked = true</script>"
    interview = sample.rewritten(sample.interview(), lambda _: attack)
    folder = write(sample.archive(interview, url="https://example.org/", translations={}), tmp_path / "site")
    complaints: list[str] = []
    with served(folder) as address, opened(browser, "about:blank") as page:
        page.on("console", lambda message: complaints.append(message.text))
        page.goto(address + "fa/sea.html")
        data = page.evaluate("JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').textContent)")
        assert [thing["@type"] for thing in data["@graph"]] == ["Article", "BreadcrumbList"]
        assert data["@graph"][0]["headline"] == attack
        assert page.evaluate("window.attacked ?? false") is False
        assert complaints == []


def test_the_policy_stops_a_script_that_gets_into_a_page(browser: Browser, address: str) -> None:
    with opened(browser, address + "fa/sea.html") as page:
        page.evaluate("document.body.append(Object.assign(document.createElement('script'), {textContent: 'x = 1'}))")
        assert page.evaluate("window.x ?? 0") == 0
