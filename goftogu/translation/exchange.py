"""Takes translations that people made elsewhere into a memory, and tells what became of each.

An entry belongs to a paragraph when both its id and its Persian agree; where the file has no ids, the Persian decides.
What a person approved here is never replaced by what nobody approved there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Final

from goftogu.locale.message import Message
from goftogu.translation.memory.approval import Reviewer
from goftogu.translation.memory.entry import EDITED
from goftogu.translation.memory.keys import key, tidy
from goftogu.translation.memory.memory import Memory, State, Unit
from goftogu.translation.offers.offer import Offer


class Fate(StrEnum):
    """What became of an offer."""

    APPROVED = "approved"
    CHANGED = "changed"
    SAME = "same"
    UNKNOWN = "unknown"
    ANOTHER = "another"
    STALE = "stale"
    KEPT = "kept"
    LINES = "lines"
    ABSENT = "absent"


TAKEN: Final = {
    Fate.APPROVED: Message("{count:,} approved"),
    Fate.CHANGED: Message("{count:,} changed"),
    Fate.SAME: Message("{count:,} as they were"),
    Fate.ABSENT: Message("{count:,} of texts that are not here"),
}
"""What is said of the number of offers that were taken, of those that bring nothing new, and of those for no text."""
REFUSED: Final = {
    Fate.UNKNOWN: Message("there is no such paragraph"),
    Fate.ANOTHER: Message("its Persian is different here"),
    Fate.STALE: Message("its English belongs to an earlier Persian there, too"),
    Fate.KEPT: Message("its English was approved here, and nobody has approved the other one there"),
    Fate.LINES: Message("the file has lost its line breaks"),
}
"""Why an offer was not taken."""


def take(
    found: Memory, units: Iterable[Unit], offers: Iterable[Offer], reviewer: Reviewer | None = None
) -> list[tuple[str, Fate]]:
    """Take offers into a memory.

    Args:
        found: The memory; it is brought in step and changed.
        units: What the interview has now.
        offers: English from elsewhere.
        reviewer: Who approved what somebody approved there, and when.

    Returns:
        What became of each offer, by the id of its paragraph; of one without an id, that of each paragraph that has its
        Persian.
    """
    wanted = {unit.id: unit for unit in units}
    found.merge(wanted.values())
    texts: dict[str, list[Unit]] = {}
    for unit in wanted.values():
        texts.setdefault(key(unit.source), []).append(unit)
    return [told for offer in offers for told in _fates(found, offer, wanted, texts, reviewer or Reviewer())]


def absent(units: Iterable[Unit], offers: Iterable[Offer]) -> int:
    """Count the offers without an id whose Persian is that of no paragraph.

    Args:
        units: Those of all interviews.
        offers: English from elsewhere.
    """
    known = {key(unit.source) for unit in units}
    return sum(not offer.unit.id and key(offer.unit.source) not in known for offer in offers)


def _fates(
    found: Memory, offer: Offer, wanted: Mapping[str, Unit], texts: Mapping[str, list[Unit]], reviewer: Reviewer
) -> Iterator[tuple[str, Fate]]:
    if offer.unit.id:
        yield offer.unit.id, _take(found, wanted.get(offer.unit.id), offer, reviewer)
    else:
        for unit in texts.get(key(offer.unit.source), ()):
            yield unit.id, _take(found, unit, offer, reviewer)


def _take(found: Memory, unit: Unit | None, offer: Offer, reviewer: Reviewer) -> Fate:
    if unit is None:
        return Fate.UNKNOWN
    if key(unit.source) != key(offer.unit.source):
        return Fate.ANOTHER
    now = found.lookup(unit)
    same = _text(now.text, flat=offer.is_flat) == _text(offer.text, flat=offer.is_flat)
    if same and (offer.by is None or now.state is State.REVIEWED):
        return Fate.SAME
    if refused := _refused(unit, offer, by_person=now.by is not None, same=same):
        return refused
    if not same:
        found.replace(unit, offer.text, offer.origin or f"{EDITED}{now.origin.removeprefix(EDITED) or 'elsewhere'}")
    if offer.by is None:
        return Fate.CHANGED
    found.approve(unit, offer.by or reviewer.name, offer.day or reviewer.day)
    return Fate.APPROVED


def _refused(unit: Unit, offer: Offer, *, by_person: bool, same: bool) -> Fate | None:
    """Return why an offer that would change something is not taken."""
    if offer.is_stale:
        return Fate.STALE
    if offer.by is None and by_person:
        return Fate.KEPT
    return Fate.LINES if offer.is_flat and not same and "\n" in unit.source else None


def _text(text: str, *, flat: bool) -> str:
    return " ".join(text.split()) if flat else tidy(text)
