"""The gate of reading modes: what Readability, which Firefox uses, leaves of the pages of an interview.

It runs in the page itself, in Chromium. A reader of the reading text must get every paragraph of the language of the
page, in its order, and nothing of the other one; on a parallel page both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from tools.standing import INTERVIEW, NODE, Site

PAGES: Final = tuple(f"{view}/{INTERVIEW}.html" for view in ("fa", "en", "both", "both-en"))

_READ: Final = """() => {
  const found = new Readability(document.cloneNode(true)).parse();
  const texts = [...document.querySelectorAll(".speech > p, .pair > [lang] > p")].map(p => {
    const own = p.cloneNode(true);
    own.querySelectorAll(".standing, .state, .noteref").forEach(mark => mark.remove());
    return own.textContent;
  });
  return [found?.textContent ?? "", texts];
}"""
"""Returns the reading text, and the paragraphs of all turns without their marks."""

_OTHER: Final = {"en": re.compile("[\u0600-\u06ff]"), "fa": re.compile("[A-Za-z]")}
"""Letters of the other language, by the language of a page."""
_MOST: Final = 0.02
"""The share of such letters that names and terms may have."""
_LETTER: Final = re.compile(r"[^\W\d_]")


class ReadingText(NamedTuple):
    """What a reading mode shows, and what it should show, in order."""

    shown: str
    paragraphs: Sequence[str]


def reading(site: Site) -> Iterator[str]:
    """Read the pages of an interview as a reading mode shows them."""
    script = (NODE / "@mozilla/readability/Readability.js").read_text(encoding="utf-8")
    for path in PAGES:
        with site.opened(path, bypass_csp=True) as page:
            page.add_script_tag(content=script)
            found = ReadingText(*page.evaluate(_READ))
        yield from (f"{path}: {fault}" for fault in faults(found, path.partition("/")[0]))


def faults(found: ReadingText, view: str) -> Iterator[str]:
    """Yield what is wrong with a reading text.

    Args:
        found: The text.
        view: The first folder of the page's path.
    """
    shown = _plain(found.shown)
    paragraphs = [text for text in map(_plain, found.paragraphs) if text]
    if not shown or not paragraphs:
        yield "the reading text is empty"
        return
    yield from (f"the reading text lacks “{text[:60]}”" for text in paragraphs if text not in shown)
    if not _in_order(shown, paragraphs):
        yield "the reading text has its paragraphs in another order"
    if (other := _OTHER.get(view)) and (share := _share(other, shown)) > _MOST:
        yield f"{share:.0%} of the letters of the reading text are of the other language"


def _plain(text: str) -> str:
    return " ".join(text.split())


def _in_order(shown: str, paragraphs: Sequence[str]) -> bool:
    place = 0
    for text in paragraphs:
        there = shown.find(text, place)
        place = max(there, place)
        if there < 0 and text in shown:
            return False
    return True


def _share(other: re.Pattern[str], text: str) -> float:
    """Return which part of the letters of a text another pattern finds."""
    return len(other.findall(text)) / max(1, len(_LETTER.findall(text)))
