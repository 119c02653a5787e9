"""The page that offers the archive as data: its files, what one may do with them, and how to cite them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from math import floor, log10
from typing import Final, NamedTuple

from goftogu import urls
from goftogu.edition import citations, rights
from goftogu.edition.edition import Edition
from goftogu.edition.site import Page, Site
from goftogu.exports import downloads
from goftogu.exports.downloads import Download
from goftogu.model import Bilingual, InterfaceMessage, Language
from goftogu.pages.frame import frame
from goftogu.pages.head import FEEDS, About
from goftogu.persian import digits

_UNITS: Final = (Bilingual("کیلوبایت", "kB"), Bilingual("مگابایت", "MB"), Bilingual("گیگابایت", "GB"))
_THOUSAND: Final = 1000
_VOCABULARY: Final = {
    "ttl": InterfaceMessage("Topics as a thesaurus (SKOS, Turtle)"),
    "jsonld": InterfaceMessage("Topics as a thesaurus (SKOS, JSON-LD)"),
    "json": InterfaceMessage("Topics with their numbers (JSON)"),
}
_NEWS: Final = {
    "xml": InterfaceMessage("Newest interviews (Atom)"),
    "json": InterfaceMessage("Newest interviews (JSON Feed)"),
}


class DataContents(NamedTuple):
    """What the page tells, apart from the settings.

    Attributes:
        interviews: How many there are.
        turns: How many turns they have.
        files: The end of the name of each file of the whole archive, and its size in bytes, or 0 when it is not told.
            Of a size only two digits are kept, so that the page is not made again with every word.
    """

    interviews: int
    turns: int
    files: tuple[tuple[str, int], ...]


class DataFile(NamedTuple):
    """A file that the page offers: its name, where it is (empty for a pattern), what it is, and its size or nothing."""

    name: str
    href: str
    label: InterfaceMessage | Bilingual
    size: str = ""


def contents(files: Iterable[Download], interviews: int, turns: int, sizes: Mapping[str, int]) -> DataContents:
    """Return what the page tells.

    Args:
        files: Those of the whole archive.
        interviews: How many there are.
        turns: How many turns they have.
        sizes: Those that are known, in bytes, by path.
    """
    found = ((file.ending, _rounded(sizes.get(urls.archive_data(file.ending), 0))) for file in files if file.label)
    return DataContents(interviews, turns, tuple(found))


def pages(site: Site, given: DataContents) -> Iterator[Page]:
    """Plan the page in both languages."""
    for language in site.config.editions:
        edition = Edition(site, language)
        yield Page(urls.use_of_data(language), "data.html.jinja", language, partial(_context, edition, given))


def _context(edition: Edition, given: DataContents) -> Mapping[str, object]:
    config, language = edition.site.config, edition.language
    here = urls.use_of_data(language)
    owned = rights.of_archive(config)
    return {
        "frame": frame(edition, urls.use_of_data, About(section="data")),
        "interviews": given.interviews,
        "turns": given.turns,
        "statement": edition.label(config.rights) if config.rights else "",
        "licence": edition.licence(owned.licence),
        "translated": edition.licence(owned.translation) if config.translated else None,
        "contact": config.corrections,
        "whole": list(_whole(edition, here, given.files)),
        "each": list(_each(downloads.chosen(config.downloads, translated=config.translated))),
        "others": list(_others(edition, here)),
        "citation": citations.of_archive(config, language),
    }


def _whole(edition: Edition, here: str, files: Sequence[tuple[str, int]]) -> Iterator[DataFile]:
    sizes = dict(files)
    config = edition.site.config
    for found in downloads.chosen(config.downloads, whole=True, translated=config.translated):
        if found.label and found.ending in sizes:
            href = urls.href(here, urls.archive_data(found.ending))
            yield DataFile(found.ending, href, found.label, _size(sizes[found.ending], edition.language))


def _each(forms: Iterable[Download]) -> Iterator[DataFile]:
    """Yield the forms in which each interview is there; those that no page links are called by their word."""
    for found in forms:
        yield DataFile(f"data/*.{found.ending}", "", found.label or Bilingual(*[found.name.upper()] * 2))


def _others(edition: Edition, here: str) -> Iterator[DataFile]:
    for ending, label in _VOCABULARY.items():
        path = urls.vocabulary(ending)
        yield DataFile(path.rpartition("/")[2], urls.href(here, path), label)
    for ending in FEEDS if edition.site.config.url else ():
        path = urls.feed(edition.language, ending)
        yield DataFile(path.rpartition("/")[2], urls.href(here, path), _NEWS[ending])


def _rounded(size: int) -> int:
    """Return a size with its first two digits and zeros."""
    step = 10 ** max(floor(log10(size)) - 1, 0) if size else 1
    return round(size / step) * step


def _size(size: int, language: Language) -> str:
    """Return a size in words; an empty string for one that is not told."""
    if not size:
        return ""
    scale = min(max(floor(log10(size) / 3), 1), len(_UNITS))
    number = float(f"{size / _THOUSAND**scale:.2g}")
    shown: float = int(number) if number.is_integer() else number
    return f"{digits.number(shown, language)} {_UNITS[scale - 1][language]}"
