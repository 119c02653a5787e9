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
_STEP: Final = 26


def row(text: str) -> list[str]:
    """Return the folded words of a text in their order, joined at half-spaces."""
    return list(chain.from_iterable(map(_FOUND.__getitem__, fold(text).split(" "))))


def keys(text: str) -> list[str]:
    """Return the words under which a text is found: joined at half-spaces, and with the prefix of a verb."""
    return (words := row(text)) + _with_prefixes(words)


def plain(text: str) -> list[str]:
    """Return the folded words of a text, each once where it stands, as the script of the search splits it."""
    return _WORD.findall(fold(text))


def whole(words: list[str]) -> list[str]:
    """Return the words of a row, the prefixes of verbs joined to the words that follow them.

    Args:
        words: From :func:`row`.
    """
    if _PREFIXES.isdisjoint(words):
        return words
    found = words[:1]
    for word in words[1:]:
        found[-1:] = [found[-1] + word] if found[-1] in _PREFIXES else [found[-1], word]
    return found


def places(parts: Iterable[Iterable[list[str]]]) -> dict[str, str]:
    """Return the words of some parts, with the numbers of the parts in which each is, as :func:`steps` writes them.

    Args:
        parts: In their order, the rows of each; the first one has the number 0.
    """
    found: dict[str, int] = defaultdict(int)
    bit = 1
    for rows in parts:
        for words in rows:
            for word in words:
                found[word] |= bit
            for word in _with_prefixes(words):
                found[word] |= bit
        bit <<= 1
    return {word: _WRITTEN[numbers] for word, numbers in found.items()}


def steps(numbers: int) -> str:
    """Return a set of numbers, each a bit, as letters: each is how many are missing before it.

    ``A`` is none and ``Z`` 25; a ``+`` before the letter is 26 more. The last letter is small: so ends a row. 0, 1 and
    4 are ``AAc``.
    """
    written = "".join(map(_STEPS.__getitem__, bin(numbers)[::-1].split("1")[:-1]))
    return written[:-1] + written[-1:].lower()


def _step(missing: str) -> str:
    more, rest = divmod(len(missing), _STEP)
    return "+" * more + chr(ord("A") + rest)


_STEPS: Final = Remembered(_step, 10_000)
_WRITTEN: Final = Remembered(steps, 100_000)


def _with_prefixes(words: list[str]) -> list[str]:
    """Return the words that follow the prefixes of verbs, with these."""
    if _PREFIXES.isdisjoint(words):
        return []
    return [first + second for first, second in pairwise(words) if first in _PREFIXES]
