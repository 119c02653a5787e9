"""Where a command may write: never over the record, the templates or the program."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from goftogu.locale.message import Message
from goftogu.problems import Problem

_KEPT: Final = ("content", "templates")
_PROGRAM: Final = Path(__file__).parents[1]


def fault_of_folder(root: Path, folder: Path) -> Problem | None:
    """Return why a site cannot be written into a folder, or nothing.

    Args:
        root: The archive's folder.
        folder: Where its site is to go. It may be neither in nor above what is kept.
    """
    place = Path(os.path.realpath(folder))
    for kept in _kept(root):
        if place.is_relative_to(kept) or kept.is_relative_to(place):
            return _fault(folder, kept)
    return None


def fault_of_file(root: Path, file: Path) -> Problem | None:
    """Return why a report or an export cannot be written into a file or a folder, or nothing.

    Args:
        root: The archive's folder.
        file: What is to be written; it may not be in what is kept.
    """
    place = Path(os.path.realpath(file))
    kept = next((kept for kept in _kept(root) if place.is_relative_to(kept)), None)
    return None if kept is None else _fault(file, kept)


def _kept(root: Path) -> list[Path]:
    return [*(Path(os.path.realpath(root / name)) for name in _KEPT), Path(os.path.realpath(_PROGRAM))]


def _fault(given: Path, kept: Path) -> Problem:
    message = Message("the output would mix with {kept}, which is no output", kept=kept)
    return Problem.of_file(given.as_posix(), "S012", message, Message("give another folder, as output/"))
