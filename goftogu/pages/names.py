"""People and places: a list of each in alphabetical order, and a page for each person and each place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from markupsafe import Markup

from goftogu import markup, urls
from goftogu.content.other_names import OtherName
from goftogu.content.vocabulary import Person, Place
from goftogu.edition.edition import About, Edition, Link
from goftogu.edition.site import Page, Site
from goftogu.index.indexing import Mention
from goftogu.index.topics import MANY
from goftogu.model import Interview, Language
from goftogu.pages import divisions, hits, letters
from goftogu.pages.list_entries import work
from goftogu.pages.locators import Line, Locators
from goftogu.pages.pagination import Numbered, Row, Sheet, numbered, sheets
from goftogu.persian import digits
from goftogu.persian.dates import calendar
from goftogu.persian.folding import fold

_CATALOGUES: Final[Mapping[str, tuple[str, str]]] = {
    "wikidata": ("Wikidata", "https://www.wikidata.org/wiki/{}"),
    "viaf": ("VIAF", "https://viaf.org/viaf/{}"),
    "lc": ("Library of Congress", "https://id.loc.gov/authorities/names/{}"),
}
"""Catalogues whose addresses are known: the name of each, and how an id becomes an address."""


_CONVERTED: Final = 1800


@dataclass(frozen=True, slots=True)
class _Register:
    """What differs between people and places.

    Attributes:
        section: Part of the site.
        index: Gives the path of the list.
        path: Gives the path of an entry.
    """

    section: str
    index: Callable[[str], str]
    path: Callable[[str, str], str]


_PEOPLE: Final = _Register("people", urls.people, urls.person)
_PLACES: Final = _Register("places", urls.places, urls.place)


@dataclass(frozen=True, slots=True)
class Listed:
    """A person or a place in a list.

    Attributes:
        id: Its id, a fragment of the list.
        kind: What it is.
        href: Its page.
        text: The name as it is put in order.
        counterpart: The name in the other language.
        description: Who or what it is.
        speaks: In how many interviews the person speaks.
        count: In how many turns it is spoken of.
    """

    id: str
    kind: str
    href: str
    text: Markup
    counterpart: Markup
    description: Markup | str
    speaks: int
    count: int


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


def lists(site: Site) -> Iterator[Page]:
    """Plan the lists of people and places."""
    for language in Language:
        edition = Edition(site, language)
        for register, entries in _registers(site):
            rows = [Row(entry.sort[language], 1, partial(_listed, edition, register, entry)) for entry in entries]
            for sheet in sheets(register.index(language), letters.lettered(language, rows)):
                yield Page(sheet.path, "names.html.jinja", language, partial(_list, edition, register, sheet))


def pages(site: Site) -> Iterator[Page]:
    """Plan the pages of people and places."""
    interviews = {interview.id: interview for interview in site.interviews}
    for language in Language:
        for register, entries in _registers(site):
            yield from _pages(Edition(site, language), register, entries, interviews)


def _registers(site: Site) -> Iterator[tuple[_Register, Sequence[Person | Place]]]:
    yield _PEOPLE, [person for person in site.vocabulary.people.values() if person.public]
    yield _PLACES, [place for place in site.vocabulary.places.values() if place.public]


def _pages(
    edition: Edition, register: _Register, entries: Sequence[Person | Place], interviews: Mapping[str, Interview]
) -> Iterator[Page]:
    language = edition.language
    for entry in entries:
        speaks, mentions = _found(edition.site, entry)
        items: list[str | Mention] = [*speaks, *mentions]
        group = frozenset(map(_interview, items))
        for page in numbered(register.path(language, entry.id), items):
            values = partial(_entry, edition, register, entry, page, interviews)
            yield Page(page.path, "name.html.jinja", language, values, frozenset(map(_interview, page.items)), group)


def _interview(item: str | Mention) -> str:
    return item if isinstance(item, str) else item.interview


def _found(site: Site, entry: Person | Place) -> tuple[list[str], Sequence[Mention]]:
    """Return the interviews in which a person speaks, and where the person or the place is named."""
    if isinstance(entry, Place):
        return [], site.places.mentions(entry.id)
    parts = dict.fromkeys(part.interview for part in site.people.parts(entry.id))
    return list(parts), site.people.mentions(entry.id)


def _listed(edition: Edition, register: _Register, entry: Person | Place, here: str) -> Listed:
    speaks, mentions = _found(edition.site, entry)
    return Listed(
        id=entry.id,
        kind=str(entry.kind),
        href=urls.href(here, register.path(edition.language, entry.id)),
        text=edition.words(entry.sort[edition.language]),
        counterpart=edition.counterpart(entry.name),
        description=edition.label(entry.description) if entry.description else "",
        speaks=len(speaks),
        count=len(mentions),
    )


def _list(edition: Edition, register: _Register, sheet: Sheet) -> Mapping[str, object]:
    first = sheet.path == register.index(edition.language)
    about = About(section=register.section, paired=first)
    return {
        "frame": edition.frame(edition.only(sheet.path, register.index), about),
        "section": register.section,
        **letters.view(edition.language, sheet),
    }


def _entry(
    edition: Edition,
    register: _Register,
    entry: Person | Place,
    page: Numbered[str | Mention],
    interviews: Mapping[str, Interview],
) -> Mapping[str, object]:
    here, language = page.path, edition.language
    description = entry.description[language] if entry.description else ""
    speaks = [interviews[item] for item in page.items if isinstance(item, str)]
    mentions = [item for item in page.items if isinstance(item, Mention)]
    return {
        "frame": edition.frame(
            partial(_path, register, entry.id, page.number), About(entry.name[language], description, register.section)
        ),
        "section": register.section,
        "kind": str(entry.kind),
        "title": edition.label(entry.name),
        "counterpart": edition.counterpart(entry.name),
        "description": edition.words(description),
        "scheme": str(entry.scheme or ""),
        "names": list(_names(edition, entry)),
        "facts": _facts(edition, entry),
        "links": list(_links(entry)),
        "topics": _topics(edition, here, entry) if page.number == 1 else [],
        "works": [work(edition, here, interview) for interview in speaks],
        "groups": hits.grouped(edition, here, interviews, mentions),
        **page.turning(),
    }


def _path(register: _Register, name: str, number: int, language: str) -> str:
    return urls.numbered(register.path(language, name), number)


def _names(edition: Edition, entry: Person | Place) -> Iterator[NameView]:
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


def _facts(edition: Edition, entry: Person | Place) -> dict[str, str]:
    """Return dates of life and coordinates as a reader of the language writes them; empty what is not known."""
    born, died = (entry.born, entry.died) if isinstance(entry, Person) else ("", "")
    coordinates = entry.coordinates if isinstance(entry, Place) else ""
    if edition.language == Language.FA:
        coordinates = digits.to_persian(coordinates).replace(", ", "، ")
    return {"born": _day(edition, born), "died": _day(edition, died), "coordinates": coordinates}


def _day(edition: Edition, written: str) -> str:
    """Return a Gregorian date in both calendars; as it is written when it lies before the calendars that we convert."""
    persian = edition.language == Language.FA
    try:
        date = calendar.PartialDate(calendar.Calendar.GREGORIAN, *map(int, written.split("-")))
    except (calendar.DateError, ValueError):
        date = None
    if date is None or date.year < _CONVERTED:
        return digits.to_persian(written) if persian else written
    return calendar.format_fa(date) if persian else calendar.format_en(date)


def _links(entry: Person | Place) -> Iterator[Link]:
    """Yield the same person or place in catalogues."""
    for address in entry.exact:
        yield Link(address, markup.plain(address.partition("://")[2].removeprefix("www."), Language.EN))
    for name, number in entry.ids.items() if isinstance(entry, Person) else ():
        label, pattern = _CATALOGUES.get(name, (name, ""))
        yield Link(urls.catalogue(pattern, number) if pattern else "", markup.plain(f"{label} {number}", Language.EN))


def _topics(edition: Edition, here: str, entry: Person | Place) -> list[tuple[Line, int]]:
    """Return what is spoken about where the person or the place is named, when it is named often.

    The locators come along where they are few, in an archive of one interview; else the places below have them.
    """
    _, mentions = _found(edition.site, entry)
    if len(mentions) <= MANY:
        return []
    division = divisions.by_topic(edition.site, divisions.named(mentions))
    locators = Locators(edition, here, titles=False)
    if any(mention.interview != mentions[0].interview for mention in mentions):
        parts = divisions.in_order(edition, division)
        return [(Line(locators.topic(topic), ()), len(marks)) for topic, marks in parts if topic]
    return [(line, 0) for line in divisions.lines(edition, locators, division)]
