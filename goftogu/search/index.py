"""Which documents have which words: the files in which the search of a language looks words up.

A small archive has one file of words. What grows beyond :data:`LARGEST` is divided by the first letters of the words,
so that a search fetches little of a large archive.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType
from typing import Final

from goftogu.model import Language
from goftogu.persian.folding_rules import tables
from goftogu.search import stemming
from goftogu.search.documents import SearchEntry, file

LARGEST: Final = 16_000
"""Bytes of a file of words above which it is divided; about two fifths of it go over the line."""

LISTED: Final = 400
"""The most documents whose headings every search has from the beginning."""

Posting = tuple[str, bytes]
"""A stem with where its forms are. ``" 7Bcc3a;books 2c"``: the stem itself is in the parts 1 and 4 of document 7, in
part 2 of document 8, the next one, and in the heading of document 11, 3 further on; ``books`` is in part 2 of
document 2. ``" =go"``: look under another stem. ``" ="``: the archive has no form of it. ``" ~SCO|OIC"``: other forms
of a term.
"""

Heading = tuple[str, str, str]
"""Link, heading and turns of a document; see :class:`goftogu.search.documents.SearchEntry`."""


def files(
    language: Language,
    documents: Iterable[SearchEntry],
    names: Collection[str] = (),
    terms: Mapping[str, Iterable[str]] = MappingProxyType({}),
    *,
    pairs: int,
) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the bytes of each file with words, and of the one with which every search begins.

    Args:
        language: The language of the words.
        documents: What is known of each document, by its number, from 0.
        names: Folded words that are names, and so no form of another word.
        terms: Other forms of what is searched for, from :func:`goftogu.search.terms.forms`.
        pairs: How many files of pairs there are, from :func:`goftogu.search.pairs.divided`.
    """
    listed, places = _gathered(documents)
    found = sorted([*_postings(places, names), *_others_of(terms)])
    parts = {"": found} if size(found) <= LARGEST else divided(found)
    for prefix, postings in parts.items():
        yield file(language, name(prefix), "\n".join(f"{word}{where.decode()}" for word, where in postings))
    headings = listed if len(listed) <= LISTED else []
    begin = {"count": len(listed), "shards": sorted(parts), "headings": headings, "pairs": pairs}
    yield file(language, "index", {**begin, **tables()})


def name(prefix: str) -> str:
    """Return the name of the file with the words that begin with some letters."""
    return "-".join(["w", *(f"{ord(letter):x}" for letter in prefix)])


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


def _gathered(documents: Iterable[SearchEntry]) -> tuple[list[Heading], dict[str, bytearray]]:
    """Return the heading of each document, and the words of all, each with where it is."""
    places: dict[str, bytearray] = defaultdict(bytearray)
    last: dict[str, int] = defaultdict(int)
    headings: list[Heading] = []
    for number, document in enumerate(documents):
        headings.append((document.href, document.title, document.turns))
        for word, steps in document.places.items():
            gap = number - last[word]
            places[word] += (steps if gap == 1 else f"{gap}{steps}").encode()
            last[word] = number
    return headings, places


def _postings(places: Mapping[str, bytearray], names: Collection[str]) -> list[Posting]:
    """Return the stems in order, and between them the words that lead to one or nowhere."""
    found = stemming.groups(places, names)
    postings = {
        stem: b" " + bytes(places.get(stem, b"")) + _others(stem, words, places) for stem, words in found.items()
    }
    posts = stemming.signposts(found, names)
    return sorted((postings | {word: f" ={goal}".encode() for word, goal in posts.items()}).items())


def _others(stem: str, words: Iterable[str], places: Mapping[str, bytearray]) -> bytes:
    return b"".join(b";" + word.encode() + b" " + places[word] for word in words if word != stem)


def _others_of(terms: Mapping[str, Iterable[str]]) -> Iterator[Posting]:
    for term, forms in terms.items():
        yield term, f" ~{'|'.join(form.replace('|', ' ') for form in forms)}".encode()
