"""``archive.jsonl``: what is said in every interview, a line of JSON for each turn.

``docs/turn.schema.json`` describes a line. A paragraph is one line within a text, in Persian and in English alike, so
that the texts of a turn can be paired paragraph by paragraph; one without English is an empty line there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import msgspec

from goftogu.edition.material import Material
from goftogu.edition.site import Site
from goftogu.model import Language, Speaker, Turn
from goftogu.translation.memory.entry import State

_SURE: Final = (State.MISSING, State.STALE, State.MACHINE, State.DRAFT, State.REVIEWED, State.ORIGINAL)
"""The states, from the least sure one to the surest."""

_encoder: Final = msgspec.json.Encoder()


def frame(_: Site) -> tuple[bytes, bytes]:
    """Return what is before the first line and after the last one: nothing."""
    return b"", b""


def turns(material: Material) -> bytes:
    """Return the lines of an interview, in the order of its turns."""
    return _encoder.encode_lines(_rows(material))


def _rows(material: Material) -> Iterator[Mapping[str, Any]]:
    interview = material.interview
    for number, turn in enumerate(interview.turns, 1):
        exchange = interview.exchanges[turn.exchange].id
        yield {
            "interview": interview.id,
            "turn": turn.id,
            "number": number,
            "exchange": exchange,
            "section": turn.section or None,
            "time": turn.time,
            **_speaker(material, interview.speakers[turn.speaker]),
            **_texts(material, turn),
            "topics": [mark.topic for mark in material.marks.get(exchange, ())],
        }


def _speaker(material: Material, speaker: Speaker) -> Mapping[str, str | None]:
    """Return who speaks; names are those of ``people.toml``, and nobody has one who is not there."""
    known = material.vocabulary.people.get(speaker.person)
    return {
        "speaker": speaker.label,
        "role": speaker.role,
        "person": speaker.person or None,
        "name_fa": known.name.fa if known else None,
        "name_en": (known.name.en or None) if known else None,
    }


def _texts(material: Material, turn: Turn) -> Mapping[str, Any]:
    """Return what is said in both languages; a translation is as sure as its least sure paragraph."""
    found = [material.english(unit) for unit in turn.paragraphs]
    return {
        **{language: _said(material, turn, language) for language in Language},
        "state": min((made.state for made in found), key=_SURE.index),
        "states": [made.state for made in found],
        "origin": "; ".join(dict.fromkeys(made.origin for made in found if made.origin)) or None,
    }


def _said(material: Material, turn: Turn, language: Language) -> str | None:
    """Return the paragraphs of a turn in one language; nothing when none of them is there."""
    units = turn.paragraphs
    texts = [_line(material.plain(unit, language)) if language in material.languages(unit) else "" for unit in units]
    return "\n".join(texts) if any(texts) else None


def _line(text: str) -> str:
    return " ".join(text.split())
