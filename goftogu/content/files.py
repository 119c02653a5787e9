"""From the disk to :class:`~goftogu.model.Source`: nothing else reads the files of ``content/``.

A file is taken only when it is a regular file that really lies in the project, holds strict UTF-8 and no character that
could not be shown or would turn the direction of what follows it. The bytes are kept as they are.
"""

from __future__ import annotations

import math
import os
import re
import stat
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path
from typing import Final

from goftogu import urls
from goftogu.model import Source
from goftogu.persian import folding
from goftogu.problems import Problem

INTERVIEWS: Final = "content/interviews"
RECEIVED: Final = "content/received"
CARD: Final = "content/card.png"

_ENDINGS: Final = {".md", ".txt"}
_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e\ufffe\uffff]")
_OPENS: Final = {"\u202a": "\u202c", "\u202b": "\u202c", "\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}
_DIRECTION: Final = re.compile("[\u202a-\u202c\u2066-\u2069]")
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_NOT_A_NAME: Final = re.compile(r"[\x00-\x1f\x7f/\\]|^\.")
_LARGEST: Final = 10_000_000
"""Bytes of a text file; an interview of a whole day has a million."""

_MOST_LETTERS: Final = 200
_LONGEST: Final = re.compile(rf"(?:[^\W_]|\u200c){{{_MOST_LETTERS + 1}}}")
"""What is longer than any word; hashes and keys have up to 128 signs."""

_RIGHTS: Final = "see to its rights"
_MARKS_OF_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")


def sources(root: Path) -> tuple[list[Source], list[Problem]]:
    """Read all transcripts of ``content/interviews/``, sorted by name.

    Args:
        root: The project's folder.

    Returns:
        The files that can be read, and what is wrong with the others. A file that is neither ``.md`` nor ``.txt`` is
        reported, so that none is left out unnoticed; names that begin with a dot are left alone.
    """
    found: list[Source] = []
    paths, problems = transcripts(root)
    for path in paths:
        source, faults = text(root / path, root)
        problems += faults
        found += [source] if source else []
    return found, sorted(problems, key=attrgetter("path"))


def transcripts(root: Path) -> tuple[list[str], list[Problem]]:
    """Return the paths of all transcripts, sorted, without reading any, and what is wrong with other names.

    Args:
        root: The project's folder.
    """
    names, problems = _listing(root)
    taken: dict[str, str] = {}
    faults = {path: _fault(path, taken) for path in (f"{INTERVIEWS}/{name}" for name in names)}
    return [path for path, fault in faults.items() if fault is None], [*problems, *filter(None, faults.values())]


def received(root: Path, name: str) -> tuple[bytes | None, list[Problem]]:
    """Read a file of ``content/received/`` as it came, whatever its encoding.

    Args:
        root: The project's folder.
        name: Its name, without any folder.
    """
    if _NOT_A_NAME.search(name) or not name:
        return None, [Problem(RECEIVED, 0, 0, "S005", f"“{name}” is not the name of a file", "give the name alone")]
    return _bytes(root / RECEIVED / name, root, f"{RECEIVED}/{name}")


def data(root: Path, path: str) -> tuple[bytes | None, list[Problem]]:
    """Read the bytes of a file of the project.

    Args:
        root: The project's folder.
        path: Relative to it, with ``/``.
    """
    return _bytes(root / path, root, path)


def card(root: Path) -> tuple[bytes | None, list[Problem]]:
    """Read the picture of the archive; an archive need not have one.

    Args:
        root: The project's folder.
    """
    if not (root / CARD).exists():
        return None, []
    data, problems = _bytes(root / CARD, root, CARD)
    if data is not None and not data.startswith(_PNG):
        return None, [Problem(CARD, 0, 0, "S002", "it is no PNG picture", "save the picture as PNG")]
    return data, problems


def text(path: Path, root: Path | None = None) -> tuple[Source | None, list[Problem]]:
    """Read one text file.

    Args:
        path: The file.
        root: The folder that it must not leave, also not by a symbolic link; paths in problems are relative to it.
            Without it the file may lie anywhere.
    """
    shown = _shown(path, root)
    data, problems = _bytes(path, root, shown, _LARGEST)
    if data is None:
        return None, problems
    try:
        decoded = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(shown, data, error)]
    decoded = decoded.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    problems += faults(shown, decoded)
    return (None if problems else Source(shown, data, decoded)), problems


def faults(shown: str, text: str) -> list[Problem]:
    """Return what a text may not hold: control characters, marks of direction that are not closed, endless words.

    Args:
        shown: Path for the problems.
        text: With newlines as line ends.
    """
    return [*_controls(shown, text), *_endless(shown, text)]


