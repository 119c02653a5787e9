"""The words of a pair, which many rules ask for: cut once for all of them.

A rule that needs a word can tell at once that it finds nothing; only then is it worth searching the whole text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_PIECE: Final = re.compile(r"\w+")
_WORD: Final = re.compile(r"\w+(?:['’]\w+)*")


@lru_cache(maxsize=16)
def persian(text: str) -> frozenset[str]:
    """Return what a text has between blanks, half-spaces and signs; those of the last texts are remembered."""
    return frozenset(_PIECE.findall(text))


@lru_cache(maxsize=16)
def english(text: str) -> tuple[str, ...]:
    """Return the words of a text in small letters, in order, with what follows an apostrophe; as remembered."""
    return tuple(_WORD.findall(text.lower()))
