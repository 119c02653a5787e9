"""What a reading text shows otherwise than the record, counted by letting both run side by side."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from goftogu.persian.orthography.letters import ZWNJ

_BLANKS = frozenset(" \u00a0")
_HALF_SIGN = "\u00ac"
_words = re.compile("[^ ]* ?").findall
"""Cut a text into its words, each with the blank after it."""
_before_blank = re.compile(f"{ZWNJ}[{''.join(_BLANKS)}]").search


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
    if _is_restored(record, reading):
        return Differences(restored=len(reading) - len(record))
    walk = _Walk(reading)
    for word in _words(record):
        walk.word(word)
    return Differences(walk.restored + len(walk.rest()), walk.joined, walk.reshaped, walk.unseen)


def total(found: Iterable[Differences]) -> Differences:
    """Add the differences of several paragraphs."""
    return Differences(*map(sum, zip(Differences(), *found, strict=True)))


def _is_restored(record: str, reading: str) -> bool:
    """Tell whether a reading text is the record, or the record with half-spaces within words."""
    return record == reading or (record == reading.replace(ZWNJ, "") and _before_blank(reading) is None)


class _Walk:
    """Goes through a reading text while the record is told word by word."""

    def __init__(self, reading: str) -> None:
        self._reading = reading
        self._place = 0
        self.restored = self.joined = self.reshaped = self.unseen = 0

    def rest(self) -> str:
        return self._reading[self._place :]

    def word(self, word: str) -> None:
        """Step over a word and the blank after it: at once when only half-spaces are added, else by its characters."""
        end = self._reading.find(" ", self._place) + 1 or len(self._reading)
        shown = self._reading[self._place : end]
        if _is_restored(word, shown):
            self._place = end
            self.restored += len(shown) - len(word)
        else:
            for character in word:
                self.step(character)

    def step(self, character: str) -> None:
        shown = self._reading[self._place : self._place + 1]
        if character == shown:
            self._place += 1
        elif character in _BLANKS and shown != " ":
            self.joined += 1
            self._place += shown == ZWNJ
        elif character == _HALF_SIGN and shown == ZWNJ:
            self.restored += 1
            self._place += 1
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
        self._place += len(unicodedata.normalize("NFKC", character)) if letter else character in _BLANKS
