"""Which words follow each other, and where: the files in which the search looks up a phrase.

Two words that follow each other in a text are a pair. A phrase is where its pairs are, each in its place. So which
turns have it, and how many they are, is known before any text is fetched; and its words may be as common as they like,
since their pair is rarer. A pair has a name that is made from the CRC-32 of its words. Two pairs may have the same one;
so the script asks once more when the text is there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from zlib import crc32

from goftogu.model import Language
from goftogu.persian.remembering import Remembered
from goftogu.search import words
from goftogu.search.documents import Rows, file, length
from goftogu.storage import values

_FIRST: Final = 35
"""The code of the character that is 0; so neither a blank nor a quotation mark is a number."""

_MOST: Final = 50_000
"""What no number reaches, so that each is one code unit of UTF-16."""

_LARGEST: Final = 2_000
"""The most pairs that a file has on an average; two to three times as many bytes of it go over the line."""

_GROUPS: Final = 16
"""Groups of the pairs of a document; those of an archive are joined group by group, in little memory."""

_SIGNS: Final = 92
"""How many characters a name is made of."""

_UNITS: Final = Remembered[int, str](lambda number: chr(_FIRST + number % _MOST), 2 * _MOST)
_BEGUN: Final = Remembered[str, int](lambda word: crc32(word.encode()), 200_000)
_ENDED: Final = Remembered[str, bytes](lambda word: f" {word}".encode(), 200_000)
_SAME: Final = _UNITS[0]
_TWO: Final = tuple(chr(_FIRST + one) + chr(_FIRST + other) for one in range(_SIGNS) for other in range(_SIGNS))


@dataclass(frozen=True, slots=True)
class PairEntry:
    """The pairs of a document.

    Attributes:
        length: How many words the document has.
        groups: Packed, by the rest of their numbers when these are divided by 16: each number with its places, of two
            characters, the part and where in it the first word is; between two of them is a 0.
    """

    length: int
    groups: tuple[bytes, ...]


def entry(parts: Rows) -> PairEntry:
    """Return the pairs of a document.

    Args:
        parts: In their order, the rows of each, from :func:`goftogu.search.documents.rows`. The last word of a row and
            the first one of the next are no pair.
    """
    groups: tuple[dict[int, str], ...] = tuple({} for _ in range(_GROUPS))
    for number, rows in enumerate(parts):
        part, start = _UNITS[number], 0
        for row in rows:
            for code, place in _placed(row, start):
                group = groups[code % _GROUPS]
                group[code] = f"{group[code]}{_SAME}{part}{place}" if code in group else part + place
            start += len(row) + 1
    return PairEntry(length(parts), tuple(map(values.encode, groups)))


def divided(lengths: Collection[int]) -> int:
    """Return into how many files pairs are divided, a power of two; 0 when there are too many documents for them.

    Args:
        lengths: How many words each document has.
    """
    return 1 << max(0, (sum(lengths) - 1) // _LARGEST).bit_length() if len(lengths) <= _MOST else 0


def files(language: Language, documents: Sequence[PairEntry]) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the bytes of each file of pairs.

    Args:
        language: The language of the words.
        documents: The pairs of each document, by its number, from 0.
    """
    number = divided([document.length for document in documents])
    step = min(number, _GROUPS)
    for first in range(step):
        held: dict[int, list[str]] = {at: [] for at in range(first, number, step)}
        for group in range(first, _GROUPS, step):
            for code, where in _joined(document.groups[group] for document in documents):
                held[code % number].append(f" {_name(code // number)}{where}")
        for at, pairs in held.items():
            yield file(language, f"p{at}", "".join(pairs))


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
