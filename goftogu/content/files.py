"""Reads the files of ``content/`` as :class:`~goftogu.model.Source`.

A file is taken only when it is a regular file that is really in the project, holds strict UTF-8 and no character that
could not be shown or would turn the direction of what follows it. The bytes are kept as they are.
"""

from __future__ import annotations

import math
import os
import re
import stat
from collections.abc import Callable, Container
from pathlib import Path
from typing import Final

from goftogu.content import characters, identifiers, leftovers
from goftogu.locale.message import Message
from goftogu.model import Source
from goftogu.persian import folding
from goftogu.problems import Fault, Problem, Problems
from goftogu.storage import files as storage_files
from goftogu.storage import names

INTERVIEWS: Final = "content/interviews"
RECEIVED: Final = "content/received"
CARD: Final = "content/card.png"

_ENDINGS: Final = {".md", ".txt"}
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_HIDDEN: Final = re.compile(r"\.(?:md|txt|docx?|odt|rtf|html?)$", re.IGNORECASE)
_NOT_A_NAME: Final = re.compile(r"[\x00-\x1f\x7f/\\]|^\.")
LARGEST: Final = 10_000_000
"""Bytes of a text file; an interview of a whole day has a million."""

_RIGHTS: Final = Message("check its permissions")
_MARKS: Final = (
    (b"\xff\xfe\x00\x00", Message("it is UTF-32")),
    (b"\x00\x00\xfe\xff", Message("it is UTF-32")),
    (b"\xff\xfe", Message("it is UTF-16")),
    (b"\xfe\xff", Message("it is UTF-16")),
)
"""What a text of another encoding begins with; the longer ones come first."""

POINTER: Final = b"version https://git-lfs.github.com/spec/"
"""What Git LFS leaves in the place of a file."""

ELSEWHERE: Final = Message("Git LFS keeps this file elsewhere"), Message("run: git lfs pull")


def transcripts(root: Path, ignored: Callable[[str], bool], problems: Problems) -> list[str]:
    """Return the paths of all transcripts, sorted, without reading any.

    Args:
        root: The project's folder.
        ignored: Tells whether the archive wants a path to be left alone; see :mod:`goftogu.content.ignored`.
        problems: What is wrong with other names is added.
    """
    taken: dict[str, str] = {}
    paths = [f"{INTERVIEWS}/{name}" for name in _names(root, problems)]
    stems = {names.composed(path.rpartition("/")[2].rpartition(".")[0]) for path in paths}
    return [path for path in paths if not ignored(path) and _is_transcript(path, taken, stems, problems)]


def labelled(root: Path, ignored: Callable[[str], bool]) -> list[Path]:
    """Return the files that a command may edit all at once: labelled transcripts, whatever else is wrong with them.

    Args:
        root: The project's folder.
        ignored: Tells whether the archive wants a path to be left alone.
    """
    there = sorted((root / INTERVIEWS).glob("[!.]*.md"))
    return [file for file in there if not ignored(f"{INTERVIEWS}/{file.name}")]


def received(root: Path, name: str, problems: Problems) -> bytes | None:
    """Read a file of ``content/received/`` as it came, whatever its encoding.

    Args:
        root: The project's folder.
        name: Its name, without any folder.
        problems: What is wrong is added.
    """
    if _NOT_A_NAME.search(name) or not name:
        message = Message("“{name}” is not the name of a file", name=name)
        problems.add(Problem.of_file(RECEIVED, "S005", message, Message("give the name alone")))
        return None
    return _bytes(root / RECEIVED / name, root, f"{RECEIVED}/{name}", problems)


def data(root: Path, path: str, problems: Problems, most: float = math.inf) -> bytes | None:
    """Read the bytes of a file of the project.

    Args:
        root: The project's folder.
        path: Relative to it, with ``/``.
        problems: What is wrong is added.
        most: How many bytes it may have.
    """
    return _bytes(root / path, root, path, problems, most)


def card(root: Path, problems: Problems) -> bytes | None:
    """Read the picture of the archive; an archive need not have one.

    Args:
        root: The project's folder.
        problems: What is wrong is added.
    """
    if not (root / CARD).exists():
        return None
    picture = _bytes(root / CARD, root, CARD, problems)
    if picture is not None and not picture.startswith(_PNG):
        message = Message("it is not a PNG picture")
        problems.add(Problem.of_file(CARD, "S002", message, Message("save the picture as PNG")))
        return None
    return picture


def text(path: Path, problems: Problems, root: Path | None = None) -> Source | None:
    """Read one text file.

    Args:
        path: The file.
        problems: What is wrong is added.
        root: The folder that it must not leave, also not by a symbolic link; paths in problems are relative to it.
            Without it the file may be anywhere.
    """
    shown = _shown(path, root)
    data = _bytes(path, root, shown, problems, LARGEST)
    return None if data is None else decoded(shown, data, problems)


def decoded(shown: str, data: bytes, problems: Problems) -> Source | None:
    """Return the text of a file.

    Args:
        shown: Path of the file, as problems and the source name it.
        data: Its bytes.
        problems: What is wrong is added.
    """
    if len(data) > LARGEST:
        problems.add(Problem.of_file(shown, *too_large(len(data))))
        return None
    if data and not data.strip(b"\0"):
        hint = Message("take it from an earlier copy: this one was destroyed")
        problems.add(Problem.of_file(shown, "S002", Message("the file holds nothing but zeros"), hint))
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        problems.add(_not_utf8(shown, data, error))
        return None
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    faults = Problems()
    characters.check(shown, text, faults)
    problems.extend(faults)
    return None if faults else Source(shown, data, text)


