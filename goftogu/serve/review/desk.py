"""One interview that lies open before a reviewer: its paragraphs, their translation, and the entries of its PO file."""

from __future__ import annotations

import copy
import hashlib
from dataclasses import dataclass
from typing import Final, Self

import polib

from goftogu.content import files
from goftogu.model import Interview, Language
from goftogu.problems import Problems
from goftogu.translation.memory import po, store
from goftogu.translation.memory.approval import Reviewer
from goftogu.translation.memory.entry import State, Translation
from goftogu.translation.memory.memory import Memory, Unit

_SIZE: Final = 8
"""Bytes of a version."""
_FIELDS: Final = ("msgid", "msgstr", "comment", "tcomment", "flags", "previous_msgid")
"""What a person or a program changes of an entry."""


@dataclass(frozen=True, slots=True)
class KeptEntry:
    """An entry as it was at a moment, so that it can be put back."""

    fields: tuple[object, ...]


class Desk:
    """An interview with its translation.

    Attributes:
        interview: The interview.
        path: Its PO file, relative to the project.
        memory: Its translation, in step with the transcript.
        units: What is translated, by id, in the order of the page.
    """

    def __init__(self, interview: Interview, file: polib.POFile | None, data: bytes | None) -> None:
        """Open an interview.

        Args:
            interview: The interview.
            file: The parsed PO file; without it there is no translation yet.
            data: The bytes of that file.
        """
        self.interview = interview
        self.path = store.path_of(interview.id, interview.original.other)
        self._file = polib.POFile(wrapwidth=0) if file is None else file
        self.memory = Memory(interview.id, self._file, interview.original.other)
        if data is not None:
            self.memory.came_from(data)
        self.units = {unit.id: unit for unit in store.units(interview) if not unit.original}
        self.memory.merge(self.units.values())

    @classmethod
    def opened(cls, interview: Interview, data: bytes | None, problems: Problems) -> Self | None:
        """Open an interview whose PO file holds some bytes; ``None`` when they cannot be used.

        Args:
            interview: The interview.
            data: The bytes of its PO file, if there is one.
            problems: What is wrong is added.
        """
        path, file = store.path_of(interview.id, interview.original.other), None
        if data is not None:
            source = files.decoded(path, data, problems)
            file = po.parse(source.text, path, problems) if source else None
            if file is None:
                return None
        return cls(interview, file, data)

    @property
    def source_language(self) -> Language:
        """The language in which the interview was held."""
        return self.interview.original

    def found(self, unit: Unit) -> Translation:
        """Return the translation of a paragraph."""
        return self.memory.lookup(unit)

    def version(self, unit: Unit) -> str:
        """Return a short text that is another one as soon as anything about a paragraph is."""
        found = self.found(unit)
        told = repr((unit.source, found.text, str(found.state), found.origin, found.by, found.day))
        return hashlib.blake2b(told.encode(), digest_size=_SIZE).hexdigest()

    def earlier_source(self, unit: Unit) -> str:
        """Return the text to which the translation belongs when that is another one; else an empty text."""
        was = self._entry(unit).previous_msgid
        return "" if was is None or was == unit.source else str(was)

    def keep(self, unit: Unit) -> KeptEntry:
        """Return the entry of a paragraph as it is now."""
        entry = self._entry(unit)
        return KeptEntry(tuple(copy.copy(getattr(entry, name)) for name in _FIELDS))

    def put_back(self, unit: Unit, kept: KeptEntry) -> None:
        """Make the entry of a paragraph what it was; the caller opens the interview again before it reads on."""
        for name, value in zip(_FIELDS, kept.fields, strict=True):
            setattr(self._entry(unit), name, copy.copy(value))

    def put(self, unit: Unit, text: str, reviewer: Reviewer | None) -> None:
        """Set the translation of a paragraph as a person wants it.

        Args:
            unit: The paragraph.
            text: The translation; an empty one takes away what is there.
            reviewer: Who approves the pair, and when; ``None`` when it is only a draft.
        """
        edited = self.memory.edit(unit, text)
        if reviewer is not None:
            self.memory.approve(unit, reviewer.name, reviewer.day)
        elif not edited and self.found(unit).state is State.REVIEWED:
            self.memory.withdraw(unit)

    def _entry(self, unit: Unit) -> polib.POEntry:
        return next(entry for entry in self._file if entry.msgctxt == unit.id and not entry.obsolete)
