"""Files for reference managers: RIS, BibTeX and CSL-JSON.

Each file has two records, the Persian original and its English, because they are two texts with two addresses. Both say
which text they are. As long as nothing is in English there is one record. A date that is not within one Gregorian year
is told by its years where the format knows such a range, and in the note: none of the formats knows another calendar.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from goftogu.content import languages
from goftogu.edition import wording
from goftogu.edition.material import CitedName, Material
from goftogu.exports import json_text
from goftogu.exports import reference_particulars as more
from goftogu.model import Language, Role
from goftogu.persian.dates.calendar import DateValue, iso

_TEX: Final = {
    "\\": r"\textbackslash{}",
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "$&#%_"},
}
"""Signs that mean something to TeX; braces are counted by BibTeX even behind a backslash."""
_NOT_IN_KEYS: Final = re.compile(r"[^\w.+-]")
_SPACE: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Record:
    """One text of an interview, in the terms that all formats share."""

    key: str
    language: Language
    tag: str
    title: str
    authors: tuple[CitedName, ...]
    interviewers: tuple[CitedName, ...]
    day: str
    years: tuple[int, ...]
    archive: str
    publisher: str
    address: str
    absolute: bool
    note: str
    version: str
    keywords: tuple[str, ...]
    material: Material


def ris(material: Material) -> bytes:
    """Write the interview as RIS, with the line ends that its specification asks for."""
    records = "\r\n".join(
        "".join(f"{tag}  - {_plain(value)}\r\n" for tag, value in _ris(record)) for record in _records(material)
    )
    return records.encode()


def bibtex(material: Material) -> bytes:
    """Write the interview as BibTeX, in UTF-8; the fields are those of BibTeX and biblatex together."""
    records = (f"@misc{{{record.key},\n{''.join(_bibtex(record))}}}\n" for record in _records(material))
    return "\n".join(records).encode()


def csl(material: Material) -> bytes:
    """Write the interview as CSL-JSON."""
    records = [_csl(record) for record in _records(material)]
    return json_text.dump(records)


def _records(material: Material) -> Iterator[_Record]:
    interview = material.interview
    for language in material.tongues:
        note = wording.quoted(material, interview.units(), language)
        day = iso(interview.date) if interview.date else ""
        told = material.date(language) if interview.date and not day else ""
        yield _Record(
            key=f"{_NOT_IN_KEYS.sub(_numbered, interview.id)}-{language}",
            language=language,
            tag=material.tag_of(language),
            title=_plain(material.plain(interview.title, language)),
            authors=tuple(credit.parts(language) for credit in material.credits(Role.INTERVIEWEE)),
            interviewers=tuple(credit.parts(language) for credit in material.credits(Role.INTERVIEWER)),
            day=day,
            years=_years(interview.date),
            archive=material.config.title[language],
            publisher=material.publisher(language),
            address=material.address(language),
            absolute=bool(material.config.url),
            note=_plain(wording.SEMICOLON[language].join(filter(None, (told, note)))),
            version=material.version(language),
            keywords=tuple(topic.label[language] for topic in material.topics()),
            material=material,
        )


def _ris(record: _Record) -> Iterator[tuple[str, str]]:
    yield "TY", "ELEC"
    yield "ID", record.key
    for name in record.authors:
        yield "AU", more.inverted(name)
    for name in record.interviewers:
        yield "A2", more.inverted(name)
    yield "TI", record.title
    yield "T2", record.archive
    if record.publisher:
        yield "PB", record.publisher
    if record.day:
        yield "PY", record.day[:4]
        yield "DA", "/".join([*record.day.split("-"), "", ""][:3]) + "/"
    yield "LA", record.tag
    yield "M3", wording.INTERVIEW[record.language]
    yield "ET", record.version
    yield "N1", record.note
    for keyword in record.keywords:
        yield "KW", keyword
    yield from more.ris(record.material, record.language)
    if record.absolute:
        yield "UR", record.address
    yield "ER", ""


def _bibtex(record: _Record) -> Iterator[str]:
    fields = {
        "author": " and ".join(map(_bibtex_name, record.authors)),
        "title": f"{{{_tex(record.title)}}}",
        "date": record.day or "/".join(f"{year:04}" for year in record.years),
        "year": record.day[:4],
        "howpublished": _tex(record.archive),
        "publisher": _tex(record.publisher),
        "type": wording.INTERVIEW[record.language],
        "language": languages.NAMES[record.tag].en.lower(),
        "langid": languages.NAMES[record.language].en.lower(),
        "version": record.version,
        "note": _tex(record.note),
        "keywords": ", ".join(map(_tex, (*record.keywords, *more.keywords(record.material, record.language)))),
        "url": record.address if record.absolute else "",
        **{name: _tex(text) for name, text in more.bibtex(record.material, record.language).items()},
        **_bibtex_people(record),
    }
    return (f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)


def _bibtex_people(record: _Record) -> Mapping[str, str]:
    """Return interviewers, editors and translators; interviewers come before editors, who are then ``editora``."""
    asking = " and ".join(map(_bibtex_name, record.interviewers))
    editing, translating = (
        " and ".join(map(_bibtex_name, more.names(record.material, record.language, role)))
        for role in ("editor", "translator")
    )
    first = {"editor": asking or editing, "editortype": "interviewer" if asking else ""}
    second = {"editora": editing, "editoratype": "editor"} if asking and editing else {}
    return {**first, **second, "translator": translating}


def _bibtex_name(name: CitedName) -> str:
    return f"{_tex(name.family)}, {_tex(name.given)}" if name.given else f"{{{_tex(name.family)}}}"


def _csl(record: _Record) -> Mapping[str, Any]:
    fields: dict[str, Any] = {
        "id": record.key,
        "type": "interview",
        "title": record.title,
        "author": list(map(_csl_name, record.authors)),
        "interviewer": list(map(_csl_name, record.interviewers)),
        "issued": _issued(record),
        "container-title": record.archive,
        "publisher": record.publisher,
        "language": record.tag,
        "genre": wording.INTERVIEW[record.language],
        "version": record.version,
        "note": record.note,
        "keyword": ", ".join((*record.keywords, *more.keywords(record.material, record.language))),
        "URL": record.address if record.absolute else "",
        **more.csl(record.material, record.language),
        **{role: list(map(_csl_name, names)) for role, names in _csl_names(record)},
    }
    return {name: value for name, value in fields.items() if value}


def _csl_names(record: _Record) -> Iterable[tuple[str, list[CitedName]]]:
    return more.csl_names(record.material, record.language).items()


def _issued(record: _Record) -> Mapping[str, Any] | None:
    if record.day:
        return {"date-parts": [[int(part) for part in record.day.split("-")]]}
    return {"date-parts": [[year] for year in record.years]} if record.years else None


def _years(date: DateValue | None) -> tuple[int, ...]:
    """Return the Gregorian years in which a date begins and ends."""
    return tuple(dict.fromkeys((date.first.year, date.last.year))) if date else ()


def _csl_name(name: CitedName) -> Mapping[str, str]:
    return {"family": name.family, "given": name.given} if name.given else {"literal": name.family}


def _tex(text: str) -> str:
    return "".join(_TEX.get(character, character) for character in text)


def _numbered(found: re.Match[str]) -> str:
    """Write a character that no key may have by its number; no id has a colon, so two ids never share a key."""
    return f":{ord(found[0]):x}:"


def _plain(text: str) -> str:
    """Return a text as one line; a line break would end a field of RIS."""
    return _SPACE.sub(" ", text)
