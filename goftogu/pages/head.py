"""The head of a page: what browsers, search engines and messengers read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from markupsafe import Markup

from goftogu import markup, urls
from goftogu.edition import metadata
from goftogu.edition.metadata import Named
from goftogu.edition.site import Site
from goftogu.model import Bilingual, Language

_PARENTS: Final[Mapping[str, tuple[Bilingual, Callable[[str], str]]]] = {
    "interviews": (Bilingual("همهٔ گفت‌وگوها", "All interviews"), urls.interviews),
    "index": (Bilingual("نمایه", "Index"), urls.a_to_z),
    "topics": (Bilingual("موضوع‌ها", "Topics"), urls.topics),
    "people": (Bilingual("اشخاص و نهادها", "People and organisations"), urls.people),
    "places": (Bilingual("مکان‌ها", "Places"), urls.places),
    "chronology": (Bilingual("گاه‌شمار", "Chronology"), urls.chronology),
}
"""The list above a page, by the section of the page."""


FEEDS: Final[Mapping[str, str]] = {"xml": "application/atom+xml", "json": "application/feed+json"}
"""The media type of each feed, by the ending of its file."""


@dataclass(frozen=True, slots=True)
class About:
    """What a page is, for its frame.

    Attributes:
        title: Heading as plain text, or empty when the template has it.
        description: What the page is about; that of the archive when empty.
        section: The section of the site.
        names: What reference managers read: names and contents.
        things: What the page describes in the words of schema.org.
        paired: Whether the same page is there in the other language.
        tongue: The language of its text where it is not that of the page.
        dari: Whether its Persian is Dari, where it may not be as that of the site.
        canonical: Path of the page of which this one is a copy; its own when empty.
        card: Path of a card of its own for messengers, or empty.
    """

    title: str = ""
    description: str = ""
    section: str = ""
    names: tuple[Named, ...] = ()
    things: tuple[Mapping[str, Any], ...] = ()
    paired: bool = True
    tongue: Language | None = None
    dari: bool | None = None
    canonical: str = ""
    card: str = ""


@dataclass(frozen=True, slots=True)
class PageHead:
    """The head of a page. Nothing absolute is in it when the archive does not know its address.

    Attributes:
        canonical: Full address of the page, or empty.
        alternates: Language and full address of each edition of the page.
        feeds: Media type and full address of each feed.
        names: Names and contents for reference managers.
        properties: Names and contents for messengers.
        card: Whether messengers show a picture.
        data: Linked data, or empty.
    """

    canonical: str
    alternates: tuple[Named, ...]
    feeds: tuple[Named, ...]
    names: tuple[Named, ...]
    properties: tuple[Named, ...]
    card: bool
    data: Markup


def make(site: Site, language: Language, view: str, path: Callable[[str], str], about: About) -> PageHead:
    """Make the head of a page.

    Args:
        site: The archive.
        language: Language of the page.
        view: The page's own view.
        path: Gives the page's path in a language or other view.
        about: What the page is.
    """
    config, here = site.config, path(view)
    paired = about.paired and config.translated
    dari = config.dari if about.dari is None else about.dari
    locales = tuple(metadata.locales(about.tongue or language, paired=paired, dari=dari))
    if not config.url:
        return PageHead("", (), (), about.names, locales, card=False, data=Markup())
    things = [*about.things, *_way(site, language, here, about)]
    shown = about.card or (urls.CARD if site.card else "")
    card = metadata.card(config.url, shown, about.title if about.card else config.title[language]) if shown else ()
    return PageHead(
        canonical=urls.absolute(config.url, about.canonical or here),
        alternates=tuple(metadata.editions(config.url, path, dari=dari)) if view == language and paired else (),
        feeds=tuple((kind, urls.absolute(config.url, urls.feed(language, ending))) for ending, kind in FEEDS.items()),
        names=about.names,
        properties=(*locales, *card),
        card=bool(shown),
        data=markup.data(metadata.graph(things)) if things else Markup(),
    )


def _way(site: Site, language: Language, here: str, about: About) -> Iterator[Mapping[str, Any]]:
    if about.section not in _PARENTS:
        return
    name, parent = _PARENTS[about.section]
    above = parent(language)
    last = () if above == here else ((Bilingual(about.title, about.title), here),)
    yield metadata.breadcrumbs(site.config, language, [(name, above), *last])
