"""The one table of downloads: the files that every interview has in addition to its pages.

The settings, the pages, the documents and the maker of the files use it. To add a download, write a module with a
function from a :class:`~goftogu.edition.material.Material` to bytes, and a line here. Nothing is loaded before a file
is made, so the settings can read the table, too.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from goftogu.model import Message


@dataclass(frozen=True, slots=True)
class Download:
    """One file of every interview.

    Attributes:
        name: The word of ``site.toml`` that chooses it; some choose two files. Empty for what is always there.
        ending: How the file ends, after the id of the interview and a dot.
        maker: Module in the package and function; empty for the bytes that were received.
        label: What the page of the interview calls it; ``None`` for what the page does not link.
    """

    name: str
    ending: str
    maker: str
    label: Message | None = None


RECEIVED: Final = Download("", "received.txt", "", Message("The text as received"))

DOWNLOADS: Final = (
    Download("html", "html", "exports.single:single", Message("One file for messages, both languages (HTML)")),
    Download("epub", "epub", "exports.epub:epub", Message("Book, both languages (EPUB)")),
    Download("text", "fa.txt", "exports.text:persian", Message("Persian text")),
    Download("text", "en.txt", "exports.text:english", Message("English text")),
    RECEIVED,
    Download("citations", "citations.txt", "edition.citations:citations", Message("Citation of every turn")),
    Download("ris", "ris", "exports.references:ris", Message("RIS")),
    Download("bibtex", "bib", "exports.references:bibtex", Message("BibTeX")),
    Download("csl", "csl.json", "exports.references:csl", Message("CSL-JSON")),
    Download("tei", "tei.xml", "exports.tei:tei", Message("TEI")),
    Download("json", "json", "exports.json_export:twin", Message("The interview as data (JSON)")),
    Download("tsv", "parallel.tsv", "exports.parallel:parallel"),
    Download("tmx", "tmx", "exports.tmx:tmx"),
    Download("xliff", "xlf", "exports.xliff:xliff"),
)
"""Every download, in the order in which the pages offer them."""

NAMES: Final = tuple(dict.fromkeys(download.name for download in DOWNLOADS if download.name))
"""The words of which ``downloads`` in ``site.toml`` is made."""


def chosen(names: Collection[str]) -> tuple[Download, ...]:
    """Return the downloads that some words choose, and those that are always there."""
    return tuple(download for download in DOWNLOADS if not download.name or download.name in names)
