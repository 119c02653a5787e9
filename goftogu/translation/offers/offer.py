"""What a file from elsewhere offers for a paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from goftogu.content import characters
from goftogu.locale.message import Message
from goftogu.problems import Problem, Problems
from goftogu.translation.memory.memory import Unit


@dataclass(frozen=True, slots=True)
class Offer:
    """English from elsewhere.

    Attributes:
        unit: The paragraph as it was known there; without an id where the file has none, so that the Persian decides.
        text: The English.
        by: Who approved it there, empty for somebody, ``None`` for nobody.
        origin: Who made it, or empty when nobody knows.
        day: When it was approved, as an ISO date; empty when nobody knows.
        is_stale: Whether it belongs to another wording of the Persian.
        is_flat: Whether the file cannot hold line breaks.
    """

    unit: Unit
    text: str
    by: str | None
    origin: str = ""
    day: str = ""
    is_stale: bool = False
    is_flat: bool = False


Offers = dict[str, list[Offer]]
"""The offers of a file, by the id of the interview; those that name no interview are under an empty one."""


def sound(path: str, offer: Offer, problems: Problems) -> bool:
    """Tell whether an offer holds no character that no text may hold, however the file writes it.

    Args:
        path: Of the file.
        offer: From it.
        problems: What is wrong is added.
    """
    if fault := characters.fault_of_value(offer.text):
        message = Message("{fault}, in {of}", fault=fault, of=offer.unit.id or offer.unit.source[:40])
        problems.add(Problem.of_file(path, "S003", message, Message("delete the character")))
    return not fault
