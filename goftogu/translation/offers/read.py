"""Reads the offers of a file, by its ending."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from goftogu.problems import Problems
from goftogu.translation.memory import reading
from goftogu.translation.memory.approval import Reviewer
from goftogu.translation.memory.memory import Memory, State, Unit
from goftogu.translation.offers import table, tmx, xliff
from goftogu.translation.offers.offer import Offer, Offers, sound

ENDINGS: Final = frozenset({".po", ".xlf", ".xliff", ".tmx"})
"""Endings of files that hold translations and nothing else."""


def read_offers(file: Path, problems: Problems, reviewer: Reviewer | None = None) -> Offers:
    """Return the offers of a file by id of the interview.

    Args:
        file: A PO file or a table, named after its interview, or an XLIFF or TMX file, which names it inside.
        problems: What is wrong with the file is added.
        reviewer: Who vouches for what is approved in the file.
    """
    known, ending = reviewer or Reviewer(), file.suffix.lower()
    if ending == ".po":
        return _po(file, known, problems)
    if ending == ".tsv":
        found = table.read(file, known.name, problems)
    else:
        found = tmx.read(file, known.name, problems) if ending == ".tmx" else xliff.read(file, problems)
    return {name: [offer for offer in some if sound(str(file), offer, problems)] for name, some in found.items()}


def _po(file: Path, reviewer: Reviewer, problems: Problems) -> Offers:
    theirs = reading.read_memory(file.parent, file.name, problems)
    if theirs is None:
        return {}
    if reviewer.name:
        theirs.vouch(reviewer)
    found = (_entry(theirs, unit) for unit in theirs)
    return {theirs.name: [offer for offer in found if offer.text.strip()]}


def _entry(theirs: Memory, unit: Unit) -> Offer:
    found = theirs.lookup(unit)
    by = found.by if found.state is State.REVIEWED else None
    is_stale = "source-changed" in found.flags
    return Offer(unit, found.text, by, found.origin, found.day, is_stale=is_stale)
