"""The cards of interviews: which interviews have one, and what it says."""

from __future__ import annotations

from goftogu import markup, urls
from goftogu.content.settings import Cards
from goftogu.edition import wording
from goftogu.edition.edition import Edition
from goftogu.edition.outline import Outline
from goftogu.edition.site import Site
from goftogu.model import Language
from goftogu.pictures.card import CardWords


def path(site: Site, language: Language, interview: str, *, portrait: bool) -> str:
    """Return the path of the card of an interview in a language; empty when it has none.

    Args:
        site: Says which interviews have one.
        language: That of the page.
        interview: Id of the interview.
        portrait: Whether a portrait is shown at its opening.
    """
    if not site.config.url or site.cards == Cards.NONE or (site.cards == Cards.PORTRAITS and not portrait):
        return ""
    return urls.interview_card(language, interview, "jpg" if portrait else "png")


def words(edition: Edition, outline: Outline) -> CardWords:
    """Return what the card of an interview says: its title as it was held where there is no translation."""
    translated = outline.english.get(outline.title.id)
    return CardWords(
        language=edition.language,
        title=edition.plain(outline, outline.title),
        tongue=edition.language if translated and translated.text else outline.original,
        speakers=wording.COMMA[edition.language].join(name.striptags() for name in edition.interviewees(outline)),
        archive=markup.bare(edition.site.config.title[edition.language]),
    )
