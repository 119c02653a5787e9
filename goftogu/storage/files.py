"""The file layer of everything that writes: whole files, fixed modes, a lock that cannot go stale.

Paths are plain strings here: a build handles thousands of them, and :mod:`pathlib` would cost as much as the system
calls.
"""

# Thousands of files go through here, and a call of pathlib costs as much as the system call below it.
# ruff: noqa: PTH101, PTH102, PTH103, PTH105, PTH106, PTH108, PTH116, PTH118, PTH123

from __future__ import annotations

import errno
import hashlib
import os
import stat
import sys
import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from importlib import import_module
from typing import Final, Literal, NamedTuple

from goftogu.locale.message import Message, verbatim

if sys.platform != "win32":  # pragma: no branch
    import fcntl

PATIENCE: Final = (0.05, 0.1, 0.2, 0.4) if sys.platform == "win32" else ()
"""Seconds to wait before each new try to replace a file."""

_FILE_MODE = 0o644
_FOLDER_MODE = 0o755
_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
"""How a file is opened for writing; only Windows needs to be told to keep line breaks."""

HINTS: Final = {
    errno.ENOSPC: Message("free some space on the disk; what was there is kept"),
    errno.EDQUOT: Message("free some space on the disk; what was there is kept"),
    errno.EACCES: Message("make the folder and what is in it writable for yourself"),
    errno.EPERM: Message("make the folder and what is in it writable for yourself"),
    errno.EROFS: Message("make the folder writable, or give another one with --output"),
    errno.ENAMETOOLONG: Message("give the file in content/ a shorter name"),
}
"""What to do about a failure of the disk, by its number."""

_REASONS: Final = {
    errno.EACCES: Message("Permission denied"),
    errno.EADDRINUSE: Message("Address already in use"),
    errno.ECONNREFUSED: Message("Connection refused"),
    errno.EDQUOT: Message("Disk quota exceeded"),
    errno.EEXIST: Message("File exists"),
    errno.EIO: Message("Input/output error"),
    errno.EISDIR: Message("Is a directory"),
    errno.ENAMETOOLONG: Message("File name too long"),
    errno.ENOENT: Message("No such file or directory"),
    errno.ENOSPC: Message("No space left on device"),
    errno.ENOTDIR: Message("Not a directory"),
    errno.ENOTEMPTY: Message("Directory not empty"),
    errno.EPERM: Message("Operation not permitted"),
    errno.EROFS: Message("Read-only file system"),
    errno.ETIMEDOUT: Message("Connection timed out"),
}


def reason(error: OSError) -> Message:
    """Return what went wrong in the words of the operating system; the usual reasons have a Persian."""
    return _REASONS.get(error.errno or 0) or verbatim(error.strerror or error)


def mode(file: str) -> int:
    """Return the mode of what is at a path, as :mod:`stat` knows it, without following a link; 0 for nothing."""
    try:
        return os.lstat(file).st_mode
    except FileNotFoundError:
        return 0


Sight = tuple[int, int, int, int] | None
"""What the file system knows of a file that was looked at; ``None`` for no file."""


class ChangedError(Exception):
    """Somebody else has written a file since it was looked at."""


def look(file: str | os.PathLike[str]) -> Sight:
    """Look at a file, so that :func:`write` can tell whether it is still the same."""
    try:
        found = os.stat(file)
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def write(file: str | os.PathLike[str], data: bytes, *, seen: Sight | Literal[False] = False) -> None:
    """Write a file as a whole or not at all: beside its place, down to the disk, and then into its place.

    A link is followed, and a file keeps the rights that it had. Folders above it are made.

    Args:
        file: Its path.
        data: Its content.
        seen: What :func:`look` has seen; a file that differs from it is left as it is.

    Raises:
        ChangedError: When the file differs from what was seen.
        OSError: When it cannot be written. What was there is still there.
    """
    place = os.path.realpath(file)
    folder, name = os.path.split(place)
    part, rights = os.path.join(folder, f".{name}.part"), stat.S_IMODE(mode(place))
    os.makedirs(folder, exist_ok=True)
    try:
        put(part, data, flush=True)
        if rights:
            os.chmod(part, rights)
        if seen is not False and look(place) != seen:
            raise ChangedError(place)
        move(part, place)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(part)
    flush_folder(folder)


