"""A cache of computed values in ``.cache/``, each under a digest of all that it was made from.

The name of an entry is a digest of everything that its value depends on: the kind of value, the code of this package
and of its extensions, the versions of all other packages, the Python that runs it, and the input. So there is nothing
to invalidate: other code or other input is another entry. An entry that is damaged counts as missing; one that cannot
be written is lost without harm.

The entries of a folder are in one SQLite database: a build asks for tens of thousands, and opening as many files would
cost more than reading them. What is new waits in memory and goes to the disk in a few short transactions, so that
neither a killed build nor two builds at once leave half an entry. When the disk takes nothing, a temporary database
holds what the build itself has to find again.

Values are read by their declared type (:mod:`goftogu.storage.values`): an entry that somebody else has written gives a
value of that type or nothing, and never runs as code.

The store may be deleted at any time. No file of the site may depend on whether it was there.
"""

# A call of pathlib costs as much as the system call below it.
# ruff: noqa: PTH208

from __future__ import annotations

import hashlib
import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Final, Self, TypeVar

from goftogu.extensions import discovery
from goftogu.storage import values

T = TypeVar("T")

FILE: Final = "entries.sqlite"
"""Name of the database in the folder of a cache."""

_CHECKSUM_SIZE: Final = 16
_PACKAGE: Final = Path(__file__).parents[1]
_MOST_WAITING: Final = 4_000_000
"""Bytes that may wait in memory."""
_TEMPORARY: Final = ""
"""What SQLite takes for a database of its own, which is gone when it is closed."""
_SETUP: Final = """
PRAGMA auto_vacuum = FULL;
PRAGMA journal_mode = WAL;
CREATE TABLE IF NOT EXISTS entries (name TEXT PRIMARY KEY, value BLOB NOT NULL);
"""
"""With a write-ahead log, readers and writers do not wait for each other."""
_START: Final = """
PRAGMA synchronous = OFF;
BEGIN;
"""
"""Nobody waits for the disk: what a loss of power damages is found by its checksum, and made again. To read everything
in one transaction takes half the time."""


def key(kind: str, *inputs: str | bytes) -> str:
    """Return the name of an entry.

    Args:
        kind: What is computed (``reading``); a word of letters and hyphens.
        inputs: All that the value depends on, apart from the code of this package and the installed packages:
            texts, settings, names of files.
    """
    digest = hashlib.blake2b(_code_version(), digest_size=20)
    for part in inputs:
        data = part.encode(errors="surrogatepass") if isinstance(part, str) else part
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return f"{kind}-{digest.hexdigest()}"


