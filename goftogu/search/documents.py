"""The search index: static files, one for each beginning of words, which the page of the search fetches in need.

A document is an interview, a topic or a person. The index knows under :func:`goftogu.persian.folding.fold` which
documents have a word, and how often. Which turn it stands in is found in the document itself, which is fetched when it
is shown; so a hit shows the text as it is read, not as it is folded.

Every file is a script that hands its data over, because a page that was opened from a memory stick may run scripts
but may not fetch data. What grows beyond :data:`LARGEST` is split by the next letter, so that a small archive has one
file of words and a large one many.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby, pairwise
from typing import Final

from goftogu import markup, urls
from goftogu.content.vocabulary import Words
from goftogu.edition import wording
from goftogu.edition.edition import Edition
from goftogu.edition.site import Site
from goftogu.exports.registry import material
from goftogu.model import Bilingual, Interview, Language
from goftogu.persian.folding import ZWNJ, fold, fold_split
from goftogu.persian.folding_rules import tables
from goftogu.search.postings import Counted, Posting

LARGEST: Final = 48_000
"""Bytes of a file of words above which it is split; about a third of it goes over the line."""

_WORD: Final = re.compile(r"[^\W_]{1,40}")
"""A word; what is longer counts as several, because a file is named after its first letters."""
_IN_TITLE: Final = 9
"""How many times in the text a word of the title counts."""

Part = tuple[str, int, str, str]
"""The id of a place in a document, the number of its turn or 0, who speaks there, and what is said."""


@dataclass(frozen=True, slots=True)
class Document:
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


def document(site: Site, interview: Interview, number: int) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the bytes of the document of one interview, in both languages.

    Args:
        site: The archive.
        interview: The interview.
        number: Its number.
    """
    for language in Language:
        yield _document(language, number, _interview(Edition(site, language), interview))


def others(site: Site, first: int) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the bytes of the documents that are no interviews, in both languages.

    Args:
        site: The archive; its interviews are not looked at.
        first: Number of the first of them.
    """
    for language in Language:
        for number, entry in enumerate(_entries(Edition(site, language)), first):
            yield _document(language, number, entry)


def words(edition: Edition, interview: Interview) -> Counted:
    """Return the words of an interview by how often it has them."""
    return interview.recall(f"words-{edition.language}", partial(_words, edition, interview))


def other_words(edition: Edition) -> list[Counted]:
    """Return the words of each document that is no interview, by how often it has them."""
    return [_counted(entry) for entry in _entries(edition)]


def files(language: Language, found: Mapping[str, Sequence[Posting]]) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the bytes of the files with words.

    Args:
        language: Their language.
        found: From :func:`divided`.
    """
    for prefix, postings in found.items():
        lines = "\n".join(f"{word}{where.decode()}" for word, where in postings)
        yield _file(language, name(prefix), lines)


def start(language: Language, count: int, prefixes: Iterable[str]) -> tuple[str, bytes]:
    """Return the path and the bytes of the file with which every search begins.

    Args:
        language: Its language.
        count: How many documents there are.
        prefixes: With which letters the words of each file begin.
    """
    return _file(language, "index", {"count": count, "shards": {key: name(key) for key in prefixes}, **tables()})


def name(prefix: str) -> str:
    """Return the name of the file with the words that begin with some letters."""
    return "-".join(["w", *(f"{ord(letter):x}" for letter in prefix)])


def keys(text: str) -> list[str]:
    """Return the words under which a text is found: joined and split at half-spaces, and with their verbal prefix."""
    joined = _WORD.findall(fold(text))
    split = _WORD.findall(fold_split(text)) if ZWNJ in text else ()
    whole = set(joined)
    return [
        *joined,
        *(word for word in split if word not in whole),
        *(first + second for first, second in pairwise(joined) if first in {"می", "نمی"}),
    ]


def _entries(edition: Edition) -> Iterator[Document]:
    """Yield what can be found besides the interviews."""
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


def _entry(
    edition: Edition, place: tuple[str, str], title: Bilingual, others: Words, scope: Bilingual | None
) -> Document:
    language = edition.language
    said = wording.SEMICOLON[language].join([*others[language], *([scope[language]] if scope else [])])
    return Document(*place, markup.bare(title[language]), "", (("", 0, "", markup.bare(said)),) if said else ())


def _words(edition: Edition, interview: Interview) -> Counted:
    return _counted(_interview(edition, interview))


def _interview(edition: Edition, interview: Interview) -> Document:
    about = [name.striptags() for name in edition.interviewees(interview)]
    if interview.date:
        about.insert(0, wording.date(interview.date, edition.language))
    return Document(
        path=urls.interview(edition.language, interview.id),
        fragment="",
        title=edition.plain(interview, interview.title),
        about=" · ".join(about),
        parts=tuple(_parts(edition, interview)),
    )


def _parts(edition: Edition, interview: Interview) -> Iterator[Part]:
    for unit in interview.front():
        yield "", 0, "", edition.plain(interview, unit)
    sections = {section.first: section for section in interview.sections}
    given = material(edition.site, interview)
    for number, turn in enumerate(interview.turns, 1):
        if turn.id in sections:
            section = sections[turn.id]
            yield section.id, 0, "", edition.plain(interview, section.title)
        who = wording.voice(given, interview.speakers[turn.speaker], edition.language)
        yield turn.id, number, who, "\n".join(edition.plain(interview, unit) for unit in turn.paragraphs)


def _counted(document: Document) -> Counted:
    """Return the words of a document by how often it has them."""
    found = Counter(key for *_, who, text in document.parts for key in keys(f"{who}\n{text}"))
    for key in keys(f"{document.title}\n{document.about}"):
        found[key] += _IN_TITLE
    counted: dict[int, list[str]] = {}
    for word, count in found.items():
        counted.setdefault(count, []).append(word)
    return counted


def size(postings: Iterable[Posting]) -> int:
    """Return how many bytes words take in a file."""
    return sum(len(word.encode()) + len(where) + 1 for word, where in postings)


def divided(postings: Sequence[Posting], prefix: str = "") -> dict[str, Sequence[Posting]]:
    """Divide words among files by their first letters, as few as :data:`LARGEST` allows.

    Args:
        postings: The words in order.
        prefix: Letters with which all of them begin, and which are not enough.
    """
    found: dict[str, Sequence[Posting]] = {}
    length = len(prefix) + 1
    for longer, group in groupby(postings, key=lambda posting: posting[0][:length]):
        part = list(group)
        small = longer == prefix or size(part) <= LARGEST or all(word == longer for word, _ in part)
        found.update({longer: part} if small else divided(part, longer))
    return found


def _document(language: Language, number: int, document: Document) -> tuple[str, bytes]:
    shown = {
        "href": urls.href(urls.search(language), document.path, document.fragment),
        "title": document.title,
        "about": document.about,
        "parts": document.parts,
    }
    return _file(language, f"d{number}", shown)


def _file(language: str, name: str, value: object) -> tuple[str, bytes]:
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return urls.search_data(language, name), f"goftogu({json.dumps(name)},{data})\n".encode()
