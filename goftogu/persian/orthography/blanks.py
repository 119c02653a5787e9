"""Half-spaces that were typed as blanks: where they are, and what takes their place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import compress
from typing import NamedTuple

from goftogu.persian.orthography.letters import ZWNJ, fold, joins, last
from goftogu.persian.remembering import Remembered

UNSURE = frozenset({"pair", "compound", "without"})
"""Rules whose words are also written apart on purpose; they hold only where blanks stand for half-spaces."""

_BLANKS = frozenset({" ", "\u00a0", f" {ZWNJ}", f"\u00a0{ZWNJ}"})
_OPENED = re.compile('[ \u00a0][«("“]?').fullmatch
_GLUED = re.compile(r"\w").match
_MEMORY = 100_000
_LONGEST = 60
"""Letters after which nothing more is joined to a word."""


class Joint(NamedTuple):
    """A blank that is read as a half-space.

    Attributes:
        place: Its place among the pieces of the line.
        shown: What is read in its place: a half-space, or nothing where it would not show.
        rule: The rule that decided.
    """

    place: int
    shown: str
    rule: str


class Gap(NamedTuple):
    """A blank between two words.

    Attributes:
        left: The folded word before it, with what has been joined to it.
        right: The folded word after it.
        pieces: The pieces of the line.
        first: Place of the first word of what is before the blank.
        place: Place of the blank.
    """

    left: str
    right: str
    pieces: list[str]
    first: int
    place: int

    def before(self) -> str:
        """Return the folded word before both, if only a blank is between them."""
        return fold(self.pieces[self.first - 2]) if self.first > 1 and self.pieces[self.first - 1] in _BLANKS else ""

    def after(self) -> str:
        """Return the folded word after both, or the mark that follows them."""
        between = self.pieces[self.place + 2]
        if _OPENED(between):
            return fold(self.pieces[self.place + 3]) if self.place + 3 < len(self.pieces) else ""
        return between.strip()[:1]

    def words_after(self) -> list[str]:
        """Return the folded words after both, at most three, up to what is no blank."""
        found: list[str] = []
        for place in range(self.place + 2, min(self.place + 8, len(self.pieces) - 1), 2):
            if self.pieces[place] not in _BLANKS:
                break
            found.append(fold(self.pieces[place + 1]))
        return found


class Blanks:
    """Finds the blanks of a line that stand for half-spaces."""

    def __init__(
        self, rule: Callable[[Gap], str | None], heads: Callable[[str], bool], tails: Callable[[str], bool]
    ) -> None:
        """Take the judges.

        Args:
            rule: Names the rule by which a blank is read as a half-space, or returns ``None``.
            heads: Tells whether something may be joined to a folded word by what the word is.
            tails: Tells whether a folded word may be joined to the word before it.
        """
        self._rule, self._heads, self._tails = rule, heads, tails
        self._sides = Remembered(self._open_sides, _MEMORY)

    def find(self, pieces: list[str]) -> Iterator[Joint]:
        """Yield the blanks that stand for half-spaces, from left to right.

        Args:
            pieces: A line, cut by :func:`~goftogu.persian.orthography.letters.split`.
        """
        left, first, following = "", 0, 0
        for place in self._suspects(pieces):
            if place != following:
                left, first = fold(pieces[place - 1]), place - 1
            right = fold(pieces[place + 1])
            rule = self._rule(Gap(left, right, pieces, first, place))
            if rule and len(left) < _LONGEST:
                yield Joint(place, _shown(pieces[place - 1]), rule)
                left, following = left + right, place + 2
                if right == "و":
                    yield Joint(place + 2, "", rule)
                    left, following = left + fold(pieces[place + 3]), place + 4

    def _suspects(self, pieces: list[str]) -> list[int]:
        sides = self._sides
        words = compress(range(1, len(pieces), 2), map(sides.__getitem__, pieces[1::2]))
        gaps = {word + side for word in words for side in sides[pieces[word]]}
        return sorted(gap for gap in gaps if pieces[gap] in _BLANKS and _is_between(pieces, gap))

    def _open_sides(self, word: str) -> tuple[int, ...]:
        """Tell on which sides of a word something may be joined to it, by what the word is."""
        folded = fold(word)
        return (-1,) * self._tails(folded) + (1,) * self._heads(folded)


def join(pieces: list[str], joints: list[Joint]) -> list[str]:
    """Return the pieces of a line whose words are joined."""
    joined: list[str] = []
    start = 0
    for joint in joints:
        joined += pieces[start : joint.place]
        joined[-1] += joint.shown + pieces[joint.place + 1]
        start = joint.place + 2
    return joined + pieces[start:]


def _is_between(pieces: list[str], gap: int) -> bool:
    """Tell whether a gap is between two words, and no digit and no letter of another script is joined to them."""
    inner = 1 < gap < len(pieces) - 1
    return inner and not _GLUED(pieces[gap - 2][-1:]) and not _GLUED(pieces[gap + 2])


def _shown(left: str) -> str:
    return ZWNJ if joins(last(left)) and not left.endswith(ZWNJ) else ""
