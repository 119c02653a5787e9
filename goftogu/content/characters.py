r"""Which characters a text may hold, wherever it comes from.

The question is asked of the text itself: of a file after it is decoded, of a value after its escapes are undone. So a
character cannot come in as ``\u202e`` where it could not come in as itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from goftogu.locale.message import Message
from goftogu.problems import Problem, Problems, line_and_column

_PLANES: Final = "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
_CONTROL: Final = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff\ufdd0-\ufdef{_PLANES}]")
"""Control characters but tab and newline, what overrides the direction, surrogates, and noncharacters of Unicode."""

_OPENS: Final = {"\u202a": "\u202c", "\u202b": "\u202c", "\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}
_DIRECTION: Final = re.compile("[\u202a-\u202c\u2066-\u2069]")
_BREAKS: Final = re.compile("[\u2028\u2029]")
_SEEN: Final = re.compile(
    "[^\\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]"
)
"""What leaves a mark on paper: all but blanks and what Unicode tells programs to ignore."""

_MOST_LETTERS: Final = 200
_WINDOW: Final = (_MOST_LETTERS + 1) // 2
"""A longer word fills at least one of the stretches of so many characters into which a text is cut."""
_LONGEST: Final = re.compile(rf"(?:[^\W_]|\u200c){{{_MOST_LETTERS + 1}}}")
"""Longer than any word; hashes and keys have up to 128 characters."""

_MERGE: Final = re.compile(r"^(?:<{7}|>{7}|\|{7}) .*$", re.MULTILINE)
_MERGES: Final = ("<<<<<<< ", ">>>>>>> ", "||||||| ")


def check(shown: str, text: str, problems: Problems) -> None:
    """Look for what a text may not hold.

    That is a control character, a mark of direction that is not closed, an endless word, and what Git leaves in a
    file in which two versions could not be merged.

    Args:
        shown: Path for the problems.
        text: With newlines as line ends.
        problems: What is found is added.
    """
    if not _is_usual(text):
        if found := _CONTROL.search(text):
            problems.add(_control(shown, text, found.start(), Message("is not allowed in a text")))
        if (start := next(unclosed(text), None)) is not None:
            problems.add(_control(shown, text, start, Message("is not closed on its line")))
    _check_words(shown, text, problems)
    check_merge(shown, text, problems)


def check_merge(shown: str, text: str, problems: Problems) -> None:
    """Report the first line with which Git marks two versions of a text that it could not merge.

    Args:
        shown: Path for the problem.
        text: The text.
        problems: What is found is added.
    """
    if any(mark in text for mark in _MERGES) and (found := _MERGE.search(text)):
        message = Message("two versions of the file are not merged yet: “{line}”", line=found[0])
        hint = Message("keep what is right of both, and delete the lines with <<<<<<<, ======= and >>>>>>>")
        problems.add(Problem(shown, *line_and_column(text, found.start()), "S015", message, hint))


def fault_of_value(text: str) -> Message:
    """Say why a text cannot be the value of a key, or a key; an empty message when it can."""
    if _is_usual(text):
        return Message("")
    found = _CONTROL.search(text) or _BREAKS.search(text)
    if found is not None:
        return _said(found[0], Message("is not allowed in a text"))
    start = next(unclosed(text), None)
    return Message("") if start is None else _said(text[start], Message("is not closed on its line"))


def _is_usual(text: str) -> bool:
    """Tell whether a text has no character, but newlines and half-spaces, that Python would not print."""
    return text.replace("\n", "").replace("\u200c", "").isprintable()


def is_blank(text: str) -> bool:
    """Tell whether nothing of a text can be seen: it is empty, or has only blanks, half-spaces and the like."""
    return _SEEN.search(text) is None


def _check_words(shown: str, text: str, problems: Problems) -> None:
    starts = range(0, len(text) - _WINDOW + 1, _WINDOW)
    if any(text.find(" ", start, start + _WINDOW) < 0 for start in starts) and (found := _LONGEST.search(text)):
        message, hint = Message("a word of more than 200 letters begins here"), Message("it is not a word: remove it")
        problems.add(Problem(shown, *line_and_column(text, found.start()), "S010", message, hint))


def _control(shown: str, text: str, offset: int, fault: Message) -> Problem:
    place = line_and_column(text, offset)
    return Problem(shown, *place, "S003", _said(text[offset], fault), Message("delete the character"))


def _said(character: str, fault: Message) -> Message:
    return Message("{sign} {fault}", sign=f"U+{ord(character):04X}", fault=fault)


def unclosed(text: str) -> Iterator[int]:
    """Yield the offsets of direction marks that are not closed on their line."""
    line, opened = 0, list[tuple[int, str]]()
    for found in _DIRECTION.finditer(text):
        if text.count("\n", line, found.start()):
            yield from (start for start, _ in opened)
            opened = []
        line = found.start()
        if found.group() in _OPENS:
            opened.append((found.start(), _OPENS[found.group()]))
        elif opened and opened[-1][1] == found.group():
            opened.pop()
    yield from (start for start, _ in opened)
