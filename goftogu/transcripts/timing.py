"""Lays a transcript along the words that were heard in its recording, and finds when each paragraph begins.

The words of both are aligned; those that were heard otherwise take the times of what was heard in their place, and gaps
are bridged from the next word that is known. A single word that fits amid many that do not is taken for chance.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from goftogu.transcripts import heard
from goftogu.transcripts.heard import HeardWord

_PACE: Final = 0.4
"""Seconds of a word, where nothing tells it."""
_ALONE: Final = 6
"""How many words that do not fit, on both sides of one that does, make it chance."""
_LIKE: Final = 3
"""How many times as many words may have been heard in the place of others."""
_DOUBTFUL: Final = 1 / 3
"""Share of its words below which a paragraph is not sure to be where it seems to be."""


class LaidUnit(NamedTuple):
    """When a paragraph begins.

    Attributes:
        time: Whole second, or ``None`` when nothing near it was heard.
        words: How many words it has.
        found: How many of them were heard.
    """

    time: int | None
    words: int
    found: int

    @property
    def sure(self) -> bool:
        """Whether enough of it was heard."""
        return self.time is not None and self.found >= self.words * _DOUBTFUL


class _Match(NamedTuple):
    """Words that fit: the first of the transcript, the first that was heard, and how many."""

    said: int
    heard: int
    size: int


def lay(texts: Mapping[str, str], words: Sequence[HeardWord]) -> dict[str, LaidUnit]:
    """Find when each paragraph begins.

    Args:
        texts: The paragraphs by id, in order, as plain text.
        words: What was heard, in order.
    """
    said = [heard.keys(text) for text in texts.values()]
    starts = [0, *accumulate(map(len, said))]
    flat = [key for keys in said for key in keys]
    matches = _matches(flat, [word.key for word in words])
    times, sure = _times(matches, len(flat), words)
    made = {}
    for name, first, last in zip(texts, starts, starts[1:], strict=False):
        known = times[first] if first < last else None
        count = bisect_left(sure, last) - bisect_left(sure, first)
        made[name] = LaidUnit(None if known is None else max(0, int(known)), last - first, count)
    return made


def _matches(said: Sequence[str], words: Sequence[str]) -> list[_Match]:
    found = [_Match(*block) for block in SequenceMatcher(None, said, words).get_matching_blocks()]
    ends = [0, *(match.said + match.size for match in found)]
    kept: list[_Match] = []
    for before, match, after in zip(ends, found, found[1:], strict=False):
        gap = min(match.said - before, after.said - match.said - match.size)
        if match.size > 1 or gap < _ALONE:
            kept.append(match)
    return kept


def _times(matches: Sequence[_Match], count: int, words: Sequence[HeardWord]) -> tuple[list[float | None], list[int]]:
    """Return the time of each word of the transcript, and which of them were heard."""
    times: list[float | None] = [None] * count
    sure = [match.said + step for match in matches for step in range(match.size)]
    for match in matches:
        for step in range(match.size):
            times[match.said + step] = words[match.heard + step].start
    for before, after in pairwise(matches):
        _bridge(times, (before.said + before.size, after.said), (before.heard + before.size, after.heard), words)
    return times, sure


def _bridge(
    times: list[float | None], said: tuple[int, int], others: tuple[int, int], words: Sequence[HeardWord]
) -> None:
    """Give times to the words between two that fit: of what was heard in their place, else back from the next one."""
    count, there = said[1] - said[0], others[1] - others[0]
    if there and count <= there * _LIKE and there <= count * _LIKE:
        for step in range(count):
            times[said[0] + step] = words[others[0] + step * there // count].start
        return
    earliest = words[others[0] - 1].start
    for step in range(count):
        back = words[others[1]].start - (count - step) * _PACE
        times[said[0] + step] = max(back, earliest)


def fit(laid: Mapping[str, LaidUnit], words: Sequence[HeardWord]) -> float:
    """Return how much of the shorter one of the two, the transcript or what was heard, is in the other one."""
    found, said = sum(unit.found for unit in laid.values()), sum(unit.words for unit in laid.values())
    return found / max(1, min(said, len(words)))
