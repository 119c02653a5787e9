"""Pages that list or greet: the door of the site, front pages, all interviews, people, free pages, not found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from operator import attrgetter

from markupsafe import Markup

from goftogu import markup, urls
from goftogu.model import Interview, Language
from goftogu.people import Mention
from goftogu.persian import calendar, collation
from goftogu.site import FreePage, Page, Site
from goftogu.views.edition import About, Edition
from goftogu.views.topics import headings
from goftogu.views.works import Work, ordered, work
from goftogu.vocabulary import Person

LATEST = 12
"""How many interviews a front page shows."""

_DOOR_LATEST = 3


@dataclass(frozen=True, slots=True)
class Place:
    """A turn, by its number."""

    href: str
    number: int


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person or body on the page of people: the interviews in which it speaks, and where it is spoken of."""

    id: str
    kind: str
    name: Markup
    counterpart: Markup
    description: Markup
    works: tuple[Work, ...]
    mentions: tuple[tuple[Work, tuple[Place, ...]], ...]


def pages(site: Site) -> Iterator[Page]:
    """Plan the pages that are neither an interview nor a topic."""
    yield Page(urls.LANDING, "landing.html.jinja", site.config.languages[0], partial(_landing, site))
    yield Page(urls.NOT_FOUND, "404.html.jinja", Language.FA, partial(_not_found, site))
    for language in Language:
        edition = Edition(site, language)
        yield Page(urls.home(language), "home.html.jinja", language, partial(_home, edition))
        yield Page(urls.interviews(language), "interviews.html.jinja", language, partial(_interviews, edition))
        yield Page(urls.people(language), "people.html.jinja", language, partial(_people, edition))
    for free in site.pages:
        values = partial(_free, Edition(site, free.language), free)
        yield Page(urls.free(free.language, free.id), "free.html.jinja", free.language, values)


def _landing(site: Site) -> Mapping[str, object]:
    latest = ordered(site)[:_DOOR_LATEST]
    editions = [Edition(site, language) for language in site.config.languages]
    return {
        "frame": editions[0].frame(lambda _: urls.LANDING, About(site.config.title[editions[0].language])),
        "doors": [
            {
                "language": str(edition.language),
                "title": site.config.title[edition.language],
                "description": site.config.description[edition.language],
                "home": urls.href(urls.LANDING, urls.home(edition.language)),
                "works": [work(edition, urls.LANDING, item) for item in latest],
            }
            for edition in editions
        ],
    }


def _not_found(site: Site) -> Mapping[str, object]:
    def link(target: str) -> str:
        return urls.absolute(site.config.url, target) if site.config.url else urls.href(urls.NOT_FOUND, target)

    return {
        "title": site.config.title,
        "style": link(urls.STYLE),
        "icon": link(urls.ICON),
        "homes": {str(language): link(urls.home(language)) for language in Language},
    }


def _home(edition: Edition) -> Mapping[str, object]:
    here = urls.home(edition.language)
    interviews = ordered(edition.site)
    return {
        "frame": edition.frame(urls.home, About(edition.site.config.title[edition.language], section="home")),
        "description": edition.site.config.description[edition.language],
        "works": [work(edition, here, item, lines=True) for item in interviews[:LATEST]],
        "headings": headings(edition, here),
        "more": len(interviews) > LATEST,
    }


def _interviews(edition: Edition) -> Mapping[str, object]:
    here = urls.interviews(edition.language)
    years = groupby(ordered(edition.site), key=partial(_year, edition.language))
    return {
        "frame": edition.frame(urls.interviews, About(section="interviews")),
        "years": [(year, [work(edition, here, item) for item in items]) for year, items in years],
    }


def _people(edition: Edition) -> Mapping[str, object]:
    language = edition.language
    key = collation.persian_key if language == Language.FA else collation.english_key
    public = [person for person in edition.site.vocabulary.people.values() if person.public]
    public.sort(key=lambda person: (key(person.sort[language]), person.id))
    interviews = {item.id: item for item in edition.site.interviews}
    return {
        "frame": edition.frame(urls.people, About(section="people")),
        "people": [_person(edition, person, interviews) for person in public],
    }


def _person(edition: Edition, person: Person, interviews: Mapping[str, Interview]) -> PersonView:
    here = urls.people(edition.language)
    people = edition.site.people
    parts = dict.fromkeys(part.interview for part in people.parts(person.id))
    mentions = groupby(people.mentions(person.id), key=attrgetter("interview"))
    return PersonView(
        id=person.id,
        kind=str(person.kind),
        name=edition.label(person.name),
        counterpart=edition.counterpart(person.name),
        description=edition.label(person.description) if person.description else Markup(),
        works=tuple(work(edition, here, interviews[name]) for name in parts),
        mentions=tuple(
            (work(edition, here, interviews[name]), _places(edition, here, interviews[name], found))
            for name, found in mentions
        ),
    )


def _places(edition: Edition, here: str, interview: Interview, mentions: Iterable[Mention]) -> tuple[Place, ...]:
    numbers = {turn.id: number for number, turn in enumerate(interview.turns, 1)}
    path = urls.interview(edition.language, interview.id)
    turns = dict.fromkeys(mention.turn for mention in mentions)
    return tuple(Place(urls.href(here, path, turn), numbers[turn]) for turn in turns)


def _year(language: str, interview: Interview) -> str:
    if interview.date is None:
        return ""
    if language == Language.FA:
        return calendar.numeric_fa(calendar.to_jalali(interview.date))[:4]
    return str(interview.date.first.year)


def _free(edition: Edition, free: FreePage) -> Mapping[str, object]:
    return {
        "frame": edition.frame(partial(_free_path, free.id), About(free.title, section=free.id)),
        "title": markup.inline(free.title, free.language),
        "body": markup.page(free.body, free.language),
    }


def _free_path(page_id: str, language: str) -> str:
    return urls.free(language, page_id)
