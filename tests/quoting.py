"""An archive in which a browser quotes and chooses, and what a reader does there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from goftogu.translation.memory.memory import State, Translation
from tests import sample_site as sample
from tests.archives import Archive
from tests.browsing import opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

COPIED: Final = "navigator.clipboard.readText()"
MARK: Final = """([selector, start, end]) => {
    const text = document.querySelector(selector).firstChild, range = document.createRange();
    range.setStart(text, start);
    range.setEnd(text, end);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
}"""
"""Marks words of the text of an element, from one place to another."""
NO_STORAGE: Final = """for (const name of ["localStorage", "sessionStorage"]) {
    Object.defineProperty(window, name, { get() { throw new DOMException("no", "SecurityError"); } });
}"""
"""A browser that keeps nothing."""


def archive(**changes: Any) -> Archive:
    """An archive in which a time is known of the second turn, and the fourth one is reviewed."""
    held = sample.interview()
    second = held.turns[1]
    first, last = second.paragraphs
    timed = replace(second, paragraphs=(replace(first, time=751), last))
    reviewed = Translation("It will grow faster.", State.REVIEWED, "", by="A. Reader")
    english = sample.english(t4_1=replace(reviewed, text="The sea is ours to keep."))
    return sample.archive(replace(held, turns=(held.turns[0], timed, *held.turns[2:])), translations=english, **changes)


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


def choose(page: Page, address: str, *places: str) -> None:
    for place in places:
        page.goto(f"{address}{place}")
        name = "Add to my passages" if place.startswith("en/") else "افزودن به برگزیده‌ها"
        press(page, name)


def passages(page: Page) -> list[str]:
    page.locator("[data-passages] .passages > li").first.wait_for()
    return page.locator(".passages blockquote").all_inner_texts()
