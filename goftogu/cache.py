"""A store for what is dear to compute: content in, bytes out, under ``.cache/``.

The name of an entry is a digest of everything that its value depends on: the kind of value, the code of this package,
the versions of all others, the Python that runs it, and the input. So there is nothing to invalidate: other code or
other input is another entry. An entry that is damaged or cannot be read is one that is not there, and one that cannot
be written is no loss.

The store may be deleted at any time. No file of the site may depend on whether it was there.
"""

# Thousands of entries are asked for, and a call of pathlib costs as much as the system call below it.
# ruff: noqa: PTH105, PTH110, PTH123, PTH208

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Final

from goftogu import disk

_CHECKSUM_SIZE: Final = 16
_PACKAGE: Final = Path(__file__).parent


def key(kind: str, *inputs: str | bytes) -> str:
    """Return the name of an entry.

    Args:
        kind: What is computed (``reading``); a word for a file name.
        inputs: All that the value depends on besides the code of this package and of the others that are installed:
            texts, settings, names of files.
    """
    digest = hashlib.blake2b(_code_version(), digest_size=20)
    for part in inputs:
        data = part.encode() if isinstance(part, str) else part
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return f"{kind}-{digest.hexdigest()}"


class Cache:
    """The entries in one folder, which belongs to the cache alone."""

    def __init__(self, folder: Path | None) -> None:
        """Open a cache.

        Args:
            folder: Made when the first entry is written; without it nothing is kept.
        """
        self._folder = folder or Path(os.devnull)
        self._used: set[str] = set()

    def get(self, name: str) -> bytes | None:
        """Return the value of an entry, or ``None``.

        Args:
            name: From :func:`key`.
        """
        try:
            with open(f"{self._folder}/{name}", "rb") as stream:
                packed = stream.read()
        except OSError:
            return None
        checksum, data = packed[:_CHECKSUM_SIZE], packed[_CHECKSUM_SIZE:]
        if checksum != _checksum(name, data):
            return None
        self._used.add(name)
        return data

    def put(self, name: str, data: bytes) -> bool:
        """Keep a value; return whether the disk has taken it.

        Args:
            name: From :func:`key`.
            data: The value.
        """
        part = f"{self._folder}/.{name}.{os.getpid()}.part"
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            disk.write(part, _checksum(name, data) + data)
            os.replace(part, f"{self._folder}/{name}")
            self._used.add(name)
            return True
        return False

    def spare(self, name: str) -> None:
        """Keep an entry, and those whose names begin with its name and a dot, from :meth:`prune`."""
        self._used.add(name)

    def has(self, name: str) -> bool:
        """Tell whether there is an entry, without reading it, and spare it from :meth:`prune`."""
        self._used.add(name)
        return os.path.exists(f"{self._folder}/{name}")

    def prune(self) -> None:
        """Delete the entries that nobody has asked for since the cache was opened, and what killed builds left."""
        with suppress(OSError):
            for path in self._folder.iterdir():
                if path.name not in self._used and path.name.partition(".")[0] not in self._used:
                    path.unlink()


def _checksum(name: str, data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_CHECKSUM_SIZE, key=name.encode()[:64]).digest()


@cache
def _code_version() -> bytes:
    """Return a digest of every file of this package, read anew in each run: a few milliseconds buy certainty."""
    digest = hashlib.blake2b(sys.version.encode(), digest_size=20)
    digest.update("\n".join(_installed()).encode())
    for path in sorted(_PACKAGE.rglob("*")):
        if "__pycache__" not in path.parts and path.is_file():
            data = path.read_bytes()
            digest.update(b"%b:%d:" % (path.relative_to(_PACKAGE).as_posix().encode(), len(data)))
            digest.update(data)
    return digest.digest()


def _installed() -> list[str]:
    """Return the names of the folders that tell names and versions of the packages that this Python can import."""
    found: list[str] = []
    for folder in sys.path:
        if folder.endswith(("site-packages", "dist-packages")):
            with suppress(OSError):
                found += (name for name in os.listdir(folder) if name.endswith("-info"))
    return sorted(found)
