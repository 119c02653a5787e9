"""The interface in the language of a page: messages, numbers and dates.

Messages are English in the templates; :mod:`goftogu.edition.catalogue` has their Persian. Digits and dates change here,
on their way to the reader, and never in an id or an address.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from goftogu.edition import dates, tags
from goftogu.edition.catalogue import Catalogue, pair
from goftogu.model import DIRECTIONS, Bilingual, Language
from goftogu.persian import digits
from goftogu.persian.dates import calendar

NAMES: Final[Mapping[str, str]] = {Language.FA: "فارسی", Language.EN: "English"}


class UntranslatedError(LookupError):
    """A Persian page asks for a message that no catalogue has."""

    def __init__(self, message: str, plural: str = "") -> None:
        """Keep what was asked for."""
        super().__init__(message)
        self.message = message
        self.plural = plural


@dataclass(frozen=True, slots=True)
class Interface:
    """The interface in one language.

    Attributes:
        language: Its language.
        catalogue: The Persian messages; not used for English.
        dari: Whether dates have the months of Dari.
    """

    language: Language
    catalogue: Catalogue
    dari: bool = False

    @property
    def direction(self) -> str:
        """Writing direction, the value of ``dir``."""
        return DIRECTIONS[self.language]

    def gettext(self, message: str | Bilingual) -> str:
        """Return a message; a text that was given in both languages is no message and needs no catalogue.

        Raises:
            UntranslatedError: When it has no Persian.
        """
        if isinstance(message, Bilingual):
            return message[self.language]
        if self.language == Language.EN:
            return message
        if message not in self.catalogue:
            raise UntranslatedError(message)
        return self.catalogue[message][0]

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        """Return a message about a number of things. Persian has the singular for one and for zero.

        Raises:
            UntranslatedError: When it has no Persian.
        """
        if self.language == Language.EN:
            return (singular, plural)[number != 1]
        forms = self.catalogue.get(pair(singular, plural))
        if forms is None:
            raise UntranslatedError(singular, plural)
        return forms[number > 1]

    def number(self, value: int) -> str:
        """Return a whole number with separated thousands, in the digits of the language."""
        return digits.number(value, self.language)

    def plain(self, value: float) -> str:
        """Return a number that is a name, such as a year, in the digits of the language."""
        return digits.to_persian(str(value)) if self.language == Language.FA else str(value)

    def date(self, value: calendar.DateValue) -> str:
        """Return a date in both calendars, that of the language first."""
        return dates.written(value, self.language, dari=self.dari)

    def names(self) -> dict[str, object]:
        """Return what every template of this language can use."""
        return {
            "ui": self,
            "language": str(self.language),
            "direction": self.direction,
            "directions": DIRECTIONS,
            "other_language": str(self.language.other),
            "tags": tags.tags(dari=self.dari),
            "_": self.gettext,
            "gettext": self.gettext,
            "ngettext": self.ngettext,
            "number": self.number,
            "plain": self.plain,
            "date": self.date,
        }
