"""What the page of a person or a place says of it: its other names, dates and coordinates, and where else it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from goftogu import markup, urls
from goftogu.content.lifetimes import LifeDate
from goftogu.content.other_names import OtherName
from goftogu.content.vocabulary import Person, Place
from goftogu.edition import dates, wording
from goftogu.edition.edition import Edition, Link
from goftogu.model import Bilingual, Language
from goftogu.persian import digits
from goftogu.persian.dates import calendar
from goftogu.persian.folding import fold

_CATALOGUES: Final[Mapping[str, tuple[str, str]]] = {
    "wikidata": ("Wikidata", "https://www.wikidata.org/wiki/{}"),
    "viaf": ("VIAF", "https://viaf.org/viaf/{}"),
    "lc": ("Library of Congress", "https://id.loc.gov/authorities/names/{}"),
}
"""Catalogues whose addresses are known: the name of each, and how an id becomes an address."""


_DIRECTIONS: Final = (
    (Bilingual("شمالی", "N"), Bilingual("جنوبی", "S")),
    (Bilingual("شرقی", "E"), Bilingual("غربی", "W")),
)
"""How a positive and a negative latitude and longitude are called."""


@dataclass(frozen=True, slots=True)
class NameView:
    """Another name: as written, in the other letters, what it is, where its letters come from, and its years.

    ``used`` is the whole time, where both ends are known and in one calendar.
    """

    text: Markup | str
    counterpart: Markup | str
    kind: str
    scheme: str
    since: calendar.DateValue | None
    until: calendar.DateValue | None
    used: calendar.DateValue | None


def other_names(edition: Edition, entry: Person | Place) -> Iterator[NameView]:
    """Yield the other names, those with nothing but a spelling last; none that reads like the established one."""
    language = edition.language
    known = {fold(entry.name[language])}
    plain = [OtherName(fa=name) if language == Language.FA else OtherName(en=name) for name in entry.aliases[language]]
    for name in (*entry.names, *plain):
        text = name[language]
        if text and fold(text) in known:
            continue
        known.add(fold(text))
        other = name.en if language == Language.FA else name.fa
        yield NameView(
            edition.words(text) if text else "",
            markup.foreign(other, Language.EN if language == Language.FA else Language.FA) if other else "",
            str(name.kind),
            str(name.scheme or ""),
            name.since,
            name.until,
            _time(name),
        )


def _time(name: OtherName) -> calendar.DateValue | None:
    if not isinstance(name.since, calendar.PartialDate) or not isinstance(name.until, calendar.PartialDate):
        return None
    try:
        return calendar.DateRange(name.since, name.until)
    except calendar.DateError:
        return None


def facts(edition: Edition, entry: Person | Place) -> dict[str, str]:
    """Return dates of life and coordinates as a reader of the language writes them; empty what is not known."""
    born, died = (entry.born, entry.died) if isinstance(entry, Person) else ("", "")
    coordinates = _position(entry.coordinates, edition.language) if isinstance(entry, Place) else ""
    return {"born": _day(edition, born), "died": _day(edition, died), "coordinates": coordinates}


def _position(coordinates: str, language: Language) -> str:
    """Return latitude and longitude with their directions: «۳۷٫۵۵° شمالی، ۴۵٫۰۷° شرقی», ``37.55° N, 45.07° E``."""
    if not coordinates:
        return ""
    degrees = [
        f"{value.strip().lstrip('-')}° {(ahead, behind)['-' in value][language]}"
        for value, (ahead, behind) in zip(coordinates.split(","), _DIRECTIONS, strict=True)
    ]
    shown = wording.COMMA[language].join(degrees)
    return digits.to_persian(shown).replace(".", "٫") if language == Language.FA else shown


def _day(edition: Edition, when: LifeDate) -> str:
    """Return a date in both calendars; as written when it is earlier than the calendars that we convert."""
    persian = edition.language == Language.FA
    if isinstance(when, str):
        return digits.to_persian(when) if persian else when
    return dates.written(when, edition.language, dari=edition.site.config.dari)


def links(entry: Person | Place) -> Iterator[Link]:
    """Yield the same person or place in catalogues."""
    for address in entry.exact:
        yield Link(address, markup.plain(address.partition("://")[2].removeprefix("www."), Language.EN))
    for name, number in entry.ids.items() if isinstance(entry, Person) else ():
        label, pattern = _CATALOGUES.get(name, (name, ""))
        yield Link(urls.catalogue(pattern, number) if pattern else "", markup.plain(f"{label} {number}", Language.EN))
