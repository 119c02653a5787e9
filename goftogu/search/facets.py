"""By what the results of a search are narrowed: who takes part, topics, years. The file is fetched when it is used."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import sub

from goftogu import markup
from goftogu.edition.site import Site
from goftogu.model import Language
from goftogu.persian import collation
from goftogu.search.documents import file

NAME = "facets"
"""The file among those of the search."""

Choice = tuple[str, str, list[int]]
"""An id, its heading, and the numbers of the interviews that have it: the first, and how far each is from the last."""


def files(site: Site, language: Language, numbered: Sequence[str]) -> tuple[str, bytes]:
    """Return the path and the bytes of the file.

    Args:
        site: A site that lists all interviews and has their index.
        language: The language that is searched.
        numbered: The ids of the interviews in the order of the numbers of their documents.
    """
    numbers = {name: number for number, name in enumerate(numbered)}
    years = {held.id: held.year(language) or 0 for held in site.interviews}
    found = {
        "years": [years[name] for name in numbered],
        "topics": _topics(site, language, numbers),
        "people": _people(site, language, numbers),
    }
    return file(language, NAME, found)


def _topics(site: Site, language: Language, numbers: dict[str, int]) -> list[Choice]:
    topics = (site.vocabulary.topics[topic] for topic in site.index.used())
    return _ordered(
        language,
        (
            (topic.id, topic.label[language], _gaps(numbers[held.interview] for held in site.index.entries(topic.id)))
            for topic in topics
        ),
    )


def _people(site: Site, language: Language, numbers: dict[str, int]) -> list[Choice]:
    people = ((person, site.people.parts(person)) for person in site.people.used())
    return _ordered(
        language,
        (
            (person, site.vocabulary.people[person].name[language], _gaps(numbers[part.interview] for part in parts))
            for person, parts in people
            if parts
        ),
    )


def _ordered(language: Language, choices: Iterable[Choice]) -> list[Choice]:
    key = collation.persian_key if language == Language.FA else collation.english_key
    plain = ((id_, markup.bare(label), gaps) for id_, label, gaps in choices)
    return sorted(plain, key=lambda choice: (key(choice[1]), choice[0]))


def _gaps(numbers: Iterable[int]) -> list[int]:
    held = sorted(set(numbers))
    return list(map(sub, held, [0, *held]))
