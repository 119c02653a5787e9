"""JSON: what Whisper and its like write, chats of Telegram, and the JSON of an archive of our own."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any, Final

from goftogu import markup
from goftogu.content import times
from goftogu.locale.message import Message
from goftogu.persian.dates.calendar import Calendar
from goftogu.transcripts import blocks, labels
from goftogu.transcripts.formats import chats, spoken
from goftogu.transcripts.formats.document import Document, Refused, Twin

_TOLD_BY_YEAR: Final = frozenset({Calendar.JALALI, Calendar.GREGORIAN, Calendar.IMPERIAL})
_OURS: Final = "urn:goftogu:interview:"
_HINT: Final = Message(
    "known are segments with start, end and text (Whisper and its like), chats of Telegram, "
    "and the .json of an interview of an archive"
)


def read(text: str, path: str) -> Document:
    """Read JSON.

    Raises:
        Refused: It is damaged, or of a form that nobody knows.
    """
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise Refused(
            Message("the JSON is damaged: {msg}", msg=error.msg),
            Message("export it again"),
            line=error.lineno,
            column=error.colno,
        ) from None
    except RecursionError:
        raise Refused(Message("the JSON is nested too deeply"), Message("export it again")) from None
    segments = _segments(value) if isinstance(value, dict) else value
    if isinstance(value, dict) and str(value.get("schema", "")).startswith(_OURS):
        return _ours(value, path)
    if isinstance(value, dict) and chats.is_exported(value):
        return chats.exported(value, path)
    if not isinstance(segments, list) or not segments or not all(isinstance(segment, dict) for segment in segments):
        raise Refused(Message("nobody knows this form of JSON"), _HINT)
    cues = [_cue(number, segment) for number, segment in enumerate(segments, 1)]
    spoken.in_order(cues)
    heard = [cue for cue in cues if cue.text]
    named = all(cue.speaker for cue in heard) and bool(heard)
    return Document(path, list(spoken.pieces(heard)), unit="segment", structured=named)


def _segments(value: Mapping[str, Any]) -> object:
    """Return what a program has heard: Whisper, its ports and pipelines, and services, which count thousandths."""
    found = next((value[name] for name in ("segments", "chunks", "transcription", "utterances") if name in value), None)
    if "utterances" not in value or not isinstance(found, list):
        return found
    return [
        {**one, "offsets": {"from": one.get("start"), "to": one.get("end")}}
        if isinstance(one, dict) and "text" in one
        else one
        for one in found
    ]


def _cue(number: int, segment: Mapping[str, Any]) -> spoken.Cue:
    start, end = _span(segment)
    text = next((segment[name] for name in ("text", "body", "transcript") if name in segment), None)
    if not isinstance(text, str) or not all(
        isinstance(time, int | float) and 0 <= time <= times.LONGEST for time in (start, end)
    ):
        raise Refused(Message("segment {number} has no start, end or text", number=number), _HINT, line=number)
    speaker = segment.get("speaker")
    named = speaker if isinstance(speaker, str) else f"Speaker {speaker}" if isinstance(speaker, int) else ""
    return spoken.Cue(number, float(start), float(end), text.strip(), named.strip())


def _span(segment: Mapping[str, Any]) -> tuple[Any, Any]:
    """Return when a segment begins and ends, in seconds."""
    offsets, both = segment.get("offsets"), segment.get("timestamp")
    if isinstance(offsets, dict):
        return _seconds(offsets.get("from")), _seconds(offsets.get("to"))
    if isinstance(both, list) and len(both) == len(("start", "end")):
        return both[0], both[0] if both[1] is None else both[1]
    return segment.get("start", segment.get("startTime")), segment.get("end", segment.get("endTime"))


def _seconds(thousandths: object) -> float | None:
    return thousandths / 1000 if isinstance(thousandths, int) else None


def _ours(value: Mapping[str, Any], path: str) -> Document:
    try:
        text = "\n".join(_labelled(value))
    except (KeyError, TypeError, AttributeError) as error:
        raise Refused(
            Message("the JSON of the interview is not whole: {error}", error=repr(error)),
            Message("take it from the archive again"),
        ) from None
    document = Document(path, labelled=text)
    document.twins += _twins(value, f"translation in {PurePosixPath(path).name}")
    return document


def _twins(value: object, origin: str) -> Iterator[Twin]:
    """Yield the English of all paragraphs, wherever they are in the JSON."""
    if isinstance(value, dict):
        if value.get("en") and isinstance(value.get("fa_record"), str) and isinstance(value.get("id"), str):
            yield Twin(
                markup.bare(value["fa_record"]), str(value["en"]), str(value.get("origin") or origin), value["id"]
            )
        for part in value.values():
            yield from _twins(part, origin)
    elif isinstance(value, list):
        for part in value:
            yield from _twins(part, origin)


def _labelled(value: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines of the labelled transcript from which the JSON was made."""
    yield "---"
    yield f"title: {json.dumps(value['title']['fa_record'], ensure_ascii=False)}"
    if value.get("date"):
        yield f"date: {_date(value['date'])}"
    yield "speakers:"
    for speaker in value["speakers"]:
        yield f"  {json.dumps(speaker['label'], ensure_ascii=False)}: {_speaker(speaker)}"
    source = {name: value.get("source", {}).get(name) for name in ("name", "url", "received")}
    if any(source.values()):
        yield "source:"
        yield from (f"  {name}: {json.dumps(said, ensure_ascii=False)}" for name, said in source.items() if said)
    yield "---"
    known = labels.Labels(speaker["label"] for speaker in value["speakers"])
    for kind, paragraph in _front(value):
        yield from _paragraph(paragraph, paragraph["id"], known, kind)
    yield from _turns(value, known)


