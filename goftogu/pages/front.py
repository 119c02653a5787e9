"""What is inside an archive, for its front pages and its door: counts, and the ways in by people, topics and time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from markupsafe import Markup

from goftogu import urls
from goftogu.edition.edition import Edition
from goftogu.edition.site import Site
from goftogu.index.topics import Kind

_NAMES = 3
"""How many names a way in shows of what is behind it."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way into the archive.

    Attributes:
        section: Where it leads: ``people``, ``topics`` or ``chronology``.
        href: Its page.
        count: How many people, topics or dates its page lists; 0 for time, when no date is spoken of.
        names: Some of them, the most spoken of first.
        span: The first and the last year in which interviews were held; empty but for time.
    """

    section: str
    href: str
    count: int
    names: tuple[Markup, ...] = ()
    span: tuple[int, ...] = ()


def ways(edition: Edition, here: str, listed: Mapping[str, int]) -> list[Way]:
    """Return the ways into an archive that lead to something.

    Args:
        edition: The language.
        here: Path of the page that shows them.
        listed: How many entries each list has, from :func:`counts`.
    """
    return [*_people(edition, here, listed), *_topics(edition, here, listed), *_time(edition, here, listed)]


def counts(site: Site) -> Mapping[str, int]:
    """Return how many interviews there are, and how many entries each of the lists has, by its section."""
    known = site.vocabulary
    return {
        "interviews": len(site.interviews),
        "people": sum(person.public for person in known.people.values()),
        "topics": len(known.topics),
        "places": sum(place.public for place in known.places.values()),
        "chronology": len({date.value for date in site.dates}),
    }


def _people(edition: Edition, here: str, listed: Mapping[str, int]) -> Iterator[Way]:
    people, known = edition.site.people, edition.site.vocabulary.people
    weights = {name: (len(people.parts(name)), len(people.mentions(name))) for name in people.used()}
    if weights:
        names = tuple(edition.label(known[name].name) for name in _first(weights))
        yield Way("people", urls.href(here, urls.people(edition.language)), listed["people"], names)


def _topics(edition: Edition, here: str, listed: Mapping[str, int]) -> Iterator[Way]:
    index, known = edition.site.index, edition.site.vocabulary.topics
    weights = {name: (sum(entry.kind == Kind.PRIMARY for entry in index.entries(name)),) for name in index.used()}
    if weights:
        names = tuple(edition.label(known[name].label) for name in _first(weights))
        yield Way("topics", urls.href(here, urls.topics(edition.language)), listed["topics"], names)


def _time(edition: Edition, here: str, listed: Mapping[str, int]) -> Iterator[Way]:
    dates = listed["chronology"]
    held = sorted(year for item in edition.site.interviews if (year := item.year(edition.language)))
    if dates or held:
        span = tuple(dict.fromkeys((held[0], held[-1]))) if held else ()
        yield Way("chronology", urls.href(here, urls.chronology(edition.language)), dates, span=span)


def _first(weights: Mapping[str, tuple[int, ...]]) -> Iterable[str]:
    """Return the heaviest few by their first weight, then by the next; equals are in the order of the vocabulary."""
    return islice(sorted(weights, key=weights.__getitem__, reverse=True), _NAMES)
