"""Unpacks the archive of a package, trusting nothing in it: neither names nor sizes, links nor checksums.

Only what the engine needs is written. An archive that holds anything outside its one folder is refused as a whole.
"""

from __future__ import annotations

import re
import shutil
import stat
import zipfile
import zlib
from pathlib import Path
from typing import Final

from goftogu.locale.message import Message
from goftogu.problems import Fault, Problem, Problems

LARGEST: Final = 2**30
"""Bytes that the files of a package may have together, unpacked. Argos packages have about a tenth of it."""
_MOST: Final = 1000
_ENCRYPTED: Final = 1
_WANTED: Final = re.compile(
    r"(metadata\.json|README\.md|LICENSE|(sentencepiece|bpe)\.model|model/[\w-]+\.(bin|json|txt))"
)
_DAMAGED: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError)
_START: Final = b"PK\x03\x04"
_AGAIN: Final = Message("download the package again")


def unpack(file: Path, folder: Path, problems: Problems) -> bool:
    """Unpack the one folder of an archive.

    Args:
        file: The archive.
        folder: Takes the place of the archive's folder; it is made here.
        problems: What forbids it is added.

    Returns:
        Whether it was unpacked.

    Raises:
        OSError: When the archive cannot be read or a file cannot be written.
    """
    with file.open("rb") as stream:
        start = stream.read(len(_START))
    try:
        with zipfile.ZipFile(file) as archive:
            fault = _fault(archive.infolist())
            if fault is None:
                _extract(archive, folder)
                return True
    except _DAMAGED as error:
        fault = "A001", Message("is not a zip archive"), Message("a package is an .argosmodel file")
        if start == _START:
            fault = "A002", Message("is cut off or damaged: {error}", error=error), _AGAIN
    problems.add(Problem.of_file(str(file), *fault))
    return False


def _fault(members: list[zipfile.ZipInfo]) -> Fault | None:
    """Return why members are not unpacked: code, message and hint."""
    size = sum(member.file_size for member in members)
    if size > LARGEST or len(members) > _MOST:
        message = Message(
            "unpacks to {count} files of {size:,} bytes, more than a package may have", count=len(members), size=size
        )
        return (
            "A004",
            message,
            Message("at most {most} files of {largest:,} bytes", most=_MOST, largest=LARGEST),
        )
    odd = next((member.filename for member in members if not _is_plain(member)), None)
    if odd is not None:
        return "A003", Message("holds {odd}, which is not a plain file in a folder", odd=repr(odd)), _AGAIN
    tops = sorted({member.filename.partition("/")[0] for member in members})
    if len(tops) != 1:
        holds = Message("holds {count} folders: {names}", count=len(tops), names=tops)
        message = holds if tops else Message("is empty")
        return "A003", message, Message("a package has exactly one folder")
    return None


def _is_plain(member: zipfile.ZipInfo) -> bool:
    kind = stat.S_IFMT(member.external_attr >> 16)
    parts = member.filename.removesuffix("/").split("/")
    inside = len(parts) > 1 or member.is_dir()
    named = all(part not in {"", ".", ".."} and "\\" not in part and ":" not in part for part in parts)
    return inside and named and kind in {0, stat.S_IFREG, stat.S_IFDIR} and not member.flag_bits & _ENCRYPTED


def _extract(archive: zipfile.ZipFile, folder: Path) -> None:
    folder.mkdir()
    (folder / "model").mkdir()
    for member in archive.infolist():
        name = member.filename.partition("/")[2]
        if _WANTED.fullmatch(name):
            with archive.open(member) as source, (folder / name).open("wb") as target:
                shutil.copyfileobj(source, target)
