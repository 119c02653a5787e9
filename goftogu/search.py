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
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby, pairwise
from typing import Any, Final

from goftogu import markup, urls
from goftogu.downloads import material
from goftogu.exports import wording
from goftogu.model import Bilingual, Interview, Language
from goftogu.persian.folding import fold, fold_split
from goftogu.persian.folding_rules import tables
from goftogu.site import Site
from goftogu.views.edition import Edition
from goftogu.views.works import ordered
from goftogu.vocabulary import Words

LARGEST: Final = 48_000
"""Bytes of a file of words above which it is split; about a third of it goes over the line."""

_WORD: Final = re.compile(r"[^\W_]+")
_IN_TITLE: Final = 9
"""How many times in the text a word of the title counts."""

_ALPHABET: Final = "0123456789abcdefghijklmnopqrstuvwxyz"

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


def files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the bytes of each file of the index, in both languages."""
    for language in Language:
        edition = Edition(site, language)
        words: dict[str, bytearray] = {}
        count = 0
        for number, (document, found) in enumerate(_documents(edition)):
            _note(words, number, found)
            yield _file(language, f"d{number}", _shown(document, urls.search(language)))
            count = number + 1
        shards = dict(_shards("", sorted(words.items())))
        for prefix, entries in shards.items():
            yield _file(language, name(prefix), "\n".join(f"{word}{where.decode()}" for word, where in entries))
        yield _file(language, "index", {"count": count, "shards": {key: name(key) for key in shards}, **tables()})


def name(prefix: str) -> str:
    """Return the name of the file with the words that begin with some letters."""
    return "-".join(["w", *(f"{ord(letter):x}" for letter in prefix)])


def keys(text: str) -> list[str]:
    """Return the words under which a text is found: joined and split at half-spaces, and with their verbal prefix."""
    joined, split = _WORD.findall(fold(text)), _WORD.findall(fold_split(text))
    whole = set(joined)
    return [
        *joined,
        *(word for word in split if word not in whole),
        *(first + second for first, second in pairwise(joined) if first in {"می", "نمی"}),
    ]


def _documents(edition: Edition) -> Iterator[tuple[Document, Mapping[str, int]]]:
    """Yield what can be found, with its words; old interviews first, so that a new one leaves their numbers alone."""
    site, language = edition.site, edition.language
    interviews = ordered(site)
    for interview in reversed(interviews) if site.config.newest_first else interviews:
        yield interview.recall(f"search-{language}", partial(_interview, edition, interview))
    for topic in site.vocabulary.topics.values():
        yield _counted(_entry(edition, (urls.topic(language, topic.id), ""), topic.label, topic.alt, topic.scope))
    for person in site.vocabulary.people.values():
        if person.public:
            page = (urls.person(language, person.id), "")
            yield _counted(_entry(edition, page, person.name, person.aliases, person.description))
    for place in site.vocabulary.places.values():
        if place.public:
            page = (urls.place(language, place.id), "")
            yield _counted(_entry(edition, page, place.name, place.aliases, place.description))


def _entry(
    edition: Edition, place: tuple[str, str], title: Bilingual, others: Words, scope: Bilingual | None
) -> Document:
    language = edition.language
    said = wording.SEMICOLON[language].join([*others[language], *([scope[language]] if scope else [])])
    return Document(*place, markup.bare(title[language]), "", (("", 0, "", markup.bare(said)),) if said else ())


def _interview(edition: Edition, interview: Interview) -> tuple[Document, Mapping[str, int]]:
    about = [name.striptags() for name in edition.interviewees(interview)]
    if interview.date:
        about.insert(0, wording.date(interview.date, edition.language))
    document = Document(
        path=urls.interview(edition.language, interview.id),
        fragment="",
        title=edition.plain(interview, interview.title),
        about=" · ".join(about),
        parts=tuple(_parts(edition, interview)),
    )
    return _counted(document)


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


def _counted(document: Document) -> tuple[Document, Mapping[str, int]]:
    """Return a document with its words, and how often it has each."""
    found = Counter(key for *_, who, text in document.parts for key in keys(f"{who}\n{text}"))
    for key in keys(f"{document.title}\n{document.about}"):
        found[key] += _IN_TITLE
    return document, dict(found)


def _note(words: dict[str, bytearray], number: int, found: Mapping[str, int]) -> None:
    """Note a document at each of its words: its number, and how often if more than once."""
    where = _base36(number)
    for key, count in found.items():
        entry = f" {where}*{_base36(count)}" if count > 1 else f" {where}"
        words.setdefault(key, bytearray()).extend(entry.encode())


_Entries = list[tuple[str, bytearray]]


def _shards(prefix: str, entries: _Entries) -> Iterator[tuple[str, _Entries]]:
    """Yield words in files by their first letters, as few as :data:`LARGEST` allows."""
    size = sum(len(word.encode()) + len(where) + 1 for word, where in entries)
    if size <= LARGEST or all(word == prefix for word, _ in entries):
        yield prefix, entries
        return
    length = len(prefix) + 1
    for longer, group in groupby(entries, key=lambda entry: entry[0][:length]):
        found = list(group)
        yield from [(longer, found)] if longer == prefix else _shards(longer, found)


def _shown(document: Document, here: str) -> Mapping[str, Any]:
    return {
        "href": urls.href(here, document.path, document.fragment),
        "title": document.title,
        "about": document.about,
        "parts": document.parts,
    }


def _file(language: str, name: str, value: object) -> tuple[str, bytes]:
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return urls.search_data(language, name), f"goftogu({json.dumps(name)},{data})\n".encode()


def _base36(number: int) -> str:
    digits = ""
    while number >= len(_ALPHABET):
        number, rest = divmod(number, len(_ALPHABET))
        digits = _ALPHABET[rest] + digits
    return _ALPHABET[number] + digits
