"""Names beside the established one: variants, earlier names and names at birth, each with its years.

Where the Latin letters of a name come from is said beside it: from a standard of romanisation, from a passport, or from
the person. No name is romanised by rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from goftogu.content.positions import Positions
from goftogu.content.schema import Date, Many, Table, Text
from goftogu.locale.message import Message
from goftogu.persian.dates.calendar import DateValue
from goftogu.problems import Problem, Problems


class NameKind(StrEnum):
    """What a name is to the one who bears it."""

    VARIANT = "variant"
    HISTORIC = "historic"
    BIRTH = "birth"
    PEN = "pen"
    ORGANISATIONAL = "organisational"


class Scheme(StrEnum):
    """Where the Latin letters of a name come from."""

    ESTABLISHED = "established"
    OWN = "own"
    PASSPORT = "passport"
    ALA_LC = "ala-lc"
    IJMES = "ijmes"
    IRANIAN_STUDIES = "iranian-studies"


@dataclass(frozen=True, slots=True)
class OtherName:
    """A name beside the established one.

    Attributes:
        fa: The name in Persian letters, or empty.
        en: The name in Latin letters, or empty.
        kind: What it is to the one who bears it.
        scheme: Where its Latin letters come from, or ``None``.
        since: When it began to be used, or ``None``.
        until: When it ceased to be used, or ``None``.
    """

    fa: str = ""
    en: str = ""
    kind: NameKind = NameKind.VARIANT
    scheme: Scheme | None = None
    since: DateValue | None = None
    until: DateValue | None = None

    def __getitem__(self, language: str) -> str:
        """Return the form of one language, ``"fa"`` or ``"en"``; empty when there is none."""
        return self.fa if language == "fa" else self.en


SCHEME = Text(choices=tuple(Scheme))
NAMES = Many(
    Table(
        {"fa": Text(), "en": Text(), "kind": Text(choices=tuple(NameKind)), "scheme": SCHEME}
        | dict.fromkeys(("from", "to"), Date()),
    )
)
"""The key ``names`` of a vocabulary."""


def read_names(
    entry: str, tables: Iterable[Mapping[str, Any]], where: Positions, problems: Problems
) -> tuple[OtherName, ...]:
    """Make names of the checked tables of one entry.

    Args:
        entry: Id of the entry.
        tables: Its ``names``.
        where: Tells the places of keys.
        problems: A name in no script is added.
    """
    found = list(enumerate(tables))
    for number, table in found:
        if not {"fa", "en"} & table.keys():
            place, message = (
                where((entry, "names", number)),
                Message("a name of {entry} has neither “fa” nor “en”", entry=entry),
            )
            problems.add(Problem(where.path, *place, "C003", message, Message("write it in one script at least")))
    return tuple(_name(table) for _, table in found)


def _name(table: Mapping[str, Any]) -> OtherName:
    kind = table.get("kind", NameKind.VARIANT)
    dates = table.get("from"), table.get("to")
    return OtherName(table.get("fa", ""), table.get("en", ""), kind, table.get("scheme"), *dates)
