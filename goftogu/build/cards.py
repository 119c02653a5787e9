"""The cards of interviews: each is drawn again only when its words or its portrait have changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from goftogu.build.artifacts import Artifact
from goftogu.build.pictures import ArchivePictures
from goftogu.build.workers import Shared
from goftogu.content.settings import Cards, SiteConfig
from goftogu.edition import cards
from goftogu.edition.edition import Edition
from goftogu.edition.outline import Outline
from goftogu.edition.site import Page, Site
from goftogu.locale.message import Message
from goftogu.model import MediaMention, Role
from goftogu.pictures import card as drawing
from goftogu.pictures.card import CardWords
from goftogu.pictures.published import PORTRAIT
from goftogu.problems import Problem, Problems
from goftogu.storage import cache as caches
from goftogu.storage import values
from goftogu.storage.cache import Cache


class CardDesk:
    """What all cards share: nothing, since a change of the pages changes no card."""

    base = ""

    def render(self, page: Page, problems: Problems) -> bytes | None:
        """Render no page: a card is none."""
        raise NotImplementedError(page, problems)


class CardValues(NamedTuple):
    """What a card is made from: its path, its words, and which file of its portrait it shows, or empty."""

    path: str
    words: CardWords
    portrait: str


DESK: Final = Shared(CardDesk(), b"cards")


def card(_: CardDesk, given: CardValues, refs: Iterable[bytes]) -> Iterator[tuple[str, bytes]]:
    """Draw a card; the reference is all files of its portrait."""
    files = next((values.decode(packed, dict[str, bytes]) for packed in refs), None) or {}
    yield given.path, drawing.draw(given.words, files.get(given.portrait))


def artifacts(
    site: Site,
    outlines: Iterable[Outline],
    mentions: Mapping[str, Iterable[MediaMention]],
    pictures: ArchivePictures,
) -> Iterator[Artifact]:
    """Yield the cards of interviews.

    Args:
        site: Says which interviews have one.
        outlines: The interviews.
        mentions: The files that each interview names, by its id.
        pictures: Those that are published.
    """
    if site.cards == Cards.NONE:
        return
    editions = [Edition(site, language) for language in site.config.editions]
    for outline in outlines:
        file = _portrait(site, outline, mentions[outline.id], pictures)
        for edition in editions:
            if path := cards.path(site, edition.language, outline.id, portrait=bool(file)):
                shown = pictures.published_as(file).sizes[-1].path if file else ""
                given = CardValues(
                    path, cards.words(Edition(site.showing([outline]), edition.language), outline), shown
                )
                yield Artifact(card, DESK, given, (pictures.ref(file),) if file else ())


def possible(config: SiteConfig, mentions: Iterable[MediaMention], cache: Cache, problems: Problems) -> Cards:
    """Return which interviews can have a card on this machine.

    Args:
        config: Says which are to have one. Without the address of the site no messenger would find any.
        mentions: The files that are published.
        cache: Remembers that cards can be drawn, so that Pillow need not be asked again.
        problems: What is missing is added, when there is a card to draw.
    """
    wanted = config.cards if config.url else Cards.NONE
    if wanted == Cards.NONE or not (wanted == Cards.ALL or any(mention.widths == PORTRAIT for mention in mentions)):
        return wanted
    key = caches.key("cards")
    if cache.take(key, bool):
        return wanted
    fault = drawing.fault()
    if fault is None:
        cache.keep(key, value=True)
        return wanted
    hint = Message('install FriBidi (Debian: libfribidi0), or write cards = "none" in site.toml')
    message = Message("no card of an interview is drawn: {fault}", fault=fault)
    problems.add(Problem.of_file("content/site.toml", "I004", message, hint))
    return Cards.NONE


def _portrait(site: Site, outline: Outline, mentions: Iterable[MediaMention], pictures: ArchivePictures) -> str:
    """Return the file of the portrait that is shown at the opening of an interview; empty without one."""
    own = pictures.of(mention for mention in mentions if mention.widths == PORTRAIT)
    known = (
        site.vocabulary.people.get(one.person) for one in outline.speakers.values() if one.role == Role.INTERVIEWEE
    )
    files = (person.portrait.file for person in known if person and person.public and person.portrait)
    return next(iter(own), "") or next((file for file in files if file in site.pictures), "")
