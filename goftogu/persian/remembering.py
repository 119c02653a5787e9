"""Remembers what was found out about a word: a language has few words, and most of a text is said in fewer."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Remembered(dict[K, V]):
    """A dictionary that computes missing values, and starts again when it holds too many."""

    def __init__(self, learn: Callable[[K], V], most: int) -> None:
        """Begin with nothing.

        Args:
            learn: Computes a value.
            most: How many values to remember; a language has more words, but the others are rare.
        """
        super().__init__()
        self._learn = learn
        self._most = most

    def __missing__(self, key: K) -> V:
        """Compute a value and remember it."""
        value = self._learn(key)
        if len(self) >= self._most:
            self.clear()
        self[key] = value
        return value
