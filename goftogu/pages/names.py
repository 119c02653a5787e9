"""People and places: a list of each in alphabetical order, and a page for each person and each place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, NamedTuple

from markupsafe import Markup

from goftogu import urls
from goftogu.content.contributors import ROLES
from goftogu.content.vocabulary import Person, Place
from goftogu.edition.edition import Edition
from goftogu.edition.outline import Outline
from goftogu.edition.site import Page, Site
from goftogu.index.indexing import Mention
from goftogu.index.topics import MANY
from goftogu.model import Bilingual, Language
from goftogu.pages import divisions, figures, heights, hits, letters, list_entries, place_map
from goftogu.pages import name_facts as facts
from goftogu.pages.divisions import Division
from goftogu.pages.frame import frame
from goftogu.pages.head import About
from goftogu.pages.hits import HitList, Item, Lines
from goftogu.pages.list_entries import work
from goftogu.pages.locators import LocatorLine, Locators
from goftogu.pages.pagination import NOTHING, ListPage, ListRow, Numbered, PageSpace, numbered, packed


@dataclass(frozen=True, slots=True)
class _Register:
    """What differs between people and places.

    Attributes:
        section: Part of the site.
        index: Gives the path of the list.
        path: Gives the path of an entry.
        head: What the list has above its names.
    """

    section: str
    index: Callable[[str], str]
    path: Callable[[str, str], str]
    head: PageSpace = NOTHING


_FACTS: Final = 6
"""Lines of what is known of a name beside its other forms: its kind, its description, its dates and the like."""

_COUNTS: Final = 36
"""Characters that say how often somebody speaks and is spoken of."""

_PEOPLE: Final = _Register("people", urls.people, urls.person)
_PLACES: Final = _Register("places", urls.places, urls.place, PageSpace(height=10 * heights.LINE, rows=0))


@dataclass(frozen=True, slots=True)
class NameEntry:
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


def lists(site: Site) -> Iterator[Page]:
    """Plan the lists of people and places."""
    for language in site.config.editions:
        edition = Edition(site, language)
        for register, entries in _registers(site):
            rows = [_row(edition, register, entry) for entry in entries]
            for sheet in packed(register.index(language), letters.lettered(language, rows), register.head):
                yield Page(sheet.path, "names.html.jinja", language, partial(_list, edition, register, sheet))


class Contribution(NamedTuple):
    """An interview that somebody helped to make, with the role; or one that was held in a place, without any."""

    interview: str
    role: str


NamedItem = str | Contribution | Item
"""What the page of a name lists: an interview in which somebody speaks, one made by somebody or held there, a hit."""


class NamePage(NamedTuple):
    """What one of the pages of a person or a place is made of.

    Attributes:
        name: Id of the person or the place.
        section: Which of the two it is: a section of the site.
        language: Language of the page.
        page: The ids of the interviews in which the person speaks, those that the person made or that were held in the
            place, and the places where the name is.
        outlines: The interviews of the page, by id.
        division: What is spoken about where the name is, when that is often; only on the first page.
        openly: How many of the places are in sight.
    """

    name: str
    section: str
    language: Language
    page: Numbered[NamedItem]
    outlines: Mapping[str, Outline]
    division: Division | None
    openly: int


def pages(site: Site) -> Iterator[NamePage]:
    """Plan the pages of people and places."""
    outlines = {outline.id: outline for outline in site.interviews}
    for register, entries in _registers(site):
        for entry in entries:
            speaks, mentions = _found(site, entry)
            items: list[NamedItem] = [*speaks, *_beside(site, entry), *hits.items(mentions)]
            division = _division(site, mentions)
            extents = list(_extents(outlines, items))
            for language in site.config.editions:
                found = numbered(register.path(language, entry.id), items, extents, _head(entry, division))
                for page, openly in hits.in_sight(found):
                    shown = {name: outlines[name] for name in map(_interview, page.items)}
                    divided = division if page.number == 1 else None
                    yield NamePage(entry.id, register.section, language, page, shown, divided, openly)


def _extents(outlines: Mapping[str, Outline], items: Sequence[NamedItem]) -> Iterator[PageSpace]:
    """Yield what each thing that a page of a name lists takes of it."""
    places = [item for item in items if isinstance(item, Item)]
    for item in items[: len(items) - len(places)]:
        yield PageSpace(list_entries.most(outlines[_interview(item)]))
    yield from hits.extents(outlines, places)


def _head(entry: Person | Place, division: Division | None) -> PageSpace:
    """Return what is above all that on the first page: lines of facts, topics, and a life."""
    life = entry.biography if isinstance(entry, Person) else Bilingual("", "")
    topics = len(division.parts) if division else 0
    lines = _FACTS + len(entry.names) + topics
    return PageSpace(heights.LINE * lines + heights.prose(max(len(life.fa), len(life.en))), rows=0)


def page(site: Site, values: NamePage, lines: Lines) -> Page:
    """Return one of the pages of a person or a place.

    Args:
        site: What all pages share.
        values: What the page is made of.
        lines: What is shown of each place where the name is.
    """
    register, entries = (
        (_PLACES, site.vocabulary.places) if values.section == "places" else (_PEOPLE, site.vocabulary.people)
    )
    edition = Edition(site.showing(values.outlines.values()), values.language)
    context = partial(_entry, edition, register, entries[values.name], values, lines)
    return Page(values.page.path, "name.html.jinja", values.language, context)


def _interview(item: NamedItem) -> str:
    return item if isinstance(item, str) else item.interview


def _division(site: Site, mentions: Sequence[Mention]) -> Division | None:
    return divisions.by_topic(site, divisions.named(mentions)) if len(mentions) > MANY else None


def _registers(site: Site) -> Iterator[tuple[_Register, Sequence[Person | Place]]]:
    yield _PEOPLE, [person for person in site.vocabulary.people.values() if person.public]
    yield _PLACES, [place for place in site.vocabulary.places.values() if place.public]


def _found(site: Site, entry: Person | Place) -> tuple[list[str], Sequence[Mention]]:
    """Return the interviews in which a person speaks, and where the person or the place is named."""
    if isinstance(entry, Place):
        return [], site.places.mentions(entry.id)
    parts = dict.fromkeys(part.interview for part in site.people.parts(entry.id))
    return list(parts), site.people.mentions(entry.id)


def _beside(site: Site, entry: Person | Place) -> Iterator[Contribution]:
    """Yield the interviews that a person helped to make, or that were held in a place."""
    for outline in site.interviews:
        if isinstance(entry, Place):
            yield from [Contribution(outline.id, "")] if outline.place == entry.id else ()
        else:
            roles = (role for role, names in outline.contributors.items() if entry.id in names)
            yield from (Contribution(outline.id, role) for role in roles)


def _row(edition: Edition, register: _Register, entry: Person | Place) -> ListRow:
    about = entry.description[edition.language] if entry.description else ""
    height = heights.entry(len(entry.name.fa) + len(entry.name.en), len(about) + _COUNTS)
    return ListRow(entry.sort[edition.language], height, partial(_listed, edition, register, entry))


def _listed(edition: Edition, register: _Register, entry: Person | Place, here: str) -> NameEntry:
    speaks, mentions = _found(edition.site, entry)
    return NameEntry(
        id=entry.id,
        kind=str(entry.kind),
        href=urls.href(here, register.path(edition.language, entry.id)),
        text=edition.words(entry.sort[edition.language]),
        counterpart=edition.counterpart(entry.name),
        description=edition.label(entry.description) if entry.description else "",
        speaks=len(speaks),
        count=len(mentions),
    )


def _list(edition: Edition, register: _Register, sheet: ListPage) -> Mapping[str, object]:
    first = sheet.path == register.index(edition.language)
    about = About(section=register.section, paired=first)
    return {
        "frame": frame(edition, edition.only(sheet.path, register.index), about),
        "section": register.section,
        "drawn": urls.href(sheet.path, urls.DRAWN_STYLE),
        "map": place_map.place_map(edition, sheet.path) if first and register is _PLACES else None,
        **letters.view(edition.language, sheet),
    }


def _entry(
    edition: Edition, register: _Register, entry: Person | Place, values: NamePage, lines: Lines
) -> Mapping[str, object]:
    page, here, language = values.page, values.page.path, edition.language
    description = entry.description[language] if entry.description else ""
    items = [item for item in page.items if isinstance(item, Item)]
    beside = [item for item in page.items if isinstance(item, Contribution)]
    return {
        "frame": frame(
            edition,
            partial(_path, register, entry.id, page.number),
            About(entry.name[language], description, register.section),
        ),
        "section": register.section,
        "kind": str(entry.kind),
        "title": edition.label(entry.name),
        "counterpart": edition.counterpart(entry.name),
        "description": edition.words(description),
        "scheme": str(entry.scheme or ""),
        "names": list(facts.other_names(edition, entry)),
        "facts": facts.facts(edition, entry),
        "portrait": figures.given(edition.site, here, entry.portrait) if isinstance(entry, Person) else None,
        "links": list(facts.links(entry)),
        "topics": _topics(edition, here, values.division) if values.division else [],
        "works": [work(edition, here, values.outlines[item]) for item in page.items if isinstance(item, str)],
        "beside": [
            (work(edition, here, values.outlines[item.interview]), edition.label(ROLES[item.role]) if item.role else "")
            for item in beside
        ],
        "biography": _biography(edition, entry) if page.number == 1 else [],
        "groups": hits.grouped(edition, here, HitList(values.outlines, lines, items, values.openly)),
        **page.turning(),
    }


def _biography(edition: Edition, entry: Person | Place) -> list[Markup]:
    """Return the paragraphs of a biography; the Persian ones, isolated, where it has no English."""
    life = entry.biography if isinstance(entry, Person) else Bilingual("", "")
    said, show = life[edition.language], edition.words
    if not said:
        said, show = life.fa, edition.persian
    return [show(paragraph) for paragraph in re.split(r"\n[ \t]*\n", said.strip()) if paragraph]


def _path(register: _Register, name: str, number: int, language: str) -> str:
    return urls.numbered(register.path(language, name), number)


def _topics(edition: Edition, here: str, division: Division) -> list[tuple[LocatorLine, int]]:
    """Return what is spoken about where the person or the place is named.

    The locators come along where they are few, in an archive of one interview; else the places below have them.
    """
    locators = Locators(edition, here, titles=False)
    if len({mark.interview for marks in division.parts.values() for mark in marks}) > 1:
        parts = divisions.in_order(edition, division)
        return [(LocatorLine(locators.topic(topic), ()), len(marks)) for topic, marks in parts if topic]
    return [(line, 0) for line in divisions.lines(edition, locators, division)]
