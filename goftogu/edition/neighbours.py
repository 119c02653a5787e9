"""The order of a series, and which interviews are beside each other in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import pairwise
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


class Neighbours(NamedTuple):
    """The interviews before and after one in its series."""

    before: Neighbour | None = None
    after: Neighbour | None = None


def by_series(outlines: Iterable[Outline]) -> dict[str, list[Outline]]:
    """Return the interviews of each series, by part; those without a part come last, the earliest first."""
    found: dict[str, list[Outline]] = {}
    for outline in outlines:
        if outline.series:
            found.setdefault(outline.series, []).append(outline)
    return {name: sorted(held, key=_place) for name, held in found.items()}


def neighbours(outlines: Iterable[Outline]) -> Mapping[str, Neighbours]:
    """Return what is beside each interview that is in a series, by its id."""
    found: dict[str, Neighbours] = {}
    for held in by_series(outlines).values():
        for before, after in pairwise([None, *map(_neighbour, held), None]):
            if before is not None:
                found[before.id] = found.get(before.id, Neighbours())._replace(after=after)
            if after is not None:
                found[after.id] = found.get(after.id, Neighbours())._replace(before=before)
    return found


def _place(outline: Outline) -> tuple[bool, int, date, str]:
    day = outline.date.first if outline.date else date.max
    return not outline.part, outline.part, day, outline.id


def _neighbour(outline: Outline) -> Neighbour:
    return Neighbour(outline.id, outline.title, outline.english.get(outline.title.id, NOTHING), outline.original)
