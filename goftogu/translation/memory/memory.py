"""The translation memory of one interview: a PO file that people and programs edit side by side.

``msgctxt`` is the id of a paragraph, ``msgid`` its Persian reading text, ``msgstr`` the English. ``fuzzy`` marks what
no person has approved. Nothing that a person wrote or approved is ever overwritten or dropped: an entry whose paragraph
is gone becomes obsolete and comes back with its text.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

import polib

from goftogu.model import Language
from goftogu.storage import files
from goftogu.storage.files import ChangedError
from goftogu.translation.memory import approval, dividing, earlier, obsolete, po, previous
from goftogu.translation.memory import entry as memory_entry
from goftogu.translation.memory.approval import EditorSave, Reviewer
from goftogu.translation.memory.earlier import Earlier
from goftogu.translation.memory.entry import NOTHING, State, Translation
from goftogu.translation.memory.keys import fingerprint, same, tidy
from goftogu.translation.memory.pairing import Pool, Unit, adopt, saved_since

__all__ = ["Memory", "State", "Translation", "Unit"]

_METADATA: Final = {
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}
_HEADERS: Final = {
    Language.EN: "English of the interview {}.",
    Language.FA: "Persian of the interview {}, which was held in English.",
}

_PATIENCE: Final = (0.05, 0.1, 0.2, 0.4)
"""Seconds to wait before each new try to save a file that somebody else is writing."""


class Memory:
    """The entries of one interview.

    It changes in place; :meth:`dump` gives the file that belongs to it, and :meth:`save` writes it.

    Attributes:
        name: Id of the interview.
        taken: Ids of the entries that somebody else has saved since the file was read; they are that person's.
    """

    def __init__(self, name: str, file: polib.POFile | None = None, language: Language = Language.EN) -> None:
        """Make a memory.

        Args:
            name: Id of the interview.
            file: The parsed file; an empty memory without it.
            language: That of the translation.
        """
        self.name = name
        self.language = language
        self._file = polib.POFile(wrapwidth=0) if file is None else file
        languages = {"Language": str(language), "X-Source-Language": str(language.other)}
        self._file.metadata = {**_METADATA, **languages, **self._file.metadata}
        self._file.header = self._file.header or _HEADERS[language].format(name)
        self._index = {entry.msgctxt: entry for entry in self._file if not entry.obsolete}
        self._judged: dict[Unit, Translation] = {}
        self._units: list[Unit] = []
        self._read: bytes | None = None
        self.taken: set[str] = set()
        self._saved = approval.last_save(self._file.metadata)
        for entry in self._file.obsolete_entries():
            obsolete.retire(entry)

    def lookup(self, unit: Unit) -> Translation:
        """Return the English of a unit; of state ``missing`` when it has no English."""
        if unit.original:
            return Translation(unit.source, State.ORIGINAL, "")
        if unit not in self._judged:
            entry = self._index.get(unit.id)
            self._judged[unit] = NOTHING if entry is None else memory_entry.judge(entry, unit.source, self._saved)
        return self._judged[unit]

    def notes(self, unit: Unit) -> Mapping[str, str]:
        """Return the notes of a unit's entry by their names."""
        entry = self._index.get(unit.id)
        return {} if entry is None else memory_entry.notes(entry)

    def entry(self, unit: Unit) -> polib.POEntry:
        """Return the entry of a unit that has one (see :meth:`merge`), to read."""
        return self._index[unit.id]

    def restore(self, unit: Unit, fields: Mapping[str, object]) -> None:
        """Make the entry of a unit what it was: the fields become those of the entry."""
        self._judged.pop(unit, None)
        for name, value in fields.items():
            setattr(self._index[unit.id], name, value)

    def __iter__(self) -> Iterator[Unit]:
        """Yield the units as the memory knows them, in the order of the file."""
        return (Unit(entry.msgctxt, entry.msgid) for entry in self._index.values())

    def merge(self, units: Iterable[Unit]) -> None:
        """Update the memory to an interview.

        Every unit gets an entry, in the order of the interview: the one with its id and text, else one whose unit has
        gone and whose text is the same (it moved), else the one with its id (its Persian changed, so that its English
        is stale), else an empty one. What is left over becomes obsolete.
        """
        self._judged.clear()
        for entry in self._index.values():
            memory_entry.settle(entry, self._saved)
        approval.note_save(self._file.metadata)
        self._saved = approval.last_save(self._file.metadata)
        wanted = self._units = [unit for unit in units if not unit.original]
        kept = [self._same(unit) for unit in wanted]
        claimed = {id(entry) for entry in kept}
        gone = Pool(entry for entry in self._file if id(entry) not in claimed)
        found = [entry or gone.take_text(unit) for unit, entry in zip(wanted, kept, strict=True)]
        made = dividing.divided(wanted, [entry is None for entry in found], gone.rest())
        gone.spend(entry for _, used in made.values() for entry in used)
        live = [
            made[unit.id][0] if unit.id in made else adopt(entry or gone.take_id(unit), unit)
            for unit, entry in zip(wanted, found, strict=True)
        ]
        self._arrange(live, gone)

    def record(  # noqa: PLR0913  # an entry has that many notes
        self,
        unit: Unit,
        text: str,
        origin: str,
        *,
        score: float | None = None,
        flags: Iterable[str] = (),
        terms: Iterable[str] = (),
        lacks: str = "",
        source: str = "",
    ) -> None:
        """Set the English of a unit, as something that no person has approved.

        Args:
            unit: It has an entry (see :meth:`merge`).
            text: The English.
            origin: Who made it.
            score: Mean log-probability of a token.
            flags: What only the engine knows of it.
            terms: English of terms that the engine was made to use.
            lacks: Fingerprint of the terms that were asked for, when some could not be had.
            source: The place it was taken over from (``interview/unit``), if it was.

        Raises:
            ValueError: When a person has approved the English that is there.
        """
        entry = self._index[unit.id]
        self._judged.pop(unit, None)
        if memory_entry.judge(entry, unit.source).by is not None:
            raise ValueError(f"{self.name}/{unit.id} was approved by a person")
        memory_entry.keep(entry, text)
        entry.msgid, entry.msgstr, entry.previous_msgid = tidy(unit.source), tidy(text), None
        memory_entry.mark_fuzzy(entry, fuzzy=True)
        shown = None if score is None else f"{score:.2f}"
        found = {"flags": ", ".join(flags), "terms": ", ".join(terms), "lacks": lacks, "from": source}
        memory_entry.annotate(entry, origin=origin, score=shown, pair=fingerprint(unit.source, text), **found)

    def replace(self, unit: Unit, text: str, origin: str) -> None:
        """Set the English of a unit at a person's request, whatever was there; nobody has approved it yet."""
        entry = self._index[unit.id]
        memory_entry.keep(entry, text)
        entry.msgstr = tidy(text)
        memory_entry.withdraw(entry)
        self.record(unit, text, origin)

    def edit(self, unit: Unit, text: str) -> bool:
        """Set the English that a person wrote for a unit; nobody has approved it yet.

        Args:
            unit: It has an entry (see :meth:`merge`).
            text: The English; nothing takes it away.

        Returns:
            Whether that changed anything.
        """
        now = self.lookup(unit)
        if tidy(text) == now.text:
            return False
        self.replace(unit, text, memory_entry.edited(now.origin))
        return True

    def approve(self, unit: Unit, by: str, day: str = "") -> bool:
        """Record that a person approved the English of a unit as it is now.

        Args:
            unit: It has an entry (see :meth:`merge`).
            by: Who approved it.
            day: When, as an ISO date.

        Returns:
            Whether there was any English to approve.
        """
        entry = self._index.get(unit.id)
        if entry is None or not same(entry.msgid, unit.source) or not entry.msgstr.strip():
            return False
        self._judged.pop(unit, None)
        memory_entry.approve(entry, by, day)
        return True

    def vouch(self, reviewer: Reviewer) -> None:
        """Let somebody be the one who saved the file last: what was approved and then improved is approved by them."""
        self._judged.clear()
        self._saved = EditorSave(is_new=True, by=reviewer.name, day=reviewer.day)

    def withdraw(self, unit: Unit) -> None:
        """Take the approval of a unit back; its English waits for a person again."""
        self._judged.pop(unit, None)
        memory_entry.withdraw(self._index[unit.id])

    def earlier(self, unit: Unit) -> tuple[Earlier, ...]:
        """Return what the English of a unit was before, the newest first; at most :data:`.earlier.MOST` versions."""
        entry = self._index.get(unit.id)
        return () if entry is None else earlier.versions(entry)

    def put_back(self, unit: Unit, version: Earlier) -> None:
        """Make an earlier version the English of a unit again, with its approval if that was of the same Persian.

        What was there becomes an earlier version. No engine replaces what a person has put back.
        """
        seal = version.approved
        holds = seal is not None and seal.pair == fingerprint(unit.source, version.text)
        self.replace(unit, version.text, version.origin if holds else memory_entry.edited(version.origin))
        if seal is not None and holds:
            self.approve(unit, seal.by, seal.day)

    def dump(self) -> str:
        """Return the PO file: the same memory gives the same text, with one line for one text and no dates."""
        self._file.metadata[po.NUMBER] = str(len(self._index))
        return previous.shown(str(self._file))

    def save(self, path: Path) -> bool:
        """Write the PO file as a whole or not at all; return whether it differed from what was there.

        The file is read again just before it is replaced. An entry that somebody else has saved in the meantime wins.

        Raises:
            OSError: When it cannot be written. What was there is still there.
            ChangedError: When somebody else writes it again and again, or has left it half written.
        """
        for wait in _PATIENCE:
            with contextlib.suppress(ChangedError):
                return self._save(path)
            time.sleep(wait)
        return self._save(path)

    def came_from(self, data: bytes) -> None:
        """Note the bytes from which the memory was read."""
        self._read = data

    def _save(self, path: Path) -> bool:
        seen = files.look(path)
        there = path.read_bytes() if seen else None
        if there is not None and there != self._read:
            self._take_over(there, path)
        data = self.dump().encode()
        if there != data:
            files.write(path, data, seen=seen)
        self._read = data
        return there != data

    def _take_over(self, there: bytes, path: Path) -> None:
        """Take what somebody else has saved since the file was read."""
        theirs, base = po.of_bytes(path.name, there), po.of_bytes(path.name, self._read)
        if theirs is None or base is None:
            raise ChangedError(path)
        new = saved_since(base, theirs)
        others = [entry for entry in self._file if entry.obsolete or entry.msgctxt not in new]
        self._file[:] = [*others, *new.values()]
        if theirs.header != base.header or theirs.metadata != base.metadata:
            self._file.header, self._file.metadata = theirs.header, theirs.metadata
        self._index = {entry.msgctxt: entry for entry in self._file if not entry.obsolete}
        self._saved = approval.last_save(self._file.metadata)
        self.taken |= new.keys()
        self._judged.clear()
        if self._units:
            self.merge(self._units)

    def _same(self, unit: Unit) -> polib.POEntry | None:
        entry = self._index.get(unit.id)
        return entry if entry is not None and same(entry.msgid, unit.source) else None

    def _arrange(self, live: list[polib.POEntry], gone: Pool) -> None:
        rest = gone.rest()
        for entry in rest:
            if not entry.obsolete:
                obsolete.retire(entry)
        self._index = {entry.msgctxt: entry for entry in live}
        self._file[:] = [*live, *rest]
