"""Publishing: from rendered bytes to ``output/``, all or nothing.

A :class:`Stage` takes every file of the new site, compares it with what is on the disk and puts only what differs
into a staging folder. Nothing of the old site changes before :meth:`Stage.commit`, which

1. writes a manifest that owns the old and the new files together,
2. moves the staged files into place, each by one rename, pages before the front page,
3. deletes what the old manifest owned and the new site has not,
4. writes the manifest of the new site.

So a build that is killed at any moment leaves every page whole, old or new, and the next build knows which files are
its own and finishes the work. A file that no manifest names is never deleted and never overwritten: when it is
where a page belongs, the build stops with a problem, unless it holds the very bytes of that page.
The manifest (``output/.manifest.sha256``) has the form that ``sha256sum --check`` reads, so that anybody can test a
copy of the site. It holds no date and no absolute path; it may be published.
Renames alone make a build safe against ``kill -9``. Against a loss of power only the manifest is flushed to the disk:
a page that was lost in the write cache differs from what the next build compares it with, and is written again.
"""

# Thousands of files go through here, and a call of pathlib costs as much as the system call below it.
# ruff: noqa: PTH103, PTH104, PTH108

from __future__ import annotations

import hashlib
import os
import shutil
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, NamedTuple, Self

from goftogu.locale.message import Message
from goftogu.problems import Problem, Problems
from goftogu.storage import files as storage_files
from goftogu.storage import manifest
from goftogu.storage.cache import Cache
from goftogu.storage.files import Poured
from goftogu.storage.fingerprints import Fingerprints

STAGING: Final = ".staging"


class Result(NamedTuple):
    """What a commit did, as paths of the site; ``torn`` when it was stopped among them, and some pages may be old."""

    written: tuple[str, ...] = ()
    unchanged: int = 0
    removed: tuple[str, ...] = ()
    torn: bool = False


