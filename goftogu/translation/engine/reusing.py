"""Gives Persian that the archive has in several places the English of one of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from goftogu.translation.memory.keys import key
from goftogu.translation.memory.memory import State, Translation

if TYPE_CHECKING:
    from goftogu.translation.engine.fill import Place

_BY_PREFERENCE: Final = (State.REVIEWED, State.DRAFT, State.MACHINE)


def is_offered(found: Translation) -> bool:
    """Tell whether the same Persian elsewhere may have this English (see :func:`reuse`)."""
    return found.state in _BY_PREFERENCE


def reuse(places: Sequence[Place]) -> None:
    """Give every unit without English that of the same Persian elsewhere, if there is any.

    What a person approved comes first, then drafts. Nothing is called approved in its new place: nobody saw it there.

    Args:
        places: All paragraphs, with the jobs they belong to.
    """
    known: dict[str, tuple[int, str, Translation]] = {}
    for job, unit in places:
        found = job.memory.lookup(unit)
        if is_offered(found):
            offer = (_BY_PREFERENCE.index(found.state), f"{job.memory.name}/{unit.id}", found)
            text = key(unit.source)
            known[text] = min(known.get(text, offer), offer, key=lambda entry: entry[0])
    for job, unit in places:
        if key(unit.source) in known and job.memory.lookup(unit).state is State.MISSING:
            _, place, found = known[key(unit.source)]
            job.memory.record(unit, found.text, found.origin, score=found.score, flags=found.flags, source=place)
