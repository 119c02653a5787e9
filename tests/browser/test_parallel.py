"""In a real browser: the parallel pages, for who reads Persian first and for who reads English first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.browser.test_reach import archive, read
from tests.browsing import DESK, MARKS, PHONE, opened, served, write

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator

pytestmark = MARKS
SMALL: Final[dict[str, Any]] = {**PHONE, "viewport": {"width": 360, "height": 640}}
COLUMNS: Final = """() => {
    const first = (part) => {
        const filled = (node) => (node.data.trim() ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT);
        const text = document.createTreeWalker(part, NodeFilter.SHOW_TEXT, filled).nextNode();
        const range = document.createRange();
        range.setStart(text, 0);
        range.setEnd(text, 1);
        return range.getBoundingClientRect();
    };
    const article = document.querySelector("article"), alone = [];
    const pairs = [...article.querySelectorAll(".pair:has(> h3)")];
    Object.assign(article.style, { columnWidth: "660px", columnGap: "200px", columnFill: "auto" });
    for (let height = 400; height < 900; height += 9) {
        article.style.blockSize = `${height}px`;
        for (const pair of pairs) {
            const label = first(pair.querySelector("h3 > [lang]"));
            const below = [...pair.querySelectorAll(":scope > div")].map(first);
            const together = below.some((text) => Math.abs(text.x - label.x) < 700 && text.y > label.y);
            if (!together) alone.push(`${pair.querySelector("h3").id} at ${height}`);
        }
    }
    return alone;
}"""
"""The labels alone at the foot of a column, when the text is divided into columns of many heights, as into pages."""
VIEWS: Final = {"both": "fa", "both-en": "en"}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(write(archive(), tmp_path_factory.mktemp("parallel") / "archive")) as found:
        yield found


def place(found: Locator) -> tuple[float, float, float]:
    """Return where an element begins, at the side and at the top, and how wide it is."""
    box = found.bounding_box()
    assert box is not None
    return box["x"], box["y"], box["width"]


@pytest.mark.parametrize("view", VIEWS)
def test_the_first_turn_is_within_one_and_a_half_screens(browser: Browser, address: str, view: str) -> None:
    with opened(browser, f"{address}{view}/sea.html", **SMALL) as page:
        page.evaluate("document.fonts.ready.then(() => true)")
        assert page.evaluate("document.getElementById('t1').getBoundingClientRect().bottom") <= 640 * 1.5


@pytest.mark.parametrize(("view", "first"), VIEWS.items())
def test_on_a_phone_the_text_of_the_reader_is_above(browser: Browser, address: str, view: str, first: str) -> None:
    with opened(browser, f"{address}{view}/sea.html", **SMALL) as page:
        pair = page.locator(".pair.question").first
        tops = {language: place(pair.locator(f"> div:lang({language})"))[1] for language in ("fa", "en")}
        assert min(tops, key=lambda language: tops[language]) == first


@pytest.mark.parametrize("view", VIEWS)
def test_where_there_is_room_persian_is_on_the_right(browser: Browser, address: str, view: str) -> None:
    with opened(browser, f"{address}{view}/sea.html", **DESK) as page:
        pair = page.locator(".pair.question").first
        persian, english = (place(pair.locator(f"> div:lang({language})")) for language in ("fa", "en"))
        assert persian[0] >= english[0] + english[2]
        assert abs(persian[1] - english[1]) < 20
        names = [place(pair.locator(f"> h3 > [lang={language}]"))[0] for language in ("fa", "en")]
        assert names[0] > names[1]


@pytest.mark.parametrize(("view", "language"), VIEWS.items())
def test_one_comes_and_goes_in_one_s_own_language(browser: Browser, address: str, view: str, language: str) -> None:
    with opened(browser, f"{address}{language}/sea.html", java_script_enabled=False, **SMALL) as page:
        page.locator(".reach .languages a:not([hreflang])").click()
        page.wait_for_url(f"**/{view}/sea.html")
        assert page.evaluate("document.documentElement.lang") == language
        assert page.locator(".reach .languages [aria-current=page]").count() == 1
        for other in ("fa", "en"):
            page.locator(f".reach .languages a[hreflang={other}]").click()
            page.wait_for_url(f"**/{other}/sea.html")
            page.go_back()


def test_the_turn_is_kept_through_all_that_is_shown(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}en/sea.html", **SMALL) as page:
        read(page, "t7")
        for link, path in (("a:not([hreflang])", "both-en"), ("a[hreflang=fa]", "fa"), ("a:not([hreflang])", "both")):
            page.locator(f".reach .languages {link}").click()
            page.wait_for_url(f"**/{path}/sea.html#t7")
            read(page, "t7")


@pytest.mark.parametrize("view", VIEWS)
def test_the_introduction_is_folded_on_a_phone_and_open_on_a_desk(browser: Browser, address: str, view: str) -> None:
    for screen, shown in ((SMALL, False), (DESK, True)):
        with opened(browser, f"{address}{view}/sea.html", java_script_enabled=False, **screen) as page:
            lede = page.locator(".prelude .pair").first
            assert lede.is_visible() == shown
            if not shown:
                page.locator(".prelude summary").click()
                assert lede.is_visible()


@pytest.mark.parametrize("view", VIEWS)
def test_both_texts_and_the_introduction_are_on_paper(browser: Browser, address: str, view: str) -> None:
    with opened(browser, f"{address}{view}/sea.html", viewport={"width": 700, "height": 900}) as page:
        page.emulate_media(media="print")
        assert page.locator(".prelude .pair").first.is_visible()
        pair = page.locator(".pair.question").first
        persian, english = (place(pair.locator(f"> div:lang({language})")) for language in ("fa", "en"))
        assert persian[0] >= english[0] + english[2]


@pytest.mark.parametrize("view", VIEWS)
def test_no_label_is_left_alone_at_the_foot_of_a_page(browser: Browser, address: str, view: str) -> None:
    with opened(browser, f"{address}{view}/sea.html", viewport={"width": 700, "height": 900}) as page:
        page.emulate_media(media="print")
        page.evaluate("document.fonts.ready.then(() => true)")
        assert page.evaluate(COLUMNS) == []


@pytest.mark.parametrize("view", VIEWS)
def test_both_texts_are_beside_each_other_on_paper(browser: Browser, address: str, view: str) -> None:
    with opened(browser, f"{address}{view}/sea.html", viewport={"width": 700, "height": 900}) as page:
        page.emulate_media(media="print")
        for pair in page.locator(".pair:has(> h3)").all():
            persian, english = (place(pair.locator(f"> div:lang({language})")) for language in ("fa", "en"))
            assert persian[0] >= english[0] + english[2]
            assert persian[1] == pytest.approx(english[1], abs=1)
            assert persian[2] == pytest.approx(english[2], abs=1)


def test_an_english_parallel_page_has_the_persian_face(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}both-en/sea.html", **DESK) as page:
        assert page.evaluate("document.fonts.ready.then(fonts => [...fonts].some(font => font.status === 'loaded'))")
