"""XLIFF 1.2 and 2 as offers.

Sources: XLIFF Version 1.2, OASIS Standard (2008), the attributes ``approved`` and ``state``; XLIFF Version 2.1, OASIS
Standard (2018), the elements ``unit`` and ``segment`` and the attribute ``state``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from goftogu.locale.message import Message
from goftogu.problems import Problem, Problems
from goftogu.translation.memory.memory import Unit
from goftogu.translation.offers import markup
from goftogu.translation.offers.offer import Offer, Offers

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_FIRST: Final = "{urn:oasis:names:tc:xliff:document:1."
_SECOND: Final = "{urn:oasis:names:tc:xliff:document:2."
_APPROVED: Final = frozenset({"final", "signed-off", "reviewed"})
"""States that say somebody has approved a translation; the last one is of XLIFF 2."""


def read(file: Path, problems: Problems) -> Offers:
    """Return the offers of a file.

    Args:
        file: It names its interview in ``original``.
        problems: What is wrong is added.
    """
    root = markup.root(file, problems)
    if root is None:
        return {}
    parts = [part for part in root.iter() if markup.name(part) == "file"]
    if root.tag.startswith(_FIRST) and markup.name(root) == "xliff":
        return {part.get("original", ""): list(_first(part)) for part in parts}
    if root.tag.startswith(_SECOND) and markup.name(root) == "xliff":
        return {part.get("original", "") or part.get("id", ""): list(_second(part)) for part in parts}
    message = Message("the file is <{tag}>, not XLIFF 1.2 or 2", tag=root.tag)
    problems.add(Problem.of_file(str(file), "M010", message, markup.HINT))
    return {}


def _first(part: Element) -> Iterator[Offer]:
    for unit in part.iter():
        if markup.name(unit) == "trans-unit":
            target = next(markup.children(unit, "target"), None)
            text, state = markup.text(target), "" if target is None else target.get("state", "")
            approved = unit.get("approved") == "yes" or state in _APPROVED
            source = markup.text(next(markup.children(unit, "source"), None))
            if text.strip():
                yield Offer(Unit(unit.get("id", ""), source), text, "" if approved else None)


def _second(part: Element) -> Iterator[Offer]:
    for unit in part.iter():
        if markup.name(unit) == "unit":
            pieces = list(markup.children(unit, "segment", "ignorable"))
            source = "".join(markup.text(next(markup.children(piece, "source"), None)) for piece in pieces)
            text = "".join(map(_target, pieces))
            states = {piece.get("state", "") for piece in pieces if markup.name(piece) == "segment"}
            approved = bool(states) and states <= _APPROVED
            if text.strip():
                yield Offer(Unit(unit.get("name", "") or unit.get("id", ""), source), text, "" if approved else None)


def _target(piece: Element) -> str:
    """Return the translation of a segment, or what is between segments, which mostly has none of its own."""
    target = next(markup.children(piece, "target"), None)
    between = markup.name(piece) == "ignorable"
    return markup.text(next(markup.children(piece, "source"), None) if target is None and between else target)
