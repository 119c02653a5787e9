"""The frame of a page: its head, the navigation, and what the foot says of the archive."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from markupsafe import Markup

from goftogu import markup, urls
from goftogu.edition.edition import Edition, Link
from goftogu.edition.messages import NAMES
from goftogu.model import Language
from goftogu.pages import head
from goftogu.pages.head import About, PageHead
from goftogu.pages.images import ImageView, image

GUIDE: Final[Mapping[str, Callable[[str], str]]] = {
    "index": urls.a_to_z,
    "topics": urls.topics,
    "people": urls.people,
    "places": urls.places,
    "chronology": urls.chronology,
}
"""The ways into the archive, by their sections."""


class LogoView(NamedTuple):
    """The sign of the archive: its files, and what it shows."""

    image: ImageView
    alt: str


@dataclass(frozen=True, slots=True)
class Switch:
    """A place in the switch of languages: a language or one of :data:`goftogu.urls.PARALLEL`."""

    view: str
    name: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds every page: navigation and head, with links relative to the page.

    Attributes:
        title: Heading of the page as plain text, or empty when the template has it.
        site: Name of the archive.
        description: One or two sentences for search engines and cards.
        style: The stylesheet.
        own_style: The archive's own stylesheet, which adds to it, or empty.
        icon: The icon of the site in a browser tab.
        font: The font of Persian text, loaded early; empty where the page does without or may be read from files.
        home: The front page of this language.
        guide: The ways into the archive: ``index``, ``topics``, ``people``, ``places``, ``chronology``.
        interviews: The list of interviews.
        progress: How far the translation has been reviewed, or empty.
        data: The archive as data.
        search: The page with the search.
        passages: The page of the passages that a reader has chosen.
        free: The free pages.
        section: Which of these the page belongs to.
        switches: The languages in which the page is there; empty in an archive in Persian alone.
        head: What no reader sees.
        rights: What the archive says of the rights in its texts, or empty.
        licence: Their licence, or ``None``.
        logo: Its sign, or ``None``.
        editor: Who keeps the archive, or empty.
        contact: Where a reader reports an error, or empty.
    """

    title: str
    site: str
    description: str
    style: str
    own_style: str
    icon: str
    font: str
    home: str
    guide: Mapping[str, str]
    interviews: str
    progress: str
    data: str
    search: str
    passages: str
    free: tuple[Link, ...]
    section: str
    switches: tuple[Switch, ...]
    head: PageHead
    rights: Markup
    licence: Link | None
    logo: LogoView | None
    editor: Markup
    contact: str


def frame(
    edition: Edition, path: Callable[[str], str], about: About, view: str = "", views: Iterable[str] = ()
) -> Frame:
    """Make the frame of a page.

    Args:
        edition: The language of the page.
        path: Gives the page's path in a language or other view.
        about: What the page is.
        view: The page's own view; the language by default.
        views: The views in which the page is there; both languages by default.
    """
    site, language, config = edition.site, edition.language, edition.site.config
    own = view or str(language)
    here = path(own)
    return Frame(
        title=about.title,
        site=config.title[language],
        description=about.description or config.description[language],
        style=urls.href(here, urls.STYLE),
        own_style=urls.href(here, urls.OWN_STYLE) if site.own_style else "",
        icon=urls.href(here, urls.ICON),
        font=urls.href(here, urls.FONT) if config.url and own != Language.EN else "",
        home=urls.href(here, urls.home(language)),
        guide={section: urls.href(here, target(language)) for section, target in GUIDE.items()},
        interviews=urls.href(here, urls.interviews(language)),
        progress=urls.href(here, urls.progress(language)) if config.translated else "",
        data=urls.href(here, urls.use_of_data(language)),
        search=urls.href(here, urls.search(language)),
        passages=urls.href(here, urls.passages(language)),
        free=tuple(_free(edition, here)),
        section=about.section,
        switches=tuple(
            Switch(other, NAMES.get(other, ""), urls.href(here, path(other)), other == own)
            for other in views or config.languages
            if config.translated
        ),
        head=head.make(site, language, own, path, about),
        rights=edition.label(config.rights) if config.rights else Markup(),
        licence=edition.licence(config.licence),
        logo=_logo(edition, here),
        editor=edition.label(config.editor) if config.editor else Markup(),
        contact=config.corrections,
    )


def _logo(edition: Edition, here: str) -> LogoView | None:
    logo = edition.site.config.logo
    found = edition.site.pictures.get(logo.file) if logo else None
    return LogoView(image(here, found), logo.alt[edition.language]) if logo and found else None


def _free(edition: Edition, here: str) -> Iterator[Link]:
    for item in edition.site.pages:
        if item.language == edition.language:
            target = urls.free(edition.language, item.id)
            yield Link(urls.href(here, target), markup.inline(item.title, edition.language))
