"""Reads translation memories from the disk, from bytes and from text."""

from __future__ import annotations

from pathlib import Path

import polib

from goftogu.content import files as content_files
from goftogu.model import Language
from goftogu.problems import Problems
from goftogu.storage import files, names
from goftogu.translation.memory import po
from goftogu.translation.memory.memory import Memory


def parse(text: str, path: str, problems: Problems) -> Memory | None:
    """Read a memory from the text of its PO file.

    Args:
        text: The whole file.
        path: The file; its name without the ending is the id of the interview.
        problems: What is wrong is added.

    Returns:
        The memory, or ``None`` when the file cannot be used.
    """
    file = po.parse(text.removeprefix("\ufeff").replace("\r\n", "\n"), path, problems)
    return None if file is None else _memory(path, file)


def _memory(path: str, file: polib.POFile | None = None) -> Memory:
    """Return the memory of a path: its folder names the language, its name the interview."""
    language = Language.FA if Path(path).parent.name == Language.FA else Language.EN
    return Memory(Path(path).stem, file, language)


def read_memory(root: Path, path: str, problems: Problems) -> Memory | None:
    """Read a memory from the disk; a file that is not there gives an empty memory.

    Args:
        root: The project's folder.
        path: The PO file, relative to it.
        problems: What is wrong is added.

    Returns:
        The memory, or ``None`` when the file cannot be used.
    """
    if not is_there(root, path):
        return _memory(path)
    data = content_files.data(root, path, problems, content_files.LARGEST)
    return None if data is None else of(path, data, problems)


def is_there(root: Path, path: str) -> bool:
    """Tell whether a project has anything at the path of a memory."""
    return bool(files.mode(str(root / names.spelled(root, path))))


def of(path: str, data: bytes | None, problems: Problems) -> Memory | None:
    """Return the memory that some bytes hold.

    Args:
        path: The PO file, relative to the project.
        data: Its bytes; without them the memory is empty.
        problems: What is wrong is added.

    Returns:
        The memory, or ``None`` when the bytes cannot be used.
    """
    if data is None:
        return _memory(path)
    source = content_files.decoded(path, data, problems)
    found = None if source is None else parse(source.text, path, problems)
    if found is not None:
        found.came_from(data)
    return found
