"""Compares each interview with the file that was received, only when one of the two has changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from goftogu.build.artifacts import Ref
from goftogu.build.read import Body, InterviewReader
from goftogu.build.workers import Shared, Workers
from goftogu.failures import doing
from goftogu.locale.message import Message
from goftogu.problems import Problem, Problems
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


class FileFaults(NamedTuple):
    """What is to be told of a file received: why it cannot be read, and what else it holds."""

    told: list[Problem]
    beside: tuple[Message, ...]


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
        self._told: dict[str, FileFaults | None] = {}

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
            self._told[name] = self._cache.take(f"{key}.told", FileFaults)
        new = [
            name for name, known in self._told.items() if known is None or self._cache.get(self._found(name)) is None
        ]
        results = workers.map(Message("Comparing"), compare, Shared(None, b""), self._given(new), len(new))
        for name, found in zip(new, results, strict=True):
            self._cache.put(self._found(name), found.packed)
            self._told[name] = found.faults
            self._cache.keep(f"{self._names[name]}.told", found.faults)

    def check(self, published: Collection[str], problems: Problems) -> None:
        """Report files that cannot be compared, and files that hold more than their text and are published.

        Args:
            published: Ids of the interviews whose file is published.
            problems: What is wrong is added.
        """
        for name, found in self._told.items():
            problems.extend(found.told if found else ())
            if found and found.beside and name in published:
                problems.add(received.reveals(self._paths[name], found.beside))

    def _found(self, interview: str) -> str:
        return f"{self._names[interview]}.found"

    def ref(self, interview: str) -> Ref | None:
        """Return the collation of an interview, as :func:`compare` does; ``None`` when no file was received."""
        name = self._names.get(interview)
        return Ref(name.encode(), partial(self._load, interview)) if name else None

    def _load(self, interview: str) -> bytes:
        data = self._cache.get(self._found(interview))
        if data is None or values.decode(data, list[Collation]) is None:
            data = compare(None, next(self._given([interview]))).packed
        return data

    def _given(self, names: Iterable[str]) -> Iterator[CollationInput]:
        for name in names:
            path = self._paths[name]
            yield CollationInput(self._reader.body(name), path, self._data(path))


class ComparedText(NamedTuple):
    """What the comparison of one interview with the file received has found.

    Attributes:
        packed: A list, encoded: the collation, or nothing when the file cannot be read.
        faults: What is to be told of the file.
    """

    packed: bytes
    faults: FileFaults


def compare(_: None, given: CollationInput) -> ComparedText:
    """Compare one interview with the file received.

    Args:
        given: The interview and the file.
    """
    body = values.decode(given.body, Body)
    assert body is not None  # noqa: S101  the reader has seen to it
    told = Problems()
    with doing(given.path):
        read = received.read(given.data, given.path, told)
        if read is None:
            return ComparedText(values.encode([]), FileFaults([*told], ()))
        return ComparedText(values.encode([collation.collate(body.interview, read)]), FileFaults([], read.beside))
