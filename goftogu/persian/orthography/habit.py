"""How a text is typed: whether its blanks may stand for half-spaces.

Who types «می رود» types «گفت و گو», too. Who sets half-spaces, or joins the words, means a blank as a blank.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, auto

_SAMPLE = 20_000
"""How many words are looked at."""

_SURE = 20
"""How many blanks for half-spaces settle it, if they are usual."""

_USUAL = 40
"""They are usual when there is one in so many words."""

_SLIP = 20
"""One such blank among as many half-spaces is a slip, or is meant."""

_FEW = 5
"""Fewer half-spaces tell nothing."""


class Habit(Enum):
    """What the blanks of a text may stand for.

    Attributes:
        MIXED: Blanks are joined where the endings alone are sure, compounds not.
        BLANKS: Compounds, too.
        SET: None is joined.
    """

    MIXED = auto()
    BLANKS = auto()
    SET = auto()


class Count:
    """Counts what is found in the lines of a text."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.words = 0
        self.blanks = 0

    def add(self, words: int, blanks: int) -> bool:
        """Add a line and tell whether enough has been seen.

        Args:
            words: How many words the line has.
            blanks: How many of its blanks surely stand for half-spaces.
        """
        self.words += words
        self.blanks += blanks
        return self.words >= _SAMPLE or (self.blanks >= _SURE and self._usual())

    def _usual(self) -> bool:
        return self.blanks * _USUAL >= self.words

    def habit(self, half_spaces: Iterable[int]) -> Habit:
        """Judge.

        Args:
            half_spaces: How many half-spaces each line has or lacks; asked for only as long as it matters.
        """
        if self.blanks and self._usual():
            return Habit.BLANKS
        few, enough, given = max(_FEW, self.blanks), max(_FEW, _SLIP * self.blanks + 1), 0
        for found in half_spaces:
            given += found
            if given >= enough:
                return Habit.SET
        return Habit.BLANKS if given < few else Habit.MIXED
