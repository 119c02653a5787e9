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
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby, pairwise
from typing import Final

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

_WORD: Final = re.compile(r"[^\W_]{1,40}")
"""A word; what is longer counts as several, because a file is named after its first letters."""
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


def numbered(site: Site) -> list[Interview]:
    """Return the interviews, each at its number: old ones first, so that a new one leaves their numbers alone."""
    interviews = ordered(site)
    return interviews[::-1] if site.config.newest_first else interviews


def document(site: Site, interview: Interview, number: int) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the bytes of the document of one interview, in both languages.

    Args:
        site: The archive.
        interview: The interview.
        number: From :func:`numbered`.
    """
    for language in Language:
        yield _document(language, number, _interview(Edition(site, language), interview))


def others(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the bytes of the documents that are no interviews, in both languages."""
    for language in Language:
        for number, entry in enumerate(_entries(Edition(site, language)), len(site.interviews)):
            yield _document(language, number, entry)


def files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the bytes of the index, in both languages."""
    for language in Language:
        edition = Edition(site, language)
        words: dict[str, bytearray] = defaultdict(bytearray)
        interviews = numbered(site)
        for number, interview in enumerate(interviews):
            _note(words, number, interview.recall(f"words-{language}", partial(_words, edition, interview)))
        entries = list(_entries(edition))
        for number, entry in enumerate(entries, len(interviews)):
            _note(words, number, _counted(entry))
        shards = dict(_shards("", sorted(words.items())))
        for prefix, found in shards.items():
            yield _file(language, name(prefix), "\n".join(f"{word}{where.decode()}" for word, where in found))
        count = len(interviews) + len(entries)
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


def _words(edition: Edition, interview: Interview) -> dict[int, list[str]]:
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


def _counted(document: Document) -> dict[int, list[str]]:
    """Return the words of a document by how often it has them."""
    found = Counter(key for *_, who, text in document.parts for key in keys(f"{who}\n{text}"))
    for key in keys(f"{document.title}\n{document.about}"):
        found[key] += _IN_TITLE
    counted: dict[int, list[str]] = {}
    for word, count in found.items():
        counted.setdefault(count, []).append(word)
    return counted


def _note(words: dict[str, bytearray], number: int, found: Mapping[int, Iterable[str]]) -> None:
    """Note a document at each of its words: its number, and how often if more than once."""
    where = _base36(number)
    for count, these in found.items():
        entry = (f" {where}*{_base36(count)}" if count > 1 else f" {where}").encode()
        for word in these:
            words[word] += entry


_Noted = list[tuple[str, bytearray]]


def _shards(prefix: str, entries: _Noted) -> Iterator[tuple[str, _Noted]]:
    """Yield words in files by their first letters, as few as :data:`LARGEST` allows."""
    size = sum(len(word.encode()) + len(where) + 1 for word, where in entries)
    if size <= LARGEST or all(word == prefix for word, _ in entries):
        yield prefix, entries
        return
    length = len(prefix) + 1
    for longer, group in groupby(entries, key=lambda entry: entry[0][:length]):
        found = list(group)
        yield from [(longer, found)] if longer == prefix else _shards(longer, found)


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


def _base36(number: int) -> str:
    digits = ""
    while number >= len(_ALPHABET):
        number, rest = divmod(number, len(_ALPHABET))
        digits = _ALPHABET[rest] + digits
    return _ALPHABET[number] + digits
