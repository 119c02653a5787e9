"""Reads the Persian messages of the interface from the template folders; an archive's own override ours.

Messages are English in the templates and Persian in ``locale/fa.po``. An archive's own file need not hold more than
what it says in another way, or what its own templates add: the rest comes from ours.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from goftogu.content import files
from goftogu.locale.message import Message
from goftogu.problems import Fault, Problem, Problems

if TYPE_CHECKING:
    from polib import POEntry

CATALOGUE: Final = "locale/fa.po"
"""Where the Persian messages are, within a folder of templates."""

Catalogue = Mapping[str, tuple[str, ...]]
"""From an English message to its Persian; from the :func:`pair` of a message about numbers to its two forms."""

_FORMS: Final = {0, 1}
_PLACEHOLDER: Final = re.compile(r"%\(\w+\)s|\{\}")
_PERCENT: Final = re.compile(r"%(?!\(\w+\)s)")
_HINT: Final = Message("write its Persian into templates/locale/fa.po")
_HINT_OF_PAIR: Final = Message("{hint}, with msgid_plural, msgstr[0] and msgstr[1]", hint=_HINT)


def pair(singular: str, plural: str) -> str:
    """Return the key of a message about a number of things."""
    return f"{singular}\0{plural}"


def untranslated(path: str, line: int, message: str, plural: str) -> Problem:
    """Return the problem of a message that no catalogue translates.

    Args:
        path: The template that uses it.
        line: Its line.
        message: The English, the singular of a message about numbers.
        plural: The English plural, or empty.
    """
    return Problem(
        path,
        line,
        0,
        "P005",
        Message("“{message}” has no Persian", message=message),
        _HINT_OF_PAIR if plural else _HINT,
    )


def find(folders: Sequence[Path], problems: Problems) -> Catalogue:
    """Return the Persian messages of some folders.

    Args:
        folders: Where templates are looked for, in this order; messages of an earlier one come before those of a later.
        problems: What is wrong with their files is added.
    """
    merged: dict[str, tuple[str, ...]] = {}
    for folder in [folder for folder in reversed(folders) if os.path.lexists(folder / CATALOGUE)] or folders[-1:]:
        merged.update(read_catalogue(folder, problems))
    return merged


def read_catalogue(folder: Path, problems: Problems) -> Catalogue:
    """Read the Persian messages of one folder of templates; faulty entries are reported and left out.

    Args:
        folder: The folder that holds :data:`CATALOGUE`.
        problems: What is wrong with the file is added.
    """
    from goftogu.translation.memory import po  # noqa: PLC0415 - costs time, and only what renders needs it

    path, found = f"{folder.name}/{CATALOGUE}", Problems()
    source = files.text(folder / CATALOGUE, found)
    entries = po.read_po(source.text, path, found) if source else None
    if entries is None or found:
        problems.extend(replace(problem, path=path, code="P004") for problem in found)
        return {}
    live = [entry for entry in entries if not entry.obsolete]
    faults = [(entry, _fault(entry, double)) for entry, double in zip(live, _doubles(live), strict=True)]
    problems.extend(_problem(path, entry, *fault) for entry, fault in faults if fault is not None)
    return dict(_forms([entry for entry, fault in faults if fault is None]))


def _doubles(entries: Iterable[POEntry]) -> Iterator[bool]:
    """Yield for each entry whether an earlier one has the same message."""
    seen: set[str] = set()
    for entry in entries:
        yield entry.msgid in seen
        seen.add(entry.msgid)


def _problem(path: str, entry: POEntry, code: str, message: Message, hint: Message) -> Problem:
    return Problem(
        path,
        max(entry.linenum or 0, 1),
        1,
        code,
        Message("“{msgid}” {message}", msgid=entry.msgid, message=message),
        hint,
    )


def _fault(entry: POEntry, double: bool) -> Fault | None:  # noqa: FBT001  a private verdict
    """Return code, message and hint of what is wrong with an entry."""
    forms = list(entry.msgstr_plural.values()) or [entry.msgstr]
    if double:
        return "P004", Message("has two entries"), Message("keep one of them")
    if entry.msgctxt:
        return (
            "P004",
            Message("has a msgctxt"),
            Message("take it out: the templates ask for messages by their English alone"),
        )
    if entry.fuzzy:
        return "P005", Message("is marked as fuzzy"), Message("check its Persian, then take the mark out")
    if not any(forms):
        return "P005", Message("has an empty msgstr"), Message("write its Persian, or take the entry out")
    if entry.msgid_plural and not (entry.msgstr_plural.keys() == _FORMS and all(forms)):
        return (
            "P006",
            Message("has not the two forms of a plural"),
            Message("write msgstr[0] for up to one and msgstr[1] for more"),
        )
    return _misfit(entry.msgid_plural or entry.msgid, forms)


def _misfit(english: str, forms: Iterable[str]) -> Fault | None:
    wanted = set(_PLACEHOLDER.findall(english))
    for form in forms:
        found = set(_PLACEHOLDER.findall(form))
        if differing := " and ".join(sorted(wanted ^ found)):
            return (
                "P006",
                Message("and its Persian differ in {differing}", differing=differing),
                Message("use those of the English, letter by letter"),
            )
        if any(name.startswith("%") for name in wanted) and _PERCENT.search(form.replace("%%", "")):
            return (
                "P006",
                Message("has a percent sign in its Persian that begins no placeholder"),
                Message("write %% for a percent sign"),
            )
    return None


def _forms(entries: Iterable[POEntry]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for entry in entries:
        if entry.msgid_plural:
            forms = entry.msgstr_plural[0], entry.msgstr_plural[1]
            yield pair(entry.msgid, entry.msgid_plural), forms
            yield entry.msgid, forms
        else:
            yield entry.msgid, (entry.msgstr,)
