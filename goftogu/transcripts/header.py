"""The keys above a transcript: what they are called, what they may hold, and the values they give.

``TRANSCRIPT``, ``SPEAKER`` and ``SOURCE`` are the one list of keys; ``docs/content-format.md`` explains them and a test
keeps the two equal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from goftogu.content.frontmatter import Key, Page, Table, split
from goftogu.model import Provenance, Role, Source
from goftogu.persian.dates.calendar import DateError, DateValue, parse
from goftogu.problems import Problem
from goftogu.transcripts import ids, labels

_ID: Final = re.compile(r"[a-z0-9][a-z0-9-]*", re.ASCII)
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"]+", re.ASCII | re.IGNORECASE)
_FILE: Final = re.compile(r"[^\x00-\x1f\x7f/\\.][^\x00-\x1f\x7f/\\]*")
_REDIRECT: Final = "write {old: new}, both ids of this transcript, as {t7: t6}"


def _fault_of_id(text: str) -> str:
    return "" if _ID.fullmatch(text) else f"“{text}” is not an id: small Latin letters, digits and hyphens"


def _fault_of_role(text: str) -> str:
    return "" if text in set(Role) else f"“{text}” is none of {', '.join(Role)}"


def _fault_of_address(text: str) -> str:
    return "" if _ADDRESS.fullmatch(text) else f"“{text}” is not an address that begins with https:// or http://"


def _fault_of_file(text: str) -> str:
    return "" if _FILE.fullmatch(text) else f"“{text}” is not the name of a file in content/received/"


def _fault_of_date(text: str) -> str:
    try:
        parse(text)
    except DateError as error:
        return str(error)
    return ""


def _fault_of_line(text: str) -> str:
    return "a line break may not stand here" if "\n" in text else ""


TRANSCRIPT: Final = (
    Key("title", "the Persian title, on one line", required=True, fault=_fault_of_line),
    Key(
        "date",
        "2025-12-13, or Jalali as 1404-09-22; also a month, a year or a range",
        fault=_fault_of_date,
        code="C006",
    ),
    Key("speakers", "labels as they stand before the colon, each with the keys of a speaker", required=True),
    Key("source", "where the text came from"),
    Key("redirects", "ids that are no longer in the text, each with the id that took its place"),
)
SPEAKER: Final = (
    Key("role", "interviewer, interviewee or other", required=True, fault=_fault_of_role),
    Key("person", "id in people.toml", fault=_fault_of_id),
    Key("organisation", "id in people.toml of the body that the speaker speaks for", fault=_fault_of_id),
    Key("description", "a few Persian words about the speaker in this interview", fault=_fault_of_line),
)
SOURCE: Final = (
    Key("name", "id in people.toml of the body that published the text, or its name", fault=_fault_of_line),
    Key("url", "address of the publication", fault=_fault_of_address),
    Key("received", "date on which the archive received it", fault=_fault_of_date, code="C006"),
    Key("file", "name of the file in content/received/, kept as it came", fault=_fault_of_file),
    Key("notes", "lines of the received file that are not part of the interview; they are kept here and not published"),
)


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker as declared or inferred, before the reading layer.

    Attributes:
        label: As it stands before the colon.
        role: What the speaker does.
        person: Id in ``people.toml``, or empty.
        organisation: Id in ``people.toml``, or empty.
        description: A few Persian words, or empty.
        line: Where the speaker is declared.
        inferred: True when nobody declared the speaker.
    """

    label: str
    role: Role
    person: str = ""
    organisation: str = ""
    description: str = ""
    line: int = 0
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """What the front matter says, and the text below it.

    Attributes:
        title: The title and its line.
        date: Or ``None``.
        voices: In the order of declaration.
        provenance: Where the text came from.
        redirects: Ids that were given up, with their successors and lines.
        body: The text below the front matter.
        body_line: Line of the file on which it begins.
    """

    title: tuple[str, int]
    date: DateValue | None
    voices: tuple[Voice, ...]
    provenance: Provenance
    body: str
    body_line: int
    redirects: Mapping[str, tuple[str, int]] = field(default_factory=dict)


def read(source: Source) -> tuple[Header | None, list[Problem]]:
    """Read the front matter of a transcript.

    Returns:
        ``None`` when there is none or its syntax is broken; otherwise all that could be understood.
    """
    page, problems = split(source)
    if page is None:
        return None, problems
    table = Table(page.root, TRANSCRIPT, source.path, problems)
    voices = tuple(_voices(table, source.path, problems))
    return _header(page, table, voices, dict(_redirects(table, source.path, problems))), problems


def _header(page: Page, table: Table, voices: tuple[Voice, ...], redirects: Mapping[str, tuple[str, int]]) -> Header:
    title, date = table.text("title"), table.text("date")
    return Header(
        title=(title, table.line("title")),
        date=parse(date) if date else None,
        voices=voices,
        provenance=_provenance(table.table("source", SOURCE)),
        body=page.body,
        body_line=page.body_line,
        redirects=redirects,
    )


def _voices(table: Table, path: str, problems: list[Problem]) -> Iterator[Voice]:
    seen: set[str] = set()
    for label, node in table.entries("speakers"):
        if fault := _fault_of_label(label, seen):
            problems.append(Problem(path, *node.key, *fault))
        values = Table(node, SPEAKER, path, problems)
        role = values.text("role") or Role.OTHER
        person, organisation, description = map(values.text, ("person", "organisation", "description"))
        yield Voice(label, Role(role), person, organisation, description, line=node.key[0])


def _fault_of_label(label: str, seen: set[str]) -> tuple[str, str, str] | None:
    """Judge a label, and note it among those that were seen."""
    key = labels.key(label)
    if not key or len(label) > labels.LONGEST or any(sign in label for sign in ":：\\\n"):
        hint = f"at most {labels.LONGEST} characters, no colon, no backslash"
        return "C005", f"“{label}” cannot be a label", hint
    if key in seen:
        return "C008", f"another label reads like “{label}”", "keep one of them"
    seen.add(key)
    return None


def _provenance(table: Table | None) -> Provenance:
    if table is None:
        return Provenance()
    name, received = table.text("name"), table.text("received")
    table.texts("notes")
    return Provenance(
        name=name if _ID.fullmatch(name) else "",
        name_text="" if _ID.fullmatch(name) else name,
        url=table.text("url"),
        received=parse(received).first.isoformat() if received else "",
        file=table.text("file"),
    )


def _redirects(table: Table, path: str, problems: list[Problem]) -> Iterator[tuple[str, tuple[str, int]]]:
    for old, node in table.entries("redirects"):
        if not (ids.TURN.fullmatch(old) or ids.PARAGRAPH.fullmatch(old) or ids.SECTION.fullmatch(old)):
            message = f"“{old}” is not an id of a turn, paragraph or section"
            problems.append(Problem(path, *node.key, "C005", message, _REDIRECT))
        if isinstance(node.value, str):
            yield old, (node.value, node.key[0])
        else:
            message = f"the successor of “{old}” is not an id"
            problems.append(Problem(path, node.line, node.column, "C004", message, _REDIRECT))
