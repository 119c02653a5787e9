"""Files for programs: sitemap, robots, and the sign that GitHub Pages is to leave the files as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from goftogu import urls
from goftogu.model import Language
from goftogu.site import Page, Site


def pages(site: Site) -> Iterator[Page]:
    """Plan the files. Without the address of the site there is no sitemap, because it holds full addresses."""
    yield Page(urls.NO_JEKYLL, "nojekyll.jinja", Language.EN, dict)
    yield Page(urls.ROBOTS, "robots.txt.jinja", Language.EN, partial(_robots, site))
    if site.config.url:
        yield Page(urls.SITEMAP, "sitemap.xml.jinja", Language.EN, partial(_sitemap, site))


def _robots(site: Site) -> Mapping[str, object]:
    return {"sitemap": urls.absolute(site.config.url, urls.SITEMAP) if site.config.url else ""}


def _sitemap(site: Site) -> Mapping[str, object]:
    base = site.config.url
    return {
        "door": urls.absolute(base, urls.LANDING),
        "entries": ({str(tag): urls.absolute(base, path(tag)) for tag in Language} for path in _paths(site)),
    }


def _paths(site: Site) -> Iterator[Callable[[str], str]]:
    yield from (urls.home, urls.interviews, urls.topics, urls.people, urls.progress)
    for free in dict.fromkeys(page.id for page in site.pages):
        yield partial(_swap, urls.free, free)
    for topic in site.vocabulary.topics:
        yield partial(_swap, urls.topic, topic)
    for interview in site.interviews:
        yield partial(_swap, urls.interview, interview.id)


def _swap(path: Callable[[str, str], str], name: str, language: str) -> str:
    return path(language, name)
