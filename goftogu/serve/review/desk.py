"""One interview that lies open before a reviewer: its paragraphs, their translation, and the entries of its PO file."""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Final, Self

from goftogu.model import Interview, Language
from goftogu.problems import Problem, Problems
from goftogu.translation.memory import checks, reading, store
from goftogu.translation.memory.approval import Reviewer
from goftogu.translation.memory.entry import State, Translation
from goftogu.translation.memory.memory import Memory, Unit

_SIZE: Final = 8
"""Bytes of a version."""
_FIELDS: Final = ("msgstr", "comment", "flags", "previous_msgid")
"""What a decision changes of an entry."""


KeptEntry = Mapping[str, object]
"""What an entry was at a moment, field by field, so that it can be put back."""


class Desk:
    """An interview with its translation.

    Attributes:
        interview: The interview.
        path: Its PO file, relative to the project.
        memory: Its translation, in step with the transcript.
        units: What is translated, by id, in the order of the page.
        stray: What is wrong with a PO file of the language in which the interview was held; ``None`` without one.
    """

    def __init__(self, interview: Interview, memory: Memory, stray: Problem | None = None) -> None:
        """Open an interview.

        Args:
            interview: The interview.
            memory: Its translation; it is brought in step.
            stray: What is wrong with a PO file of the other language, if there is one.
        """
        self.interview = interview
        self.stray = stray
        self.path = store.path_of(interview.id, interview.original.other)
        self.memory = memory
        self.units = {unit.id: unit for unit in store.units(interview) if not unit.original}
        self.memory.merge(self.units.values())

    @classmethod
    def opened(cls, root: Path, interview: Interview, problems: Problems) -> Self | None:
        """Open an interview with its PO file, if there is one; ``None`` when that cannot be used.

        Args:
            root: The project's folder.
            interview: The interview: its language says which PO file is its own.
            problems: What is wrong with that is added.
        """
        held = interview.original
        memory = reading.read_memory(root, store.path_of(interview.id, held.other), problems)
        is_stray = reading.is_there(root, store.path_of(interview.id, held))
        stray = checks.elsewhere(interview.id, held) if is_stray else None
        return None if memory is None else cls(interview, memory, stray)

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
        was = self.memory.entry(unit).previous_msgid
        return "" if was is None or was == unit.source else str(was)

    def keep(self, unit: Unit) -> KeptEntry:
        """Return the entry of a paragraph as it is now."""
        entry = self.memory.entry(unit)
        return {name: copy.deepcopy(getattr(entry, name)) for name in _FIELDS}

    def put_back(self, unit: Unit, kept: KeptEntry) -> None:
        """Make the entry of a paragraph what it was."""
        self.memory.restore(unit, copy.deepcopy(kept))

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
