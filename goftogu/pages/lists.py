"""The entry pages: language choice, front pages, the search, free pages, not found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from markupsafe import Markup

from goftogu import markup, urls
from goftogu.content.pages import FreePage
from goftogu.edition import page_pictures
from goftogu.edition.edition import Edition
from goftogu.edition.messages import NAMES
from goftogu.edition.site import Page, Site, ordered
from goftogu.model import DIRECTIONS, Language
from goftogu.pages import figures, front, missing
from goftogu.pages.figures import FigureView
from goftogu.pages.frame import frame
from goftogu.pages.head import About
from goftogu.pages.list_entries import work
from goftogu.pages.topics import headings

LATEST = 12
"""How many interviews a front page shows."""

_DOOR_LATEST = 3


def pages(site: Site) -> Iterator[Page]:
    """Plan them."""
    yield _door(site)
    yield Page(urls.NOT_FOUND, "404.html.jinja", Language.FA, partial(missing.values, site))
    for language in site.config.editions:
        edition = Edition(site, language)
        yield Page(urls.home(language), "home.html.jinja", language, partial(_home, edition, urls.home))
        yield Page(urls.search(language), "search.html.jinja", language, partial(_search, edition))
    for free in site.pages:
        values = partial(_free, Edition(site, free.language), free)
        yield Page(urls.free(free.language, free.id), "free.html.jinja", free.language, values)


def _door(site: Site) -> Page:
    """Plan the page at the root: the choice of a language or, where there is one only, its front page once more."""
    first = site.config.languages[0]
    if site.config.translated:
        return Page(urls.LANDING, "landing.html.jinja", first, partial(_landing, site))
    return Page(urls.LANDING, "home.html.jinja", first, partial(_home, Edition(site, first), lambda _: urls.LANDING))


def _landing(site: Site) -> Mapping[str, object]:
    latest = ordered(site)[:_DOOR_LATEST]
    editions = [Edition(site, language) for language in site.config.languages]
    counts = front.counts(site)
    return {
        "frame": frame(editions[0], lambda _: urls.LANDING, About(site.config.title[editions[0].language])),
        "doors": [
            {
                "language": str(edition.language),
                "title": site.config.title[edition.language],
                "description": site.config.description[edition.language],
                "home": urls.href(urls.LANDING, urls.home(edition.language)),
                "works": [work(edition, urls.LANDING, item) for item in latest],
                "counts": counts,
                "ways": front.ways(edition, urls.LANDING, counts),
            }
            for edition in editions
        ],
    }


def _home(edition: Edition, path: Callable[[str], str]) -> Mapping[str, object]:
    here = path(edition.language)
    interviews, counts = ordered(edition.site), front.counts(edition.site)
    about = About(edition.site.config.title[edition.language], section="home", canonical=urls.home(edition.language))
    return {
        "frame": frame(edition, path, about),
        "description": edition.site.config.description[edition.language],
        "works": [work(edition, here, item, lines=True) for item in interviews[:LATEST]],
        "headings": headings(edition, here),
        "counts": counts,
        "ways": front.ways(edition, here, counts),
        "more": len(interviews) > LATEST,
    }


def _search(edition: Edition) -> Mapping[str, object]:
    here = urls.search(edition.language)
    return {
        "frame": frame(edition, urls.search, About(section="search")),
        "scripts": [urls.href(here, script) for script in urls.SEARCH_SCRIPTS],
        "filters": urls.href(here, urls.SEARCH_FILTERS).removesuffix(".js"),
        "other": _other(edition.language) if edition.site.config.translated else None,
    }


def _other(language: Language) -> Mapping[str, str]:
    """Return what the search needs to look into the texts of the other language."""
    other = language.other
    page = urls.href(urls.search(language), urls.search(other))
    return {
        "language": other,
        "base": page.removesuffix("index.html"),
        "direction": DIRECTIONS[other],
        "name": NAMES[other],
        "own": NAMES[language],
    }


def _free(edition: Edition, free: FreePage) -> Mapping[str, object]:
    return {
        "frame": frame(edition, partial(_free_path, free.id), About(free.title, section=free.id)),
        "title": markup.inline(free.title, free.language),
        "parts": list(_parts(edition, free)),
    }


def _free_path(page_id: str, language: str) -> str:
    return urls.free(language, page_id)


def _parts(edition: Edition, free: FreePage) -> Iterator[Markup | FigureView]:
    """Yield what a free page shows: text, and pictures, by turns."""
    here = urls.free(free.language, free.id)
    body, found = page_pictures.cut(free.body)
    for part in page_pictures.parts(markup.page(body, free.language)):
        yield figures.of_page(edition.site, here, free.language, found[part]) if isinstance(part, int) else Markup(part)  # noqa: S704 - a piece of safe HTML
