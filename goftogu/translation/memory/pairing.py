"""Which entry of a memory belongs to which text of an interview, when either has changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import polib

from goftogu.conventions import tongues
from goftogu.translation.memory import entry as memory_entry
from goftogu.translation.memory import obsolete
from goftogu.translation.memory.keys import key, same, tidy


@dataclass(frozen=True, slots=True)
class Unit:
    """What is translated as one.

    Attributes:
        id: Unique in its interview (``t7.1``, ``title``).
        source: The Persian reading text.
        language: Tag of its language when it is not that of its interview, so that no engine gets it.
        form: Its form (see :class:`goftogu.conventions.forms.TextForm`).
    """

    id: str
    source: str
    language: str = ""
    form: str = ""

    @property
    def original(self) -> bool:
        """Whether it was said in the language into which its interview is translated, and so has no entry."""
        return tongues.needs_no_translation(self.language)


class Pool:
    """The entries that no unit has claimed yet."""

    def __init__(self, free: Iterable[polib.POEntry]) -> None:
        """Begin with some entries."""
        self._free = {id(entry): entry for entry in free}
        self._texts: dict[str, list[polib.POEntry]] = {}
        self._spent: set[int] = set()
        for entry in sorted(self.rest(), key=lambda entry: bool(entry.obsolete)):
            self._texts.setdefault(key(entry.msgid), []).append(entry)

    def take_text(self, unit: Unit) -> polib.POEntry | None:
        """Claim an entry with the text of a unit; one that was in use comes before an obsolete one."""
        same = self._texts.get(key(unit.source))
        return self._free.pop(id(same.pop(0))) if same else None

    def take_id(self, unit: Unit) -> polib.POEntry | None:
        """Claim the entry with the id of a unit."""
        free = (entry for entry in self._free.values() if entry.msgctxt == unit.id and not entry.obsolete)
        found = next((entry for entry in free if id(entry) not in self._spent), None)
        return None if found is None else self._free.pop(id(found))

    def spend(self, entries: Iterable[polib.POEntry]) -> None:
        """Let no unit claim some entries by their id any more: others have their English."""
        self._spent |= {id(entry) for entry in entries}

    def rest(self) -> list[polib.POEntry]:
        """Return what nobody has claimed, without what holds no English."""
        return [entry for entry in self._free.values() if entry.msgstr.strip()]


def adopt(entry: polib.POEntry | None, unit: Unit) -> polib.POEntry:
    """Make an entry that of a unit; without one, make a new one."""
    source = tidy(unit.source)
    if entry is None:
        return polib.POEntry(msgctxt=unit.id, msgid=source)
    if entry.obsolete:
        obsolete.revive(entry)
    if not same(entry.msgid, source) and entry.msgstr.strip():
        entry.previous_msgid = entry.previous_msgid or entry.msgid
        memory_entry.mark_fuzzy(entry, fuzzy=True)
    entry.msgctxt, entry.msgid = unit.id, source
    memory_entry.settle(entry)
    return entry


def saved_since(before: Iterable[polib.POEntry], now: Iterable[polib.POEntry]) -> dict[str, polib.POEntry]:
    """Return the entries in use that somebody has changed or added, by their ids.

    Args:
        before: The entries of a file when it was read.
        now: Those that it has now.
    """
    known = {entry.msgctxt: str(entry) for entry in before if not entry.obsolete}
    return {entry.msgctxt: entry for entry in now if not entry.obsolete and known.get(entry.msgctxt) != str(entry)}
