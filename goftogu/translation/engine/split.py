"""Cuts a sentence that is too long for the engine.

Models of Argos are trained on sentences of at most 150 pieces; a longer one comes out shortened, without a warning.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

LONGEST: Final = 110
"""Pieces of SentencePiece in one segment."""

_PLACES: Final = tuple(map(re.compile, (r"(?<=[؛;:–—])\s+", r"(?<=[،,])\s+", r"\s+(?=و\s)", r"\s+")))


def cut(text: str, count: Callable[[str], int], longest: int = LONGEST) -> list[str]:
    """Cut a text until no part has too many pieces.

    It is cut near its middle at ``؛ : –``, else at a comma, else before «و», else at a space.

    Args:
        text: One sentence.
        count: Tells how many pieces a text has.
        longest: The most that a part may have, if it has a space at all.
    """
    if count(text) <= longest:
        return [text]
    for place in _PLACES:
        if found := list(place.finditer(text)):
            middle = min(found, key=lambda match: abs(match.start() * 2 - len(text)))
            parts = (text[: middle.start()], text[middle.end() :])
            return [segment for part in parts for segment in cut(part, count, longest)]
    return [text]
