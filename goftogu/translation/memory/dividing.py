"""English that follows its paragraph when that is split, or joined with its neighbours.

A paragraph that was split is recognised by its Persian: the parts, one after the other, are what it was. Its English is
divided by sentences, if it has as many as the Persian, and else left alone. Nobody has approved a part as it is then.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import polib

from goftogu.persian import sentences
from goftogu.translation.memory import entry as memory_entry
from goftogu.translation.memory.entry import ENGINES
from goftogu.translation.memory.keys import fingerprint, key, tidy
from goftogu.translation.memory.pairing import Unit

MOST: Final = 6
"""Into how many parts a paragraph may be split, and how many may be joined."""


def divided(
    units: Sequence[Unit], lacking: Sequence[bool], gone: Sequence[polib.POEntry]
) -> dict[str, tuple[polib.POEntry, list[polib.POEntry]]]:
    """Return entries for units whose English can be had by dividing or joining that of others.

    Args:
        units: What an interview has now.
        lacking: Of each unit, whether no entry has its text.
        gone: Entries with English whose text is nowhere any more, in the order of the file.

    Returns:
        By id of a unit its new entry, and the entries whose English it has.
    """
    there = [entry for entry in gone if not entry.obsolete]
    made: dict[str, tuple[polib.POEntry, list[polib.POEntry]]] = {}
    if not there:
        return made
    whole = {key(entry.msgid): entry for entry in there}
    for run in _runs(units, lacking):
        entry = whole.get("".join(key(unit.source) for unit in run))
        parts = None if entry is None else _parts(entry.msgstr, run)
        if entry is not None and parts is not None:
            made |= {unit.id: (_made(unit, part, [entry]), [entry]) for unit, part in zip(run, parts, strict=True)}
    wanted = {key(unit.source): unit for unit, lacks in zip(units, lacking, strict=True) if lacks}
    for several in _several(there):
        unit = wanted.get("".join(key(entry.msgid) for entry in several))
        if unit is not None and unit.id not in made:
            made[unit.id] = _made(unit, _joined(unit, several), several), several
    return made


def _runs(units: Sequence[Unit], lacking: Sequence[bool]) -> Iterator[Sequence[Unit]]:
    """Yield all rows of two and more units that lack an entry and follow each other."""
    for start in range(len(units)):
        for end in range(start + 2, min(start + MOST, len(units)) + 1):
            if not all(lacking[start:end]):
                break
            yield units[start:end]


def _several(entries: Sequence[polib.POEntry]) -> Iterator[list[polib.POEntry]]:
    for start in range(len(entries)):
        for end in range(start + 2, min(start + MOST, len(entries)) + 1):
            yield list(entries[start:end])


def _parts(english: str, run: Sequence[Unit]) -> list[str] | None:
    """Return an English divided as its Persian is; ``None`` when the numbers of sentences differ."""
    counts, spans = [len(sentences.split(unit.source)) for unit in run], sentences.spans(english)
    if sum(counts) != len(spans) or not all(counts):
        return None
    parts, place = [], 0
    for count in counts:
        own = spans[place : place + count]
        parts.append(english[own[0][0] : own[-1][1]])
        place += count
    return parts


def _joined(unit: Unit, entries: Sequence[polib.POEntry]) -> str:
    """Return the English of several entries as one, with a line break where the Persian has one."""
    breaks = unit.source.count("\n") - sum(entry.msgid.count("\n") for entry in entries)
    return ("\n" if breaks == len(entries) - 1 else " ").join(entry.msgstr.strip() for entry in entries)


def _made(unit: Unit, english: str, entries: Sequence[polib.POEntry]) -> polib.POEntry:
    """Return the entry of a part; it is an engine's only when an engine made all of it and nobody has touched it."""
    made = polib.POEntry(msgctxt=unit.id, msgid=tidy(unit.source), msgstr=tidy(english), flags=["fuzzy"])
    judged = [memory_entry.judge(entry, entry.msgid) for entry in entries]
    origin, *others = dict.fromkeys(item.origin for item in judged)
    engine = not others and origin.startswith(ENGINES) and all(item.by is None for item in judged)
    places = ", ".join(entry.msgctxt for entry in entries)
    said = origin if engine else memory_entry.edited(origin or "elsewhere")
    memory_entry.annotate(made, origin=said, pair=fingerprint(unit.source, english), **{"from": places})
    return made
