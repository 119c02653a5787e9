"""Writes into the record: the one way for commands that make or change files of ``content/``.

A name is judged as a build would judge it, before anything is written. Then all files are written, or none: what was
there is put back when one of them cannot be written. No link is followed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from goftogu.content import files, identifiers
from goftogu.locale.message import Message
from goftogu.persian import folding
from goftogu.problems import Fault, Problem, Problems
from goftogu.storage import files as storage_files
from goftogu.storage.files import ChangedError, Sight

_TEXTS: Final = (".md", ".txt")
_CHECK: Final = Message("check its permissions and the free space; every file is as it was")


def fault_of_new(root: Path, name: str, but: str | None = None) -> Fault | None:
    """Return why no new interview can have an id: code, message and hint.

    Args:
        root: The project's folder.
        name: The id.
        but: Path of the one file that the interview replaces, or ``None``.
    """
    if reason := identifiers.fault_of_id(name):
        message = Message("“{name}” cannot be part of an address: {reason}", name=name, reason=reason)
        return "S004", message, Message("give another name")
    for path in (path for path in _taken(root) if path != but):
        stem = path.rpartition("/")[2].rpartition(".")[0]
        known = stem.rpartition(".")[0] if "/pages/" in path else stem
        if known == name:
            return "S008", Message("there is {path} already", path=path), Message("rename it, or give another name")
        if folding.fold(known).casefold() == folding.fold(name).casefold():
            message = Message("“{name}” reads like the id of {path}", name=name, path=path)
            return "S006", message, Message("give another name")
    return None


def put(root: Path, wanted: Mapping[str, bytes], problems: Problems, seen: Mapping[str, Sight] | None = None) -> bool:
    """Write files of the record, all of them or none.

    Args:
        root: The project's folder.
        wanted: Their bytes by path, relative to it.
        problems: Why nothing was written is added.
        seen: What :func:`goftogu.storage.files.look` saw of files when they were read; one that differs stays.

    Returns:
        Whether they were written.
    """
    linked = [path for path in wanted if _is_linked(root, path)]
    if linked:
        message = Message("the path is a symbolic link or leaves the project")
        hint = Message("put a copy of the file in its place")
        problems.extend(Problem.of_file(path, "S005", message, hint) for path in linked)
        return False
    try:
        write(root, wanted, seen)
    except ChangedError as error:
        path = Path(os.path.relpath(str(error), os.path.realpath(root))).as_posix()
        message = Message("another program has changed it in the meantime; every file is as it was")
        problems.add(Problem.of_file(path, "S016", message, Message("run the command again")))
        return False
    except OSError as error:
        path = _shown(root, error)
        message = Message("cannot be written: {reason}", reason=storage_files.reason(error))
        problems.add(Problem.of_file(path, "S016", message, _CHECK))
        return False
    return True


def write(root: Path, wanted: Mapping[str, bytes], seen: Mapping[str, Sight] | None = None) -> None:
    """Write files as a whole or not at all.

    Args:
        root: What their paths are relative to.
        wanted: Their bytes, in the order in which they are written.
        seen: See :func:`put`.

    Raises:
        OSError: When one of them cannot be written; those before it have been put back.
        ChangedError: When one of them is not what was seen; likewise.
    """
    before: dict[Path, bytes | None] = {}
    made = [folder for path in wanted for folder in _missing((root / path).parent)]
    try:
        for path, data in wanted.items():
            file = root / path
            before[file] = file.read_bytes() if file.exists() else None
            storage_files.write(file, data, seen=seen[path] if seen and path in seen else False)
    except BaseException:
        for file, old in before.items():
            with suppress(OSError):
                _put_back(file, old)
        for folder in made:
            with suppress(OSError):
                folder.rmdir()
        raise


def _put_back(file: Path, data: bytes | None) -> None:
    if data is None:
        file.unlink(missing_ok=True)
    elif file.read_bytes() != data:
        storage_files.write(file, data)


def _missing(folder: Path) -> Iterator[Path]:
    """Yield a folder and those above it that are not there, the innermost first."""
    while not folder.exists():
        yield folder
        folder = folder.parent


def _taken(root: Path) -> Iterator[str]:
    """Yield the paths of interviews and free pages, whose ids no other interview may have."""
    for folder, endings in ((files.INTERVIEWS, _TEXTS), ("content/pages", (".md",))):
        for file in sorted((root / folder).glob("*")):
            if file.name.endswith(endings):
                yield f"{folder}/{file.name}"


def _is_linked(root: Path, path: str) -> bool:
    """Tell whether a file, or a folder on the way to it, is a link; the project's folder itself may be one."""
    return os.path.realpath(root / path) != str(Path(os.path.realpath(root), path))


def _shown(root: Path, error: OSError) -> str:
    """Return the path of what could not be written, without the name of its first draft."""
    named = Path(str(error.filename or ""))
    name = named.name.removeprefix(".").removesuffix(".part") if named.name.endswith(".part") else named.name
    place = os.path.realpath(named.with_name(name)) if name else ""
    inner = os.path.relpath(place, os.path.realpath(root)) if place else ""
    return Path(place if inner.startswith("..") else inner).as_posix() if place else ""
