"""The places of keys and values in a TOML or YAML text."""

from __future__ import annotations

Keys = tuple[str | int, ...]
"""The path to a value: keys of tables, and positions (from 0) in lists."""


class Positions:
    """The places of keys and values; call it with a path of keys to get the line and column of a value, from 1."""

    def __init__(self, path: str) -> None:
        """Begin without any place.

        Args:
            path: The file, for problems.
        """
        self.path = path
        self._values: dict[Keys, tuple[int, int]] = {}
        self._keys: dict[Keys, tuple[int, int]] = {}

    def add(self, keys: Keys, value: tuple[int, int], key: tuple[int, int] | None = None) -> None:
        """Record where a value is, and where its key is if that has a place of its own; the first place counts."""
        self._values.setdefault(keys, value)
        if key is not None:
            self._keys.setdefault(keys, key)

    def __call__(self, keys: Keys) -> tuple[int, int]:
        """Return the place of the value or of its nearest parent that has one; else (1, 1)."""
        while keys and keys not in self._values:
            keys = keys[:-1]
        return self._values.get(keys, (1, 1))

    def names(self, keys: Keys) -> list[str]:
        """Return the keys of a table, also those whose value was left out."""
        return [str(way[-1]) for way in self._keys if way[:-1] == keys]

    def key(self, keys: Keys) -> tuple[int, int]:
        """Return the place of the key above a value; that of the value where it has no other."""
        return self._keys.get(keys) or self(keys)