def move(source: str, target: str) -> None:
    """Put a file in the place of another.

    On Windows a file that somebody else has open cannot be replaced. Virus scanners and indexers open new files for a
    moment, so it is tried again for most of a second.

    Raises:
        OSError: When it cannot be done.
    """
    for wait in PATIENCE:
        try:
            return os.replace(source, target)
        except PermissionError:
            time.sleep(wait)
    return os.replace(source, target)


def put(file: str, data: bytes, *, flush: bool) -> None:
    """Write a new file of a folder that nobody reads yet, readable by everybody.

    Args:
        file: Its path; the folder exists.
        data: Its content.
        flush: Wait until the bytes are on the disk, for what must survive a loss of power.
    """
    descriptor = os.open(file, _NEW, _FILE_MODE)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        if flush:
            os.fsync(descriptor)
    finally:
        os.close(descriptor)
    os.chmod(file, _FILE_MODE)


class Poured(NamedTuple):
    """What is known of a file that was written piece by piece: its SHA-256 and its size in bytes."""

    digest: str
    size: int


def pour(file: str, pieces: Iterable[bytes]) -> Poured:
    """Write a new file as :func:`put` does, piece by piece.

    Args:
        file: Its path; the folder exists.
        pieces: Its content.
    """
    found, size = hashlib.sha256(), 0
    with open(os.open(file, _NEW, _FILE_MODE), "wb") as opened:
        for piece in pieces:
            found.update(piece)
            size += opened.write(piece)
    os.chmod(file, _FILE_MODE)
    return Poured(found.hexdigest(), size)


def make_folders(root: str, folder: str, known: set[str]) -> None:
    """Make a folder below another one, with all between them.

    Args:
        root: The other one; made, too.
        folder: Relative to it, with ``/``; empty for itself.
        known: The folders that were made before; what is made is added.
    """
    if folder not in known:
        if folder:
            make_folders(root, folder.rpartition("/")[0], known)
        make_folder(f"{root}/{folder}")
        known.add(folder)


def obstacle(root: str, folder: str, known: dict[str, str]) -> str:
    """Return the part of a folder's path at which there is something other than a folder, or an empty string.

    Args:
        root: The folder that it is below.
        folder: Relative to it, with ``/``.
        known: What was found before, with an entry for the root (``""``); what is found is added.
    """
    found = known.get(folder)
    if found is None:
        found = obstacle(root, folder.rpartition("/")[0], known)
        if not found and (there := mode(f"{root}/{folder}")) and not stat.S_ISDIR(there):
            found = folder
        known[folder] = found
    return found


def remove_empty(root: str, folder: str) -> None:
    """Remove a folder and those above it, up to another one that stays, as far as they are empty."""
    with suppress(OSError):
        while folder:
            with suppress(FileNotFoundError):
                os.rmdir(f"{root}/{folder}")
            folder = folder.rpartition("/")[0]


def make_folder(folder: str) -> None:
    """Make a folder that everybody may enter, whatever the umask says."""
    os.mkdir(folder)
    os.chmod(folder, _FOLDER_MODE)


def flush_folder(folder: str) -> None:
    """Wait until the names in a folder are on the disk; Windows has no way to ask for it."""
    if sys.platform != "win32":  # pragma: no branch
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def lock(folder: str) -> int:
    """Lock a folder until the returned descriptor is closed or the process ends, however it ends.

    The lock is the kernel's, so none can go stale. Windows cannot lock a folder: there it is the lock of an empty file
    among the temporary ones, which is named after the folder.

    Raises:
        BlockingIOError: When somebody else holds the lock.
    """
    if sys.platform == "win32":  # pragma: no cover
        return lock_beside(folder)
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


def lock_beside(folder: str) -> int:
    """Lock a folder as :func:`lock` does on Windows."""
    named = hashlib.sha256(os.path.normcase(os.path.realpath(folder)).encode(errors="surrogatepass")).hexdigest()
    descriptor = os.open(os.path.join(tempfile.gettempdir(), f"goftogu-{named}.lock"), os.O_RDWR | os.O_CREAT)
    windows = import_module("msvcrt")
    try:
        windows.locking(descriptor, windows.LK_NBLCK, 1)
    except OSError as error:
        os.close(descriptor)
        raise BlockingIOError(errno.EAGAIN, "the folder is locked") from error
    return descriptor
