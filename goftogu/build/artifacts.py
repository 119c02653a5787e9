"""The files of the site: each is made by a function of values, and made again only when its values have changed.

An artifact is a group of files that are made together: the pages and downloads of an interview, a page of a topic, a
list. Its digest is taken over the function and all that it is given, so nobody keeps a list of what a page depends on,
and no page can show what it was not given. What was made is kept under the digest: the files, packed, and beside them
what the checks need to know, so that an artifact that is published already is neither made nor unpacked.
"""

from __future__ import annotations

import hashlib
import sys
import zlib
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from itertools import islice
from typing import Any, Final, NamedTuple, Protocol

from goftogu.build import joined
from goftogu.build.joined import JoinedFile
from goftogu.build.workers import Shared, Workers
from goftogu.checks import glyphs, links
from goftogu.checks.glyphs import FontChecker
from goftogu.checks.links import LinkChecker, Origin, Scan
from goftogu.edition.site import Page
from goftogu.locale.message import Message
from goftogu.problems import Problem, Problems
from goftogu.storage import cache as caches
from goftogu.storage import values
from goftogu.storage.cache import Cache
from goftogu.storage.staging import Stage

_FAST: Final = 1

NO_LINKS: Final[Scan] = (None, {}, [])
"""What the checks know of a file in which they do not look for links."""


class PageMaker(Protocol):
    """What functions of artifacts share; the writer needs to know only how a page is rendered."""

    @property
    def base(self) -> str:
        """Full address of the site with ``/`` at its end, or empty."""

    def render(self, page: Page, problems: Problems) -> bytes | None:
        """Render a page."""


class Ref(NamedTuple):
    """A value that is loaded only when it is needed.

    Attributes:
        digest: Digest of the value.
        load: Returns it, encoded.
    """

    digest: bytes
    load: Callable[[], bytes]


Make = Callable[[Any, Any, Iterable[bytes]], Iterable[Page | tuple[str, bytes | Problem]]]
"""Makes files, or pages to be rendered, of what is shared, of the values, and of the values that it refers to."""

Given = tuple[Make, object, Iterable[bytes], bool]
"""A function, its values, the values that it refers to, encoded, and whether its files are kept."""


class Artifact(NamedTuple):
    """A group of files that are made together.

    Attributes:
        make: A function of a module.
        shared: What it shares with others.
        values: What it is given of its own.
        refs: Further values, given by reference.
        light: Whether it costs less to make it here than to hand it, or what it is given, to another process.
        kept: Whether its files are kept in the cache; if not, they are made again for a site that lacks them.
    """

    make: Make
    shared: Shared[Any]
    values: object
    refs: tuple[Ref, ...] = ()
    light: bool = False
    kept: bool = True

    def given(self) -> Given:
        """Return what :func:`make` needs to know.

        What is made here loads them one by one, since all together may be large.
        """
        loaded = (ref.load() for ref in self.refs)
        return self.make, self.values, loaded if self.light else list(loaded), self.kept

    def key(self) -> str:
        """Return the digest of the function and of all that it is given."""
        name = f"{self.make.__module__}.{self.make.__qualname__}"
        digests = b"".join(ref.digest for ref in self.refs)
        return caches.key("artifact", name, self.shared.digest, values.encode(self.values), digests)


class FileRow(NamedTuple):
    """What the checks need to know of a file: its path, its SHA-256, its links and ids, and its letters."""

    path: str
    digest: str
    scan: Scan
    letters: str


class MadeFiles(NamedTuple):
    """What was made: the files, a row for each, the files packed if they are kept, and why some could not be made."""

    files: dict[str, bytes]
    rows: list[FileRow]
    packed: bytes
    faults: dict[str, Problem]


