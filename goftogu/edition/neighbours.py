"""Which interviews are beside each other: in a series, and in time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from goftogu.content.units import Language, Paragraph
from goftogu.edition.outline import Outline
from goftogu.translation.memory.entry import NOTHING, Translation


class Neighbour(NamedTuple):
    """An interview that is beside another one: its id, its title, the translation of that, and its own language."""

    id: str
    title: Paragraph
    english: Translation
    original: Language


class Related(NamedTuple):
    """An interview that has subjects in common with another one: it, and the ids of their topics and people."""

    interview: Neighbour
    topics: tuple[str, ...]
    people: tuple[str, ...]


class Neighbours(NamedTuple):
    """The interviews around one: before and after it in its series, and in time; and those that are related to it."""

    before: Neighbour | None = None
    after: Neighbour | None = None
    earlier: Neighbour | None = None
    later: Neighbour | None = None
    related: tuple[Related, ...] = ()


def by_series(outlines: Iterable[Outline]) -> dict[str, list[Outline]]:
    """Return the interviews of each series, by part; those without a part come last, the earliest first."""
    found: dict[str, list[Outline]] = {}
    for outline in outlines:
        if outline.series:
            found.setdefault(outline.series, []).append(outline)
    return {name: sorted(held, key=_place) for name, held in found.items()}


def neighbours(outlines: Sequence[Outline]) -> dict[str, Neighbours]:
    """Return what is beside each interview, by its id; one without a date is beside nothing in time."""
    found = {outline.id: Neighbours() for outline in outlines}
    for held in by_series(outlines).values():
        for before, after in _pairs(held):
            found[before.id] = found[before.id]._replace(after=after)
            found[after.id] = found[after.id]._replace(before=before)
    for earlier, later in _pairs(in_time(outlines)):
        found[earlier.id] = found[earlier.id]._replace(later=later)
        found[later.id] = found[later.id]._replace(earlier=earlier)
    return found


def in_time(outlines: Iterable[Outline]) -> list[Outline]:
    """Return the interviews that have a date, the earliest first."""
    dated = [(outline.date.first, outline.id, outline) for outline in outlines if outline.date]
    return [outline for _, _, outline in sorted(dated, key=itemgetter(0, 1))]


def _pairs(held: Iterable[Outline]) -> Iterator[tuple[Neighbour, Neighbour]]:
    return pairwise(map(neighbour, held))


def _place(outline: Outline) -> tuple[bool, int, date, str]:
    day = outline.date.first if outline.date else date.max
    return not outline.part, outline.part, day, outline.id


def neighbour(outline: Outline) -> Neighbour:
    """Return an interview as it is named beside another one."""
    return Neighbour(outline.id, outline.title, outline.english.get(outline.title.id, NOTHING), outline.original)
