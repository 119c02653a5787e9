"""Finds the archive that a command is about: in a folder that is named, or around the current one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from goftogu.locale.message import Message
from goftogu.problems import Problem

SETTINGS: Final = "content/site.toml"
_CONTENT: Final = "content"
_MAKE: Final = Message("make one: {goftogu} init FOLDER")


@dataclass(frozen=True, slots=True)
class Location:
    """An archive that was found around a folder.

    Attributes:
        steps: How many folders up it is from there; 0 for that folder itself.
        root: Its folder.
        outer: The nearest other archive that it lies in, or ``None``.
    """

    steps: int
    root: Path
    outer: Path | None


def around(folder: Path) -> Location | None:
    """Return the nearest archive that a folder is, or lies in.

    Args:
        folder: An absolute path.
    """
    found = list(_archives(folder))
    if not found:
        return None
    steps, root = found[0]
    return Location(steps, root, found[1][1] if len(found) > 1 else None)


def holds_content(folder: Path) -> bool:
    """Tell whether a folder has the folder that every archive has."""
    return (folder / _CONTENT).is_dir()


def fault(root: Path, *, whole: bool) -> Problem | None:
    """Return why a folder that was named cannot be an archive's, or nothing.

    Args:
        root: The folder.
        whole: It must hold an archive; else it is enough that it is a folder.
    """
    shown = root.as_posix()
    if not root.exists():
        return Problem.of_file(
            shown, "S012", Message("there is no such folder"), Message("correct --root, or {make}", make=_MAKE)
        )
    if not root.is_dir():
        return Problem.of_file(
            shown, "S012", Message("it is not a folder"), Message("give the folder that holds content/")
        )
    if whole and not holds_content(root):
        outer = around(root.resolve())
        hint = Message("the nearest one is {root}", root=outer.root) if outer else _MAKE
        return Problem.of_file(shown, "S012", Message("there is no archive in this folder: it has no content/"), hint)
    return None


def missing(folder: Path) -> Problem:
    """Return the problem of a folder that neither is an archive nor lies in one."""
    message = Message(
        "there is no archive here: neither this folder nor one above it holds {settings}", settings=SETTINGS
    )
    return Problem.of_file(str(folder), "S012", message, Message("give its folder: --root DIR; or {make}", make=_MAKE))


def _archives(folder: Path) -> Iterator[tuple[int, Path]]:
    for steps, place in enumerate((folder, *folder.parents)):
        if (place / SETTINGS).is_file():
            yield steps, place
