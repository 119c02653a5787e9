"""Stretches of a text that hold together: quotes, brackets and addresses."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LONGEST: Final = 240
"""The longest quote or bracket, in code points, that holds together."""

_QUOTES: Final = {"»": "«", "”": "“"}
_BRACKETS: Final = {")": "(", "]": "["}
_QUOTE_MARKS: Final = re.compile("[»”«“]")
_BRACKET_MARKS: Final = re.compile(r"[)\](\[]")
_STRAIGHT_QUOTE: Final = re.compile(rf'"[^"\n]{{1,{LONGEST}}}"')
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S*[^\s.!?؟…،؛»”\"')\]]")


class Cover:
    """Answers in logarithmic time whether a stretch is inside one of many."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        """Take stretches as pairs of start and end; they may be nested."""
        ordered = sorted(stretches)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))

    def holds(self, start: int, end: int) -> bool:
        """Tell whether a stretch begins before ``start`` and ends at ``end`` or after it."""
        place = bisect_left(self._starts, start)
        return place > 0 and self._reach[place - 1] >= end


def quotes(text: str) -> Cover:
    """Return the short quotes of a text; each ends at its closing mark."""
    straight = ((match.start(), match.end() - 1) for match in _STRAIGHT_QUOTE.finditer(text))
    return Cover([*_pairs(text, _QUOTES, _QUOTE_MARKS), *straight])


def brackets(text: str) -> Cover:
    """Return the short brackets of a text, and its web addresses."""
    return Cover([*_pairs(text, _BRACKETS, _BRACKET_MARKS), *(match.span() for match in _ADDRESS.finditer(text))])


def _pairs(text: str, openers: Mapping[str, str], marks: re.Pattern[str]) -> list[tuple[int, int]]:
    """Match each closing mark with the nearest opening one of its kind; unmatched marks are ignored."""
    found: list[tuple[int, int]] = []
    waiting: dict[str, list[int]] = {opener: [] for opener in openers.values()}
    for match in marks.finditer(text):
        if match[0] in waiting:
            waiting[match[0]].append(match.start())
        elif stack := waiting[openers[match[0]]]:
            start = stack.pop()
            if match.start() - start <= LONGEST:
                found.append((start, match.start()))
    return found
