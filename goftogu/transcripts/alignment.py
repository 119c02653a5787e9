"""Aligns two texts, paragraph by paragraph, then word by word where paragraphs differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final, NamedTuple

from goftogu.persian.orthography.differences import Differences
from goftogu.transcripts.words import WrittenWord, letters, restored

_MANY: Final = 2000
"""Above so many words the very frequent ones are no anchors, or the alignment would take minutes."""


class AlignedSpan(NamedTuple):
    """Words of the text received, and the words that are shown in their place.

    Attributes:
        given: Number of the first word received, and of the one after the last.
        shown: The same of the words shown.
        same: What was restored in them; ``None`` where they are other words.
    """

    given: tuple[int, int]
    shown: tuple[int, int]
    same: Differences | None = None


def align(given: Sequence[Sequence[WrittenWord]], shown: Sequence[Sequence[WrittenWord]]) -> list[AlignedSpan]:
    """Align the words of two texts.

    Args:
        given: The paragraphs received.
        shown: The paragraphs shown.

    Returns:
        All words of both, in order, numbered through all paragraphs.
    """
    aligner = _Aligner([word for part in given for word in part], [word for part in shown for word in part])
    return list(aligner.paragraphs(_starts(given), _starts(shown)))


def _starts(paragraphs: Sequence[Sequence[WrittenWord]]) -> list[int]:
    """Return the number of the first word of each paragraph, and of the one after the last."""
    starts = [0]
    for paragraph in paragraphs:
        starts.append(starts[-1] + len(paragraph))
    return starts


class _Aligner:
    def __init__(self, given: Sequence[WrittenWord], shown: Sequence[WrittenWord]) -> None:
        self.given = given
        self.shown = shown

    def paragraphs(self, given: list[int], shown: list[int]) -> Iterator[AlignedSpan]:
        """Yield the spans of all paragraphs, by their first words."""
        matcher = SequenceMatcher(None, _texts(self.given, given), _texts(self.shown, shown), autojunk=False)
        for tag, first, last, start, end in matcher.get_opcodes():
            if tag == "equal":
                for one, other in zip(range(first, last), range(start, end), strict=True):
                    yield from self.alike((given[one], given[one + 1]), (shown[other], shown[other + 1]))
            else:
                yield from self.words((given[first], given[last]), (shown[start], shown[end]))

    def alike(self, given: tuple[int, int], shown: tuple[int, int]) -> Iterator[AlignedSpan]:
        """Yield words of the same letters as one span, if nothing else differs."""
        span = self.span(given, shown)
        yield from self.words(given, shown) if span.same is None else [span]

    def words(self, given: tuple[int, int], shown: tuple[int, int]) -> Iterator[AlignedSpan]:
        """Yield the spans of paragraphs that differ."""
        before = [word.key for word in self.given[slice(*given)]]
        after = [word.key for word in self.shown[slice(*shown)]]
        matcher = SequenceMatcher(None, before, after, autojunk=max(len(before), len(after)) > _MANY)
        for tag, first, last, start, end in matcher.get_opcodes():
            here, there = (given[0] + first, given[0] + last), (shown[0] + start, shown[0] + end)
            yield from self.equal(here, there) if tag == "equal" else self.other(here, there)

    def equal(self, given: tuple[int, int], shown: tuple[int, int]) -> Iterator[AlignedSpan]:
        """Yield words that are known by the same, each alone if a half-space is missing in one of them."""
        span = self.span(given, shown)
        if span.same is not None:
            yield span
            return
        for one, other in zip(range(*given), range(*shown), strict=True):
            yield self.span((one, one + 1), (other, other + 1))

    def other(self, given: tuple[int, int], shown: tuple[int, int]) -> Iterator[AlignedSpan]:
        """Yield other words; those at both ends that are only written together or apart have spans of their own."""
        (first, last), (start, end) = given, shown
        while (found := _first(self.given[first:last], self.shown[start:end])) != (0, 0):
            yield self.span((first, first + found[0]), (start, start + found[1]))
            first, start = first + found[0], start + found[1]
        behind: list[AlignedSpan] = []
        left, right = _reversed(self.given[first:last]), _reversed(self.shown[start:end])
        while (found := _first(left, right)) != (0, 0):
            behind.append(self.span((last - found[0], last), (end - found[1], end)))
            last, end = last - found[0], end - found[1]
            del left[: found[0]], right[: found[1]]
        if (first, start) != (last, end):
            yield AlignedSpan((first, last), (start, end))
        yield from reversed(behind)

    def span(self, given: tuple[int, int], shown: tuple[int, int]) -> AlignedSpan:
        """Return two ranges of words as a span."""
        return AlignedSpan(given, shown, restored(self.given[slice(*given)], self.shown[slice(*shown)]))


def _texts(words: Sequence[WrittenWord], starts: list[int]) -> list[str]:
    return [letters(words[first:last]) for first, last in pairwise(starts)]


def _reversed(words: Sequence[WrittenWord]) -> list[WrittenWord]:
    return [word._replace(key=word.key[::-1]) for word in reversed(words)]


def _first(given: Sequence[WrittenWord], shown: Sequence[WrittenWord]) -> tuple[int, int]:
    """Return how many words at the beginning of both have the same letters, as few as possible; 0 and 0 if none do."""
    left = right = ""
    first = start = 0
    while not left or left != right:
        if len(left) <= len(right):
            if first == len(given):
                return 0, 0
            left, first = left + given[first].key, first + 1
        else:
            if start == len(shown):
                return 0, 0
            right, start = right + shown[start].key, start + 1
        if not left.startswith(right) and not right.startswith(left):
            return 0, 0
    return first, start