def _date(date: Mapping[str, Any]) -> str:
    """Return a date with its calendar, where the year alone does not tell it."""
    return date["given"] if date["calendar"] in _TOLD_BY_YEAR else f"{date['calendar']}:{date['given']}"


def _speaker(speaker: Mapping[str, Any]) -> str:
    described = (speaker.get("description") or {}).get("fa_record")
    said = {"role": speaker["role"], "description": described}
    return "{" + ", ".join(f"{key}: {json.dumps(text, ensure_ascii=False)}" for key, text in said.items() if text) + "}"


def _front(value: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if value.get("lede"):
        yield ".lede", value["lede"]
    yield from (("", paragraph) for paragraph in value.get("introduction", ()))
    if value.get("note"):
        yield ".note", value["note"]


def _turns(value: Mapping[str, Any], known: labels.Labels) -> Iterator[str]:
    sections = {section["first"]: section for section in value.get("sections", ())}
    for turn in value["turns"]:
        if section := sections.get(turn["id"]):
            yield from ("## " + section["title"]["fa_record"], f"{{: #{section['id']} }}", "")
        first, *others = turn["paragraphs"]
        yield from (blocks.escape(f"{turn['speaker']}: {first['fa_record']}"), f"{{: #{turn['id']}{_time(turn)} }}", "")
        for paragraph in others:
            yield from _paragraph(paragraph, "", known, _time(paragraph).strip())


def _time(spoken: Mapping[str, Any]) -> str:
    """Return when a turn or a paragraph begins, as an attribute with a blank before it, if the JSON says it."""
    time = spoken.get("time")
    return f' time="{times.clock(time)}"' if isinstance(time, int) and 0 <= time <= times.LONGEST else ""


def _paragraph(paragraph: Mapping[str, Any], name: str, known: labels.Labels, kind: str) -> Iterator[str]:
    yield labels.unlabelled(paragraph["fa_record"], known)
    if said := " ".join(part for part in (f"#{name}" if name else "", kind) if part):
        yield f"{{: {said} }}"
    yield ""
