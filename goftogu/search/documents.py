"""What the search finds: documents, and the words under which each is found.

A document is an interview, a topic or a person. The index knows under :func:`goftogu.persian.folding.fold` which
documents have a word, and how often. Which turn it is in is found in the document itself, which is fetched when it
is shown; so a hit shows the text as it is read, not as it is folded.

Every file is a script that passes on its data, because a page that was opened from a memory stick may run scripts but
may not fetch data.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Final

from goftogu import markup, urls
from goftogu.content.entries import NO_WORDS
from goftogu.content.vocabulary import Vocabulary, Words
from goftogu.edition import wording
from goftogu.edition.edition import Edition
from goftogu.edition.material import Material
from goftogu.model import Bilingual, Language
from goftogu.persian import bidi, endings
from goftogu.persian.folding import fold
from goftogu.persian.remembering import Remembered

_WORD: Final = re.compile(r"[^\W_]{1,40}")
"""A word; what is longer counts as several, because a file is named after its first letters."""
_FOUND: Final = Remembered(_WORD.findall, 50_000)
"""The words between two blanks of a folded text: most often one."""
_PREFIXES: Final = frozenset(endings.CONTINUOUS)
"""Prefixes of verbs; they are also found together with the word that follows them."""
_STEM: Final = "می"
"""What all of them contain."""
_IN_TITLE: Final = 9
"""How many times in the text a word of the title counts."""

Part = tuple[str, int, str, str]
"""The id of a place in a document, the number of its turn or 0, who speaks there, and what is said."""


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
    return frozenset(chain.from_iterable(keys(name[Language.FA]) for name in named))


def counted(document: SearchDocument) -> dict[str, int]:
    """Return the words of a document, with how often it has them."""
    pieces, others = list[str](), list[str]()
    for *_, who, text in document.parts:
        whole, more = _cut(f"{who}\n{text}")
        pieces += whole
        others += more
    found = Counter(others)
    for piece, times in Counter(pieces).items():
        for word in _FOUND[piece]:
            found[word] += times
    for key in keys(f"{document.title}\n{document.about}"):
        found[key] += _IN_TITLE
    return dict(found)


def shown(language: Language, document: SearchDocument) -> str:
    """Return what the page of the search shows of a document, as JSON; mixed text is isolated."""
    return _json(
        {
            "href": urls.href(urls.search(language), document.path, document.fragment),
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


def keys(text: str) -> list[str]:
    """Return the words under which a text is found: joined at half-spaces, and with the prefix of a verb."""
    pieces, others = _cut(text)
    return _words(pieces) + others


def _cut(text: str) -> tuple[list[str], list[str]]:
    """Return a text cut at its blanks, and the words under which it is found besides those of the pieces."""
    folded = fold(text)
    pieces = folded.split(" ")
    if _STEM not in folded or _PREFIXES.isdisjoint(words := _words(pieces)):
        return pieces, []
    return pieces, [first + second for first, second in pairwise(words) if first in _PREFIXES]


def _words(pieces: Iterable[str]) -> list[str]:
    return list(chain.from_iterable(map(_FOUND.__getitem__, pieces)))


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


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _script(language: Language, name: str, data: str) -> tuple[str, bytes]:
    return urls.search_data(language, name), f"goftogu({json.dumps(name)},{data})\n".encode()