class Cache:
    """The entries in one folder.

    Use it as a context manager: what is new may not be on the disk before the context is left.
    """

    def __init__(self, folder: Path | None) -> None:
        """Prepare a cache; nothing is opened before it is needed.

        Args:
            folder: Made when the first entry is written; without it nothing is kept.
        """
        self._file = folder / FILE if folder else None
        self._store: sqlite3.Connection | None = None
        self._waiting: dict[str, bytes] = {}
        self._size = 0
        self._used: set[str] = set()

    def __enter__(self) -> Self:
        """Return the cache itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Write what waits and close the cache; it opens again when it is used."""
        if self._file:
            self._flush()
        self._close()

    def get(self, name: str) -> bytes | None:
        """Return the value of an entry, or ``None``.

        Args:
            name: From :func:`key`.
        """
        packed = self._waiting.get(name) or self._find(name)
        if packed is None:
            return None
        data = packed[_CHECKSUM_SIZE:]
        if packed[:_CHECKSUM_SIZE] != _checksum(name, data):
            self._discard()
            return None
        self.spare(name)
        return data

    def put(self, name: str, data: bytes) -> None:
        """Keep a value.

        Args:
            name: From :func:`key`.
            data: The value.
        """
        self.spare(name)
        self._waiting[name] = _checksum(name, data) + data
        self._size += len(data)
        if self._size > _MOST_WAITING:
            self._flush()

    def take(self, name: str, kind: type[T]) -> T | None:
        """Return the value of an entry, or ``None`` when there is no such entry or it holds something else.

        Args:
            name: From :func:`key`, perhaps with a dot and more after it.
            kind: The type of the value.
        """
        data = self.get(name)
        return None if data is None else values.decode(data, kind)

    def keep(self, name: str, value: object) -> None:
        """Keep a value.

        Args:
            name: From :func:`key`, perhaps with a dot and more after it.
            value: See :func:`goftogu.storage.values.encode`.
        """
        self.put(name, values.encode(value))

    def spare(self, name: str) -> None:
        """Keep an entry from :meth:`prune`, and those whose names are the same up to the first dot."""
        self._used.add(name.partition(".")[0])

    def prune(self) -> None:
        """Delete what is in the folder and of no use any more.

        These are the entries whose names, up to the first dot, nobody has asked for since the cache was opened.
        """
        self._flush()
        with self._guarded(), self._transaction() as store:
            rows, used = store.execute("SELECT name FROM entries"), self._used
            gone = [row for row in rows if row[0].partition(".")[0] not in used]
            store.executemany("DELETE FROM entries WHERE name = ?", gone)
        with suppress(OSError):
            for path in self._file.parent.iterdir() if self._file else ():
                if not path.name.startswith(FILE):
                    path.unlink()

    def _find(self, name: str) -> bytes | None:
        if self._store is None and not (self._file and self._file.exists()):
            return None
        found = None
        with self._guarded():
            found = self._opened().execute("SELECT value FROM entries WHERE name = ?", (name,)).fetchone()
        return found[0] if found else None

    def _flush(self) -> None:
        """Write what waits: the second time into a new database, and at last into a temporary one."""
        if self._waiting and not (self._write() or self._write()):
            self._close()
            self._file = None
            self._write()
        self._waiting, self._size = {}, 0

    def _write(self) -> bool:
        written = 0
        with self._guarded(), self._transaction() as store:
            items = self._waiting.items()
            written = store.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?)", items).rowcount
        return written > 0

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        store = self._opened()
        store.execute("COMMIT")
        store.execute("BEGIN IMMEDIATE")
        with store:
            yield store
        store.execute("BEGIN")

    def _opened(self) -> sqlite3.Connection:
        if self._store is None:
            if self._file:
                self._file.parent.mkdir(parents=True, exist_ok=True)
            self._store = sqlite3.connect(self._file or _TEMPORARY, isolation_level=None)
            if not self._store.execute("SELECT 1 FROM sqlite_master").fetchone():
                self._store.executescript(_SETUP)
            self._store.executescript(_START)
        return self._store

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """Let no failure out; throw away a database that is damaged."""
        try:
            yield
        except (sqlite3.OperationalError, OSError):  # locked, full, read-only: others may still use it
            self._close()
        except (sqlite3.Error, UnicodeDecodeError):  # the latter when what SQLite says of the damage quotes it
            self._discard()

    def _discard(self) -> None:
        self._close()
        for ending in ("", "-wal", "-shm") if self._file else ():
            with suppress(OSError):
                Path(f"{self._file}{ending}").unlink()

    def _close(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None


def _checksum(name: str, data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_CHECKSUM_SIZE, key=name.encode()[:64]).digest()


@cache
def _code_version() -> bytes:
    """Return a digest of every file of this package, read again in each run: a few milliseconds buy certainty."""
    digest = hashlib.blake2b(sys.version.encode(), digest_size=20)
    digest.update("\n".join(_installed()).encode())
    digest.update(discovery.digest())
    for path in _code():
        data = Path(path).read_bytes()
        digest.update(b"%b:%d:" % (path.removeprefix(str(_PACKAGE)).encode(), len(data)))
        digest.update(data)
    return digest.digest()


def _code() -> Iterator[str]:
    """Yield the paths of all files of this package, in a fixed order."""
    for folder, folders, names in os.walk(_PACKAGE):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from filter(os.path.isfile, (f"{folder}{os.sep}{name}" for name in sorted(names)))


def _installed() -> list[str]:
    """Return the names of the folders that hold the names and versions of the packages this Python can import."""
    found: list[str] = []
    for folder in sys.path:
        if folder.endswith(("site-packages", "dist-packages")):
            with suppress(OSError):
                found += (name for name in os.listdir(folder) if name.endswith("-info"))
    return sorted(found)