def _names(root: Path, problems: Problems) -> list[str]:
    try:
        return sorted(file.name for file in (root / INTERVIEWS).iterdir() if not file.name.startswith("."))
    except FileNotFoundError:
        hint = Message("make it and put the transcripts there")
        problems.add(Problem.of_file(INTERVIEWS, "S007", Message("the folder is missing"), hint))
    except OSError as error:
        message = Message("the folder cannot be read: {reason}", reason=storage_files.reason(error))
        problems.add(Problem.of_file(INTERVIEWS, "S002", message, _RIGHTS))
    return []


def _is_transcript(path: str, taken: dict[str, str], stems: Container[str], problems: Problems) -> bool:
    """Check a name, and record its id as taken; ``stems`` are the names of all files of the folder."""
    stem, dot, ending = path.rpartition("/")[2].rpartition(".")
    if f"{dot}{ending}" not in _ENDINGS:
        fault = "S009", Message("only .md and .txt are read here"), _way_in(path)
    elif first := leftovers.original(stem, stems):
        fault = "S006", *leftovers.copied(first, stem)
    elif hidden := _HIDDEN.search(stem):
        message = Message("its name has two endings, and “{ending}” would be in its address", ending=hidden[0])
        meant = ".md" if hidden[0].lower() == ".md" else f".{ending}"
        fault = "S004", message, Message("rename it to {name}", name=f"{stem[: hidden.start()]}{meant}")
    elif reason := identifiers.fault_of_id(stem):
        message = Message("“{stem}” cannot be part of an address: {reason}", stem=stem, reason=reason)
        fault = "S004", message, Message("rename the file")
    elif (first := taken.setdefault(folding.fold(stem).casefold(), path)) != path:
        message = Message("its id reads like that of {first}", first=first)
        fault = "S006", message, Message("keep one of them or rename it")
    else:
        return True
    problems.add(Problem.of_file(path, *fault))
    return False


def _way_in(path: str) -> Message:
    """Return what to do with a file that is no transcript yet."""
    from goftogu.transcripts.formats import registry  # noqa: PLC0415  only a file in the wrong place needs it

    if leftovers.is_left(path.rpartition("/")[2]):
        return Message("delete it")
    stem, dot, ending = path.rpartition(".")
    if f"{dot}{ending.lower()}" in _ENDINGS:
        return Message("rename it to {name}", name=f"{stem.rpartition('/')[2]}.{ending.lower()}")
    return registry.way_in(path)


def _shown(path: Path, root: Path | None) -> str:
    if root is None:
        return path.as_posix()
    return Path(os.path.relpath(path, root)).as_posix()


def _bytes(path: Path, root: Path | None, shown: str, problems: Problems, most: float = math.inf) -> bytes | None:
    if root is not None and (spelling := names.spelled(root, shown)) != shown:
        path, shown = root / spelling, spelling
    try:
        fault = _fault(path, root, shown, most)
        if fault is None:
            data = path.read_bytes()
            if not data.startswith(POINTER):
                return data
            fault = "S002", *ELSEWHERE
    except FileNotFoundError:
        fault = "S007", Message("the file is missing"), Message("put it there, or correct its name")
    except OSError as error:
        fault = "S002", Message("the file cannot be read: {reason}", reason=storage_files.reason(error)), _RIGHTS
    problems.add(Problem.of_file(shown, *fault))
    return None


def _fault(path: Path, root: Path | None, shown: str, most: float) -> Fault | None:
    """Return why a file is not to be read: code, message and hint."""
    if root is not None and (path.is_symlink() or os.path.realpath(path) != str(Path(os.path.realpath(root), shown))):
        message = Message("the path is a symbolic link or leaves the project")
        return "S005", message, Message("put a copy of the file in its place")
    return unfit(path.stat(), most)


def unfit(found: os.stat_result, most: float = LARGEST) -> Fault | None:
    """Return why a file is not to be read, whatever its path is and whatever is in it.

    Args:
        found: What the system says of it.
        most: How many bytes it may have.
    """
    if not stat.S_ISREG(found.st_mode):
        return "S002", Message("it is not a regular file"), Message("move it away")
    return too_large(found.st_size) if found.st_size > most else None


def too_large(size: int) -> Fault:
    """Return what is wrong with a text of some bytes, more than any has."""
    message = Message("the file has {size:,} bytes, more than {largest:,}", size=size, largest=LARGEST)
    return "S010", message, Message("check that it is a text; if it is, split it")


def _not_utf8(shown: str, data: bytes, error: UnicodeDecodeError) -> Problem:
    before = data[data.rfind(b"\n", 0, error.start) + 1 : error.start]
    line, column = data.count(b"\n", 0, error.start) + 1, len(before.decode("utf-8", "replace")) + 1
    byte = Message("byte {byte} at {offset:,}", byte=f"0x{data[error.start]:02X}", offset=error.start)
    kind, hint = _kind(shown, data) or (byte, Message("save the file as UTF-8"))
    return Problem(shown, line, column, "S001", Message("the text is not UTF-8: {kind}", kind=kind), hint)


def _kind(shown: str, data: bytes) -> tuple[Message, Message] | None:
    """Return what bytes are that are no UTF-8, and what to do with them, as far as their beginning tells."""
    from goftogu.transcripts.formats import registry  # noqa: PLC0415  only a file of the wrong kind needs it

    mark = next((name for start, name in _MARKS if data.startswith(start)), None)
    return (mark, Message("save the file as UTF-8")) if mark else registry.kind(data, shown)
