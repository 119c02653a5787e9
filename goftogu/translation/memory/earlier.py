"""Earlier English of a paragraph: notes of its entry, one for each version, the newest first.

A note is a line ``#. earlier: […]`` with a JSON array: the text, who made it, and the approval that it had. An entry
keeps the last five.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from goftogu.content import characters
from goftogu.translation.memory import approval
from goftogu.translation.memory.approval import Approval

if TYPE_CHECKING:
    import polib

MOST: Final = 5
"""How many earlier versions an entry keeps."""

_MARK: Final = "earlier: "
_NOTE: Final = re.compile(rf"{_MARK}(.*)")
_FIELDS: Final = 3


@dataclass(frozen=True, slots=True)
class Earlier:
    """An English that a paragraph had before.

    Attributes:
        text: The English.
        origin: Who made it, as :class:`~goftogu.translation.memory.entry.Translation` says it.
        approved: The approval that it had, or ``None``.
    """

    text: str
    origin: str
    approved: Approval | None = None


def version_of(line: str) -> Earlier | None:
    """Return the version that a line of comment holds; ``None`` for any other line, and for one that was spoiled."""
    note = _NOTE.fullmatch(line)
    return None if note is None else _read(note[1])


def versions(entry: polib.POEntry) -> tuple[Earlier, ...]:
    """Return the earlier versions of an entry, the newest first."""
    if _MARK not in entry.comment:
        return ()
    found = (version_of(line) for line in entry.comment.split("\n"))
    return tuple(version for version in found if version is not None and version.text != entry.msgstr)


def keep(entry: polib.POEntry, version: Earlier) -> None:
    """Note a version as the newest one; the same text is kept once, and the oldest gives way."""
    others = [other for other in versions(entry) if other.text != version.text]
    lines = [line for line in entry.comment.split("\n") if line and version_of(line) is None]
    entry.comment = "\n".join([*lines, *map(_written, [version, *others][:MOST])])


def _written(version: Earlier) -> str:
    values = [version.text, version.origin, str(version.approved or "")]
    return f"{_MARK}{json.dumps(values, ensure_ascii=False)}"


def _read(note: str) -> Earlier | None:
    try:
        values = json.loads(note)
    except (ValueError, RecursionError):
        return None
    if not isinstance(values, list) or len(values) != _FIELDS or not all(isinstance(value, str) for value in values):
        return None
    text, origin, approved = values
    if not text.strip() or any(map(characters.fault_of_value, values)):
        return None
    return Earlier(text, origin, approval.read(approved) if approved else None)
