"""House exports: downloads that installed distributions add, by entry points of the group ``goftogu.exports``.

The name of an entry point is the word for ``downloads`` in ``site.toml``. Its object is an :class:`InterviewExport` or
an :class:`ArchiveExport`, whose function is given the same values as the forms that come with Goftogu. A fault of an
export is a problem, and what it returns is checked before it becomes a file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, Any, Final

from goftogu.content import identifiers
from goftogu.exports import downloads
from goftogu.exports.downloads import Download
from goftogu.extensions import discovery, loading
from goftogu.extensions.discovery import Extension
from goftogu.extensions.loading import ExtensionError
from goftogu.locale.message import Message
from goftogu.model import Bilingual
from goftogu.problems import Problem

if TYPE_CHECKING:
    from goftogu.edition.material import Material
    from goftogu.edition.site import Site

_NAME: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ENDING: Final = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
_TEXTS: Final = frozenset("bib css csv htm html json jsonl md ris svg tex tsv ttl txt xhtml xml xlf".split())
"""Last parts of endings whose files must be UTF-8, as all texts of a site are."""


@dataclass(frozen=True, slots=True)
class InterviewExport:
    """A file of every interview.

    Attributes:
        ending: How the file ends, after the id of the interview and a dot: ``words.csv``.
        make: Returns its bytes.
        label: What the page of the interview calls it; ``None`` for a file that no page links.
    """

    ending: str
    make: Callable[[Material], bytes]
    label: Bilingual | None = None


@dataclass(frozen=True, slots=True)
class ArchiveExport:
    """A file of the whole archive.

    Attributes:
        name: Name of the file in ``data/archive/``: ``speakers.csv``.
        make: Returns its bytes, from the settings, the vocabularies, the index and the outlines of all interviews; it
            sees no text.
        label: What the page “Use the data” calls it; ``None`` for a file that no page links.
    """

    name: str
    make: Callable[[Site], bytes]
    label: Bilingual | None = None


def rows() -> tuple[Download, ...]:
    """Return the rows that house exports add to the table of downloads."""
    return _table()[0]


def problems() -> tuple[Problem, ...]:
    """Return what is wrong with house exports, as far as it can be told before a file is made."""
    return _table()[1]


@cache
def _table() -> tuple[tuple[Download, ...], tuple[Problem, ...]]:
    found: list[Download] = []
    faults: list[Problem] = []
    for extension in discovery.of(discovery.EXPORTS):
        try:
            found.append(_row(extension, [*downloads.DOWNLOADS, *found]))
        except ExtensionError as error:
            faults.append(error.problem)
    return tuple(found), tuple(faults)


def _row(extension: Extension, others: list[Download]) -> Download:
    """Return the row of an export.

    Raises:
        ExtensionError: When it cannot be used beside the others.
    """
    export = loading.load(extension)
    if not isinstance(export, InterviewExport | ArchiveExport):
        kind = Message(
            "it must be an InterviewExport or an ArchiveExport, not of type {type}", type=type(export).__name__
        )
        raise ExtensionError(loading.refusal(extension, kind))
    if fault := next(_faults(extension.name, export), None):
        raise ExtensionError(loading.refusal(extension, fault))
    if extension.name in downloads.GROUPS:
        raise ExtensionError(loading.clash(extension, Message("this name means several downloads")))
    whole = isinstance(export, ArchiveExport)
    ending = export.name if isinstance(export, ArchiveExport) else export.ending
    for other in others:
        if other.name == extension.name:
            raise ExtensionError(loading.clash(extension, Message("another download has this name")))
        if (other.ending, other.whole) == (ending, whole):
            raise ExtensionError(
                loading.clash(extension, Message("another download has files that end in “{ending}”", ending=ending))
            )
    return Download(extension.name, ending, partial(_made, extension, export.make, ending), export.label, whole=whole)


def _faults(name: str, export: InterviewExport | ArchiveExport) -> Iterator[Message]:
    """Yield what is wrong with the name of an entry point, or with its object."""
    if not _NAME.fullmatch(name):
        yield Message("its name must be made of small Latin letters and digits, with single hyphens between")
    ending, make, label = _values(export)
    if not isinstance(ending, str) or not _ENDING.fullmatch(ending) or identifiers.fault_of_id(ending):
        yield Message(
            "{ending} cannot be the end of a file name: small Latin letters and digits, with dots or hyphens",
            ending=repr(ending),
        )
    if not callable(make):
        yield Message("what makes the file must be a function")
    if label is not None and not (isinstance(label, Bilingual) and isinstance(label.fa, str) and label.fa and label.en):
        yield Message("the label must be a Bilingual with fa and en, or None")


def _values(export: InterviewExport | ArchiveExport) -> tuple[object, object, object]:
    """Return the values of an export, whatever their author made of them."""
    return export.name if isinstance(export, ArchiveExport) else export.ending, export.make, export.label


def _made(extension: Extension, make: Callable[[Any], bytes], ending: str, given: Material | Site) -> bytes | Problem:
    """Make a file; return the problem when the export fails or returns something else."""
    path = getattr(getattr(given, "interview", None), "path", "")
    try:
        with loading.guarded(extension, path):
            data: object = make(given)
    except ExtensionError as error:
        return error.problem
    if not isinstance(data, bytes):
        return loading.failure(extension, Message("it must return bytes, not {type}", type=type(data).__name__), path)
    if ending.rpartition(".")[2] in _TEXTS:
        try:
            data.decode()
        except UnicodeDecodeError as error:
            byte = f"0x{data[error.start]:02X}"
            return loading.failure(extension, Message("its text is not UTF-8: byte {byte}", byte=byte), path)
    return data
