"""Names of files that are one name to a reader: «آ» is one character on some systems and two on others."""

from __future__ import annotations

import os
import re
import shlex
import unicodedata
from functools import lru_cache
from typing import Final

# Every file of a build may be asked for here, and a call of pathlib costs as much as the system call below it.
# ruff: noqa: PTH116, PTH208

_WINDOWS: Final = os.name == "nt"
_BARE: Final = re.compile(r"[\w@+=:,./\\~-]+")


def typed(path: str) -> str:
    """Return a path as one types it at a terminal: quoted if it has to be, on Windows as is right there."""
    if _WINDOWS:
        return path if _BARE.fullmatch(path) else f'"{path}"'
    return shlex.quote(path)


def composed(name: str) -> str:
    """Return a name in the form in which names are compared (NFC)."""
    return name if name.isascii() else unicodedata.normalize("NFC", name)


def spelled(root: str | os.PathLike[str], path: str) -> str:
    """Return a path with the name of its file as the disk has it, where that differs from it in its bytes alone.

    Args:
        root: The folder that the path is relative to.
        path: With ``/``; it comes back as it is when there is such a file, and when there is none at all.
    """
    if path.isascii() or os.path.lexists(os.path.join(root, path)):  # noqa: PTH118
        return path
    folder, _, name = path.rpartition("/")
    place = os.path.join(root, folder)  # noqa: PTH118
    try:
        found = _names(place, os.stat(place).st_mtime_ns)
    except OSError:
        return path
    return f"{folder}/{found.get(composed(name), name)}".removeprefix("/")


@lru_cache(maxsize=16)
def _names(folder: str, _: int) -> dict[str, str]:
    """Return the names in a folder whose bytes are not those of the form in which names are compared."""
    return {composed(name): name for name in os.listdir(folder) if composed(name) != name}
