"""The files of ``content/media/``: which there are, and whether each of them is named by somebody.

Pictures and recordings are kept there, without folders. Whoever reads a name of such a file in what an author wrote
takes it down as a :class:`~goftogu.model.MediaMention`; what such a file holds is looked at elsewhere.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from goftogu.content import identifiers, leftovers
from goftogu.locale.message import Message
from goftogu.model import MediaMention
from goftogu.persian import folding
from goftogu.problems import Fault, Problem, Problems, did_you_mean
from goftogu.storage import files as storage_files

FOLDER: Final = "content/media"


def read_folder(root: Path, ignored: Callable[[str], bool], problems: Problems) -> dict[str, str]:
    """Return the path of each file by its name; without the folder there are none.

    Args:
        root: The project's folder.
        ignored: Tells whether the archive wants a path to be left alone. Names that begin with a dot are, too.
        problems: What is wrong with a name is added.

    Returns:
        Paths relative to the project, by names in the composed form of Unicode (NFC), sorted. What cannot be published
        under its name is left out.
    """
    taken: dict[str, str] = {}
    found: dict[str, str] = {}
    for entry in _entries(root, problems):
        path = f"{FOLDER}/{entry.name}"
        if ignored(path):
            continue
        if fault := _fault(entry, taken):
            problems.add(Problem.of_file(path, *fault))
        else:
            found[composed(entry.name)] = path
    return found


def path(name: str) -> str:
    """Return the path of a file of the folder, relative to the project."""
    return f"{FOLDER}/{name}"


def composed(name: str) -> str:
    """Return a name in the form in which names are compared: some systems keep «آ» as two characters."""
    return unicodedata.normalize("NFC", name)


def fault_of_name(name: str) -> Fault | None:
    """Say why a name cannot be that of a file of the folder: code, message and hint."""
    if name in {"", ".", ".."} or "/" in name or "\\" in name:
        message = Message("“{name}” is not the name of a file in {folder}", name=name, folder=f"{FOLDER}/")
        return "S005", message, Message("put a copy of the file there, and give its name alone")
    return None


def check(there: Mapping[str, str], mentions: Iterable[MediaMention], problems: Problems) -> None:
    """Report files that are named and missing, and files that nobody names.

    Args:
        there: The files, from :func:`read_folder`.
        mentions: Every name that an author wrote, with its place.
        problems: What is wrong is added. When something could not be read, a file may be named there, so that none is
            called unused.
    """
    whole = not problems.has_errors()
    named = set()
    for mention in mentions:
        named.add(composed(mention.file))
        if fault := _missing(mention.file, there):
            problems.add(Problem(*mention.place, *fault))
    if whole:
        problems.extend(_unused(there[name]) for name in there if name not in named)


def _entries(root: Path, problems: Problems) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(root / FOLDER) as found:
            yield from sorted(
                (entry for entry in found if not entry.name.startswith(".")), key=lambda entry: entry.name
            )
    except FileNotFoundError:
        return
    except OSError as error:
        message = Message("the folder cannot be read: {reason}", reason=storage_files.reason(error))
        problems.add(Problem.of_file(FOLDER, "S002", message, Message("check its permissions")))


def _fault(entry: os.DirEntry[str], taken: dict[str, str]) -> Fault | None:
    """Check an entry of the folder, and record its name as taken."""
    name = composed(entry.name)
    if fault := _fault_of_kind(entry, name):
        return fault
    if reason := identifiers.fault_of_id(name):
        message = Message("“{stem}” cannot be part of an address: {reason}", stem=entry.name, reason=reason)
        return "S004", message, Message("rename the file")
    if (first := taken.setdefault(_alike(name), entry.name)) != entry.name:
        message = Message("its name reads like that of {first}", first=first)
        return "S006", message, Message("keep one of them or rename it")
    return None


def _fault_of_kind(entry: os.DirEntry[str], name: str) -> Fault | None:
    """Return why an entry can be neither a picture nor a recording, whatever it is called."""
    if entry.is_symlink():
        message = Message("the path is a symbolic link or leaves the project")
        return "S005", message, Message("put a copy of the file in its place")
    if entry.is_dir():
        hint = Message("delete it") if leftovers.is_left(name) else Message("move its files one folder up")
        return "S009", Message("only files are read here, no folders"), hint
    return None if entry.is_file() else ("S002", Message("it is not a regular file"), Message("move it away"))


def _alike(name: str) -> str:
    """Return what names have in common that some systems take for each other."""
    return folding.fold(name).casefold()


def _missing(name: str, there: Mapping[str, str]) -> Fault | None:
    if fault := fault_of_name(name):
        return fault
    if composed(name) in there:
        return None
    message = Message("there is no file “{name}” in {folder}", name=name, folder=f"{FOLDER}/")
    alike = [known for known in there if _alike(known) == _alike(name)]
    return "S007", message, did_you_mean(alike[0] if alike else name, there) or Message("put it there")


def _unused(path: str) -> Problem:
    left = leftovers.is_left(path.removeprefix(f"{FOLDER}/"))
    hint = Message("delete it") if left else Message("name it, or move it elsewhere")
    return Problem.of_file(path, "S013", Message("nothing names this file, so it is not published"), hint)
