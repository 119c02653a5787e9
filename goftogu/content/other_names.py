"""Names beside the established one: variants, earlier names and names at birth, each with its years.

Where the Latin letters of a name come from is said beside it: from a standard of romanisation, from a passport, or from
the person. No name is romanised by rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from goftogu.content.schema import Keys, Many, Table, Text, Where
from goftogu.persian.dates.calendar import DateError, DateValue, parse
from goftogu.problems import Problem


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
        | dict.fromkeys(("from", "to"), Text()),
    )
)
"""The key ``names`` of a vocabulary."""

_Report = Callable[[Keys, str, str, str], None]


def read(
    entry: str, tables: Iterable[Mapping[str, Any]], where: Where, path: str
) -> tuple[list[OtherName], list[Problem]]:
    """Make names of the checked tables of one entry.

    Args:
        entry: Id of the entry.
        tables: Its ``names``.
        where: Tells the places of keys.
        path: The file, for the problems.

    Returns:
        The names, and the problems: a name in no script, and dates that are none.
    """
    problems: list[Problem] = []

    def report(keys: Keys, code: str, message: str, hint: str) -> None:
        problems.append(Problem(path, *where(keys), code, message, hint))

    names = [_name(table, (entry, "names", number), report) for number, table in enumerate(tables)]
    return names, problems


def _name(table: Mapping[str, Any], keys: Keys, report: _Report) -> OtherName:
    if not {"fa", "en"} & table.keys():
        report(keys, "C003", f"a name of {keys[0]} has neither “fa” nor “en”", "write it in one script at least")
    return OtherName(
        table.get("fa", ""),
        table.get("en", ""),
        NameKind(table.get("kind", NameKind.VARIANT)),
        scheme(table),
        _date(table.get("from"), (*keys, "from"), report),
        _date(table.get("to"), (*keys, "to"), report),
    )


def scheme(table: Mapping[str, Any]) -> Scheme | None:
    """Return the scheme that a checked table names."""
    return Scheme(table["scheme"]) if "scheme" in table else None


def _date(text: str | None, keys: Keys, report: _Report) -> DateValue | None:
    try:
        return parse(text) if text else None
    except DateError as error:
        report(keys, "C006", str(error), error.hint)
        return None
