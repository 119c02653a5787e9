"""Frozen values that are quickly read from the cache."""

from __future__ import annotations


class Compact:
    """A frozen dataclass with slots that is pickled as its class and its attributes.

    What dataclasses do by themselves takes some five times as long to read, and a build reads tens of thousands.
    """

    __slots__: tuple[str, ...] = ()

    def __reduce__(self) -> tuple[object, ...]:
        """Return how the value is made anew."""
        return type(self), tuple(getattr(self, name) for name in self.__slots__)
