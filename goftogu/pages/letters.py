"""Lists in alphabetical order, with a letter for every way into them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from goftogu.model import Language
from goftogu.pages import heights
from goftogu.pages.pagination import Group, ListPage, ListRow
from goftogu.persian import collation

_NAMES: Final = (
    "alef-madde alef be pe te se jim che he-jimi khe dal zal re ze zhe sin shin sad zad ta za eyn gheyn fe qaf kaf gaf "
    "lam mim nun vav he ye"
).split()
_OTHER: Final = "other"

_ALPHABETS: Final = {
    Language.FA: dict(zip(collation.PERSIAN_ALPHABET, _NAMES, strict=True)),
    Language.EN: {letter: letter.lower() for letter in collation.ENGLISH_ALPHABET},
}
"""The letters of each language, with the names that they have in addresses."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter above a list.

    Attributes:
        text: The letter; empty for what begins with none.
        name: Its id in a page, and its name in addresses.
        href: Where its rows are; empty when it has no rows.
        current: Whether the page, one of several, begins with this letter.
    """

    text: str
    name: str
    href: str
    current: bool


def in_order(language: Language, rows: Iterable[ListRow]) -> list[ListRow]:
    """Return rows in the alphabetical order of a language."""
    key = collation.persian_key if language == Language.FA else collation.english_key
    return sorted(rows, key=lambda row: key(row.key))


def lettered(language: Language, rows: Iterable[ListRow]) -> list[Group]:
    """Put rows in order, under their letters."""
    initial = collation.persian_initial if language == Language.FA else collation.english_initial
    names = _ALPHABETS[language]
    groups: dict[str, list[ListRow]] = {name: [] for name in (*names.values(), _OTHER)}
    for row in in_order(language, rows):
        groups[names.get(initial(row.key), _OTHER)].append(row)
    return [(name, [_below_heading(group[0]), *group[1:]]) for name, group in groups.items() if group]


def _below_heading(row: ListRow) -> ListRow:
    """Return the first row of a letter, which has the letter above it."""
    return replace(row, height=row.height + heights.HEADING)


def view(language: Language, sheet: ListPage) -> dict[str, object]:
    """Return what the template of a lettered list shows."""
    bar = tuple(_bar(language, sheet))
    letters = {letter.name: letter for letter in bar}
    return {"bar": bar, "groups": [(letters[name], rows) for name, rows in sheet.shown()], **sheet.turning()}


def _bar(language: Language, sheet: ListPage) -> Iterator[Letter]:
    for text, name in (*_ALPHABETS[language].items(), ("", _OTHER)):
        href = sheet.link(name)
        if text or href:
            yield Letter(text, name, href, name == sheet.current)
