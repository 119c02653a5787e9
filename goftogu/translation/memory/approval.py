"""An approval as an entry notes it, and what the head of a PO file says about who saved it last.

An approval is one line: the fingerprint of the pair, the day, and who approved it (``06a7…-9b1d… 2026-11-27 by Sara``);
day and name may be missing. Editors of PO files write who saved a file and when into its head (``Last-Translator``,
``PO-Revision-Date``). A date that this program has seen before tells nothing about what has changed since, so the one
that was seen last is kept in a field of its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from typing import Final

from goftogu.content import characters

SEEN: Final = "X-Revision-Seen"
"""Field of the head of a memory: the date of the last save by an editor that was taken account of."""

_REVISION: Final = "PO-Revision-Date"
_TRANSLATOR: Final = "Last-Translator"
_DAY: Final = r"\d{4}-\d\d-\d\d"
_APPROVAL: Final = re.compile(rf"(?P<pair>\S+)(?: (?P<day>{_DAY}))?(?: by (?P<by>.*))?.*")
_DATE: Final = re.compile(rf"({_DAY}) .*")
_ADDRESS: Final = re.compile(r"\s*<[^<>]*>\s*$")
_NOBODY: Final = frozenset({"", "full name", "automatically generated", "automatic", "unknown", "weblate", "anonymous"})


@dataclass(frozen=True, slots=True)
class Approval:
    """That a person approved a pair.

    Attributes:
        pair: Fingerprint of the pair (:func:`goftogu.translation.memory.keys.fingerprint`).
        by: Who approved it; empty for somebody.
        day: When, as an ISO date; empty when nobody knows.
    """

    pair: str
    by: str = ""
    day: str = ""

    def __str__(self) -> str:
        """Render as a note of an entry."""
        return f"{self.pair}{f' {self.day}' if self.day else ''}{f' by {self.by}' if self.by else ''}"


@dataclass(frozen=True, slots=True)
class Reviewer:
    """A person who approves English, and the day on which that is, as an ISO date; both may be unknown."""

    name: str = ""
    day: str = ""


def read(note: str) -> Approval:
    """Read an approval from the note of an entry."""
    found = _APPROVAL.fullmatch(note)
    return Approval(found["pair"], found["by"] or "", found["day"] or "") if found else Approval("")


@dataclass(frozen=True, slots=True)
class EditorSave:
    """What the head of a PO file says of its last save by an editor.

    Attributes:
        is_new: Whether that was since this program saved the file.
        by: Who saved it; empty when it names no person.
        day: When, as an ISO date; empty when it does not say so.
    """

    is_new: bool = False
    by: str = ""
    day: str = ""

    def after(self, before: Approval) -> bool:
        """Tell whether it may be newer than an approval, so that what it changed was changed on purpose."""
        return self.is_new and self.day >= before.day


def last_save(head: Mapping[str, str]) -> EditorSave:
    """Return who saved a file last.

    Args:
        head: The fields of its head.
    """
    revision = head.get(_REVISION, "").strip()
    date = _DATE.fullmatch(revision)
    if date is None or revision == head.get(SEEN, ""):
        return EditorSave()
    return EditorSave(is_new=True, by=_person(head.get(_TRANSLATOR, "")), day=date[1])


def note_save(head: MutableMapping[str, str]) -> None:
    """Note in the head of a file that its last save was taken account of."""
    if revision := head.get(_REVISION, "").strip():
        head[SEEN] = revision


def _person(text: str) -> str:
    """Return the name of a person, without the address; empty for a program and for what names nobody."""
    name = " ".join(_ADDRESS.sub("", text).split())
    return "" if name.lower() in _NOBODY or characters.fault_of_value(name) else name
