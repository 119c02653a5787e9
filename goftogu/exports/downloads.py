"""The one table of downloads: the files that every interview, or the archive, has in addition to its pages.

The settings, the pages, the documents and the maker of the files use it. To add a download, write a module with a
function from a :class:`~goftogu.edition.material.Material` to bytes, and a line here. Nothing is loaded before a file
is made, so the settings can read the table, too. :mod:`goftogu.exports.house` adds the rows of installed distributions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any, Final

from goftogu.extensions import discovery
from goftogu.extensions.loading import ExtensionError
from goftogu.locale.message import Message
from goftogu.model import Bilingual, InterfaceMessage
from goftogu.problems import Problem


@dataclass(frozen=True, slots=True)
class Download:
    """One file of every interview, or of the archive.

    Attributes:
        name: The word of ``site.toml`` that chooses it; some choose two files. Empty for what is always there.
        ending: How the file ends, after the id of the interview and a dot; its whole name where it is of the archive.
        maker: Module in the package and function, or the function itself; empty for the bytes that were received. With
            a piece it returns what is before the first piece and after the last one.
        label: What the page calls it; ``None`` for what no page links.
        whole: True for a file of the whole archive.
        piece: Module and function that make the piece of an interview, where a file of the archive is made of pieces.
        timed: True for what only an interview with times has.
        translated: True for what there is only with a translation.
        alone: What the page calls it in an archive in Persian alone, where that differs.
        recorded: True for what only an interview with recordings has, in an archive that knows its own address.
        usual: True for what an archive has that chooses nothing: what people read and cite, and each interview as
            TEI and as data. What programs ask for besides says the same again, and is chosen where they do.
    """

    name: str
    ending: str
    maker: str | Callable[[Any], Any]
    label: InterfaceMessage | Bilingual | None = None
    whole: bool = False
    piece: str = ""
    timed: bool = False
    translated: bool = False
    alone: InterfaceMessage | None = None
    recorded: bool = False
    usual: bool = True

    @property
    def part(self) -> str:
        """Name under which the piece of an interview is kept."""
        return f"piece-{self.name}"


_RUNNING: Final = frozenset(".htm .html .mht .mhtml .shtm .shtml .svg .svgz .xht .xhtml .xml .xsl .xslt".split())
"""Files that may have scripts, which would run as if the archive had written them."""

_ENDING: Final = re.compile(r"\.[a-z0-9]{1,8}")
RECEIVED: Final = Download("", "received.txt", "", InterfaceMessage("Text as received"))
TRANSCRIPT: Final = Download(
    "", "transcript.md", "exports.transcript:transcript", InterfaceMessage("The archive’s transcript, with its ids")
)

DOWNLOADS: Final = (
    Download(
        "html",
        "html",
        "exports.single:single",
        InterfaceMessage("Shareable single file, both languages (HTML)"),
        alone=InterfaceMessage("Shareable single file (HTML)"),
    ),
    Download(
        "epub",
        "epub",
        "exports.epub:epub",
        InterfaceMessage("E-book, both languages (EPUB)"),
        alone=InterfaceMessage("E-book (EPUB)"),
    ),
    Download("text", "fa.txt", "exports.text:persian", InterfaceMessage("Persian text")),
    Download("text", "en.txt", "exports.text:english", InterfaceMessage("English text"), translated=True),
    Download(
        "captions", "fa.vtt", "exports.captions:persian", InterfaceMessage("Persian captions (WebVTT)"), timed=True
    ),
    Download(
        "captions",
        "en.vtt",
        "exports.captions:english",
        InterfaceMessage("English captions (WebVTT)"),
        translated=True,
        timed=True,
    ),
    RECEIVED,
    TRANSCRIPT,
    Download(
        "citations",
        "citations.txt",
        "edition.citations:citations",
        InterfaceMessage("Citations for every turn"),
        usual=False,
    ),
    Download("ris", "ris", "exports.references:ris", InterfaceMessage("RIS")),
    Download("bibtex", "bib", "exports.references:bibtex", InterfaceMessage("BibTeX")),
    Download("csl", "csl.json", "exports.references:csl", InterfaceMessage("CSL-JSON")),
    Download("tei", "tei.xml", "exports.tei:tei", InterfaceMessage("TEI")),
    Download("json", "json", "exports.json_export:json_document", InterfaceMessage("Interview as data (JSON)")),
    Download("tsv", "parallel.tsv", "exports.parallel:parallel", translated=True, usual=False),
    Download("tmx", "tmx", "exports.tmx:tmx", translated=True, usual=False),
    Download("xliff", "xlf", "exports.xliff:xliff", translated=True, usual=False),
    Download("ohms", "ohms.xml", "exports.ohms:ohms", InterfaceMessage("OHMS (XML)"), usual=False),
    Download(
        "iiif", "manifest.json", "exports.iiif:manifest", InterfaceMessage("Recordings as IIIF (JSON)"), recorded=True
    ),
    Download("dc", "dc.xml", "exports.dublin_core:dublin_core", InterfaceMessage("Dublin Core (XML)")),
    Download(
        "csv",
        "archive.csv",
        "exports.archive_csv:frame",
        InterfaceMessage("Details of every interview (CSV)"),
        whole=True,
        piece="exports.archive_csv:row",
    ),
    Download(
        "jsonl",
        "archive.jsonl",
        "exports.archive_jsonl:frame",
        InterfaceMessage("Every turn with its English (JSON Lines)"),
        alone=InterfaceMessage("Every turn (JSON Lines)"),
        whole=True,
        piece="exports.archive_jsonl:turns",
        usual=False,
    ),
    Download(
        "dc",
        "dublin-core.xml",
        "exports.dublin_core:frame",
        InterfaceMessage("Dublin Core of every interview (XML)"),
        whole=True,
        piece="exports.dublin_core:piece",
    ),
    Download(
        "oai",
        "oai.xml",
        "exports.static_repository:frame",
        InterfaceMessage("Static repository for catalogues (OAI-PMH)"),
        whole=True,
        piece="exports.static_repository:piece",
    ),
)
"""Every download, in the order in which the pages offer them."""

NAMES: Final = tuple(dict.fromkeys(download.name for download in DOWNLOADS if download.name))
"""The words of which ``downloads`` in ``site.toml`` is made, apart from those of house exports."""

USUAL: Final = "usual"
ALL: Final = "all"
GROUPS: Final = (USUAL, ALL)
"""The words that mean several others: what an archive has that chooses nothing, and everything."""


def names() -> tuple[str, ...]:
    """Return the words of which ``downloads`` in ``site.toml`` is made, with those of installed distributions."""
    return (*NAMES, *(found.name for found in discovery.of(discovery.EXPORTS) if found.name not in NAMES))


def usual() -> tuple[str, ...]:
    """Return the words of what an archive has that chooses nothing, with those of installed distributions."""
    rare = {download.name for download in DOWNLOADS if not download.usual}
    return tuple(name for name in names() if name not in rare)


def expanded(words: Iterable[str]) -> tuple[str, ...]:
    """Return some words with the members of :data:`GROUPS` in the place of these.

    Args:
        words: Of ``downloads`` in ``site.toml``.
    """
    members = {USUAL: usual, ALL: names}
    found = (name for word in words for name in (members[word]() if word in members else (word,)))
    return tuple(dict.fromkeys(found))


def received(path: str) -> str:
    """Return how the file received ends in the site: as it came, after ``received``.

    What a browser would show as a page, with all that it runs and loads, ends in ``.txt``, so that it is shown as text.

    Args:
        path: Its name or path.
    """
    ending = PurePosixPath(path).suffix.lower()
    shown = ".txt" if ending in _RUNNING else ""
    return f"received{ending if _ENDING.fullmatch(ending) else '.bin'}{shown}"


def chosen(words: Collection[str], *, whole: bool = False, translated: bool = True) -> tuple[Download, ...]:
    """Return the downloads that some words choose, and those that are always there.

    Args:
        words: Some of :func:`names`.
        whole: Return those of the archive, not those of an interview.
        translated: False for an archive in Persian alone, which has none that need a translation.

    Raises:
        ExtensionError: When a word is that of a house export that is not installed on this machine of a cluster.
    """
    table = _table()
    if missing := sorted(set(words).difference(found.name for found in table)):
        message = Message("the export “{name}” is not installed on this machine of the cluster", name=missing[0])
        hint = Message("install the same distributions on every machine")
        raise ExtensionError(Problem.of_file("", "E001", message, hint))
    there = tuple(found for found in table if found.whole == whole and (not found.name or found.name in words))
    if translated:
        return there
    return tuple(replace(found, label=found.alone or found.label) for found in there if not found.translated)


def _table() -> tuple[Download, ...]:
    if not discovery.of(discovery.EXPORTS):
        return DOWNLOADS
    from goftogu.exports import house  # noqa: PLC0415  it needs this module

    return (*DOWNLOADS, *house.rows())
