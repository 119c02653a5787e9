"""The words under which texts are found, and in which of the texts each one is.

Texts are folded whole, so that a compound or a verb that is written apart is one word here, too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import chain, pairwise
from typing import Final

from goftogu.persian import endings
from goftogu.persian.folding import fold
from goftogu.persian.remembering import Remembered

_WORD: Final = re.compile(r"[^\W_]{1,40}")
"""A word; what is longer counts as several, because a file is named after its first letters."""
_FOUND: Final = Remembered(_WORD.findall, 50_000)
"""The words between two blanks of a folded text: most often one."""
_PREFIXES: Final = frozenset(endings.CONTINUOUS)
"""Prefixes of verbs; they are also found together with the word that follows them."""
_AT_END: Final = re.compile(r"می(?![^\W_])")
"""What all of them are or end with; few texts have it, and only those are looked at word by word."""
_STEP: Final = 26


def keys(text: str) -> list[str]:
    """Return the words under which a text is found: joined at half-spaces, and with the prefix of a verb."""
    pieces, others = _cut(text)
    return _words(pieces) + others


def plain(text: str) -> list[str]:
    """Return the folded words of a text, each once where it stands, as the script of the search splits it."""
    return _WORD.findall(fold(text))


def places(texts: Iterable[str]) -> dict[str, str]:
    """Return the words of some texts, with the numbers of the texts in which each is, as :func:`steps` writes them.

    Args:
        texts: In their order; the first one has the number 0.
    """
    held: dict[str, int] = defaultdict(int)
    found: dict[str, int] = defaultdict(int)
    bit = 1
    for text in texts:
        pieces, others = _cut(text)
        for piece in pieces:
            held[piece] |= bit
        for word in others:
            found[word] |= bit
        bit <<= 1
    for piece, numbers in held.items():
        for word in _FOUND[piece]:
            found[word] |= numbers
    return {word: _WRITTEN[numbers] for word, numbers in found.items()}


def steps(numbers: int) -> str:
    """Return a set of numbers, each a bit, as letters: each is how many are missing before it.

    ``A`` is none and ``Z`` 25; a ``+`` before the letter is 26 more. The last letter is small: so ends a row. 0, 1 and
    4 are ``AAc``.
    """
    written = "".join(map(_STEPS.__getitem__, bin(numbers)[:1:-1].split("1")[:-1]))
    return written[:-1] + written[-1:].lower()


def _step(missing: str) -> str:
    more, rest = divmod(len(missing), _STEP)
    return "+" * more + chr(ord("A") + rest)


_STEPS: Final = Remembered(_step, 10_000)
_WRITTEN: Final = Remembered(steps, 100_000)


def _cut(text: str) -> tuple[list[str], list[str]]:
    """Return a text cut at its blanks, and the words under which it is found besides those of the pieces."""
    folded = fold(text)
    pieces = folded.split(" ")
    if not _AT_END.search(folded) or _PREFIXES.isdisjoint(words := _words(pieces)):
        return pieces, []
    return pieces, [first + second for first, second in pairwise(words) if first in _PREFIXES]


def _words(pieces: Iterable[str]) -> list[str]:
    return list(chain.from_iterable(map(_FOUND.__getitem__, pieces)))
