"""Files for programs: sitemap, robots, and what GitHub Pages is to know."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Final
from urllib.parse import urlsplit

from goftogu import urls
from goftogu.content.transcript_language import TranscriptLanguage
from goftogu.edition import metadata
from goftogu.edition.metadata import Named
from goftogu.edition.outline import Outline
from goftogu.edition.site import Page, Site
from goftogu.model import Language
from goftogu.pages.frame import GUIDE

_HOSTS: Final = (".github.io", ".gitlab.io", ".netlify.app", ".pages.dev")
"""Endings of domains that belong to a host of pages, not to an archive."""


def pages(site: Site) -> Iterator[Page]:
    """Plan the files. Without the address of the site there is no sitemap, because it holds full addresses."""
    yield Page(urls.NO_JEKYLL, "nojekyll.jinja", Language.EN, dict)
    yield Page(urls.ROBOTS, "robots.txt.jinja", Language.EN, partial(_robots, site))
    if domain := own_domain(site.config.url):
        yield Page(urls.DOMAIN, "cname.jinja", Language.EN, partial(dict, domain=domain))
    if site.config.url:
        yield Page(urls.SITEMAP, "sitemap.xml.jinja", Language.EN, partial(_sitemap, site))


def own_domain(url: str) -> str:
    """Return the domain that the site has for itself, for GitHub Pages; empty when it is below another one."""
    address = urlsplit(url)
    host = address.hostname or ""
    return "" if address.path.strip("/") or address.port or "." not in host or host.endswith(_HOSTS) else host


def _robots(site: Site) -> Mapping[str, object]:
    return {"sitemap": urls.absolute(site.config.url, urls.SITEMAP) if site.config.url else ""}


def _sitemap(site: Site) -> Mapping[str, object]:
    return {"entries": _entries(site)}


def _entries(site: Site) -> Iterator[tuple[str, list[Named]]]:
    """Yield the address of each page with those of its editions; one without any English is there in Persian alone.

    In an archive in Persian alone the door is the front page once more, which has an address of its own.
    """
    base = site.config.url
    languages = site.config.editions
    if not site.config.translated:
        yield from ((urls.absolute(base, path(languages[0])), []) for path in _paths(site))
        yield from ((urls.absolute(base, urls.interview(languages[0], item.id)), []) for item in site.interviews)
        return
    yield urls.absolute(base, urls.LANDING), list(metadata.editions(base, urls.home, dari=site.config.dari))
    for path in _paths(site):
        editions = list(metadata.editions(base, path, dari=site.config.dari))
        yield from ((urls.absolute(base, path(language)), editions) for language in languages)
    for interview in sorted(site.interviews, key=lambda interview: not interview.translated):
        yield from _interview(base, interview)


def _interview(base: str, interview: Outline) -> Iterator[tuple[str, list[Named]]]:
    path = partial(_swap, urls.interview, interview.id)
    if not interview.translated:
        yield urls.absolute(base, path(interview.original)), []
        return
    editions = list(metadata.editions(base, path, dari=interview.language is TranscriptLanguage.DARI))
    yield from ((urls.absolute(base, path(language)), editions) for language in Language)


def _paths(site: Site) -> Iterator[Callable[[str], str]]:
    yield from (urls.home, urls.interviews)
    if site.config.translated:
        yield urls.progress
    yield urls.use_of_data
    yield from GUIDE.values()
    for free in dict.fromkeys(page.id for page in site.pages):
        yield partial(_swap, urls.free, free)
    for topic in site.vocabulary.topics:
        yield partial(_swap, urls.topic, topic)
    for person in site.vocabulary.people.values():
        if person.public:
            yield partial(_swap, urls.person, person.id)
    for place in site.vocabulary.places.values():
        if place.public:
            yield partial(_swap, urls.place, place.id)
    yield from _series(site)


def _series(site: Site) -> Iterator[Callable[[str], str]]:
    if site.vocabulary.series:
        yield urls.all_series
    for series in site.vocabulary.series:
        yield partial(_swap, urls.series, series)


def _swap(path: Callable[[str, str], str], name: str, language: str) -> str:
    return path(language, name)
