"""Who is to be thanked for a translation: the people who reviewed it and when, and what it began with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from goftogu.edition import dates, wording
from goftogu.edition.material import Material
from goftogu.model import Bilingual, Language
from goftogu.persian import digits
from goftogu.persian.dates import calendar
from goftogu.translation.memory.entry import DRAFT, EDITED, HOUSE, State

_REVIEWED: Final = {
    Language.EN: Bilingual("بازبینی ترجمهٔ انگلیسی: {}.", "English reviewed by {}."),
    Language.FA: Bilingual("بازبینی ترجمهٔ فارسی: {}.", "Persian reviewed by {}."),
}
"""By the language of the translation."""
_BEGAN: Final = Bilingual("آغاز ترجمه با {}.", "Translation begun with {}.")
_PEOPLE: Final = "human"
"""The origin of what people have translated from nothing."""

_PASSAGES: Final = (Bilingual("{} بند", "{} passages"), Bilingual("{} بند", "{} passage"))
_SOMEBODY: Final = Bilingual("بازبین بی‌نام", "an unnamed reviewer")


class Review(NamedTuple):
    """What a person has reviewed.

    Attributes:
        name: The person; empty for somebody who gave no name.
        passages: How many passages.
        days: The day of the first and of the last approval, once if that is the same; none when no day is known.
    """

    name: str
    passages: int
    days: tuple[str, ...]


def reviews(material: Material) -> list[Review]:
    """Return who reviewed the translation as it is now: most first, and last who gave no name."""
    days: dict[str, list[str]] = {}
    for unit in material.interview.units():
        made = material.english(unit)
        if made.state is State.REVIEWED:
            days.setdefault(made.by or "", []).append(made.day)
    rows = [Review(name, len(found), _ends(sorted(filter(None, found)))) for name, found in days.items()]
    return sorted(rows, key=lambda row: (not row.name, -row.passages, row.name))


def _ends(days: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*days[:1], *days[-1:]]))


def beginnings(material: Material) -> list[str]:
    """Return the engines and language models with which the translation began, whoever has worked on it since."""
    found = (material.english(unit).origin for unit in material.interview.units())
    return sorted({_bare(origin) for origin in found if origin} - {_PEOPLE})


def _bare(origin: str) -> str:
    """Return the name of what made an English, without the words for its kind."""
    return origin.removeprefix(EDITED).removeprefix(DRAFT).removeprefix(HOUSE).strip()


def account(material: Material, language: str) -> Iterator[str]:
    """Yield the credits of the translation in sentences; nothing as long as nobody has reviewed it."""
    if found := reviews(material):
        people = wording.SEMICOLON[language].join(_told(material, row, language) for row in found)
        yield _REVIEWED[material.original.other][language].format(people)
        if began := beginnings(material):
            yield _BEGAN[language].format(wording.COMMA[language].join(began))


def _told(material: Material, row: Review, language: str) -> str:
    shown = digits.number(row.passages, language)
    days = (dates.written(calendar.parse(day), language, dari=material.dari) for day in row.days)
    told = (row.name or _SOMEBODY[language], _PASSAGES[row.passages == 1][language].format(shown), " – ".join(days))
    return wording.COMMA[language].join(filter(None, told))
