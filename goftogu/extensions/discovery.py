"""Finds the entry points by which installed distributions extend Goftogu, without loading any of them.

``importlib.metadata`` reads every distribution that Python can import, and takes tens of milliseconds. Here only the
file ``entry_points.txt`` of each is searched for the names of our groups. The folder in which the program was
called is left out: an archive is data, and nothing in it runs as code.
"""

# A hundred files are opened at every start, and a call of pathlib costs as much as the system call below it.
# ruff: noqa: PTH109, PTH123, PTH208

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final, NamedTuple

EXPORTS: Final = "goftogu.exports"
FILTERS: Final = "goftogu.filters"
ENGINES: Final = "goftogu.engines"

_GROUPS: Final = (EXPORTS, FILTERS, ENGINES)
_OURS: Final = b"[goftogu."
_INFO: Final = ".dist-info"


class Extension(NamedTuple):
    """An entry point.

    Attributes:
        group: :data:`EXPORTS`, :data:`FILTERS` or :data:`ENGINES`.
        name: Its name; empty when the file with the entry points cannot be read.
        value: Module and object, as ``house.words:WORDS``.
        distribution: The distribution that has it.
        version: The version of the distribution.
    """

    group: str
    name: str
    value: str
    distribution: str
    version: str

    def __str__(self) -> str:
        """Return how a problem names it."""
        return f"“{self.name}” of {self.distribution} {self.version}"


@cache
def found() -> tuple[Extension, ...]:
    """Return every entry point in our groups, sorted; looked for once in each process."""
    return tuple(sorted(_found()))


def of(group: str) -> tuple[Extension, ...]:
    """Return the entry points of a group."""
    return tuple(extension for extension in found() if extension.group == group)


def digest() -> bytes:
    """Return a digest of the names, the versions and the code of all extensions; empty without any.

    The code is read as well as the version, because an editable installation changes without a new version.
    """
    if not found():
        return b""
    held = hashlib.blake2b(repr(found()).encode(), digest_size=20)
    for name in sorted({_module(extension.value) for extension in found()}):
        for file in _files(name):
            held.update(f"{file.name}:".encode() + hashlib.blake2b(file.read_bytes()).digest())
    return held.digest()


def _found() -> Iterator[Extension]:
    taken: set[str] = set()
    for folder, name in _listed():
        with suppress(OSError), open(f"{folder}/{name}/entry_points.txt", "rb") as file:
            text = file.read()
            distribution, _, version = name.removesuffix(_INFO).partition("-")
            known = re.sub(r"[-_.]+", "-", distribution).lower()
            if _OURS in text and known not in taken:  # of two copies Python imports the first
                yield from _read(text.decode("utf-8", "replace"), distribution, version)
            taken.add(known)


def _listed() -> Iterator[tuple[str, str]]:
    """Yield the folders of distributions, with the folders in which they are, in the order in which Python looks."""
    here = ""
    with suppress(OSError):  # the folder may be gone
        here = os.path.realpath(os.getcwd())
    for folder in sys.path:
        if folder and os.path.realpath(folder) != here:
            with suppress(OSError):
                yield from ((folder, name) for name in sorted(os.listdir(folder)) if name.endswith(_INFO))


def _read(text: str, distribution: str, version: str) -> Iterator[Extension]:
    import configparser  # noqa: PLC0415  few archives have an extension

    parser = configparser.ConfigParser(delimiters=("=",), interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]  # names keep their capitals
    try:
        parser.read_string(text)
    except configparser.Error as error:
        yield Extension(EXPORTS, "", str(error).replace("\n", " "), distribution, version)
        return
    for group in filter(parser.has_section, _GROUPS):
        yield from (Extension(group, name, value, distribution, version) for name, value in parser[group].items())


def _module(value: str) -> str:
    return value.partition(":")[0].partition("[")[0].strip()


def _files(module: str) -> Iterator[Path]:
    """Yield the files of the package that a module is in; no module is loaded."""
    top, _, rest = module.partition(".")
    spec = None
    with suppress(ImportError, ValueError):
        spec = find_spec(top)
    if spec is None:
        return
    if spec.submodule_search_locations is None:
        yield Path(str(spec.origin))
        return
    within = rest.partition(".")[0] if spec.origin is None else ""  # a namespace is shared with others
    for location in spec.submodule_search_locations:
        for file in (Path(location) / f"{within}.py", *sorted((Path(location) / within).rglob("*"))):
            if file.is_file() and "__pycache__" not in file.parts:
                yield file
