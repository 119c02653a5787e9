"""Ids of turns, paragraphs, sections and pictures: permanent ones in the source, and temporary ones for the rest."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import count
from typing import Final

from goftogu.persian.replacing import replacer

TURN: Final = re.compile(r"t[1-9][0-9]{0,6}|h[0-9a-f]{8}(?:-[1-9][0-9]{0,6})?", re.ASCII)
PARAGRAPH: Final = re.compile(r"p[1-9][0-9]{0,6}", re.ASCII)
SECTION: Final = re.compile(r"s[1-9][0-9]{0,6}", re.ASCII)
PICTURE: Final = re.compile(r"f[1-9][0-9]{0,6}", re.ASCII)

_letters = replacer(str.maketrans("يىك", "ییک"))
_NO_LETTERS: Final = re.compile(r"[\W\u0640]+")


def by_content(text: str) -> str:
    """Return the id of a turn that has no permanent one: ``h`` and eight hexadecimal digits of a hash of its text.

    Only letters and digits count, and Arabic ي ى ك are Persian ی ک, so that half-spaces, vowel marks and punctuation
    can be put right without moving the id. The recipe is frozen: a change would move published addresses.
    """
    plain = _letters(unicodedata.normalize("NFKC", text))
    return f"h{hashlib.blake2s(_NO_LETTERS.sub('', plain).encode(), digest_size=4).hexdigest()}"


class IdMaker:
    """Gives every turn an id of its own."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)
        self._copies: Counter[str] = Counter()

    def free(self, wanted: str) -> str:
        """Return the id, or the first of ``id-2``, ``id-3`` … that is free, and note it as taken."""
        name = wanted
        while name in self._taken:
            self._copies[wanted] += 1
            name = f"{wanted}-{self._copies[wanted] + 1}"
        self._taken.add(name)
        return name


def numbers(prefix: str, taken: Iterable[str]) -> Iterator[str]:
    """Yield new ids above all that are taken: after ``t3`` and ``t24`` comes ``t25``.

    Args:
        prefix: ``t``, ``p``, ``s`` or ``f``.
        taken: All ids of the interview, also those that were given up; ids of other kinds do not count.
    """
    used = [int(name[1:]) for name in taken if name[:1] == prefix and name[1:].isdecimal()]
    return (f"{prefix}{number}" for number in count(max(used, default=0) + 1))
