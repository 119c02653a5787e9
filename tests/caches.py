"""The database of a cache, as somebody might find or damage it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from goftogu.storage.cache import FILE


@contextmanager
def _opened(folder: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(folder / FILE)) as store, store:
        yield store


def names(folder: Path) -> set[str]:
    """Return the names of the entries."""
    with _opened(folder) as store:
        return {name for (name,) in store.execute("SELECT name FROM entries")}


def lose(folder: Path, name: str) -> None:
    """Take an entry away."""
    with _opened(folder) as store:
        assert store.execute("DELETE FROM entries WHERE name = ?", (name,)).rowcount == 1


def damage(folder: Path, name: str) -> None:
    """Change the bytes of an entry."""
    with _opened(folder) as store:
        assert store.execute("UPDATE entries SET value = ? WHERE name = ?", (b"x" * 100, name)).rowcount == 1


def rename(folder: Path, name: str, other: str) -> None:
    """Give an entry another name."""
    with _opened(folder) as store:
        assert store.execute("UPDATE entries SET name = ? WHERE name = ?", (other, name)).rowcount == 1
