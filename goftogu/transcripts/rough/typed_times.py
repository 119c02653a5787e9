"""Times that are typed between the turns or before a paragraph: ``[00:12:31]`` is when what follows is spoken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from goftogu.transcripts.formats.document import Piece
from goftogu.transcripts.rough.openings import CLOCK, UNSEEN, clock

_FRAMED: Final = r"#(?P<framed>\d{1,2}:\d{2}:\d{2})-\d{1,2}#"
"""As programs for transcripts (f4, MAXQDA) write the moment at which a paragraph was ended, with tenths of a second."""

_FRAMES: Final = re.compile(rf"(?P<before>\A{_FRAMED})|{_FRAMED.replace('framed', 'behind')}\s*\Z")
_TYPED: Final = re.compile(
    rf"{UNSEEN}(?:{_FRAMED}|(?P<sign>[\[(<])?\s?(?P<clock>{CLOCK})\s?(?(sign)[\])>]|(?![\d:]))){UNSEEN}"
)
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
    times = {number: time for number, piece in enumerate(pieces) if (time := _alone(piece))}
    several = len(times) >= _SEVERAL
    alone = {number: time for number, (time, is_sure) in times.items() if several or is_sure}
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
    found = None if piece.is_ours else _TYPED.match(piece.text)
    if found is None or found.end() == len(piece.text):
        return piece
    time, is_sure = _time(found)
    if not time or not is_sure:
        return piece
    rest = piece.cut(found.end())
    return replace(rest.cut(len(rest.text) - len(rest.text.lstrip(":|–- "))), time=piece.time or time)


def _alone(piece: Piece) -> tuple[str, bool] | None:
    if piece.speaker or piece.note or piece.time or piece.is_ours or piece.heading:
        return None
    found = _TYPED.fullmatch(piece.text)
    time, is_sure = _time(found) if found else ("", False)
    return (time, is_sure) if time else None


def _time(found: re.Match[str]) -> tuple[str, bool]:
    """Return the time, or nothing, and whether it can be no time of day: it has hours, or brackets with corners."""
    written = found["framed"] or found["clock"]
    return clock(written), written.count(":") > 1 or (found["sign"] or "(") in "[<"
