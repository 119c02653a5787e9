"""How an interview and its turns are cited on its pages, and where readers report a fault."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import NamedTuple

from markupsafe import Markup

from goftogu import markup, urls
from goftogu.edition import citation_styles
from goftogu.edition.citation_styles import Form, Slot, Style
from goftogu.edition.citations import TURN
from goftogu.edition.material import Material
from goftogu.model import InterfaceMessage, Language, Paragraph

_SLOT = Markup('<span data-slot="%s" data-before="%s" data-after="%s">%s</span>')
_ADDRESS = Markup('%s<bdi class="address" dir="ltr">%s</bdi>%s')


class StyleView(NamedTuple):
    """A citation of the interview in one style, with a place for what differs from turn to turn.

    Attributes:
        style: Its style.
        label: What it is called.
        language: Language of its words.
        text: The citation.
        turn: The words for a turn, with ``{}`` for its number.
    """

    style: Style
    label: InterfaceMessage
    language: Language
    text: Markup
    turn: str


@dataclass(frozen=True, slots=True)
class EditionCiting:
    """How one edition of an interview is cited.

    Attributes:
        language: That edition.
        address: Its full address; its path within the site when the archive does not know more.
        styles: The citations.
        kinds: Which texts its turns are, in the languages of the citations, that of most turns first, one a line.
        others: Which of these lines is that of a turn, by id; only where it is not the first.
    """

    language: Language
    address: str
    styles: tuple[StyleView, ...]
    kinds: Mapping[Language, str]
    others: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Citing:
    """What a page says about citing.

    Attributes:
        editions: How each edition is cited that the page shows, that of the page first.
        mends: Where a fault of a turn is reported, by id; empty when the archive has no such place.
        passages: The link to the page of the passages that a reader has chosen.
        style: The link to the style sheet of what is cited and chosen.
        script: The link to its script.
    """

    editions: tuple[EditionCiting, ...]
    mends: Mapping[str, str]
    passages: str
    style: str
    script: str

    @property
    def acts(self) -> bool:
        """Whether any turn has a fault to report or is another text than most."""
        return bool(self.mends) or any(edition.others for edition in self.editions)

    def others(self, turn: str) -> Sequence[tuple[Language, int]]:
        """Return in which editions a turn is another text than most, and which."""
        return [(edition.language, edition.others[turn]) for edition in self.editions if turn in edition.others]


def citer(given: Material) -> Callable[..., Citing]:
    """Return what says how an interview is cited on a page, by its language and whether it shows both texts.

    The citations of an edition are made once, for all pages that show it.

    Args:
        given: The interview.
    """
    return partial(_citing, given, cache(partial(_edition, given)))


def _citing(given: Material, edition: Callable[[Language], EditionCiting], language: Language, *, both: bool) -> Citing:
    editions = [language, *(other for other in given.config.editions if both and other is not language)]
    here = urls.interview(language, given.interview.id)
    targets = (urls.passages(language), urls.CITE_STYLE, urls.CITE_SCRIPT)
    links = (urls.href(here, target) for target in targets)
    return Citing(tuple(map(edition, editions)), _mends(given, language), *links)


def _edition(given: Material, edition: Language) -> EditionCiting:
    told = {turn.id: _kinds(given, turn.paragraphs, edition) for turn in given.interview.turns}
    kinds = sorted(dict.fromkeys(told.values()), key=list(told.values()).count, reverse=True)
    places = {turn: kinds.index(kind) for turn, kind in told.items()}
    forms = [citation_styles.form(given, style, edition) for style in citation_styles.offered(given.config)]
    units = tuple(given.interview.units())
    whole = cache(partial(citation_styles.state, given, units, edition))
    return EditionCiting(
        edition,
        given.address(edition),
        tuple(_view(given, form, edition, whole(form.language)) for form in forms),
        {
            language: "\n".join(said)
            for language, said in zip(given.config.editions, zip(*kinds, strict=True), strict=False)
        },
        {turn: place for turn, place in places.items() if place},
    )


def _kinds(given: Material, units: Iterable[Paragraph], edition: Language) -> tuple[str, ...]:
    return tuple(citation_styles.state(given, units, edition, language) for language in given.config.editions)


def _view(given: Material, form: Form, edition: Language, state: str) -> StyleView:
    values = {"state": state, "address": given.address(edition) if given.config.url else ""}
    made = (
        markup.plain(piece, form.language) if isinstance(piece, str) else _slot(piece, form, values)
        for piece in form.pieces
    )
    label = citation_styles.LABELS[form.style]
    return StyleView(form.style, label, form.language, Markup().join(made), TURN[form.language])


def _slot(slot: Slot, form: Form, values: Mapping[str, str]) -> Markup:
    value = values.get(slot.name, "")
    shown = markup.plain(slot.filled(value), form.language)
    if value and slot.name == "address":
        shown = _ADDRESS % (slot.before, value, slot.after)
    return _SLOT % (slot.name, slot.before, slot.after, shown)


def _mends(given: Material, language: Language) -> Mapping[str, str]:
    contact, name = given.config.corrections, given.interview.id
    if not contact:
        return {}
    return {
        turn.id: urls.correction(contact, f"{name}#{turn.id}", given.address(language, turn.id))
        for turn in given.interview.turns
    }
