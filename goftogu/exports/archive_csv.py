"""``archive.csv``: what is known of every interview, a row each, for spreadsheets and statistics.

Source of the form: RFC 4180. A byte-order mark tells spreadsheets that it is UTF-8. Where a cell has more than one
value, they are separated by ``; ``.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from goftogu.content import licences
from goftogu.conventions import tongues
from goftogu.edition import particulars
from goftogu.edition.material import Credit, Material
from goftogu.edition.site import Site
from goftogu.model import Language, Paragraph, Role
from goftogu.persian.dates.calendar import iso
from goftogu.storage import cells
from goftogu.translation.memory.entry import State

_MARK: Final = "\ufeff"
_BETWEEN: Final = "; "

_Values = str | int | Sequence[str]


def frame(_: Site) -> tuple[bytes, bytes]:
    """Return what is before the first row and after the last one."""
    return f"{_MARK}{_line(COLUMNS)}".encode(), b""


def row(material: Material) -> bytes:
    """Return the row of an interview."""
    return _line(map(_cell, (value(material) for value in COLUMNS.values()))).encode()


def _line(values: Iterable[str]) -> str:
    made = io.StringIO(newline="")
    csv.writer(made).writerow(values)
    return made.getvalue()


def _cell(value: _Values) -> str:
    if isinstance(value, int):
        return str(value)
    text = value if isinstance(value, str) else _BETWEEN.join(value)
    return cells.safe(" ".join(text.split()))


def _named(role: Role, language: Language) -> Callable[[Material], _Values]:
    """Return what names those who have a role; a label is in the language of the transcript, and no name in another."""
    return lambda material: [
        credit.name(language) for credit in material.credits(role) if _is_named(material, credit, language)
    ]


def _people(role: Role) -> Callable[[Material], _Values]:
    return lambda material: [credit.known.id for credit in material.credits(role) if credit.known]


def _text(of: Callable[[Material], Paragraph | None], language: Language) -> Callable[[Material], _Values]:
    """Return what gives a paragraph in one language; nothing where it has no English."""

    def text(material: Material) -> str:
        unit = of(material)
        return material.plain(unit, language) if unit and language in material.languages(unit) else ""

    return text


def _title(material: Material) -> Paragraph:
    return material.interview.title


def _summary(material: Material) -> Paragraph | None:
    return material.particulars.summary


def _keywords(material: Material) -> Paragraph | None:
    return material.particulars.keywords


def _subjects(language: Language) -> Callable[[Material], _Values]:
    text = _text(_keywords, language)
    return lambda material: particulars.keywords(str(text(material)))


def _series(language: Language) -> Callable[[Material], _Values]:
    return lambda material: material.series.title[language] if material.series else ""


def _contributors(language: Language) -> Callable[[Material], _Values]:
    """Return what names those who made an interview with their roles, the names in one language."""
    return lambda material: [
        f"{role}: {credit.name(language)}"
        for role, credit in particulars.credited(material)
        if _is_named(material, credit, language)
    ]


def _is_named(material: Material, credit: Credit, language: Language) -> bool:
    """Tell whether somebody has a name in a language; one in Persian letters is no English name."""
    latin = language == Language.EN and not tongues.has_persian_letters(credit.label)
    return bool(credit.known) or language == material.original or latin


def _words(language: Language) -> Callable[[Material], _Values]:
    """Return what counts the words that are spoken; what has no English counts nothing."""

    def count(material: Material) -> int:
        spoken = (unit for turn in material.interview.turns for unit in turn.paragraphs)
        texts = (material.plain(unit, language) for unit in spoken if language in material.languages(unit))
        return sum(len(text.split()) for text in texts)

    return count


def _paragraphs(state: State) -> Callable[[Material], _Values]:
    return lambda material: Counter(material.english(unit).state for unit in material.interview.units())[state]


def _holder(language: Language) -> Callable[[Material], _Values]:
    return lambda material: material.rights.holder[language] if material.rights.holder else ""


def _statement(language: Language) -> Callable[[Material], _Values]:
    return lambda material: material.rights.statement[language] if material.rights.statement else ""


def _licence(address: str) -> str:
    return licences.name(address) if address else ""


def _day(material: Material) -> str:
    return iso(material.interview.date) if material.interview.date else ""


def _end(name: str) -> Callable[[Material], _Values]:
    return lambda held: getattr(held.interview.date, name).isoformat() if held.interview.date else ""


FA, EN = Language.FA, Language.EN
COLUMNS: Final[Mapping[str, Callable[[Material], _Values]]] = {
    "id": lambda held: held.interview.id,
    "identifier": lambda held: held.particulars.identifier,
    "doi": lambda held: held.particulars.doi,
    "title_fa": _text(_title, FA),
    "title_en": _text(_title, EN),
    "series": lambda held: held.particulars.series,
    "series_fa": _series(FA),
    "series_en": _series(EN),
    "part": lambda held: held.particulars.part or "",
    "date": _day,
    "date_first": _end("first"),
    "date_last": _end("last"),
    "calendar": lambda held: held.interview.date.calendar if held.interview.date else "",
    "place": lambda held: held.particulars.place,
    "place_fa": lambda held: particulars.place(held, FA),
    "place_en": lambda held: particulars.place(held, EN),
    "duration": lambda held: held.particulars.duration or "",
    "languages": lambda held: held.particulars.languages,
    "interviewees": _people(Role.INTERVIEWEE),
    "interviewees_fa": _named(Role.INTERVIEWEE, FA),
    "interviewees_en": _named(Role.INTERVIEWEE, EN),
    "interviewers": _people(Role.INTERVIEWER),
    "interviewers_fa": _named(Role.INTERVIEWER, FA),
    "interviewers_en": _named(Role.INTERVIEWER, EN),
    "contributors_fa": _contributors(FA),
    "contributors_en": _contributors(EN),
    "summary_fa": _text(_summary, FA),
    "summary_en": _text(_summary, EN),
    "keywords_fa": _subjects(FA),
    "keywords_en": _subjects(EN),
    "text_languages": lambda held: [held.tag_of(language) for language in held.tongues],
    "publisher_fa": lambda held: held.publisher(FA),
    "publisher_en": lambda held: held.publisher(EN),
    "source_url": lambda held: held.interview.provenance.url,
    "published": lambda held: held.interview.provenance.published,
    "received": lambda held: held.interview.provenance.received,
    "changed": lambda held: held.interview.changed,
    "rights_holder_fa": _holder(FA),
    "rights_holder_en": _holder(EN),
    "rights_fa": _statement(FA),
    "rights_en": _statement(EN),
    "licence": lambda held: _licence(held.rights.licence),
    "licence_url": lambda held: held.rights.licence,
    "translation_licence": lambda held: _licence(held.rights.translation),
    "translation_licence_url": lambda held: held.rights.translation,
    "topics": lambda held: [topic.id for topic in held.topics()],
    "topics_fa": lambda held: [topic.label.fa for topic in held.topics()],
    "topics_en": lambda held: [topic.label.en for topic in held.topics()],
    "turns": lambda held: len(held.interview.turns),
    "words_fa": _words(FA),
    "words_en": _words(EN),
    **{f"paragraphs_{state}": _paragraphs(state) for state in State if state is not State.ORIGINAL},
    "version_fa": lambda held: held.version(FA) if FA in held.tongues else "",
    "version_en": lambda held: held.version(EN) if EN in held.tongues else "",
    "url_fa": lambda held: held.address(FA),
    "url_en": lambda held: held.address(EN) if held.config.translated else "",
}
"""The columns, and what each has of an interview."""
