"""Invisible marks that keep a line of two directions in order (Unicode Standard Annex 9, 2.4), for terminals."""

from __future__ import annotations

from typing import Final

LEFT_TO_RIGHT: Final = "\u2066"
RIGHT_TO_LEFT: Final = "\u2067"
AS_IT_BEGINS: Final = "\u2068"
CLOSED: Final = "\u2069"


def line(text: str) -> str:
    """Return a line that runs from right to left."""
    return f"{RIGHT_TO_LEFT}{text}{CLOSED}"


def left_to_right(text: str) -> str:
    """Return a piece of such a line that runs from left to right."""
    return f"{LEFT_TO_RIGHT}{text}{CLOSED}"
