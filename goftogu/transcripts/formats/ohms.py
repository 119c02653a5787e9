"""OHMS: the XML of the Oral History Metadata Synchronizer, with its index and its transcript."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from goftogu.transcripts.formats import plain, times, xml_tree
from goftogu.transcripts.formats.document import Document, Piece, Refused

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SYNC: Final = re.compile(r"(\d+)(?:\((\d+)\))?")


def is_ohms(data: bytes) -> bool:
    """Tell whether some XML is that of OHMS."""
    return b"nunncenter/ohms" in data[:2000] or (b"<ROOT" in data[:2000] and b"<record" in data[:4000])


def read(data: bytes, path: str) -> Document:
    """Read an interview of OHMS.

    Raises:
        Refused: The XML is damaged, or holds no transcript.
    """
    root = xml_tree.parse(data)
    for node in root.iter():
        node.tag = node.tag.rpartition("}")[2]
    record = next(root.iter("record"), None)
    transcript = _said(record, "transcript") if record is not None else ""
    if record is None or not transcript or transcript.lower() == "no transcript.":
        raise Refused(
            "the file holds no transcript", "an index alone is no interview: export the record with its transcript"
        )
    found = plain.document(transcript, path)
    date = record.find("date")
    found.title = _said(record, "title")
    found.date = (date.get("value") or "") if date is not None else ""
    found.source = _said(record, "repository")
    found.url = _said(record, "media_url")
    found.interviewers = _all(record, "interviewer")
    found.interviewees = _all(record, "interviewee")
    found.pieces = list(_indexed(found.pieces, _points(record), _said(record, "sync")))
    if _said(record, "transcript_alt"):
        message = "the file holds a translation of the transcript, which is left out"
        found.asked.append((message, "put it into content/translations/ paragraph by paragraph"))
    return found


def _said(parent: Element, name: str) -> str:
    node = parent.find(name)
    return (node.text or "").strip() if node is not None else ""


def _all(record: Element, name: str) -> tuple[str, ...]:
    return tuple(text for node in record.findall(name) if (text := (node.text or "").strip()))


def _points(record: Element) -> list[tuple[float, Element]]:
    return [(float(_said(point, "time") or 0), point) for point in record.iter("point")]


def _indexed(pieces: list[Piece], points: list[tuple[float, Element]], sync: str) -> Iterator[Piece]:
    """Yield the paragraphs with each point of the index as a heading where the recording reaches it."""
    lines = _lines(sync)
    waiting = sorted(points, key=lambda point: point[0])
    for piece in pieces:
        reached = max((time for time, line in lines if line <= piece.line), default=0.0)
        while lines and waiting and waiting[0][0] <= reached:
            yield from _heading(*waiting.pop(0), piece.line)
        yield replace(piece, time=_time_of(piece, lines))
    for time, point in waiting:
        yield from (replace(made, heading=0, note="index") for made in _heading(time, point, 0))


def _heading(time: float, point: Element, line: int) -> Iterator[Piece]:
    yield Piece(_said(point, "title"), line, heading=2)
    about = [
        f"{name}: {text}"
        for name in (
            "title",
            "title_alt",
            "synopsis",
            "synopsis_alt",
            "partial_transcript",
            "keywords",
            "keywords_alt",
            "subjects",
        )
        if (text := _said(point, name)) and name != "title"
    ]
    yield Piece(f"index {times.clock(time)} {_said(point, 'title')}: {'; '.join(about)}", line, note="index")


def _lines(sync: str) -> list[tuple[float, int]]:
    """Return the times of lines: ``2:|12(3)|30(1)`` sets a mark every two minutes."""
    step, _, marks = sync.partition(":")
    if not step.strip().isdecimal():
        return []
    found = [match for mark in marks.split("|") if (match := _SYNC.match(mark))]
    return [(number * int(step) * 60.0, int(match[1])) for number, match in enumerate(found, 1)]


def _time_of(piece: Piece, lines: list[tuple[float, int]]) -> str:
    last = piece.line + piece.text.count("\n")
    return next((times.clock(time) for time, line in lines if piece.line <= line <= last), "")
