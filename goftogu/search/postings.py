"""Which documents have which words, kept in such small parts that one document more or less makes few of them anew.

The words of a document fall into buckets by their first letter. What a document has in a bucket is told by a *mark*, a
digest; a bucket is named after the marks of all documents, so it stays as it is until one of them has another word in
it. A bucket is put together from *fragments*: what a block of neighbouring documents has in it. Only the fragments of
the block in which a document has changed are made from words again.
"""

from __future__ import annotations

import hashlib
import marshal
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from goftogu.storage import cache as caches
from goftogu.storage.cache import Cache

BUCKETS: Final = 64
"""How many buckets there are; the letters of an alphabet fall into different ones, with few exceptions."""

_BLOCK: Final = 64
"""How many documents share a fragment."""
_MARK: Final = "Q"
_MARK_SIZE: Final = array(_MARK).itemsize
_ALPHABET: Final = "0123456789abcdefghijklmnopqrstuvwxyz"

Counted = Mapping[int, Sequence[str]]
"""The words of a document by how often it has them."""

Posting = tuple[str, bytes]
"""A word with where it is: ``" 7 a*3"`` is once in document 7 and three times in document 10."""

_Places = dict[str, bytearray]


def marks(found: Counted) -> bytes:
    """Return a mark for each bucket, one after the other: the same for the same words in it."""
    parts: list[list[str]] = [[] for _ in range(BUCKETS)]
    for count, words in found.items():
        for word in words:
            parts[_bucket(word)].append(f"{word} {count}")
    return b"".join(_mark("\n".join(sorted(part))) for part in parts)


class Postings:
    """The words of some documents, which are numbered from 0.

    Attributes:
        count: How many documents there are.
    """

    def __init__(
        self, cache: Cache, known: Sequence[bytes], words: Callable[[int], Counted], others: Sequence[Counted]
    ) -> None:
        """Prepare to look words up.

        Args:
            cache: Keeps the fragments.
            known: The marks of each document.
            words: Gives the words of a document by its number; asked only for what the cache does not have.
            others: The words of documents that follow those.
        """
        self._cache = cache
        self._words = words
        self._marks = array(_MARK, b"".join(known))
        self._known = len(known)
        self._others = _among_buckets(others, self._known)
        self._blocks = {self._block_name(start): start for start in range(0, self._known, _BLOCK)}
        self.count = self._known + len(others)

    def name(self, bucket: int) -> str:
        """Return a name for all that is in a bucket."""
        return caches.key("bucket", str(bucket), self._marks[bucket::BUCKETS].tobytes(), repr(self._others[bucket]))

    def find(self, bucket: int) -> list[Posting]:
        """Return the words in a bucket in order, each with where it is."""
        places: dict[str, bytearray] = defaultdict(bytearray)
        for block, start in self._blocks.items():
            for word, where in self._fragment(block, start, bucket).items():
                places[word] += where
        for number, found in self._others[bucket]:
            _note(places, number, found)
        return [(word, bytes(where)) for word, where in sorted(places.items())]

    def _block_name(self, start: int) -> str:
        part = self._marks[start * BUCKETS : (start + _BLOCK) * BUCKETS]
        name = caches.key("block", str(start), part.tobytes())
        self._cache.spare(name)
        return name

    def _fragment(self, block: str, start: int, bucket: int) -> Mapping[str, bytes]:
        packed = self._cache.get(f"{block}.{bucket}")
        if packed is None:
            packed = self._made(block, start)[bucket]
        found: dict[str, bytes] = marshal.loads(packed)  # noqa: S302  the cache has a checksum
        return found

    def _made(self, block: str, start: int) -> list[bytes]:
        """Make all fragments of a block."""
        parts: list[_Places] = [defaultdict(bytearray) for _ in range(BUCKETS)]
        for number in range(start, min(start + _BLOCK, self._known)):
            for bucket, found in _parted(self._words(number)).items():
                _note(parts[bucket], number, found)
        packed = [marshal.dumps({word: bytes(where) for word, where in part.items()}) for part in parts]
        for bucket, data in enumerate(packed):
            self._cache.put(f"{block}.{bucket}", data)
        return packed


def _bucket(word: str) -> int:
    return ord(word[0]) % BUCKETS


def _parted(found: Counted) -> dict[int, dict[int, list[str]]]:
    """Return the words of a document by their buckets."""
    parts: dict[int, dict[int, list[str]]] = {}
    for count, words in found.items():
        for word in words:
            parts.setdefault(_bucket(word), {}).setdefault(count, []).append(word)
    return parts


def _among_buckets(documents: Iterable[Counted], first: int) -> list[list[tuple[int, Counted]]]:
    """Return what is in each bucket of some documents, with their numbers."""
    buckets: list[list[tuple[int, Counted]]] = [[] for _ in range(BUCKETS)]
    for number, found in enumerate(documents, first):
        for bucket, part in _parted(found).items():
            buckets[bucket].append((number, part))
    return buckets


def _mark(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=_MARK_SIZE).digest()


def _note(places: _Places, number: int, found: Counted) -> None:
    """Note a document at each of its words: its number, and how often if more than once."""
    where = _base36(number)
    for count, these in found.items():
        entry = (f" {where}*{_base36(count)}" if count > 1 else f" {where}").encode()
        for word in these:
            places[word] += entry


def _base36(number: int) -> str:
    digits = ""
    while number >= len(_ALPHABET):
        number, rest = divmod(number, len(_ALPHABET))
        digits = _ALPHABET[rest] + digits
    return _ALPHABET[number] + digits
