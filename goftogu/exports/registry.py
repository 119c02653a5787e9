"""The files that no template makes: downloads of each interview, and what the pages look like."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Final

from goftogu import urls
from goftogu.content.settings import DOWNLOADS, SiteConfig
from goftogu.edition.material import Material
from goftogu.edition.site import Site
from goftogu.model import Interview, Language
from goftogu.pages.minify import slim


def _export(name: str, module: str = "", **options: object) -> Callable[..., bytes]:
    """Return an export that is imported when it is called; an archive that offers no books need not load their maker.

    Args:
        name: Name of the function.
        module: Where it is in the package; the module of its name in ``exports`` by default.
        options: What it is always given.
    """
    return lambda *given: getattr(import_module(f"goftogu.{module or f'exports.{name}'}"), name)(*given, **options)


def _of_texts(name: str) -> Callable[[Material], bytes]:
    """Return an export that is made of an interview and its English alone."""
    return lambda given: _export(name)(given.interview, given.translations)


EXPORTS: Final[Mapping[str, Callable[[Material], bytes]]] = {
    "json": lambda given: _export("twin", "exports.json_export")(given.interview, given.translations, given.marks),
    "fa.txt": _export("text", language=Language.FA),
    "en.txt": _export("text", language=Language.EN),
    "html": _export("single"),
    "epub": _export("epub"),
    "tei.xml": _export("tei"),
    "citations.txt": _export("citations", "edition.citations"),
    "ris": _export("ris", "exports.references"),
    "bib": _export("bibtex", "exports.references"),
    "csl.json": _export("csl", "exports.references"),
    "parallel.tsv": _of_texts("parallel"),
    "tmx": _of_texts("tmx"),
    "xlf": _of_texts("xliff"),
}
"""How each download of an interview ends, and what writes it."""

RECEIVED: Final = "received.txt"
"""How the text as received ends."""

_STATIC: Final = "static"


def endings(config: SiteConfig) -> tuple[str, ...]:
    """Return how the downloads of an interview end that the settings choose; the text as received is always there."""
    chosen = {ending for name in config.downloads for ending in DOWNLOADS[name]}
    return (*(ending for ending in EXPORTS if ending in chosen), RECEIVED)


def material(site: Site, interview: Interview) -> Material:
    """Gather what the exports of an interview are made of."""
    english, marks = site.translations[interview.id], site.index.marks(interview.id)
    return Material(interview, english, marks, site.vocabulary, site.config)


def files(site: Site, received: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the bytes of each download.

    Args:
        site: The archive.
        received: The text as received, by id of the interview.
    """
    for interview in site.interviews:
        given = material(site, interview)
        for ending in endings(site.config):
            export = EXPORTS.get(ending)
            yield urls.data(interview.id, ending), export(given) if export else received[interview.id]


def vocabulary(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the bytes of each form of the topics.

    Args:
        site: The archive.
    """
    from goftogu.exports import skos  # noqa: PLC0415  only needed when the topics have changed

    words, title = site.vocabulary, site.config.title
    scheme = urls.absolute(site.config.url, urls.vocabulary("ttl")) if site.config.url else ""
    yield urls.vocabulary("ttl"), skos.turtle(words, title, scheme)
    yield urls.vocabulary("jsonld"), skos.json_ld(words, title, scheme)
    yield urls.vocabulary("json"), skos.counts(words, site.index)


def assets(folders: Sequence[Path]) -> Iterator[tuple[str, bytes]]:
    """Yield the style sheet, the scripts and what else lies in ``static/`` of the template folders, as it is sent.

    Args:
        folders: Where templates are looked for; a file of an earlier folder hides that of a later one.
    """
    found = {
        file.relative_to(folder).as_posix(): file
        for folder in reversed(folders)
        for file in (folder / _STATIC).rglob("*")
        if file.is_file() and not file.name.startswith(".")
    }
    for path in sorted(found):
        yield path, slim(path, found[path].read_bytes())
