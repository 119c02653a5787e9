"""The JSON export: everything that the pages of an interview show, for programs.

``docs/interview.schema.json`` describes it. The keys keep their meaning for ever; a change that would break a reader
gets a new :data:`SCHEMA`.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Final

from goftogu.conventions import withheld
from goftogu.edition.material import Material
from goftogu.exports import json_particulars
from goftogu.index.topics import TopicMark
from goftogu.model import Exchange, Footnote, Interview, Language, Paragraph, Picture, Speaker, Turn
from goftogu.persian.dates.calendar import DateRange, DateValue, PartialDate, iso
from goftogu.translation.memory.entry import NOTHING, State, Translation

SCHEMA: Final = "urn:goftogu:interview:1"
"""The ``$id`` of the schema, with its version."""


def json_document(material: Material) -> bytes:
    """Write an interview as JSON, with one line for each turn and each exchange.

    Returns:
        UTF-8. Equal input gives equal bytes.
    """
    interview, english = material.interview, _Pairs(material)
    document: dict[str, Any] = {
        "schema": SCHEMA,
        "id": interview.id,
        "title": english.paragraph(interview.title),
        "date": _date(interview.date) if interview.date else None,
        **({"original": str(material.original)} if material.original is not Language.FA else {}),
        "languages": [material.tag_of(language) for language in material.tongues],
        "source": _source(interview),
        "rights": _rights(material),
        **json_particulars.document(material, english.paragraph),
        **_recordings(material),
        "revisions": [{"date": item.date, "note": item.note or None} for item in interview.revisions],
        "edits": _edits(material),
        "states": english.states(interview.units()),
        "speakers": [english.speaker(speaker) for speaker in interview.speakers.values()],
        "lede": english.optional(interview.lede),
        "introduction": english.paragraphs(interview.introduction),
        "note": english.optional(interview.note),
        "sections": [
            {"id": section.id, **json_particulars.section(material, section, english.paragraph)}
            for section in interview.sections
        ],
        "turns": [english.turn(turn, interview) for turn in interview.turns],
        **_pictures(material, english),
        "exchanges": [_exchange(material, exchange) for exchange in interview.exchanges],
        **_notes(interview, english),
    }
    return _dump(document).encode()


class _Pairs:
    """Pairs the original with its translation."""

    def __init__(self, material: Material) -> None:
        self._translations: Mapping[str, Translation] = material.translations
        self._original = material.original

    def paragraph(self, paragraph: Paragraph) -> dict[str, Any]:
        found = self._translations.get(paragraph.id, NOTHING)
        special = {"language": paragraph.language, "form": paragraph.form}
        original, record = self._original, f"{self._original}_record"
        return {
            "id": paragraph.id,
            **{name: value for name, value in special.items() if value},
            original: paragraph.reading,
            record: paragraph.record,
            original.other: found.text or None,
            "state": found.state,
            "origin": found.origin or None,
            **_review(found),
        }

    def note(self, note: Footnote) -> dict[str, Any]:
        return {"label": note.label, "number": note.number, "place": note.place, "text": self.paragraph(note.text)}

    def paragraphs(self, paragraphs: Iterable[Paragraph]) -> list[dict[str, Any]]:
        return [self.paragraph(paragraph) for paragraph in paragraphs]

    def optional(self, paragraph: Paragraph | None) -> dict[str, Any] | None:
        return None if paragraph is None else self.paragraph(paragraph)

    def states(self, paragraphs: Iterable[Paragraph]) -> dict[str, int]:
        """Count the paragraphs in each state; every state is listed."""
        counts = Counter(self._translations.get(paragraph.id, NOTHING).state for paragraph in paragraphs)
        return {state.value: counts[state] for state in State if state is not State.ORIGINAL or counts[state]}

    def speaker(self, speaker: Speaker) -> dict[str, Any]:
        return {
            "label": speaker.label,
            "role": speaker.role,
            "person": speaker.person or None,
            "organisation": speaker.organisation or None,
            "description": self.optional(speaker.description),
            "inferred": speaker.inferred,
        }

    def turn(self, turn: Turn, interview: Interview) -> dict[str, Any]:
        return {
            "id": turn.id,
            "speaker": turn.speaker,
            "role": interview.speakers[turn.speaker].role,
            "exchange": interview.exchanges[turn.exchange].id,
            "section": turn.section or None,
            "inferred": turn.inferred,
            **_time(turn),
            "paragraphs": [{**self.paragraph(unit), **_time(unit)} for unit in turn.paragraphs],
        }


def _pictures(material: Material, english: _Pairs) -> dict[str, Any]:
    """Return the portrait and the pictures of the text, only where there are some."""
    interview, portrait = material.interview, material.interview.portrait
    found = {"portrait": _picture(material, portrait, english)} if portrait and material.pictures.of(portrait) else {}
    shown = [_picture(material, one, english) for one in interview.pictures if material.pictures.of(one)]
    return {**found, "pictures": shown} if shown else found


def _picture(material: Material, picture: Picture, english: _Pairs) -> dict[str, Any]:
    sizes = material.pictures.published[picture.file].sizes
    return {
        "id": picture.id,
        "after": picture.after or None,
        "alt": english.paragraph(picture.alt),
        "caption": english.optional(picture.caption),
        "credit": picture.credit or None,
        "sizes": [
            {"width": size.width, "height": size.height, "file": size.path, "webp": size.webp or None} for size in sizes
        ],
    }


def _date(date: DateValue) -> dict[str, Any]:
    return {
        "iso": iso(date) or None,
        "first": date.first.isoformat(),
        "last": date.last.isoformat(),
        "calendar": date.calendar,
        "given": "/".join(_given(date.start, date.end) if isinstance(date, DateRange) else _given(date)),
    }


def _given(*dates: PartialDate) -> list[str]:
    parts = [(f"{date.year:04}", f"{date.month or 0:02}", f"{date.day or 0:02}")[: date.precision] for date in dates]
    return ["-".join(known) for known in parts]


def _source(interview: Interview) -> dict[str, str | None]:
    provenance = interview.provenance
    return {
        "organisation": provenance.name or None,
        "name": provenance.name_text or None,
        "url": provenance.url or None,
        "published": provenance.published or None,
        "received": provenance.received or None,
        "file": None if withheld.is_closed(interview) else provenance.file or None,
    }


def _rights(material: Material) -> dict[str, Any]:
    """Return what is known of the rights; the defaults of the archive included."""
    rights = material.rights
    names = {"holder": rights.holder, "statement": rights.statement}
    both = {name: {"fa": text.fa, "en": text.en or None} if text else None for name, text in names.items()}
    translated = {"translation": rights.translation} if rights.translation else {}
    return {**both, "licence": rights.licence or None, "note": rights.note or None, **translated}


def _recordings(material: Material) -> dict[str, Any]:
    """Return the recordings that are published; an interview without any has no such key."""
    found = [
        {
            "address": item.address(material.config),
            "type": item.type,
            "label": {"fa": item.label.fa, "en": item.label.en},
            "offset": item.offset,
            "seconds": item.seconds or None,
        }
        for item in material.recordings
    ]
    return {"recordings": found} if found else {}


def _time(spoken: Turn | Paragraph) -> dict[str, int]:
    """Return when something begins, in seconds on the clock of the transcript; nothing where nobody knows."""
    return {} if spoken.time is None else {"time": spoken.time}


def _edits(material: Material) -> list[dict[str, str]] | None:
    """Return where the archive edited the text received; ``None`` when nobody can say so."""
    if material.collation is None:
        return None
    return [
        {"kind": edit.kind, "paragraph": edit.paragraph, "received": edit.before, "shown": edit.after}
        for edit in material.collation.edits
    ]


def _exchange(material: Material, exchange: Exchange) -> dict[str, Any]:
    topics = [_topic(mark) for mark in material.marks.get(exchange.id, ())]
    return {"id": exchange.id, "turns": exchange.turns, "topics": topics}


def _notes(interview: Interview, english: _Pairs) -> dict[str, Any]:
    """Return the footnotes and the stage notes, only where there are some."""
    found = {
        "notes": [english.note(note) for note in interview.footnotes],
        "stage_notes": [{"fa": note.fa, "en": note.en, "kind": note.kind} for note in interview.stage_notes],
    }
    return {name: notes for name, notes in found.items() if notes}


def _topic(mark: TopicMark) -> dict[str, str]:
    return {"id": mark.topic, "kind": mark.kind, "by": mark.by}


def _dump(document: Mapping[str, Any]) -> str:
    """Return the document with a line for each key, and for each item of a list of objects."""
    return "{\n" + ",\n".join(f'"{key}": {_value(value)}' for key, value in document.items()) + "\n}\n"


def _value(value: object) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "[\n  " + ",\n  ".join(map(_json, value)) + "\n]"
    return _json(value)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _review(found: Translation) -> dict[str, str]:
    """Return who reviewed a translation, and when, as far as that is known."""
    said = {"reviewed_by": found.by, "reviewed_on": found.day} if found.state is State.REVIEWED else {}
    return {name: value for name, value in said.items() if value}
