"""Citations in the styles that readers are asked for: Chicago, MLA, APA, and a Persian list of references.

A citation is made in pieces. What differs from turn to turn, or is known only to the reader's browser, is a slot: the
place in the text, the state of the translation, the day of access and the address. A slot without a value leaves
nothing behind. Sources: The Chicago Manual of Style 17, 14.211 (notes); MLA Handbook 9, 5.1–5.99 and the interviews of
its appendix; Publication Manual of the APA 7, 10.12 and its example of an archived interview. The Persian form has the
order of APA with whole given names, as Iranian journals print it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from goftogu.content.settings import SiteConfig
from goftogu.edition import citation_dates, wording
from goftogu.edition.citations import ends
from goftogu.edition.material import CitedName, Credit, Material
from goftogu.model import Bilingual, InterfaceMessage, Language, Paragraph, Role

_ACCESSED: Final = Bilingual("، دسترسی در ", ", accessed ")
_FEW: Final = 3
"""How many names a note of Chicago lists; with more, only the first is."""
_PAIR: Final = 2
"""How many names MLA lists."""
_INITIAL: Final = re.compile(r"(\w)[^\s-]*")
_OUTER: Final = str.maketrans("“”", "‘’")
_INNER: Final = str.maketrans("«»", "“”")


class Style(StrEnum):
    """A style of citations."""

    NOTE = "note"
    CHICAGO = "chicago"
    MLA = "mla"
    APA = "apa"
    PERSIAN = "persian"


LABELS: Final[Mapping[Style, InterfaceMessage]] = {
    Style.NOTE: InterfaceMessage("In full"),
    Style.CHICAGO: InterfaceMessage("Chicago"),
    Style.MLA: InterfaceMessage("MLA"),
    Style.APA: InterfaceMessage("APA"),
    Style.PERSIAN: InterfaceMessage("Persian list of references"),
}


class Slot(NamedTuple):
    """A place in a citation whose value is not the same everywhere.

    Attributes:
        name: ``turn``, ``state``, ``day`` or ``address``.
        before: What precedes the value, if there is one.
        after: What follows it.
    """

    name: str
    before: str
    after: str = ""

    def filled(self, value: str) -> str:
        """Return the value with what is around it, or nothing."""
        return f"{self.before}{value}{self.after}" if value else ""


Piece = str | Slot
"""A piece of a citation."""


@dataclass(frozen=True, slots=True)
class Form:
    """A citation in pieces.

    Attributes:
        style: Its style.
        language: Language of its words.
        pieces: The pieces.
    """

    style: Style
    language: Language
    pieces: tuple[Piece, ...]

    def filled(self, values: Mapping[str, str]) -> str:
        """Return the citation with the values of its slots, by their names."""
        return "".join(
            piece if isinstance(piece, str) else piece.filled(values.get(piece.name, "")) for piece in self.pieces
        )


def language_of(style: Style, edition: Language) -> Language:
    """Return the language of the words of a style on the pages of an edition."""
    if style is Style.NOTE:
        return edition
    return Language.FA if style is Style.PERSIAN else Language.EN


def offered(config: SiteConfig) -> Sequence[Style]:
    """Return the styles in which an archive is cited; in one in Persian alone nothing has an English name."""
    return tuple(Style) if config.translated else (Style.NOTE, Style.PERSIAN)


def form(material: Material, style: Style, edition: Language) -> Form:
    """Return the citation of an interview in a style.

    Args:
        material: The interview.
        style: The style.
        edition: The language of the page that is cited.
    """
    language = language_of(style, edition)
    made = _note(material, edition) if style is Style.NOTE else _FORMS[style](_Cited(material, language))
    return Form(style, language, tuple(filter(None, made)))


def state(material: Material, units: Iterable[Paragraph], edition: Language, language: Language) -> str:
    """Say which text is quoted: the original, or a translation with its state.

    Args:
        material: The interview.
        units: The paragraphs that are quoted.
        edition: The language of the page that is cited.
        language: Language of the words.
    """
    original = material.original
    return wording.ORIGINAL[original][language] if edition == original else wording.english(material, units, language)


def _note(material: Material, edition: Language) -> tuple[Piece, ...]:
    """Return the note of the archive itself, which says more than the others: see ``citations``."""
    comma, received = wording.COMMA[edition], wording.received(material, edition)
    before, after = ends(material, edition)
    told = f"{wording.SEMICOLON[edition]}{received}" if received else ""
    said = before, Slot("turn", comma), Slot("state", comma), f"{told}{comma}{after}"
    return *said, Slot("day", _ACCESSED[edition]), ".", Slot("address", " ")


class _Cited:
    """What the styles say of an interview, in the language of their words."""

    def __init__(self, material: Material, language: Language) -> None:
        self.material, self.language = material, language
        self.title = material.plain(material.interview.title, language)
        self.archive = material.config.title[language]
        self.publisher = material.publisher(language)
        self.date = material.interview.date

    def names(self, role: Role, shown: Callable[[Credit], str]) -> list[str]:
        return [shown(credit) for credit in self.material.credits(role)]

    def whole(self, credit: Credit) -> str:
        return credit.name(self.language)

    def inverted(self, credit: Credit) -> str:
        name = credit.parts(self.language)
        return wording.COMMA[self.language].join(filter(None, (name.family, name.given)))

    def initialed(self, credit: Credit) -> str:
        return _initialed(credit.parts(self.language))

    @property
    def asking(self) -> str:
        return wording.AND[self.language].join(self.names(Role.INTERVIEWER, self.whole))


def _chicago(cited: _Cited) -> Iterable[Piece]:
    asked = cited.names(Role.INTERVIEWEE, cited.whole)
    names = f"{asked[0]} et al." if len(asked) > _FEW else _series(asked)
    by = f"interview by {cited.asking}" if cited.asking else "interview"
    head = ", ".join(filter(None, (names, by if names else by.capitalize(), f"“{_within(cited.title)},”")))
    date = citation_dates.american(cited.date, dari=cited.material.dari)
    tail = ", ".join(filter(None, (cited.publisher, date, cited.archive)))
    return (
        f"{head} {tail}",
        Slot("turn", ", "),
        Slot("state", ", "),
        Slot("day", ", accessed "),
        Slot("address", ", "),
        ".",
    )


def _mla(cited: _Cited) -> Iterable[Piece]:
    asked = cited.material.credits(Role.INTERVIEWEE)
    first, others = ", ".join(map(cited.inverted, asked[:1])), ", ".join(map(cited.whole, asked[1:]))
    names = f"{first}, et al" if len(asked) > _PAIR else ", and ".join(filter(None, (first, others)))
    by = f"Interview by {cited.asking}" if cited.asking else "Interview"
    date = citation_dates.short(cited.date, dari=cited.material.dari)
    places = (
        [f"{cited.publisher}, {date}" if date else cited.publisher, cited.archive]
        if cited.publisher
        else [f"{cited.archive}, {date}" if date else cited.archive]
    )
    said = (names, f"“{_stopped(_within(cited.title))}”", by, *places[:-1])
    head = " ".join(text if text.endswith("”") else _stopped(text) for text in said if text)
    return (
        f"{head} {places[-1]}",
        Slot("turn", ", "),
        Slot("address", ", "),
        ".",
        Slot("state", " Text: ", "."),
        Slot("day", " Accessed ", "."),
    )


def _apa(cited: _Cited) -> Iterable[Piece]:
    asked = cited.names(Role.INTERVIEWEE, cited.initialed)
    date = f"({citation_dates.inverted(cited.date, dari=cited.material.dari) or 'n.d.'})."
    by = f" [Interview by {cited.asking}" if cited.asking else " [Interview"
    source = "; ".join(filter(None, (cited.publisher, cited.archive)))
    head = f"{_listed(asked)} {date} {cited.title}" if asked else cited.title
    placed = (head, Slot("turn", " (", ")"), by, Slot("state", "; "), "]. " if asked else f"]. {date} ")
    return *placed, f"{_stopped(source)}", Slot("day", " Retrieved ", ", from"), Slot("address", " ")


def _persian(cited: _Cited) -> Iterable[Piece]:
    asked = "؛ ".join(cited.names(Role.INTERVIEWEE, cited.inverted))
    date = citation_dates.persian(cited.date, dari=cited.material.dari) or "بی‌تا"
    title = f"«{cited.title.translate(_INNER)}»"
    by = f"گفت‌وگو با {cited.asking}" if cited.asking else "گفت‌وگو"
    head = f"{asked} ({date}). {title}" if asked else f"{title} ({date})"
    said = ". ".join(filter(None, (head, by, cited.publisher, cited.archive)))
    return (
        said,
        Slot("turn", "، "),
        ".",
        Slot("state", " ", "."),
        Slot("day", " بازیابی در ", " از"),
        Slot("address", " "),
    )


_FORMS: Final[Mapping[Style, Callable[[_Cited], Iterable[Piece]]]] = {
    Style.CHICAGO: _chicago,
    Style.MLA: _mla,
    Style.APA: _apa,
    Style.PERSIAN: _persian,
}


def _series(names: Sequence[str]) -> str:
    """Join names by commas and “and”."""
    if len(names) <= _PAIR:
        return " and ".join(names)
    return f"{', '.join(names[:-1])}, and {names[-1]}"


def _listed(names: Sequence[str]) -> str:
    """Join names as APA does, with a sign before the last one; each ends in a full stop."""
    joined = f"{', '.join(names[:-1])}, & {names[-1]}" if len(names) > 1 else names[0]
    return _stopped(joined)


def _initialed(name: CitedName) -> str:
    """Return a name with the initials of the given names: ``Sarv, A. J.``."""
    initials = _INITIAL.sub(r"\1.", name.given)
    return ", ".join(filter(None, (name.family, initials)))


def _within(title: str) -> str:
    """Return a title for quotation marks: its own become single ones."""
    return title.translate(_OUTER)


def _stopped(text: str) -> str:
    """Return a text with a full stop, unless it has its own end."""
    return text if text.endswith((".", "?", "!", "؟", "…")) else f"{text}."
