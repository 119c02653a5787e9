"""How high what lists show is on a telephone, estimated from the lengths of its texts.

A page of a list ends where six screens of 360 by 780 pixels end, whatever the titles are like. The estimates follow
the style sheet and are a little generous; ``python -m bench.pages`` measures the pages themselves.
"""

from __future__ import annotations

from typing import Final

LINE: Final = 44
"""Pixels of a line that a finger can hit: a row of an index, a summary, a line of locators."""

HEADING: Final = 76
"""Pixels of a heading within a list, with the space above it."""

RUN: Final = 56
"""Pixels of the locators in an interview, after its title."""

DIVIDED: Final = 2 * LINE
"""Pixels of locators below a sub-heading of a heading."""

HIT: Final = 172
"""Pixels of a line of text with its speaker and its turn."""

_TITLE: Final = 36
"""Characters of a title in a line of 320 pixels."""
_TITLE_LINE: Final = 27
_TITLE_SPACE: Final = 19
_META: Final = 42
"""Characters in a line of small type."""
_META_LINE: Final = 26
_PROSE: Final = 38
_PROSE_LINE: Final = 36


def work(title: int, meta: int) -> int:
    """Return the height of an interview in a list, in pixels.

    Args:
        title: Characters of its title.
        meta: Characters of what is below the title.
    """
    return _TITLE_SPACE + _TITLE_LINE * _lines(title, _TITLE) + _META_LINE * _lines(meta, _META)


def entry(name: int, about: int) -> int:
    """Return the height of a person or a place in a list, in pixels.

    Args:
        name: Characters of its name in both languages.
        about: Characters of what is said of it.
    """
    return LINE * _lines(name, _TITLE) + _META_LINE * _lines(about, _META) + 1


def prose(length: int) -> int:
    """Return the height of running text of so many characters, in pixels."""
    return _PROSE_LINE * _lines(length, _PROSE)


def _lines(length: int, line: int) -> int:
    return -(-length // line)
