"""Digests of files that need not be read again while the file system says that nobody has touched them.

A stamp is what the file system knows of a file: size, time of the last change of its bytes, time of the last change of
what is known about it, and its number. The second time is the kernel's own; no program can set it back. So a file
with the stamp it had when it was read has the bytes it had, with one exception: a file that is changed twice within
one tick of the file system's clock. A stamp that was taken so soon after the change is therefore not kept, and the file
is read once more the next time.
"""

# Tens of thousands of files go through here, and a call of pathlib costs as much as the system call below it.
# ruff: noqa: PTH114, PTH123

from __future__ import annotations

import hashlib
import os
import re
import stat
import struct
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from goftogu.storage import names
from goftogu.storage.cache import Cache

_STAMP: Final = struct.Struct("<Qqqq")
_SECOND: Final = 1_000_000_000
_TICK: Final = _SECOND // 20
"""Longer than a tick of any kernel; a file system that counts in whole seconds may count in steps of two."""
_NOT_UTF8: Final = re.compile("[\ud800-\udfff]")
_UNREADABLE: Final = "/?"
_TRUSTED: Final = sys.platform != "win32"
"""Windows has no time that only the kernel sets; there every file is read."""


class Fingerprints:
    """The stamps and digests of the files in one folder."""

    def __init__(self, cache: Cache, folder: Path) -> None:
        """Recall the stamps of a folder.

        Args:
            cache: Where they are kept.
            folder: The folder; its real path is the key of its stamps.
        """
        self._cache = cache
        self._root = os.path.realpath(folder)
        name = hashlib.blake2b(os.fsencode(self._root), digest_size=10).hexdigest()
        self._name = f"stamps-{name}"
        self._known = cache.take(self._name, dict[str, bytes]) or {}
        self._changed = False
        self._used: set[str] = set()
        self._first: dict[str, str] = {}

    def first(self, path: str) -> str:
        """Return the digest that a file had when it was asked for first."""
        if path not in self._first:
            self._first[path] = self.digest(path)
        return self._first[path]

    def digest(self, path: str) -> str:
        """Return the SHA-256 of a file in hexadecimal digits, or an empty string when it is no regular file.

        Args:
            path: Relative to the folder, with ``/``. A link is not followed.
        """
        file = f"{self._root}/{path if path.isascii() else names.spelled(self._root, path)}"
        with suppress(OSError):
            now = os.lstat(file)
            if stat.S_ISREG(now.st_mode):
                self._used.add(path)
                stamp = _packed(now)
                known = self._known.get(path, b"")
                if known.startswith(stamp) and _TRUSTED:
                    return known[_STAMP.size :].hex()
                return self._read(path, file)
        return ""

    def holds(self, path: str, digest: str) -> bool:
        """Tell whether a file has a digest; quicker than to ask for it, when nobody has touched the file."""
        known = self._known.get(path)
        if known is not None and _TRUSTED and known[_STAMP.size :] == bytes.fromhex(digest):
            with suppress(OSError):
                if known.startswith(_packed(os.lstat(f"{self._root}/{path}"))):
                    self._used.add(path)
                    return True
        return self.digest(path) == digest

    def note(self, path: str, digest: str) -> None:
        """Take down the stamp of a file that was just written, with the digest of what was written."""
        with suppress(OSError):
            self._used.add(path)
            self._take(path, os.lstat(f"{self._root}/{path}"), bytes.fromhex(digest))

    def size(self, path: str) -> int:
        """Return the bytes of a file, without asking the file system where it is known; 0 when it is not there."""
        if found := self._known.get(path):
            size: int = _STAMP.unpack_from(found)[1]
            return size
        with suppress(OSError):
            return os.lstat(f"{self._root}/{path}").st_size
        return 0

    def save(self) -> None:
        """Keep the stamps of the files that were asked for."""
        if self._changed or len(self._used) != len(self._known):
            kept = {path: self._known[path] for path in sorted(self._used & self._known.keys()) if _is_utf8(path)}
            self._cache.keep(self._name, kept)
            self._changed = False

    def _read(self, path: str, file: str) -> str:
        with open(file, "rb") as stream:
            before = os.fstat(stream.fileno())
            digest = hashlib.file_digest(stream, "sha256")
            if _packed(os.fstat(stream.fileno())) == _packed(before):
                self._take(path, before, digest.digest())
        return digest.hexdigest()

    def _take(self, path: str, found: os.stat_result, digest: bytes) -> None:
        self._changed = self._known.pop(path, None) is not None or self._changed
        if _settled(found):
            self._known[path] = _packed(found) + digest
            self._changed = True


def _is_utf8(path: str) -> bool:
    """Tell whether a path can be kept; one that is not UTF-8 belongs to a file that is read anew."""
    return path.isascii() or not _NOT_UTF8.search(path)


def _settled(found: os.stat_result) -> bool:
    """Tell whether a further change would give another stamp."""
    whole_seconds = found.st_mtime_ns % _SECOND == 0
    age = time.time_ns() - max(found.st_mtime_ns, found.st_ctime_ns)
    return age > (3 * _SECOND if whole_seconds else _TICK)


def _packed(found: os.stat_result) -> bytes:
    return _STAMP.pack(found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def listing(root: str, folder: str) -> Iterator[str]:
    """Yield the paths of all files below a folder, in a fixed order; folders of tools (``__pycache__``) do not count.

    Args:
        root: What the paths are relative to.
        folder: A path below it, or an empty string.
    """
    return (path for path in everything(root, folder) if not path.endswith(("/", _UNREADABLE)))


def everything(root: str, folder: str) -> Iterator[str]:
    """Yield what :func:`listing` yields, and what else a build can find there.

    That is an empty folder, and one that is a link, with ``/`` at its end, and a folder that cannot be read.

    Args:
        root: What the paths are relative to.
        folder: A path below it, or an empty string.
    """
    place = f"{root}/{folder}"
    if os.path.islink(place):
        yield f"{folder}/"
    with _entries(place) as entries:
        if entries is None:
            yield f"{folder}{_UNREADABLE}"
        elif not entries:
            yield f"{folder}/"
        for name, is_folder in entries or ():
            path = f"{folder}/{name}" if folder else name
            if is_folder:
                yield from everything(root, path)
            else:
                yield path


@contextmanager
def _entries(folder: str) -> Iterator[list[tuple[str, bool]] | None]:
    """Yield what is in a folder; ``None`` when it cannot be read."""
    entries: list[tuple[str, bool]] | None
    try:
        with os.scandir(folder) as found:
            entries = sorted(
                (entry.name, entry.is_dir(follow_symlinks=False)) for entry in found if entry.name != "__pycache__"
            )
    except (FileNotFoundError, NotADirectoryError):
        entries = []
    except OSError:
        entries = None
    yield entries