class Stage:
    """The new site on its way into the output folder.

    Use it as a context manager. Leaving the context without :meth:`commit` throws the staged files away.

    Attributes:
        problems: Takes what goes wrong; every method adds to it, none raises for the state of the disk.
    """

    def __init__(self, output: Path, problems: Problems, known: Fingerprints | None = None) -> None:
        """Prepare to publish.

        Args:
            output: The folder of the site; made when missing. It may be a link; nothing below it is followed.
            problems: What goes wrong is added. An error among them forbids publishing.
            known: Fingerprints of the files in that folder; without them every file of the old site is read.
        """
        self._known = known or Fingerprints(Cache(None), output)
        self.problems = problems
        self._name = output.name
        self._root = os.path.realpath(output)
        self._lock: int | None = None
        self._closed = True
        self._damaged = self._begun = False
        self._old: dict[str, str] = {}
        self._new: dict[str, str] = {}
        self._changed: list[str] = []
        self._folded: set[str] = set()
        self._obstacles: dict[str, str] = {"": ""}
        self._folders: set[str] = set()

    def __enter__(self) -> Self:
        """Take the lock, clear away what a killed build left, read the manifest."""
        try:
            with self._disk():
                self._open()
        except BaseException:
            self.__exit__()
            raise
        if self._damaged:
            hint = Message("if W003 follows, empty the output folder")
            self._report("W006", manifest.NAME, Message("some lines cannot be read"), hint)
        return self

    def __exit__(self, *_: object) -> None:
        """Throw away what was not committed and release the lock."""
        if self._lock is not None:
            try:
                shutil.rmtree(self._at(STAGING), ignore_errors=True)
            finally:
                os.close(self._lock)

    def add(self, path: str, data: bytes, digest: str = "") -> None:
        """Take one file of the new site.

        Args:
            path: Relative to the output folder, with ``/``.
            data: Its content. It waits on the disk, not in memory.
            digest: Its SHA-256, when that is known.
        """
        with self._disk(path):
            if self._closed or self._refuse(path):
                return
            digest = self._new[path] = digest or hashlib.sha256(data).hexdigest()
            if not self._holds(path, digest):
                self._changed.append(path)
                if not self.problems.has_errors():
                    self._put(path, data)

    def join(self, path: str, pieces: Iterable[bytes]) -> Poured | None:
        """Take one file of the new site piece by piece, never in memory as a whole; ``None`` when it was not taken.

        Args:
            path: Relative to the output folder, with ``/``.
            pieces: Its content.
        """
        with self._disk(path):
            if not self._closed and not self._refuse(path):
                made = storage_files.pour(staged := self._staged(path), pieces)
                self._new[path] = made.digest
                if self._holds(path, made.digest):
                    os.unlink(staged)
                else:
                    self._changed.append(path)
                return made
        return None

    def has(self, path: str, digest: str) -> bool:
        """Tell whether the old site has a file.

        Args:
            path: Relative to the output folder, with ``/``.
            digest: SHA-256 of what it is to hold.
        """
        return self._old.get(path) == digest and self._known.holds(path, digest)

    def keep(self, path: str) -> None:
        """Take one file over from the old site, which :meth:`has` it."""
        if not self._refuse(path):
            self._new[path] = self._old[path]

    def site(self) -> str:
        """Return the digest of the new site's manifest; it identifies all files."""
        return manifest.digest(self._new)

    def size(self) -> int:
        """Return the bytes of the new site, all files together; before :meth:`commit`."""
        waiting = (f"{STAGING}/{path}" for path in self._changed)
        return sum(map(self._known.size, (*waiting, *self._new.keys() - set(self._changed))))

    def stands(self, site: str) -> bool:
        """Tell whether the old site is whole and the one of a digest from :meth:`site`."""
        return (
            not self._closed
            and not self._damaged
            and manifest.digest(self._old) == site
            and all(self._known.holds(path, digest) for path, digest in self._old.items())
        )

    def commit(self) -> Result:
        """Put the new site in place of the old one.

        Returns:
            What was done; nothing when there is an error among the problems.
        """
        if self.problems.has_errors():
            return Result()
        removed = tuple(sorted(self._old.keys() - self._new.keys()))
        if self._changed or self._damaged or self._old != self._new:
            with self._disk():
                self._replace(removed)
        if self.problems.has_errors():
            return Result(torn=self._begun)
        for path in self._changed:
            self._known.note(path, self._new[path])
        self._known.save()
        return Result(tuple(self._changed), len(self._new) - len(self._changed), removed)

    def _open(self) -> None:
        os.makedirs(self._root, exist_ok=True)
        self._lock = storage_files.lock(self._root)
        with suppress(FileNotFoundError):
            shutil.rmtree(self._at(STAGING))
        self._old, self._damaged = manifest.read_manifest(self._at(manifest.NAME))
        self._closed = False

    def _replace(self, removed: tuple[str, ...]) -> None:
        if not self._new.keys() <= self._old.keys():
            self._write_manifest({**self._old, **self._new})
        self._begun = True
        if self._changed:
            self._move("")
        for path in removed:
            self._remove(path)
        if self._damaged or self._old != self._new:
            self._write_manifest(self._new)

    def _refuse(self, path: str) -> bool:
        """Report a path that cannot be published."""
        folded = path.casefold()
        if manifest.UNSAFE.search(path):
            self._report("W005", path, Message("the path is not one of a page"), Message("rename what it is made from"))
        elif folded in self._folded:
            message = Message("another page has this address (capitals do not count)")
            self._report("W004", path, message, Message("rename one of them"))
        elif obstacle := storage_files.obstacle(self._root, path.rpartition("/")[0], self._obstacles):
            message = Message("a folder of the site belongs here, but this is not a folder")
            self._report("W003", obstacle, message, Message("move it away"))
        else:
            self._folded.add(path if folded == path else folded)  # most are the same, and there are many
            return False
        return True

    def _holds(self, path: str, digest: str) -> bool:
        """Tell whether the old site has these bytes at a path; report a stranger that has others."""
        file = self._at(path)
        mode = storage_files.mode(file)
        if not mode:
            return False
        if stat.S_ISREG(mode):
            if digest == (self._known.digest(path) or hashlib.sha256(Path(file).read_bytes()).hexdigest()):
                return True
            if path in self._old:
                return False
        message = Message("this was not made by the build and differs from its page")
        self._report("W003", path, message, Message("move or delete it"))
        return False

    def _put(self, path: str, data: bytes, *, flush: bool = False) -> None:
        """Write one file of the staging folder."""
        storage_files.put(self._staged(path), data, flush=flush)

    def _staged(self, path: str) -> str:
        """Return where a file waits in the staging folder, whose folders are made."""
        storage_files.make_folders(self._at(STAGING), path.rpartition("/")[0], self._folders)
        return self._at(f"{STAGING}/{path}")

    def _move(self, folder: str) -> None:
        """Move what is staged in a folder into the site: folders before files, a new folder in one piece."""
        with os.scandir(self._at(f"{STAGING}/{folder}")) as found:
            entries = sorted((not entry.is_dir(follow_symlinks=False), entry.name) for entry in found)
        for is_file, name in entries:
            path = f"{folder}/{name}" if folder else name
            if is_file:
                storage_files.move(self._at(f"{STAGING}/{path}"), self._at(path))
            elif storage_files.mode(self._at(path)):
                self._move(path)
            else:
                os.rename(self._at(f"{STAGING}/{path}"), self._at(path))

    def _remove(self, path: str) -> None:
        """Delete a file of the old site and the folders that it leaves empty; spare what has taken its place."""
        folder, _, _ = path.rpartition("/")
        if storage_files.obstacle(self._root, folder, self._obstacles):
            return
        if stat.S_ISREG(storage_files.mode(self._at(path))):
            os.unlink(self._at(path))
        storage_files.remove_empty(self._root, folder)

    def _write_manifest(self, files: Mapping[str, str]) -> None:
        self._put(manifest.NAME, manifest.dump(files), flush=True)
        storage_files.move(self._at(f"{STAGING}/{manifest.NAME}"), self._at(manifest.NAME))
        storage_files.flush_folder(self._root)

    def _at(self, path: str) -> str:
        return f"{self._root}/{path}"

    @contextmanager
    def _disk(self, path: str = "") -> Iterator[None]:
        """Turn a failure of the disk into a problem, after which nothing more is taken."""
        try:
            yield
        except BlockingIOError:
            self._closed = True
            self._report("W002", "", Message("another build writes into this folder"), Message("wait until it is done"))
        except OSError as error:
            self._closed = True
            hint = storage_files.HINTS.get(error.errno or 0, Message("check the disk and build again"))
            self._report("W001", path or self._place(error), storage_files.reason(error), hint)

    def _place(self, error: OSError) -> str:
        name = str(error.filename or "").removeprefix(self._root).removeprefix(f"/{STAGING}").removeprefix("/")
        return "" if manifest.UNSAFE.search(name) else name

    def _report(self, code: str, path: str, message: Message, hint: Message) -> None:
        self.problems.add(Problem.of_file(f"{self._name}/{path}".rstrip("/"), code, message, hint))