class ArtifactWriter:
    """Makes artifacts, or takes them from the cache; checks every file and hands it to the stage."""

    def __init__(self, cache: Cache, workers: Workers, base: str, stage: Stage | None) -> None:
        """Prepare.

        Args:
            cache: Keeps what was made.
            workers: Do what is to be done.
            base: Full address of the site, or empty.
            stage: Takes the files; without it they are only checked.
        """
        self._cache = cache
        self._workers = workers
        self._stage = stage
        self._base = f"{base.rstrip('/')}/" if base else ""
        self._links = LinkChecker(base)
        self._letters = FontChecker()
        self._faults: dict[str, Problem] = {}

    def write(self, artifacts: Iterable[Artifact]) -> None:
        """Stage artifacts: first those in the cache, then the others, the light ones while other processes work."""
        new = [(artifact, key) for artifact in artifacts if not self._repeat(key := artifact.key())]
        light = (item for item in new if item[0].light)
        heavy: dict[bytes, list[tuple[Artifact, str]]] = {}
        for artifact, key in new:
            if not artifact.light:
                heavy.setdefault(artifact.shared.digest, []).append((artifact, key))
        for group in heavy.values():
            given = (artifact.given() for artifact, _ in group)
            results = self._workers.map(Message("Rendering"), make, group[0][0].shared, given, len(group))
            for (_, key), made in zip(group, results, strict=True):
                self._bring(key, made)
                self._make(islice(light, 1))
        self._make(light)

    def _make(self, artifacts: Iterable[tuple[Artifact, str]]) -> None:
        for artifact, key in artifacts:
            self._bring(key, make(artifact.shared.value, artifact.given()))

    def add(self, path: str, data: bytes) -> None:
        """Stage a file that is cheaper to make than to keep in the cache."""
        (found,) = rows({path: data}, self._base)
        self._stage_file(path, data, found.digest)
        self._check(found)

    def copy(self, path: str, digest: str, read: Callable[[], bytes]) -> None:
        """Stage a copy of another file.

        Args:
            path: Where it goes.
            digest: SHA-256 of the other file.
            read: Reads that file.
        """
        self._check(FileRow(path, digest, NO_LINKS, ""))
        if self._stage and self._stage.has(path, digest):
            self._stage.keep(path)
        elif self._stage:
            self._stage.add(path, read())

    def join(self, file: JoinedFile) -> int:
        """Stage a file of the whole archive piece by piece; return its size, 0 for a site that is only checked."""
        self._check(FileRow(file.path, "", NO_LINKS, ""))
        made = joined.write(file, self._cache, self._stage) if self._stage else None
        return made.size if made else 0

    def pour(self, path: str, digest: str, pieces: Callable[[], Iterable[bytes]]) -> None:
        """Stage a copy of a file that may be too large for the memory; ``pieces`` reads it piece by piece."""
        self._check(FileRow(path, digest, NO_LINKS, ""))
        if self._stage and self._stage.has(path, digest):
            self._stage.keep(path)
        elif self._stage:
            self._stage.join(path, pieces())

    def report(self, origin: Origin, problems: Problems) -> None:
        """Report what is wrong with the site, when everything is written.

        Args:
            origin: Tells where a link of a page was written.
            problems: What is wrong is added.
        """
        problems.extend(self._faults.values())
        self._links.report(problems, self._faults, origin)
        self._letters.report(problems)

    def _repeat(self, key: str) -> bool:
        """Stage an artifact from the cache; return whether all of it was there."""
        rows = self._cache.take(f"{key}.rows", list[FileRow])
        if rows is None:
            return False
        self._cache.spare(key)
        stage = self._stage
        wanted = {found.path for found in rows if not stage.has(found.path, found.digest)} if stage else set()
        files = _unpacked(self._cache.get(f"{key}.files")) if wanted else {}
        if not wanted <= files.keys():
            return False
        for found in rows:
            if found.path in wanted:
                self._stage_file(found.path, files[found.path], found.digest)
            elif stage:
                stage.keep(found.path)
            self._check(found)
        return True

    def _bring(self, key: str, made: MadeFiles) -> None:
        """Stage what was made, and keep it when it is complete."""
        for found in made.rows:
            self._stage_file(found.path, made.files[found.path], found.digest)
            self._check(found)
        self._faults.update(made.faults)
        if not made.faults:
            if made.packed:
                self._cache.put(f"{key}.files", made.packed)
            self._cache.keep(f"{key}.rows", made.rows)

    def _stage_file(self, path: str, data: bytes, digest: str) -> None:
        if self._stage:
            self._stage.add(path, data, digest)

    def _check(self, found: FileRow) -> None:
        path = sys.intern(found.path)
        self._links.take(path, found.scan)
        if found.letters:
            self._letters.take(path, found.letters)


def make(theme: PageMaker, given: Given) -> MadeFiles:
    """Make the files of an artifact.

    Args:
        theme: What the artifact shares with others.
        given: From :meth:`Artifact.given`.
    """
    function, value, loaded, kept = given
    files: dict[str, bytes] = {}
    faults: dict[str, Problem] = {}
    for found in function(theme, value, loaded):
        problems = Problems()
        path, data = (found.path, theme.render(found, problems)) if isinstance(found, Page) else found
        if isinstance(data, bytes):
            files[path] = data
        faults.update((path, problem) for problem in ([data] if isinstance(data, Problem) else problems))
    packed = zlib.compress(values.encode(files), _FAST) if kept else b""
    return MadeFiles(files, rows(files, theme.base), packed, faults)


def rows(files: Mapping[str, bytes], base: str) -> list[FileRow]:
    """Return what the checks need to know of files.

    Args:
        files: Their bytes, by path.
        base: Full address of the site with ``/`` at its end, or empty.
    """
    scans = links.settled({path: links.scan(path, data, base) for path, data in files.items()})
    return [
        FileRow(path, hashlib.sha256(data).hexdigest(), scans[path], glyphs.letters(path, data))
        for path, data in files.items()
    ]


def _unpacked(packed: bytes | None) -> dict[str, bytes]:
    """Return files from what :func:`make` has packed; nothing when it is damaged."""
    with suppress(zlib.error):
        return (values.decode(zlib.decompress(packed), dict[str, bytes]) if packed else None) or {}
    return {}
