"""Phrases in quotation marks: found by the index alone, counted as they are, and proved when their text is there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING
from zlib import crc32

import pytest

from goftogu.model import Interview
from tests import sample_site as sample
from tests.browsing import MARKS, opened, served, until, write

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

pytestmark = MARKS

DONE = "[data-search][aria-busy=false]"


def twins() -> Iterator[tuple[str, str]]:
    """Yield two pairs of numbers that have the same name in a file of pairs, again and again."""
    seen: dict[int, str] = {}
    for pair in map(" ".join, product(map(str, range(100, 400)), repeat=2)):
        other = seen.setdefault(crc32(pair.encode()) % 92**4, pair)
        if other != pair:
            yield other, pair


(SAID, TWIN), BOTH, *_ = twins()
TEXTS = {
    "a": ("از این که آب و نان هست خوشحالم.", "این که از نان گفتم و از این خانه."),
    "b": ("نان و آب و نان، آب.", "گفتم که از این که آب بود."),
    "c": (f"شمارهٔ {SAID} را گفتم.", "همین."),
    "d": (f"شمارهٔ {BOTH[0]} را گفتم.", f"شمارهٔ {BOTH[1]} را گفتم."),
}
"""The second and the fourth turn of each interview."""


def interview(name: str) -> Interview:
    held = sample.interview(name, "")
    said = dict(zip(("t1", "t2", "t3", "t4"), ("چه بود؟", TEXTS[name][0], "دیگر؟", TEXTS[name][1]), strict=True))
    turns = (replace(turn, paragraphs=(sample.paragraph(f"{turn.id}.1", said[turn.id]),)) for turn in held.turns)
    return replace(held, title=sample.paragraph("title", f"گفتار {name}"), lede=None, note=None, turns=tuple(turns))


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    archive = sample.archive(*map(interview, TEXTS), translations={})
    with served(write(archive, tmp_path_factory.mktemp("phrases") / "archive")) as found:
        yield f"{found}fa/search/index.html"


def press(page: Page, query: str) -> None:
    page.fill("#q", query)
    page.press("#q", "Enter")


def ask(page: Page, query: str) -> list[str]:
    """Search, and return the turns that are found, as ``a2``."""
    press(page, query)
    page.wait_for_selector(DONE)
    links: list[str] = page.locator(".hits a").evaluate_all("items => items.map(item => item.getAttribute('href'))")
    return sorted(link.removeprefix("../").replace(".html#t", "") for link in links)


def fetched(page: Page) -> list[str]:
    """Return a list that gets the name of each file of the search that is asked for."""
    names: list[str] = []
    page.on(
        "request", lambda request: names.append(request.url.rpartition("/")[2]) if "/search/" in request.url else None
    )
    return names


@pytest.mark.parametrize(
    ("query", "turns"),
    [
        ("«از این»", ["a2", "a4", "b4"]),
        ("«از این که»", ["a2", "b4"]),
        ("«از این که آب»", ["a2", "b4"]),
        ("«از این که آب و نان»", ["a2"]),
        ("«این که از نان»", ["a4"]),
        ("«آب و نان»", ["a2", "b2"]),
        ("«نان و آب و نان، آب»", ["b2"]),
        ("«که از این که»", ["b4"]),
        ("«این که از این»", []),
        ("«آب و آب»", []),
        ("«هست خوشحالم این که»", []),
        ("«از این که» نان", ["a2", "b2", "b4"]),
        ("«از این» «که آب»", ["a2", "b4"]),
        ("«آب بود» «نان هست»", []),
    ],
)
def test_the_words_of_a_phrase_follow_each_other_in_one_turn(
    browser: Browser, address: str, query: str, turns: list[str]
) -> None:
    with opened(browser, address) as page:
        assert ask(page, query) == turns


def test_a_phrase_of_common_words_needs_one_file_beside_the_texts(browser: Browser, address: str) -> None:
    with opened(browser, address) as page:
        page.wait_for_selector(DONE)
        names = fetched(page)
        assert ask(page, "«از این که»") == ["a2", "b4"]
        assert sorted(name for name in names if name[0] in "wp") == ["p0.js"]
        assert len({name for name in names if name[0] == "d"}) <= 2


def test_a_phrase_is_counted_and_linked_before_any_text_is_there(browser: Browser, address: str) -> None:
    with opened(browser, address) as page:
        page.wait_for_selector(DONE)
        held: list[Route] = []
        free: list[bool] = []

        def hold(route: Route) -> None:
            if free:
                route.continue_()
            else:
                held.append(route)

        page.route("**/search/d*.js", hold)
        press(page, "«از این که»")
        until(page, "document.querySelectorAll('.found > li').length === 2")
        assert page.locator("[role=status]").inner_text() == "۲ نتیجه"
        assert page.locator(".hits a").first.get_attribute("href") in {"../a.html#t2", "../b.html#t4"}
        until(page, "document.querySelector('[data-search]').ariaBusy === 'true'")
        free.append(True)
        for route in held:
            route.continue_()
        page.wait_for_selector(DONE)
        assert page.locator("mark").first.inner_text() == "از این که"


def test_what_only_looks_like_a_phrase_by_its_number_is_not_shown(browser: Browser, address: str) -> None:
    with opened(browser, address) as page:
        assert ask(page, f"«{SAID}»") == ["c2"]
        assert ask(page, f"«{TWIN}»") == []
        assert page.locator("[role=status]").inner_text() == "چیزی یافت نشد. شاید نمایه و موضوع‌ها کمک کنند."
        assert page.locator(".found > li").count() == 0


def test_two_pairs_of_words_with_one_name_are_both_found(browser: Browser, address: str) -> None:
    with opened(browser, address) as page:
        assert ask(page, f"«{BOTH[0]}»") == ["d2"]
        assert ask(page, f"«{BOTH[1]}»") == ["d4"]


def test_a_phrase_is_fetched_while_it_is_typed_when_its_marks_are_closed(browser: Browser, address: str) -> None:
    with opened(browser, address) as page:
        page.wait_for_selector(DONE)
        names = fetched(page)
        with page.expect_response("**/search/p0.js"):
            page.type("#q", "«از این»")
        assert page.locator(".found > li").count() == 0
        assert not [name for name in names if name[0] == "w"]


def test_an_open_quotation_mark_is_no_phrase(browser: Browser, address: str) -> None:
    with opened(browser, address) as page:
        assert ask(page, "«این از") == ["a2", "a4", "b4"]


def test_two_phrases_in_different_turns_are_told_apart(browser: Browser, address: str) -> None:
    with opened(browser, address) as page:
        assert ask(page, "«نان، آب» «آب بود»") == ["b2", "b4"]
        assert page.locator(".found > li .meta").filter(has_text="نوبت‌های جداگانه").count() == 1