def place(text: str, offset: int) -> tuple[int, int]:
    """Return line and column, both from 1, of an offset into a text."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _listing(root: Path) -> tuple[list[str], list[Problem]]:
    try:
        return sorted(file.name for file in (root / INTERVIEWS).iterdir() if not file.name.startswith(".")), []
    except FileNotFoundError:
        return [], [Problem(INTERVIEWS, 0, 0, "S007", "the folder is missing", "make it and put the transcripts there")]
    except OSError as error:
        return [], [Problem(INTERVIEWS, 0, 0, "S002", f"the folder cannot be read: {error.strerror}", _RIGHTS)]


def _fault(path: str, taken: dict[str, str]) -> Problem | None:
    """Judge a name, and note its id among those that are taken."""
    stem, dot, ending = path.rpartition("/")[2].rpartition(".")
    if f"{dot}{ending}" not in _ENDINGS:
        return Problem(path, 0, 0, "S009", "only .md and .txt are read here", "rename it or move it elsewhere")
    if reason := urls.fault_of_id(stem):
        return Problem(path, 0, 0, "S004", f"“{stem}” cannot be part of an address: {reason}", "rename the file")
    first = taken.setdefault(folding.fold(stem).casefold(), path)
    if first == path:
        return None
    return Problem(path, 0, 0, "S006", f"its id reads like that of {first}", "keep one of them or rename it")


def _shown(path: Path, root: Path | None) -> str:
    if root is None:
        return path.as_posix()
    return Path(os.path.relpath(path, root)).as_posix()


def _bytes(path: Path, root: Path | None, shown: str, most: float = math.inf) -> tuple[bytes | None, list[Problem]]:
    if root is not None and os.path.realpath(path) != str(Path(os.path.realpath(root), shown)):
        hint = "put a copy of the file in its place"
        return None, [Problem(shown, 0, 0, "S005", "the path is a symbolic link or leaves the project", hint)]
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            return None, [Problem(shown, 0, 0, "S002", "it is not a regular file", "move it away")]
        if found.st_size > most:
            message = f"the file has {found.st_size:,} bytes, more than {most:,}"
            return None, [Problem(shown, 0, 0, "S010", message, "see whether it is a text; if it is, part it")]
        return path.read_bytes(), []
    except FileNotFoundError:
        return None, [Problem(shown, 0, 0, "S007", "the file is missing", "put it there, or correct its name")]
    except OSError as error:
        return None, [Problem(shown, 0, 0, "S002", f"the file cannot be read: {error.strerror}", _RIGHTS)]


def _not_utf8(shown: str, data: bytes, error: UnicodeDecodeError) -> Problem:
    before = data[data.rfind(b"\n", 0, error.start) + 1 : error.start]
    line, column = data.count(b"\n", 0, error.start) + 1, len(before.decode("utf-8", "replace")) + 1
    kind = "it is UTF-16" if data.startswith(_MARKS_OF_UTF16) else f"byte 0x{data[error.start]:02X} at {error.start}"
    return Problem(shown, line, column, "S001", f"the text is not UTF-8: {kind}", "save the file as UTF-8")


def _controls(shown: str, text: str) -> list[Problem]:
    problems = []
    if found := _CONTROL.search(text):
        problems.append(_control(shown, text, found.start(), "may not stand in a text"))
    if (start := next(_unclosed(text), None)) is not None:
        problems.append(_control(shown, text, start, "is not closed on its line"))
    return problems


def _endless(shown: str, text: str) -> Iterator[Problem]:
    if len(max(text.split(), key=len, default="")) <= _MOST_LETTERS:
        return
    if found := _LONGEST.search(text):
        message = "a word of more than 200 letters begins here"
        yield Problem(shown, *place(text, found.start()), "S010", message, "it is no word: take it out")


def _control(shown: str, text: str, offset: int, fault: str) -> Problem:
    return Problem(shown, *place(text, offset), "S003", f"U+{ord(text[offset]):04X} {fault}", "delete the character")


def _unclosed(text: str) -> Iterator[int]:
    """Yield the offsets of direction marks that are not closed on their line."""
    line, opened = 0, list[tuple[int, str]]()
    for found in _DIRECTION.finditer(text):
        if text.count("\n", line, found.start()):
            yield from (start for start, _ in opened)
            opened = []
        line = found.start()
        if found.group() in _OPENS:
            opened.append((found.start(), _OPENS[found.group()]))
        elif opened and opened[-1][1] == found.group():
            opened.pop()
    yield from (start for start, _ in opened)
