"""How an interview and its turns are cited, and where readers report a fault."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from goftogu import markup, urls
from goftogu.edition import wording
from goftogu.edition.citations import pieces
from goftogu.edition.material import Material
from goftogu.model import Language


@dataclass(frozen=True, slots=True)
class Citing:
    """What a page says about citing.

    Attributes:
        words: The citation of the interview, without a full stop.
        address: Full address of the interview, or empty.
        before: What precedes the number of a turn in its citation.
        turn: The words for a turn, with ``{}`` for its number.
        after: What follows the quoted text.
        usual: Which text is quoted by who quotes most of the turns.
        others: The same for the other turns, by id.
        mends: Where a fault of a turn is reported, by id; empty when the archive has no such place.
    """

    words: Markup
    address: str
    before: str
    turn: str
    after: str
    usual: str
    others: Mapping[str, str]
    mends: Mapping[str, str]


def citing(given: Material, language: Language) -> Citing:
    """Say how an interview is cited on a page of one language."""
    parts = pieces(given, language)
    quoted = {turn.id: wording.quoted(given, turn.paragraphs, language) for turn in given.interview.turns}
    told = list(quoted.values())
    usual = max(dict.fromkeys(told), key=told.count) if told else ""
    return Citing(
        words=markup.plain(parts.whole.words, language),
        address=parts.whole.address if given.config.url else "",
        before=parts.before,
        turn=parts.turn,
        after=parts.after,
        usual=usual,
        others={turn: text for turn, text in quoted.items() if text != usual},
        mends=_mends(given, language),
    )


def _mends(given: Material, language: Language) -> Mapping[str, str]:
    contact, name = given.config.corrections, given.interview.id
    if not contact:
        return {}
    return {
        turn.id: urls.correction(contact, f"{name}#{turn.id}", given.address(language, turn.id))
        for turn in given.interview.turns
    }
