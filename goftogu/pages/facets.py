"""Filters of the list of interviews that need no program: the topics and the people that lead to most of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from goftogu import urls
from goftogu.edition.edition import Edition, Link
from goftogu.index.topics import Kind
from goftogu.model import Role

FEW: Final = 5
"""With fewer interviews nothing needs to be filtered."""

_SHOWN: Final = 12
"""How many topics, and how many people, the list of interviews leads to itself."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A topic or a person: a link to the page with its interviews, and how many these are."""

    link: Link
    count: int


class Facets(NamedTuple):
    """What the list of interviews can be narrowed to, and where there is more of it.

    Attributes:
        topics: The topics that most interviews are about.
        people: Those who are interviewed most often.
        all_topics: The list of topics; empty when all are shown.
        all_people: The list of people; empty when all are shown.
    """

    topics: list[Facet]
    people: list[Facet]
    all_topics: str
    all_people: str


def facets(edition: Edition, here: str) -> Facets | None:
    """Return what the list of interviews can be narrowed to; ``None`` where there is nothing to choose.

    Args:
        edition: The language of the list.
        here: Path of the page with the filters.
    """
    site, language = edition.site, edition.language
    if len(site.interviews) < FEW:
        return None
    topics, people = _topics(edition), _people(edition)
    known = site.vocabulary
    found = Facets(
        [
            Facet(Link(urls.href(here, urls.topic(language, name)), edition.label(known.topics[name].label)), count)
            for name, count in topics[:_SHOWN]
        ],
        [
            Facet(Link(urls.href(here, urls.person(language, name)), edition.label(known.people[name].name)), count)
            for name, count in people[:_SHOWN]
        ],
        urls.href(here, urls.topics(language)) if len(topics) > _SHOWN else "",
        urls.href(here, urls.people(language)) if len(people) > _SHOWN else "",
    )
    return found if found.topics or found.people else None


def _topics(edition: Edition) -> list[tuple[str, int]]:
    return _most(dict(_about(edition)))


def _about(edition: Edition) -> Iterator[tuple[str, int]]:
    """Yield each topic with the number of interviews that it is the subject of, somewhere."""
    index = edition.site.index
    for topic in index.used():
        yield topic, len({entry.interview for entry in index.entries(topic) if entry.kind == Kind.PRIMARY})


def _people(edition: Edition) -> list[tuple[str, int]]:
    people = edition.site.people
    parts = {person: people.parts(person) for person in people.used()}
    return _most(
        {
            person: len({part.interview for part in found if part.role == Role.INTERVIEWEE})
            for person, found in parts.items()
        }
    )


def _most(counts: dict[str, int]) -> list[tuple[str, int]]:
    """Return what has interviews, that with most of them first, and else as in the vocabulary."""
    return sorted(((name, count) for name, count in counts.items() if count), key=lambda pair: -pair[1])
