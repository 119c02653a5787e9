"""OHMS: the XML of the Oral History Metadata Synchronizer, with its index and its transcript."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from goftogu.content import times
from goftogu.locale.message import Message
from goftogu.transcripts import labels
from goftogu.transcripts.formats import plain, xml_tree
from goftogu.transcripts.formats.document import Document, Piece, Refused, SectionWords, Twin

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LABEL: Final = re.compile(r"\A[^\n:]{1,60}:\s*")
_DIGITS: Final = 9
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
            Message("the file holds no transcript"),
            Message("an index alone is no interview: export the record with its transcript"),
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
    found.sections = dict(_sections(record))
    found.twins += _headings(record, path)
    found.twins += _paragraphs(record, plain.read(transcript).pieces, found)
    return found


def _sections(record: Element) -> Iterator[tuple[str, SectionWords]]:
    """Yield the synopsis and the keywords of each point of the index, by its title."""
    for point in record.iter("point"):
        words = SectionWords(_line(point, "synopsis"), _keywords(point, "keywords", "، "))
        if any(words):
            yield _said(point, "title"), words


def _keywords(point: Element, name: str, comma: str) -> str:
    """Return keywords, which OHMS parts by semicolons, with commas between."""
    return comma.join(filter(None, (" ".join(word.split()) for word in _said(point, name).split(";"))))


def _headings(record: Element, path: str) -> Iterator[Twin]:
    """Yield the English of the index: titles, synopses and keywords."""
    for point in record.iter("point"):
        for persian, english in (
            (_said(point, "title"), _said(point, "title_alt")),
            (_line(point, "synopsis"), _line(point, "synopsis_alt")),
            (_keywords(point, "keywords", "، "), _keywords(point, "keywords_alt", ", ")),
        ):
            if persian and _is_english(english):
                yield Twin(persian, english, _origin(path))


def _paragraphs(record: Element, pieces: Sequence[Piece], found: Document) -> Iterator[Twin]:
    """Yield the English of the transcript, when it has the same paragraphs."""
    english = plain.read(_said(record, "transcript_alt")).pieces
    if not english:
        return
    hint = Message("put it into content/translations/ paragraph by paragraph")
    if not _is_english(" ".join(piece.text for piece in english)):
        found.told.append(
            Message("the file holds a translation of the transcript that is not English, which is left out")
        )
    elif len(english) != len(pieces):
        message = Message(
            "the transcript has {count} paragraphs, its translation {other}: the translation is left out",
            count=len(pieces),
            other=len(english),
        )
        found.asked.append((message, hint))
    else:
        yield from (_twin(*pair, found.path) for pair in zip(pieces, english, strict=True))


def _twin(persian: Piece, english: Piece, path: str) -> Twin:
    """Pair two paragraphs; a label goes from both."""
    labelled = labels.split(persian.text)
    if labelled is None:
        return Twin(persian.text, english.text, _origin(path))
    return Twin(labelled.rest, _LABEL.sub("", english.text), _origin(path))


def _is_english(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    return sum(map(str.isascii, letters)) * 2 > len(letters)


def _origin(path: str) -> str:
    return f"translation in {PurePosixPath(path).name} (OHMS)"


def _said(parent: Element, name: str) -> str:
    node = parent.find(name)
    return (node.text or "").strip() if node is not None else ""


def _line(parent: Element, name: str) -> str:
    return " ".join(_said(parent, name).split())


def _all(record: Element, name: str) -> tuple[str, ...]:
    return tuple(text for node in record.findall(name) if (text := (node.text or "").strip()))


def _points(record: Element) -> list[tuple[float, Element]]:
    return [(_seconds(point), point) for point in record.iter("point")]


def _seconds(point: Element) -> float:
    said = _said(point, "time") or "0"
    if not said.replace(".", "", 1).isdecimal() or float(said) > times.LONGEST:
        message = Message(
            "the time of “{title}” is no number of seconds: {time}", title=_said(point, "title"), time=said
        )
        raise Refused(message, Message("correct it in the index"))
    return float(said)


def _indexed(pieces: list[Piece], points: list[tuple[float, Element]], sync: str) -> Iterator[Piece]:
    """Yield the paragraphs with each point of the index as a heading where the recording reaches it."""
    lines = _lines(sync)
    waiting = sorted(points, key=lambda point: point[0])
    for piece in pieces:
        reached = _reached(piece.line, lines)
        while lines and waiting and waiting[0][0] <= reached:
            yield from _heading(*waiting.pop(0), piece.line)
        yield replace(piece, time=_time_of(piece, lines))
    for time, point in waiting:
        yield from (replace(made, heading=0, note="index") for made in _heading(time, point, 0))


def _reached(line: int, lines: Sequence[tuple[float, int]]) -> float:
    """Return where the recording is at a line: between two marks, as far as the line is between theirs."""
    start, first = max((mark for mark in lines if mark[1] <= line), default=(0.0, 1))
    end, last = min((mark for mark in lines if mark[1] > line), default=(start, line + 1))
    return start + (end - start) * (line - first) / (last - first)


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
    said = f"index {times.clock(time)} {_said(point, 'title')}"
    yield Piece(f"{said}: {'; '.join(about)}" if about else said, line, note="index")


def _lines(sync: str) -> list[tuple[float, int]]:
    """Return the times of lines: ``2:|12(3)|30(1)`` sets a mark every two minutes."""
    step, _, marks = sync.partition(":")
    if not step.strip().isdecimal():
        return []
    found = [match for mark in marks.split("|") if (match := _SYNC.match(mark))]
    return [(number * int(step[:_DIGITS]) * 60.0, int(match[1][:_DIGITS])) for number, match in enumerate(found, 1)]


def _time_of(piece: Piece, lines: list[tuple[float, int]]) -> str:
    last = piece.line + piece.text.count("\n")
    return next((times.clock(time) for time, line in lines if piece.line <= line <= last), "")
