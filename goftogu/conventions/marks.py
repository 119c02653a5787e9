"""Marks within a text that are no words of it: references to notes, ``[^1]``, and stage notes, ``[می‌خندد]``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from goftogu.conventions import stage_notes
from goftogu.model import Bilingual, Footnote, Interview, Paragraph, StageNote
from goftogu.persian import digits

LABEL: Final = r"[\w-]{1,30}"
"""The name of a note."""
REFERENCE: Final = re.compile(rf"(?<!\\)\[\^({LABEL})\]")
_BEFORE: Final = re.compile(rf"[ \t\u00a0\u200c]*{REFERENCE.pattern}")
_OPENING: Final = "[^"
ENGLISH: Final = "-en"
"""End of the ids of references in the translation, so that one page can hold both texts."""
NOTE: Final = Bilingual("یادداشت {}", "Note {}")
"""How a reader is told the number of a note."""


class Mark(NamedTuple):
    """A mark in a text: where it is, and the note to which it leads or the stage note that it is."""

    start: int
    end: int
    note: Footnote | None
    stage: StageNote | None


@dataclass(frozen=True, slots=True, eq=False)
class Conventions:
    """What the brackets in the texts of an interview mean.

    Attributes:
        notes: By :func:`label`.
        stage: By :func:`goftogu.conventions.stage_notes.key`.
        suffix: End of the ids of references, so that two texts in one page do not share them.
    """

    notes: Mapping[str, Footnote]
    stage: Mapping[str, StageNote]
    suffix: str = ""

    def marks(self, text: str) -> list[Mark]:
        """Return the marks in a text, in order."""
        if "[" not in text:
            return []
        return sorted((*self._references(text), *self._stage(text)), key=lambda mark: mark.start)

    def _references(self, text: str) -> Iterator[Mark]:
        for found in REFERENCE.finditer(text) if self.notes else ():
            if note := self.notes.get(label(found[1])):
                yield Mark(found.start(), found.end(), note, None)

    def _stage(self, text: str) -> Iterator[Mark]:
        for found in stage_notes.BRACKETS.finditer(text) if self.stage else ():
            if note := self.stage.get(stage_notes.key(found[1])):
                yield Mark(found.start(), found.end(), None, note)

    def apart(self, suffix: str) -> Conventions:
        """Return the same conventions with other ids."""
        return replace(self, suffix=suffix)


def names(conventions: Conventions, text: str) -> Iterator[str]:
    """Yield what the marks in a text are called in English, and references to notes that are not there, too."""
    yield from (f"[^{label(name)}]" for name in REFERENCE.findall(text))
    yield from (f"[{mark.stage.en}]" for mark in conventions.marks(text) if mark.stage)


def of(interview: Interview) -> Conventions | None:
    """Return the conventions of an interview; ``None`` when it uses none of them."""
    if not interview.footnotes and not interview.stage_notes:
        return None
    stage = {stage_notes.key(text): note for note in interview.stage_notes for text in (note.en, note.fa)}
    return Conventions({note.label: note for note in interview.footnotes}, stage)


def label(name: str) -> str:
    """Return the label of a note: its name as written, with the digits of machines."""
    return digits.to_ascii(name)


def refers(text: str, name: str) -> bool:
    """Tell whether a text refers to a note, by its label."""
    return name in map(label, REFERENCE.findall(text))


def shown(number: int, language: str) -> str:
    """Return the number of a note as a language writes it."""
    return digits.number(number, language)


def without(text: str) -> str:
    """Return a text without its references to notes, and without the blanks before them."""
    return _BEFORE.sub("", text) if _OPENING in text else text


def numbered(text: str, language: str, conventions: Conventions | None) -> str:
    r"""Return a text with the numbers of its notes in brackets, as Markdown: ``\[1]``."""
    if conventions is None or _OPENING not in text:
        return text
    notes = conventions.notes

    def number(found: re.Match[str]) -> str:
        note = notes.get(label(found[1]))
        return rf"\[{shown(note.number, language)}\]" if note else found[0]

    return REFERENCE.sub(number, text)


def blanked(interview: Interview) -> Interview:
    """Return an interview with blanks in the place of references, so that no index has them."""
    if not interview.footnotes:
        return interview
    turns = (replace(turn, paragraphs=tuple(map(_blanked, turn.paragraphs))) for turn in interview.turns)
    return replace(interview, turns=tuple(turns))


def _blanked(unit: Paragraph) -> Paragraph:
    return replace(unit, reading=REFERENCE.sub(lambda found: " " * len(found[0]), unit.reading))
