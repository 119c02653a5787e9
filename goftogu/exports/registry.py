"""Makes the files that no template makes: downloads of interviews and of topics, style sheets, scripts and fonts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from goftogu import urls
from goftogu.content.settings import SiteConfig
from goftogu.conventions import withheld
from goftogu.edition import recordings
from goftogu.edition.material import Material
from goftogu.edition.minify import slim
from goftogu.edition.site import Site
from goftogu.exports import downloads
from goftogu.exports.downloads import Download
from goftogu.model import Interview
from goftogu.problems import Problem

_STATIC: Final = "static"


def files(given: Material) -> Iterator[tuple[str, bytes | Problem]]:
    """Yield the path and the bytes of each download of an interview, but for the text as received."""
    for download in offered(given.config, given.interview):
        if download.maker:
            yield urls.data(given.interview.id, download.ending), _maker(download)(given)


def offered(config: SiteConfig, interview: Interview) -> list[Download]:
    """Return the downloads of an interview: the text as received, where there is one to publish, else its transcript.

    Args:
        config: What ``site.toml`` chooses. In an archive in Persian alone nothing is offered that needs a translation.
        interview: The interview.
    """
    received = interview.raw or interview.provenance.file
    hidden = downloads.TRANSCRIPT if received and not withheld.is_closed(interview) else downloads.RECEIVED
    own = replace(downloads.RECEIVED, ending=downloads.received(interview.provenance.file or interview.path))
    timed, recorded = recordings.is_timed(interview), bool(config.url and withheld.open_recordings(interview))
    chosen = downloads.chosen(config.downloads, translated=config.translated)
    there = (found for found in chosen if found != hidden)
    shown = (found for found in there if (timed or not found.timed) and (recorded or not found.recorded))
    return [own if download == downloads.RECEIVED else download for download in shown]


def archive_file(site: Site, name: str) -> tuple[str, bytes | Problem]:
    """Return the path and the bytes of a download of the whole archive.

    Args:
        site: The archive, without text.
        name: The word of ``site.toml`` that chooses it.
    """
    (download,) = downloads.chosen((name,), whole=True)
    return urls.archive_data(download.ending), _maker(download)(site)


def of_archive(config: SiteConfig) -> list[Download]:
    """Return the downloads of the whole archive.

    Raises:
        ExtensionError: When one is a house export that is not installed on this machine of a cluster.
    """
    chosen = downloads.chosen(config.downloads, whole=True)
    return [*joined(config), *(found for found in chosen if not found.piece)]


def joined(config: SiteConfig) -> list[Download]:
    """Return the downloads of the whole archive that are made of pieces."""
    from goftogu.exports import static_repository  # noqa: PLC0415  it needs what few commands need

    there = [found for found in downloads.DOWNLOADS if found.piece and found.name in config.downloads]
    return [found for found in there if found.name != "oai" or static_repository.is_possible(config)]


def pieces(given: Material) -> Iterator[tuple[str, bytes]]:
    """Yield the pieces that an interview adds to files of the archive, each with the name under which it is kept."""
    for download in joined(given.config):
        yield download.part, _loaded(download.piece)(given)


def frame(site: Site, download: Download) -> tuple[bytes, bytes]:
    """Return what is before the first piece of a file of the archive and after the last one.

    Args:
        site: The archive, without text.
        download: The file.
    """
    made: tuple[bytes, bytes] = _maker(download)(site)
    return made


def _maker(download: Download) -> Callable[[Any], Any]:
    """Return what makes a download; its module is imported only now, so that an archive without books does not."""
    return _loaded(download.maker) if isinstance(download.maker, str) else download.maker


def _loaded(name: str) -> Callable[[Any], Any]:
    module, _, function = name.partition(":")
    found: Callable[[Any], Any] = getattr(import_module(f"goftogu.{module}"), function)
    return found


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
        if file.is_file() and not file.name.startswith(".") and not (file.is_symlink() and folder != folders[-1])
    }
    for path in sorted(found):
        yield path, slim(path, found[path].read_bytes())
