"""Lists of checksums: what a package was when it was installed, and which packages an archive has used.

The form is that of ``sha256sum``, one file a line, so that people can check it without Goftogu.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from goftogu.locale.message import Message
from goftogu.problems import Problem, Problems
from goftogu.storage import files as storage_files

NAME: Final = "SHA256SUMS"
LOCK: Final = "content/translation.lock"
_LINE: Final = re.compile(r"([0-9a-f]{64}) [ *](\S.*)")


def of_file(file: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal digits."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def of_folder(folder: Path) -> dict[str, str]:
    """Return the checksums of all files of a folder by their relative names, without the list itself."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != NAME)
    return {path.relative_to(folder).as_posix(): of_file(path) for path in files}


def read_checksums(file: Path, problems: Problems) -> dict[str, str]:
    """Read a list; one that is not there is empty."""
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return {}
    sums: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        if found := _LINE.fullmatch(line):
            sums[found[2]] = found[1]
        elif line.strip():
            hint = Message("64 hexadecimal digits, two blanks, a name")
            problems.add(Problem(str(file), number, 1, "A011", Message("the line is not a checksum"), hint))
    return sums


def write(file: Path, sums: Mapping[str, str]) -> None:
    """Write a list, as a whole or not at all.

    Raises:
        OSError: When it cannot be written.
    """
    storage_files.write(file, "".join(f"{digest}  {name}\n" for name, digest in sums.items()).encode())


def compare(lock: Path | None, name: str, digest: str, path: str, problems: Problems) -> bool:
    """Tell whether a file is what the lock says; a file that is not in the lock is welcome."""
    found = Problems()
    known = {} if lock is None else read_checksums(lock, found)
    if known.get(name, digest) != digest:
        message = Message("is not the {name} that this archive has used before", name=name)
        hint = Message("get the right file; if the new one is meant, delete its line in {lock}", lock=lock)
        found.add(Problem.of_file(path, "A011", message, hint))
    problems.extend(found)
    return not found


def add(lock: Path | None, name: str, digest: str) -> None:
    """Add a file to the lock, if it is not there yet.

    Raises:
        OSError: When the lock cannot be written.
    """
    if lock is not None and name not in (known := read_checksums(lock, Problems())):
        write(lock, dict(sorted({**known, name: digest}.items())))
