"""Makes the files that no template makes: downloads of interviews and of topics, style sheets, scripts and fonts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Final

from goftogu import urls
from goftogu.edition.material import Material
from goftogu.edition.site import Site
from goftogu.exports import downloads
from goftogu.pages.minify import slim

_STATIC: Final = "static"


def files(given: Material) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the bytes of each download of an interview, but for the text as received."""
    for download in downloads.chosen(given.config.downloads):
        if download.maker:
            yield urls.data(given.interview.id, download.ending), _make(download.maker, given)


def _make(maker: str, given: Material) -> bytes:
    """Make a download; its module is imported only now, so that an archive without books does not import it."""
    module, _, function = maker.partition(":")
    make: Callable[[Material], bytes] = getattr(import_module(f"goftogu.{module}"), function)
    return make(given)


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
    """Yield the style sheet, the scripts and everything else in ``static/`` of the template folders, minified.

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
