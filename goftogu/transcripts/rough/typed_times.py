"""Times that are typed between the turns or before a paragraph: ``[00:12:31]`` is when what follows is spoken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from goftogu.content import times
from goftogu.persian.digits import to_ascii
from goftogu.transcripts.formats.document import Piece

_DIRECTION: Final = "\u061c\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069 \u00a0\t"
_PART: Final = r"\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
_FRAMED: Final = r"#(?P<framed>\d{1,2}:\d{2}:\d{2})-\d{1,2}#"
"""As programs for transcripts (f4, MAXQDA) write the moment at which a paragraph was ended, with tenths of a second."""

_FRAMES: Final = re.compile(rf"(?P<before>\A{_FRAMED})|{_FRAMED.replace('framed', 'behind')}\s*\Z")
_SURE: Final = re.compile(
    rf"{_FRAMED}|[\[<]\s?(?P<held>(?:\d{{1,2}}:)?{_PART})\s?[\]>]|\(\s?(?P<round>\d{{1,2}}:{_PART})\s?\)|(?P<long>\d{{1,2}}:{_PART})(?![\d:])"
)
_UNSURE: Final = re.compile(rf"\(?\s?(?P<short>{_PART})\s?\)?")
_SEVERAL: Final = 2
"""Lines with nothing but minutes and seconds are times when there are so many; one may be a time of day."""


def carried(found: Iterable[Piece]) -> Iterator[Piece]:
    """Give a time on a line of its own to the paragraph below it; one above a heading goes on to what follows that.

    Args:
        found: The paragraphs of a file.

    Yields:
        The paragraphs without these lines. A time that no paragraph follows is no text.
    """
    pieces = [part for piece in found for part in _apart(piece)]
    alone = {number: time for number, piece in enumerate(pieces) if (time := _alone(piece, _SURE))}
    short = {number: time for number, piece in enumerate(pieces) if (time := _alone(piece, _UNSURE))}
    alone |= short if len(alone | short) >= _SEVERAL else {}
    waiting: tuple[Piece, str] | None = None
    for number, piece in enumerate(pieces):
        if number in alone:
            if waiting is not None:
                yield replace(waiting[0], note="time")
            waiting = piece, alone[number]
        elif waiting is None or piece.heading or piece.note:
            yield piece
        else:
            yield replace(piece, time=piece.time or waiting[1])
            waiting = None
    if waiting is not None:
        yield replace(waiting[0], note="time")


def _apart(piece: Piece) -> Iterator[Piece]:
    """Part a paragraph from the framed times at its start and its end."""
    found = None if piece.is_ours or piece.note else _FRAMES.search(piece.text)
    if found is None or found.span() == (0, len(piece.text)):
        yield piece
    elif found["before"]:
        yield replace(piece.cut(0, found.end()), heading=0)
        yield from _apart(piece.cut(found.end()))
    else:
        yield from _apart(piece.cut(0, found.start()))
        yield replace(piece.cut(found.start()), heading=0)


def begun(piece: Piece) -> Piece:
    """Take the time from the start of a paragraph that has no label: ``[00:12:31] و همان‌جا ماندم``."""
    start = len(piece.text) - len(piece.text.lstrip(_DIRECTION))
    found = _SURE.match(piece.text, start)
    time = _time(found) if found else ""
    if found is None or not time or piece.is_ours or not piece.text[found.end() :].strip(_DIRECTION):
        return piece
    rest = piece.text[found.end() :]
    return replace(piece.cut(found.end() + len(rest) - len(rest.lstrip(_DIRECTION + ":|–-"))), time=piece.time or time)


def _alone(piece: Piece, pattern: re.Pattern[str]) -> str:
    if piece.speaker or piece.note or piece.time or piece.is_ours or piece.heading:
        return ""
    found = pattern.fullmatch(piece.text.strip(_DIRECTION))
    return _time(found) if found else ""


def _time(found: re.Match[str]) -> str:
    clock = next(filter(None, found.groupdict().values()), "")
    seconds = times.whole(to_ascii(clock))
    return "" if seconds is None else times.clock(seconds)
