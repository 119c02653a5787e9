"""Compares each interview with the file that was received, only when one of the two has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from goftogu.build.artifacts import Ref
from goftogu.build.read import Body, InterviewReader
from goftogu.build.workers import Shared, Workers
from goftogu.failures import doing
from goftogu.locale.message import Message
from goftogu.storage import cache as caches
from goftogu.storage import values
from goftogu.storage.cache import Cache
from goftogu.transcripts import collation, received
from goftogu.transcripts.collation import Collation


class CollationInput(NamedTuple):
    """An interview with its text, encoded; the path and the bytes of the file received."""

    body: bytes
    path: str
    data: bytes


class ArchiveCollator:
    """Compares the interviews of a project with the files received."""

    def __init__(self, cache: Cache, reader: InterviewReader, data: Callable[[str], bytes]) -> None:
        """Prepare.

        Args:
            cache: Holds what is known.
            reader: Gives the interviews.
            data: Returns the bytes of a file of the project.
        """
        self._cache = cache
        self._reader = reader
        self._data = data
        self._paths: Mapping[str, str] = {}
        self._names: dict[str, str] = {}

    def collate(self, workers: Workers, paths: Mapping[str, str], digest: Callable[[str], str]) -> None:
        """Compare the interviews.

        Args:
            workers: Do what is to be done.
            paths: The file received for each interview, by its id; all of them can be read.
            digest: Returns the digest of a file of the project.
        """
        self._paths = paths
        for name, path in paths.items():
            key = self._names[name] = caches.key("collation", self._reader.name(name), path, digest(path))
            self._cache.spare(key)
        new = [name for name in paths if self._cache.get(f"{self._names[name]}.found") is None]
        results = workers.map(Message("Comparing"), compare, Shared(None, b""), self._given(new), len(new))
        for name, found in zip(new, results, strict=True):
            self._cache.put(f"{self._names[name]}.found", found)

    def ref(self, interview: str) -> Ref | None:
        """Return the collation of an interview, as :func:`compare` does; ``None`` when no file was received."""
        name = self._names.get(interview)
        return Ref(name.encode(), partial(self._load, interview)) if name else None

    def _load(self, interview: str) -> bytes:
        data = self._cache.get(f"{self._names[interview]}.found")
        if data is None or values.decode(data, list[Collation]) is None:
            data = compare(None, next(self._given([interview])))
        return data

    def _given(self, names: Iterable[str]) -> Iterator[CollationInput]:
        for name in names:
            path = self._paths[name]
            yield CollationInput(self._reader.body(name), path, self._data(path))


def compare(_: None, given: CollationInput) -> bytes:
    """Compare one interview with the file received.

    Args:
        given: The interview and the file.

    Returns:
        A list, encoded: the collation, or nothing when the file cannot be read.
    """
    body = values.decode(given.body, Body)
    assert body is not None  # noqa: S101  the reader has seen to it
    with doing(given.path):
        read = received.read(given.data, given.path)
        return values.encode([] if read is None else [collation.collate(body.interview, read)])
