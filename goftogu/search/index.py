"""Which documents have which words: the files in which the search of a language looks words up.

A small archive has one file of words. What grows beyond :data:`LARGEST` is divided by the first letters of the words,
so that a search fetches little of a large archive.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from goftogu.model import Language
from goftogu.persian.folding_rules import tables
from goftogu.search import stemming
from goftogu.search.documents import file

LARGEST: Final = 48_000
"""Bytes of a file of words above which it is divided; about a third of it goes over the line."""

_ALPHABET: Final = "0123456789abcdefghijklmnopqrstuvwxyz"

Counted = Mapping[str, int]
"""The words of a document, with how often it has them."""

Posting = tuple[str, bytes]
"""A stem with where its forms are. ``" 7 a*3;books 2"``: the stem itself is once in document 7 and three times in
document 10, and ``books`` in document 2. ``" =go"``: look under another stem. ``" ="``: the archive has no form of it.
"""


def files(language: Language, documents: Iterable[Counted], names: Collection[str] = ()) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the bytes of each file with words, and of the one with which every search begins.

    Args:
        language: The language of the words.
        documents: The words of each document, by its number, from 0.
        names: Folded words that are names, and so no form of another word.
    """
    count, places = _gathered(documents)
    found = _postings(places, names)
    parts = {"": found} if size(found) <= LARGEST else divided(found)
    for prefix, postings in parts.items():
        yield file(language, name(prefix), "\n".join(f"{word}{where.decode()}" for word, where in postings))
    shards = {prefix: name(prefix) for prefix in sorted(parts)}
    yield file(language, "index", {"count": count, "shards": shards, **tables()})


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


def _gathered(documents: Iterable[Counted]) -> tuple[int, dict[str, bytearray]]:
    """Return the number of documents, and their words, each with where it is."""
    places: dict[str, bytearray] = defaultdict(bytearray)
    count = 0
    for count, document in enumerate(documents, 1):
        number = _base36(count - 1)
        entries = {times: _where(number, times) for times in set(document.values())}
        for word, times in document.items():
            places[word] += entries[times]
    return count, places


def _postings(places: Mapping[str, bytearray], names: Collection[str]) -> list[Posting]:
    """Return the stems in order, and between them the words that lead to one or nowhere."""
    found = stemming.groups(places, names)
    postings = {stem: bytes(places.get(stem, b" ")) + _others(stem, words, places) for stem, words in found.items()}
    posts = stemming.signposts(found, names)
    return sorted((postings | {word: f" ={goal}".encode() for word, goal in posts.items()}).items())


def _others(stem: str, words: Iterable[str], places: Mapping[str, bytearray]) -> bytes:
    return b"".join(b";" + word.encode() + places[word] for word in words if word != stem)


def _where(number: str, times: int) -> bytes:
    return (f" {number}*{_base36(times)}" if times > 1 else f" {number}").encode()


def _base36(number: int) -> str:
    digits = ""
    while number >= len(_ALPHABET):
        number, rest = divmod(number, len(_ALPHABET))
        digits = _ALPHABET[rest] + digits
    return _ALPHABET[number] + digits
