"""Makes the files of the site, sheet by sheet, and no sheet twice.

A sheet is some files that are made of the same things: the pages and downloads of one interview, or one list. What was
made is kept in the cache under the name of all that it was made of: the files, packed, and apart from them what the
checks have to know, so that a sheet that stands in the site already is neither made nor unpacked.
"""

from __future__ import annotations

import hashlib
import marshal
import sys
import zlib
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from goftogu.checks import glyphs, links
from goftogu.checks.glyphs import FontChecker
from goftogu.checks.links import LinkChecker, Origin, Scan
from goftogu.problems import Problem, Problems
from goftogu.storage.cache import Cache
from goftogu.storage.staging import Stage

_FAST: Final = 1
_LARGEST_BATCH: Final = 2_000_000

Files = Iterable[tuple[str, bytes | Problem]]
"""Paths and bytes of files; in the place of the bytes that cannot be made, why."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Some files of the site.

    Attributes:
        key: Names all that they are made of (see :func:`goftogu.storage.cache.key`); empty for what is cheaper to make
            than to keep.
        make: Makes them.
    """

    key: str
    make: Callable[[], Files]


_Row = tuple[str, str, Scan, str]
"""An entry as it is kept."""


class _Entry(NamedTuple):
    """What is known of a file without its bytes."""

    path: str
    digest: str
    scan: Scan
    letters: str


class Press:
    """Makes sheets, or takes them from the cache; checks every file and hands it to the stage.

    Attributes:
        faults: Why some files could not be made, by their paths.
    """

    def __init__(self, cache: Cache, base: str, stage: Stage | None) -> None:
        """Prepare.

        Args:
            cache: Keeps what was made.
            base: Full address of the site, or empty.
            stage: Takes the files; without it they are only checked.
        """
        self.faults: dict[str, Problem] = {}
        self._cache = cache
        self._base = f"{base.rstrip('/')}/" if base else ""
        self._stage = stage
        self._links = LinkChecker(base)
        self._letters = FontChecker()

    def run(self, sheet: Sheet) -> None:
        """Bring one sheet to the stage."""
        done: set[str] = set()
        if not self._repeat(sheet, done):
            self._make(sheet, done)

    def problems(self, origin: Origin) -> list[Problem]:
        """Return what is wrong with the site, when every sheet has run.

        Args:
            origin: Tells where a link of a page was written.
        """
        found = Problems(self.faults.values())
        self._links.report(found, self.faults, origin)
        self._letters.report(found)
        return list(found)

    def _repeat(self, sheet: Sheet, done: set[str]) -> bool:
        """Take a sheet from the cache; return whether all of it was there, and note the files that were."""
        known = self._cache.get(f"{sheet.key}.sheet") if sheet.key else None
        if known is None:
            return False
        self._cache.spare(sheet.key)
        parts: list[list[_Row]] = marshal.loads(known)  # noqa: S302  the cache has a checksum
        for number, part in enumerate(parts):
            if not self._take_over(f"{sheet.key}.{number}", part):
                return False
            self._check(part)
            done.update([row[0] for row in part])
        return True

    def _take_over(self, name: str, part: Iterable[_Row]) -> bool:
        """Keep the files that stand in the site, and unpack the others; return whether that was possible."""
        stage = self._stage
        wanted = [(path, digest) for path, digest, _, _ in part if not stage.keep(path, digest)] if stage else []
        if not wanted:
            return True
        packed = self._cache.get(name)
        if packed is None:
            return False
        files = marshal.loads(zlib.decompress(packed))  # noqa: S302
        for path, digest in wanted:
            self._bring(path, files[path], digest)
        return True

    def _make(self, sheet: Sheet, done: Container[str]) -> None:
        parts: list[list[_Row]] = []
        known = len(self.faults)
        for files in _batches(self._made(sheet)):
            scans = links.settled({path: links.scan(path, data, self._base) for path, data in files.items()})
            entries = [_entry(path, data, scans[path]) for path, data in files.items()]
            new = [entry for entry in entries if entry.path not in done]
            for entry in new:
                self._bring(entry.path, files[entry.path], entry.digest)
            self._check(new)
            if sheet.key:
                self._cache.put(f"{sheet.key}.{len(parts)}", zlib.compress(marshal.dumps(files), _FAST))
            parts.append([entry[:] for entry in entries])  # plain tuples are what marshal knows
        if sheet.key and len(self.faults) == known:
            self._cache.put(f"{sheet.key}.sheet", marshal.dumps(parts))

    def _made(self, sheet: Sheet) -> Iterator[tuple[str, bytes]]:
        for path, made in sheet.make():
            if isinstance(made, Problem):
                self.faults[path] = made
            else:
                yield path, made

    def _bring(self, path: str, data: bytes, digest: str) -> None:
        if self._stage:
            self._stage.add(path, data, digest)

    def _check(self, entries: Iterable[_Row]) -> None:
        for path, _, scan, letters in entries:
            self._links.take(path, scan)
            if letters:
                self._letters.take(path, letters)


def _entry(path: str, data: bytes, scan: Scan) -> _Entry:
    return _Entry(sys.intern(path), hashlib.sha256(data).hexdigest(), scan, glyphs.letters(path, data))


def _batches(files: Iterable[tuple[str, bytes]]) -> Iterator[dict[str, bytes]]:
    """Yield files in batches that are small enough for the memory."""
    batch: dict[str, bytes] = {}
    size = 0
    for path, data in files:
        batch[path] = data
        size += len(data)
        if size > _LARGEST_BATCH:
            yield batch
            batch, size = {}, 0
    if batch:
        yield batch
