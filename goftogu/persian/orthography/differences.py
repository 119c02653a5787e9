"""What a reading text shows otherwise than the record, counted by letting both run side by side."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from goftogu.persian.orthography.letters import ZWNJ

_BLANKS = frozenset(" \u00a0")


class Differences(NamedTuple):
    """How often a reading text differs from the record.

    Attributes:
        restored: Half-spaces that the record lacks.
        joined: Blanks of the record that are read as half-spaces.
        reshaped: Letters that are shown in another form.
        unseen: Characters that are left out, or shown as a common blank.
    """

    restored: int = 0
    joined: int = 0
    reshaped: int = 0
    unseen: int = 0

    def any(self) -> bool:
        """Tell whether there is a difference."""
        return any(self)


def compare(record: str, reading: str) -> Differences:
    """Count the differences between the record and the reading text that was made of it."""
    if record == reading:
        return Differences()
    walk = _Walk(reading)
    for character in record:
        walk.step(character)
    return Differences(walk.restored + len(walk.rest()), walk.joined, walk.reshaped, walk.unseen)


def total(found: Iterable[Differences]) -> Differences:
    """Add the differences of several paragraphs."""
    return Differences(*map(sum, zip(Differences(), *found, strict=True)))


class _Walk:
    """Goes through a reading text while the record is told character by character."""

    def __init__(self, reading: str) -> None:
        self._reading = reading
        self._place = 0
        self.restored = self.joined = self.reshaped = self.unseen = 0

    def rest(self) -> str:
        return self._reading[self._place :]

    def step(self, character: str) -> None:
        shown = self._reading[self._place : self._place + 1]
        if character == shown:
            self._place += 1
        elif character in _BLANKS and shown != " ":
            self.joined += 1
            self._place += shown == ZWNJ
        elif character == ZWNJ:
            return  # it followed a blank that has been joined
        elif shown == ZWNJ:
            self.restored += 1
            self._place += 1
            self.step(character)
        else:
            self._other(character)

    def _other(self, character: str) -> None:
        letter = character.isalpha()
        self.reshaped += letter
        self.unseen += not letter
        self._place += letter or character in _BLANKS
