"""Checks that the web font of the Persian pages has every letter that they use.

A letter that the font lacks comes from another font of the reader's device, in another shape and size, or not at all.
The font is cut to what edited Persian needs, so the build reports when a text needs more. A file beside the font lists
its letters, in lines such as ``U+06F0-06F9``; ``tools/font.py`` writes both.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from goftogu import urls
from goftogu.locale.message import Message
from goftogu.problems import Problem, Problems

_SCRIPT: Final = re.compile("[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\u200c-\u200d\ufb50-\ufdff\ufe70-\ufefc]")
"""The blocks of the Arabic script, and the joiners."""
_USUAL: Final = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیآئأؤء\u200c\u0654\u064b\u0651٪٬٫۰۱۲۳۴۵۶۷۸۹،؛؟"
_UNUSUAL: Final = re.compile(f"[^{_USUAL}]")
_ASCII: Final = bytes(range(128))
_PERSIAN_PAGE: Final = re.compile(rb'<html[^>]* lang="?fa\b')
_FOREIGN: Final = re.compile(rb'<(p|ul|ol|div|blockquote|bdi)\b[^>]* lang="(?!(?:fa|en)")[^>]*>.*?</\1>', re.DOTALL)
"""A passage in another language, which has a font of its own."""
_HEAD: Final = 200
"""Bytes at the beginning of a page that contain its language."""


class FontChecker:
    """Collects the letters of the Persian pages as they are rendered, in any order."""

    def __init__(self) -> None:
        """Start without pages and without a font."""
        self._first: dict[str, str] = {}
        self._covered: set[str] | None = None

    def take(self, path: str, found: str) -> None:
        """Take one file of the site that was read before.

        Args:
            path: Relative to the output folder, with ``/``.
            found: From :func:`letters`.
        """
        if path == urls.FONT_COVERAGE:
            self._covered = set(found)
        elif new := set(found).difference(self._first):
            self._first.update(dict.fromkeys(new, path))

    def report(self, problems: Problems) -> None:
        """Add a problem for each letter that the font lacks, at the first page that has it."""
        if self._covered is not None:
            lacking = sorted(self._first.keys() - self._covered)
            problems.extend(_problem(sign, self._first[sign]) for sign in lacking)


def letters(path: str, data: bytes) -> str:
    """Return the letters that a Persian page uses, or those that the font has; nothing for other files."""
    if path == urls.FONT_COVERAGE:
        return "".join(sorted(covered(data.decode())))
    if path.endswith(".html") and _PERSIAN_PAGE.search(data[:_HEAD]):
        # To look for each usual letter is quicker than to make a set.
        text = _FOREIGN.sub(b"", data).translate(None, _ASCII).decode()
        found = {sign for sign in _USUAL if sign in text}
        return "".join(sorted(found.union(filter(_SCRIPT.match, _UNUSUAL.findall(text)))))
    return ""


def covered(ranges: str) -> set[str]:
    """Read the letters of a font.

    Args:
        ranges: Lines such as ``U+0621`` and ``U+06F0-06F9``.
    """
    ends = [line.removeprefix("U+").partition("-") for line in ranges.split()]
    return {chr(point) for first, _, last in ends for point in range(int(first, 16), int(last or first, 16) + 1)}


def _problem(sign: str, path: str) -> Problem:
    name = unicodedata.name(sign, "a character without a name")
    message = Message(
        "“{sign}” (U+{ord}, {name}) is not in the font of the Persian pages",
        sign=sign,
        ord=format(ord(sign), "04X"),
        name=name,
    )
    return Problem.of_file(
        path, "F001", message, Message("write a letter of Persian, or add this one to the font: tools/font.py")
    )
