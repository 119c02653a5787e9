"""Which words follow each other, and where: the files in which the search looks up a phrase.

Two words that follow each other in a text are a pair. A phrase is where its pairs are, each in its place. So which
turns have it, and how many they are, is known before any text is fetched; and its words may be as common as they like,
since their pair is rarer. A pair has a name that is made from the CRC-32 of its words. Two pairs may have the same one;
so the script asks once more when the text is there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Final, NamedTuple
from zlib import crc32

from goftogu.model import Language
from goftogu.persian.remembering import Remembered
from goftogu.search import words
from goftogu.search.documents import Rows, file
from goftogu.storage import values

_FIRST: Final = 35
"""The code of the character that is 0; so neither a blank nor a quotation mark is a number."""

_MOST: Final = 50_000
"""What no number reaches, so that each is one code unit of UTF-16."""

_LARGEST: Final = 2_000
"""The most pairs that a file has on an average; two to three times as many bytes of it go over the line."""

GROUPS: Final = 16
"""Groups of the pairs of a document. Those of an archive are joined group by group: in little memory, and again only
where a pair has changed."""

_SIGNS: Final = 92
"""How many characters a name is made of."""

_UNITS: Final = Remembered[int, str](lambda number: chr(_FIRST + number % _MOST), 2 * _MOST)
_BEGUN: Final = Remembered[str, int](lambda word: crc32(word.encode()), 200_000)
_ENDED: Final = Remembered[str, bytes](lambda word: f" {word}".encode(), 200_000)
_SAME: Final = _UNITS[0]
_TWO: Final = tuple(chr(_FIRST + one) + chr(_FIRST + other) for one in range(_SIGNS) for other in range(_SIGNS))


class PairFiles(NamedTuple):
    """Some of the files of pairs, those that are made of the same groups.

    Attributes:
        language: The language of the words.
        first: The first of the files; the others are 16 apart.
        number: How many files there are in all.
        documents: How many documents there are.
    """

    language: Language
    first: int
    number: int
    documents: int

    def groups(self) -> range:
        """Return which groups of each document they are made of."""
        return range(self.first, GROUPS, self._step)

    def places(self) -> range:
        """Return their numbers."""
        return range(self.first, self.number, self._step)

    @property
    def _step(self) -> int:
        return min(self.number, GROUPS)


def groups(parts: Rows) -> tuple[bytes, ...]:
    """Return the pairs of a document.

    Args:
        parts: In their order, the rows of each, from :func:`goftogu.search.documents.rows`. The last word of a row and
            the first one of the next are no pair.

    Returns:
        Packed, by the rest of their numbers when these are divided by 16: each number with its places, of two
        characters, the part and where in it the first word is; between two of them is a 0.
    """
    found: tuple[dict[int, str], ...] = tuple({} for _ in range(GROUPS))
    for number, rows in enumerate(parts):
        part, start = _UNITS[number], 0
        for row in rows:
            for code, place in _placed(row, start):
                group = found[code % GROUPS]
                group[code] = f"{group[code]}{_SAME}{part}{place}" if code in group else part + place
            start += len(row) + 1
    return tuple(map(values.encode, found))


def divided(lengths: Collection[int], others: int = 0) -> int:
    """Return into how many files pairs are divided, a power of two; 0 when there are too many documents for them.

    Args:
        lengths: How many words each document has.
        others: How many more documents there are, with hardly a word each.
    """
    return 1 << max(0, (sum(lengths) - 1) // _LARGEST).bit_length() if len(lengths) + others <= _MOST else 0


def shared(language: Language, number: int, documents: int) -> Iterator[PairFiles]:
    """Yield which files of pairs are made together.

    Args:
        language: The language of the words.
        number: How many files there are, from :func:`divided`.
        documents: How many documents there are.
    """
    for first in range(min(number, GROUPS)):
        yield PairFiles(language, first, number, documents)


def files(given: PairFiles, packed: Iterable[bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the bytes of some files of pairs.

    Args:
        given: Which files.
        packed: Group by group, as :meth:`PairFiles.groups` names them, that of each document, by its number, from 0.
    """
    held: dict[int, list[str]] = {at: [] for at in given.places()}
    rest = iter(packed)
    for _ in given.groups():
        for code, where in _joined(islice(rest, given.documents)):
            held[code % given.number].append(f" {_name(code // given.number)}{where}")
    for at, found in held.items():
        yield file(given.language, f"p{at}", "".join(found))


def _placed(row: list[str], start: int) -> Iterable[tuple[int, str]]:
    """Return the number of each pair of a row, and the place of its first word.

    The prefix of a verb is joined to it, as the script does with what is typed: «می رود» is one word in either.
    """
    whole = words.whole(row)
    begun, ended = map(_BEGUN.__getitem__, whole), map(_ENDED.__getitem__, whole[1:])
    return zip(map(crc32, ended, begun), map(_UNITS.__getitem__, range(start, start + len(row))), strict=False)


def _joined(documents: Iterable[bytes]) -> Iterable[tuple[int, str]]:
    """Return the pairs of a group, each with its places in all documents.

    A place is three characters: how far its document is from that of the last one, the part, and the place in it.
    """
    found: dict[int, str] = {}
    last: dict[int, int] = {}
    for number, packed in enumerate(documents):
        first = _UNITS[number]
        for code, where in (values.decode(packed, dict[int, str]) or {}).items():
            if code in found:
                found[code] += _UNITS[number - last[code]] + where
            else:
                found[code] = first + where
            last[code] = number
    return found.items()


def _name(code: int) -> str:
    high, low = divmod(code, len(_TWO))
    return _TWO[high % len(_TWO)] + _TWO[low]
