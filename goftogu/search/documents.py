"""What the search finds: documents, and the words under which each is found.

A document is an interview, a topic, a person, a place or a series. The index knows under
:func:`goftogu.persian.folding.fold` in which parts of which documents a word is. The text itself is fetched when it is
shown; so a hit shows the text as it is read, not as it is folded.

Every file is a script that passes on its data, because a page that was opened from a memory stick may run scripts but
may not fetch data.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, groupby

from goftogu import markup, urls
from goftogu.content.entries import NO_WORDS
from goftogu.content.vocabulary import Vocabulary, Words
from goftogu.edition import wording
from goftogu.edition.edition import Edition
from goftogu.edition.material import Material
from goftogu.model import Bilingual, Language
from goftogu.persian import bidi
from goftogu.search import words

Part = tuple[str, int, str, str]
"""The id of a place in a document, the number of its turn or 0, who speaks there, and what is said."""

Rows = list[list[list[str]]]
"""The words of each text of each part of a document, the first part its heading."""


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """Something that can be found.

    Attributes:
        path: Its page.
        fragment: Id in the page, or empty.
        title: Its heading.
        about: A line below the heading.
        parts: Its text.
    """

    path: str
    fragment: str
    title: str
    about: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """What the index has of a document.

    Attributes:
        href: Link to it from the page of the search.
        title: Its heading, mixed text isolated.
        turns: How many of its parts, by turns, are no turns and are turns: ``1.4.1.20``. Empty where the id of a turn
            does not follow from its number.
        places: Its words, each with the parts in which it is, as :func:`goftogu.search.words.steps` writes them. Its
            heading is the part 0, and the others begin with 1.
    """

    href: str
    title: str
    turns: str
    places: dict[str, str]


def others(edition: Edition) -> list[SearchDocument]:
    """Return what can be found in addition to the interviews: topics, people and places."""
    return list(_entries(edition))


def interview(edition: Edition, given: Material) -> SearchDocument:
    """Return an interview as a document."""
    about = [name.striptags() for name in edition.interviewees(given.interview)]
    if given.interview.date:
        about.insert(0, given.date(edition.language))
    return SearchDocument(
        path=urls.interview(edition.language, given.interview.id),
        fragment="",
        title=edition.searched(given.interview, given.interview.title),
        about=" · ".join(about),
        parts=tuple(_parts(edition, given)),
    )


def names(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the words of the names of people and places, which are no forms of other words: «رضایی»."""
    named = (
        *(person.name for person in vocabulary.people.values()),
        *(place.name for place in vocabulary.places.values()),
    )
    return frozenset(chain.from_iterable(words.keys(name[Language.FA]) for name in named))


def rows(document: SearchDocument) -> Rows:
    """Return the words of a document; no phrase goes from its title to what is about it, or from a speaker on."""
    texts = ((document.title, document.about), *((who, said) for *_, who, said in document.parts))
    return [[words.row(text) for text in pair] for pair in texts]


def length(rows: Rows) -> int:
    """Return how many words a document has; the number of files of pairs depends on it."""
    return sum(map(len, chain.from_iterable(rows)))


def indexed(language: Language, document: SearchDocument, rows: Rows) -> SearchEntry:
    """Return what the index has of a document.

    Args:
        language: Its language.
        document: The document.
        rows: Its words, from :func:`rows`.
    """
    title = bidi.isolated(document.title, language)
    return SearchEntry(_href(language, document), title, _runs(document.parts), words.places(rows))


def shown(language: Language, document: SearchDocument) -> str:
    """Return what the page of the search shows of a document, as JSON; mixed text is isolated."""
    return _json(
        {
            "href": _href(language, document),
            "title": bidi.isolated(document.title, language),
            "about": bidi.isolated(document.about, language),
            "parts": [(*place, bidi.isolated(text, language)) for *place, text in document.parts],
        }
    )


def numbered(language: Language, number: int, data: str) -> tuple[str, bytes]:
    """Return the path and the bytes of a document.

    Args:
        language: Its language.
        number: Its number.
        data: From :func:`shown`.
    """
    return _script(language, f"d{number}", data)


def file(language: Language, name: str, value: object) -> tuple[str, bytes]:
    """Return the path and the bytes of a file that passes a value to the search.

    Args:
        language: Its language.
        name: Its name among the files of the search.
        value: What can be written as JSON.
    """
    return _script(language, name, _json(value))


def _entries(edition: Edition) -> Iterator[SearchDocument]:
    """Yield what can be found in addition to the interviews."""
    site, language = edition.site, edition.language
    for topic in site.vocabulary.topics.values():
        yield _entry(edition, (urls.topic(language, topic.id), ""), topic.label, topic.alt, topic.scope)
    for person in site.vocabulary.people.values():
        if person.public:
            page = (urls.person(language, person.id), "")
            yield _entry(edition, page, person.name, person.aliases, person.description)
    for place in site.vocabulary.places.values():
        if place.public:
            page = (urls.place(language, place.id), "")
            yield _entry(edition, page, place.name, place.aliases, place.description)
    for series in site.vocabulary.series.values():
        yield _entry(edition, (urls.series(language, series.id), ""), series.title, NO_WORDS, series.description)


def _entry(
    edition: Edition, place: tuple[str, str], title: Bilingual, others: Words, scope: Bilingual | None
) -> SearchDocument:
    language = edition.language
    said = wording.SEMICOLON[language].join([*others[language], *([scope[language]] if scope else [])])
    return SearchDocument(*place, markup.bare(title[language]), "", (("", 0, "", markup.bare(said)),) if said else ())


def _parts(edition: Edition, given: Material) -> Iterator[Part]:
    found = given.interview
    for unit in (*filter(None, (found.particulars.summary, found.particulars.keywords)), *found.front()):
        yield "", 0, "", edition.searched(found, unit)
    sections = {section.first: section for section in found.sections}
    for number, turn in enumerate(found.turns, 1):
        if turn.id in sections:
            section = sections[turn.id]
            yield section.id, 0, "", "\n".join(edition.searched(found, unit) for unit in section.units())
        who = wording.voice(given, found.speakers[turn.speaker], edition.language)
        yield turn.id, number, who, "\n".join(edition.searched(found, unit) for unit in turn.paragraphs)
    for note in found.footnotes:
        yield note.text.id, 0, "", edition.searched(found, note.text)
    for picture in found.pictures:
        yield picture.id, 0, "", "\n".join(edition.searched(found, unit) for unit in picture.units())


def _href(language: Language, document: SearchDocument) -> str:
    return urls.href(urls.search(language), document.path, document.fragment)


def _runs(parts: tuple[Part, ...]) -> str:
    numbers = [number for _, number, *_ in parts if number]
    regular = numbers == list(range(1, len(numbers) + 1)) and all(id_ == f"t{at}" for id_, at, *_ in parts if at)
    if not numbers or not regular:
        return ""
    runs = (str(len(list(run))) for _, run in groupby(parts, key=lambda part: part[1] > 0))
    return ".".join([*(["0"] if parts[0][1] else []), *runs])


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _script(language: Language, name: str, data: str) -> tuple[str, bytes]:
    return urls.search_data(language, name), f"goftogu({json.dumps(name)},{data})\n".encode()
