"""The words of the interface: messages, numbers and dates in the language of a page.

Messages are English in the templates and Persian in ``templates/locale/fa.po``. Digits and dates change here, on their
way to the reader, and never in an id or an address.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from goftogu.content import files
from goftogu.model import Language
from goftogu.persian import digits
from goftogu.persian.dates import calendar
from goftogu.problems import Problem, Problems
from goftogu.storage import cache as caches
from goftogu.storage.cache import Cache

if TYPE_CHECKING:
    from polib import POEntry

CATALOGUE: Final = "locale/fa.po"
"""Where the Persian messages are, within a folder of templates."""

DIRECTIONS: Final[Mapping[str, str]] = {Language.FA: "rtl", Language.EN: "ltr"}
OTHER: Final[Mapping[str, Language]] = {Language.FA: Language.EN, Language.EN: Language.FA}
NAMES: Final[Mapping[str, str]] = {Language.FA: "فارسی", Language.EN: "English"}

Catalogue = Mapping[str, tuple[str, ...]]
"""From an English message to its Persian: one form, or one for each grammatical number."""


@dataclass(frozen=True, slots=True)
class Interface:
    """The interface in one language.

    Attributes:
        language: Its language.
        catalogue: The Persian messages; not used for English.
    """

    language: Language
    catalogue: Catalogue

    @property
    def direction(self) -> str:
        """Writing direction, the value of ``dir``."""
        return DIRECTIONS[self.language]

    def gettext(self, message: str) -> str:
        """Return a message; English when the catalogue does not have it."""
        return self.catalogue.get(message, (message,))[0] if self.language == Language.FA else message

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        """Return a message about a number of things. Persian has the singular for one and for none."""
        english = (singular, plural)
        if self.language == Language.EN:
            return english[number != 1]
        return self.catalogue.get(singular, english)[number > 1]

    def number(self, value: int) -> str:
        """Return a whole number, its thousands parted, in the digits of the language."""
        return _persian_number(value) if self.language == Language.FA else f"{value:,}"

    def plain(self, value: int) -> str:
        """Return a number that is a name, such as a year, in the digits of the language."""
        return digits.to_persian(str(value)) if self.language == Language.FA else str(value)

    def date(self, value: calendar.DateValue) -> str:
        """Return a date in both calendars, that of the language first."""
        return calendar.format_fa(value) if self.language == Language.FA else calendar.format_en(value)

    def names(self) -> dict[str, object]:
        """Return what every template of this language can use."""
        return {
            "ui": self,
            "language": str(self.language),
            "direction": self.direction,
            "gettext": self.gettext,
            "ngettext": self.ngettext,
            "number": self.number,
            "plain": self.plain,
            "date": self.date,
        }


@lru_cache(maxsize=1024)
def _persian_number(value: int) -> str:
    return digits.format_fa(value)


def find(folders: Sequence[Path], cache: Cache) -> tuple[Catalogue, list[Problem]]:
    """Return the Persian messages of the first folder that has some, and what is wrong with them.

    Args:
        folders: Where templates are looked for, in this order.
        cache: Holds messages that were read before.
    """
    folder = next((folder for folder in folders if (folder / CATALOGUE).is_file()), folders[-1])
    data = files.data(folder, CATALOGUE, Problems())
    if data is None:
        return read_catalogue(folder)
    return cache.recall(caches.key("messages", folder.name, data), lambda: read_catalogue(folder))


def read_catalogue(folder: Path) -> tuple[Catalogue, list[Problem]]:
    """Read the Persian messages of a folder of templates.

    Args:
        folder: The folder that holds :data:`CATALOGUE`.

    Returns:
        The messages that are translated, and what is wrong with the file.
    """
    from goftogu.translation.memory import po  # noqa: PLC0415 - costs time, and only a build that renders needs it

    path = f"{folder.name}/{CATALOGUE}"
    problems = Problems()
    source = files.text(folder / CATALOGUE, problems)
    entries = po.read(source.text, path, problems) if source else None
    plurals = [entry for entry in entries or () if entry.msgid_plural and not entry.msgstr_plural.keys() >= {0, 1}]
    problems.extend(_lacks_a_form(entry, path) for entry in plurals)
    if entries is None or problems:
        return {}, [replace(problem, path=path, code="P004") for problem in problems]
    return {entry.msgid: _forms(entry) for entry in entries if entry.translated()}, []


def _lacks_a_form(entry: POEntry, path: str) -> Problem:
    return Problem(
        path, max(entry.linenum or 0, 1), 1, "P004", "entry with a plural has not two forms", "write msgstr[0] and [1]"
    )


def _forms(entry: POEntry) -> tuple[str, ...]:
    plural = entry.msgstr_plural
    return tuple(plural[number] for number in sorted(plural)) or (entry.msgstr,)
