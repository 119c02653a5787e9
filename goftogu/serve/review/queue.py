"""The list of all paragraphs of an archive, in a database beside the caches: filtered, counted and given page by page.

It holds no text but the first words of each paragraph, and may be deleted at any time; then it is made again. Whoever
writes into it may make the list wrong, and nothing else: what is shown and saved is read from the files themselves.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

from goftogu.serve.review.rows import Looked, Row

_SCHEMA: Final = """
PRAGMA journal_mode = WAL;
CREATE TABLE IF NOT EXISTS interviews (id TEXT PRIMARY KEY, path TEXT, title TEXT, digest TEXT, fault TEXT);
CREATE TABLE IF NOT EXISTS rows (
    interview TEXT, position INTEGER, unit TEXT, turn TEXT, state TEXT, sure INTEGER, doubtful INTEGER, links INTEGER,
    opening TEXT, PRIMARY KEY (interview, position)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS states ON rows (state, sure, doubtful);
CREATE TABLE IF NOT EXISTS subjects (
    kind TEXT, name TEXT, interview TEXT, turn TEXT, PRIMARY KEY (kind, name, interview, turn)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS owners ON subjects (interview);
"""
_WAITING: Final = "state NOT IN ('reviewed', 'original')"
SHOWN: Final[Mapping[str, str]] = {
    "waiting": _WAITING,
    "flagged": f"{_WAITING} AND sure > 0",
    "doubtful": f"{_WAITING} AND sure = 0 AND doubtful > 0",
    "machine": "state = 'machine'",
    "draft": "state = 'draft'",
    "stale": "state = 'stale'",
    "missing": "state = 'missing'",
    "questioned": "state = 'reviewed' AND sure > 0",
    "reviewed": "state = 'reviewed'",
    "corrected": "1",
    "all": "1",
}
"""What each filter shows, as a condition on a row; the words are ours, and no value from outside gets into them."""
ORDERS: Final[Mapping[str, str]] = {"text": "0", "links": "-links", "faults": "-(sure * 100 + doubtful)"}
"""What each order sorts by, before the place in the archive."""
_MOST_FAULTS: Final = 20
"""How many files with a fault are named."""


class ListedRow(NamedTuple):
    """A row with its place: the interview, its title, the position in it, and what the order sorts by."""

    rank: int
    interview: str
    title: str
    position: int
    row: Row


@dataclass(frozen=True, slots=True)
class Wish:
    """What of the list is wanted.

    Attributes:
        shown: A name in :data:`SHOWN`.
        interview: Only this one; empty for all.
        topic: Only turns of this topic; empty for all.
        person: Only turns in which this person speaks or is named; empty for all.
        places: Only the paragraphs of these turns, as ``interview:turn``; empty for all.
        order: A name in :data:`ORDERS`.
    """

    shown: str = "waiting"
    interview: str = ""
    topic: str = ""
    person: str = ""
    places: tuple[str, ...] = ()
    order: str = "text"


class Queue:
    """The database; every use opens it for itself, so threads need not wait for each other."""

    def __init__(self, folder: Path) -> None:
        """Open the list that is kept in a folder, or begin a new one.

        Args:
            folder: Made when it is not there.
        """
        folder.mkdir(parents=True, exist_ok=True)
        self._file = folder / "queue.sqlite"
        try:
            self._begin()
        except (sqlite3.DatabaseError, UnicodeDecodeError):  # the latter when SQLite quotes what is damaged
            for ending in ("", "-wal", "-shm"):
                Path(f"{self._file}{ending}").unlink(missing_ok=True)
            self._begin()

    def _begin(self) -> None:
        with self._opened() as store:
            store.executescript(_SCHEMA)
            store.execute("SELECT id, path, title, digest, fault FROM interviews LIMIT 1").fetchone()

    def digests(self) -> dict[str, str]:
        """Return what each interview was made from when it was looked at, by its id."""
        with self._opened() as store:
            return dict(store.execute("SELECT id, digest FROM interviews"))

    def put(self, found: Iterable[tuple[str, str, Looked]]) -> None:
        """Take what was found in interviews: for each its id, a digest of what that was made from, and the rows."""
        with self._opened() as store:
            for name, digest, looked in found:
                _forget(store, name)
                fault = str(looked.problems[0]) if looked.problems else ""
                store.execute(
                    "INSERT INTO interviews VALUES (?, ?, ?, ?, ?)", (name, looked.path, looked.title, digest, fault)
                )
                rows = ((name, position, *row) for position, row in enumerate(looked.rows))
                store.executemany("INSERT INTO rows VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
                subjects = ((subject.kind, subject.name, name, subject.turn) for subject in looked.subjects)
                store.executemany("INSERT OR IGNORE INTO subjects VALUES (?, ?, ?, ?)", subjects)

    def forget(self, names: Iterable[str]) -> None:
        """Take interviews out of the list."""
        with self._opened() as store:
            for name in names:
                _forget(store, name)

    def rows(self, wish: Wish, after: Sequence[int | str], most: int) -> list[ListedRow]:
        """Return a page of the list.

        Args:
            wish: What is wanted.
            after: ``rank``, ``interview`` and ``position`` of the row before the first one; empty to begin.
            most: How many rows.
        """
        condition, values = _condition(wish)
        rank = ORDERS[wish.order]
        place = "rows.interview, position" if rank == ORDERS["text"] else f"{rank}, rows.interview, position"
        if after:
            known = after[1:] if rank == ORDERS["text"] else after
            condition += f" AND ({place}) > ({', '.join('?' * len(known))})"
            values = [*values, *known]
        text = (
            f"SELECT {rank}, rows.interview, title, position, unit, turn, state, sure, doubtful, links, opening "  # noqa: S608  our own words
            f"FROM rows LEFT JOIN interviews ON id = rows.interview WHERE {condition} ORDER BY {place} LIMIT ?"
        )
        with self._opened() as store:
            return [_listed(*found) for found in store.execute(text, (*values, most))]

    def counts(self, wish: Wish) -> dict[str, int]:
        """Return how many rows each filter would show, with everything else as it is wished."""
        condition, values = _condition(Wish("all", wish.interview, wish.topic, wish.person, wish.places))
        columns = ", ".join(f"COALESCE(SUM({test}), 0)" for test in SHOWN.values())
        text = f"SELECT {columns} FROM rows WHERE {condition}"  # noqa: S608  our own words
        with self._opened() as store:
            found = store.execute(text, values).fetchone()
        return dict(zip(SHOWN, found, strict=True))

    def subjects(self, kind: str) -> list[tuple[str, int]]:
        """Return the topics or the people of the list with the number of their turns.

        Args:
            kind: :data:`~goftogu.serve.review.rows.TOPIC` or :data:`~goftogu.serve.review.rows.PERSON`.
        """
        text = "SELECT name, COUNT(*) FROM subjects WHERE kind = ? GROUP BY name"
        with self._opened() as store:
            return store.execute(text, (kind,)).fetchall()

    def interviews(self, words: str, most: int) -> list[tuple[str, str, int]]:
        """Return id, title and number of waiting paragraphs of interviews whose id or title has some letters.

        Args:
            words: The letters.
            most: How many interviews.
        """
        text = (
            f"SELECT id, title, (SELECT COUNT(*) FROM rows WHERE interview = id AND {_WAITING}) FROM interviews "  # noqa: S608  our own words
            "WHERE EXISTS (SELECT 1 FROM rows WHERE interview = id) AND (INSTR(id, ?) OR INSTR(title, ?)) "
            "ORDER BY id LIMIT ?"
        )
        with self._opened() as store:
            return store.execute(text, (words, words, most)).fetchall()

    def faults(self) -> list[str]:
        """Return what is wrong with the files of some interviews, each in a line."""
        text = "SELECT fault FROM interviews WHERE fault <> '' ORDER BY id LIMIT ?"
        with self._opened() as store:
            return [found for (found,) in store.execute(text, (_MOST_FAULTS,))]

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        store = sqlite3.connect(self._file)
        try:
            with store:
                yield store
        finally:
            store.close()


def _listed(rank: int, interview: str, title: str, position: int, *row: Any) -> ListedRow:  # noqa: ANN401  as in the database
    return ListedRow(rank, interview, title, position, Row(*row))


def _forget(store: sqlite3.Connection, name: str) -> None:
    store.execute("DELETE FROM interviews WHERE id = ?", (name,))
    store.execute("DELETE FROM rows WHERE interview = ?", (name,))
    store.execute("DELETE FROM subjects WHERE interview = ?", (name,))


def _condition(wish: Wish) -> tuple[str, list[int | str]]:
    """Return what a row must fulfil, and the values in it."""
    parts, values = [SHOWN[wish.shown]], list[int | str]()
    if wish.interview:
        parts.append("rows.interview = ?")
        values.append(wish.interview)
    for kind, name in (("topic", wish.topic), ("person", wish.person)):
        if name:
            parts.append("(rows.interview, turn) IN (SELECT interview, turn FROM subjects WHERE kind = ? AND name = ?)")
            values += [kind, name]
    if wish.places:
        marks = ", ".join("?" * len(wish.places))
        parts.append(f"rows.interview || ':' || turn IN ({marks})")
        values += wish.places
    return " AND ".join(f"({part})" for part in parts), values
