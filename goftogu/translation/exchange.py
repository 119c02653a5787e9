"""Imports translations that people made elsewhere: PO files and XLIFF 1.2.

An entry belongs to a paragraph when both its id and its Persian agree. What a person approved here is never replaced by
what nobody approved there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from goftogu.content import characters
from goftogu.locale.message import Message
from goftogu.problems import Problem, Problems
from goftogu.storage import files as storage_files
from goftogu.translation.memory import reading
from goftogu.translation.memory.entry import EDITED
from goftogu.translation.memory.keys import key, tidy
from goftogu.translation.memory.memory import Memory, State, Unit

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_HINT: Final = Message("give an XLIFF 1.2 file that was exported here")
_NAMESPACE: Final = "{urn:oasis:names:tc:xliff:document:1.2}"


@dataclass(frozen=True, slots=True)
class Offer:
    """English from elsewhere.

    Attributes:
        unit: The paragraph as it was known there.
        text: The English.
        by: Who approved it there, empty for somebody, ``None`` for nobody.
        origin: Who made it, or empty when nobody knows.
    """

    unit: Unit
    text: str
    by: str | None
    origin: str = ""


def read_offers(file: Path, problems: Problems) -> dict[str, list[Offer]]:
    """Return the offers of a file by id of the interview.

    Args:
        file: A PO file, named after its interview, or an XLIFF file, which names it inside.
        problems: What is wrong with the file is added.
    """
    if file.suffix != ".po":
        return _xliff(file, problems)
    theirs = reading.read_memory(file.parent, file.name, problems)
    if theirs is None:
        return {}
    found = ((unit, theirs.lookup(unit)) for unit in theirs)
    offers = [
        Offer(unit, item.text, item.by if item.state is State.REVIEWED else None, item.origin)
        for unit, item in found
        if item.state not in {State.MISSING, State.STALE}
    ]
    return {theirs.name: offers}


def take(found: Memory, units: Iterable[Unit], offers: Iterable[Offer], by: str = "") -> tuple[int, list[str]]:
    """Take offers into a memory.

    Args:
        found: The memory; it is brought in step and changed.
        units: What the interview has now.
        offers: English from elsewhere.
        by: Who approved what somebody approved there.

    Returns:
        How many paragraphs have changed, and the ids of the offers that were not taken.
    """
    wanted = {unit.id: unit for unit in units}
    found.merge(wanted.values())
    count, refused = 0, []
    for offer in offers:
        unit = wanted.get(offer.unit.id)
        if unit is None or key(unit.source) != key(offer.unit.source) or not _may(found, unit, offer):
            refused.append(offer.unit.id)
        else:
            count += _take(found, unit, offer, by)
    return count, refused


def _may(found: Memory, unit: Unit, offer: Offer) -> bool:
    now = found.lookup(unit)
    return offer.by is not None or now.by is None or now.text == tidy(offer.text)


def _take(found: Memory, unit: Unit, offer: Offer, by: str) -> bool:
    """Take an offer and tell whether it changed anything."""
    now = found.lookup(unit)
    same = now.text == tidy(offer.text)
    if same and (offer.by is None or now.state is State.REVIEWED):
        return False
    if not same:
        found.replace(unit, offer.text, offer.origin or f"{EDITED}{now.origin.removeprefix(EDITED) or 'elsewhere'}")
    if offer.by is not None:
        found.approve(unit, offer.by or by)
    return True


def _xliff(file: Path, problems: Problems) -> dict[str, list[Offer]]:
    root = _root(file, problems)
    if root is None:
        return {}
    if root.tag != f"{_NAMESPACE}xliff":
        problems.add(
            Problem.of_file(str(file), "M010", Message("the file is <{tag}>, not XLIFF 1.2", tag=root.tag), _HINT)
        )
        return {}
    found = {part.get("original", ""): list(_offers(part)) for part in root.iter(f"{_NAMESPACE}file")}
    return {name: [offer for offer in offers if _is_text(offer, file, problems)] for name, offers in found.items()}


def _is_text(offer: Offer, file: Path, problems: Problems) -> bool:
    """Report English that holds what no text may hold, however the file writes it."""
    if fault := characters.fault_of_value(offer.text):
        message = Message("{fault}, in {of}", fault=fault, of=offer.unit.id)
        problems.add(Problem.of_file(str(file), "S003", message, Message("delete the character")))
    return not fault


def _root(file: Path, problems: Problems) -> Element | None:
    from xml.etree import ElementTree as ET  # noqa: PLC0415  only this format needs it

    try:
        data = file.read_bytes()
        if b"<!DOCTYPE" not in data.replace(b"\0", b""):  # entities can swell without end; XLIFF has no use for them
            return ET.fromstring(data)  # noqa: S314  without a DOCTYPE there are no entities
        problems.add(Problem.of_file(str(file), "M010", Message("the file has a DOCTYPE"), _HINT))
    except OSError as error:
        problems.add(Problem.of_file(str(file), "S002", storage_files.reason(error), Message("make the file readable")))
    except (ET.ParseError, ValueError, LookupError) as error:
        line, column = getattr(error, "position", (0, -1))
        problems.add(
            Problem(str(file), line, column + 1, "M010", Message("the file is not XML: {error}", error=error), _HINT)
        )
    return None


def _offers(part: Element) -> Iterator[Offer]:
    for unit in part.iter(f"{_NAMESPACE}trans-unit"):
        text = _text(unit, "target")
        if text.strip():
            approved = "" if unit.get("approved") == "yes" else None
            yield Offer(Unit(unit.get("id", ""), _text(unit, "source")), text, approved)


def _text(unit: Element, name: str) -> str:
    found = unit.find(f"{_NAMESPACE}{name}")
    return "" if found is None else "".join(found.itertext())
