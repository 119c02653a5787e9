"""Where the word lists of `hazm <https://github.com/roshan-research/hazm>`_ (MIT) are.

Importing hazm imports a dozen packages that this program does not need and does not install. Its lists are plain files,
so they are read from the package's folder, and hazm itself is never imported. Both hazm 0.10 and 0.12 ship the same
files, so every Python gets the same words.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path


def path(name: str) -> Path:
    """Return where a data file of hazm is, as ``words.dat``.

    Raises:
        ModuleNotFoundError: hazm is not installed.
    """
    found = importlib.util.find_spec("hazm")
    if found is None or not found.submodule_search_locations:
        message = "hazm is not installed: the program needs its lists of Persian words"
        raise ModuleNotFoundError(message, name="hazm")
    return Path(found.submodule_search_locations[0]) / "data" / name


def lines(name: str) -> list[str]:
    """Return the lines of a data file of hazm.

    Raises:
        ModuleNotFoundError: hazm is not installed.
    """
    return path(name).read_text(encoding="utf-8").splitlines()
