"""Cues and segments of speech as paragraphs: what one person says in one go is joined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from goftogu.content import times
from goftogu.locale.message import Message
from goftogu.transcripts import labels
from goftogu.transcripts.formats.document import Piece, Refused, joined

_ENDS: Final = (".", "؟", "?", "!", "…", "»", ":")
_PAUSE: Final = 2.0
_LONGEST: Final = 600


class Cue(NamedTuple):
    """Something that is said.

    Attributes:
        number: Of the cue or segment, from 1.
        start: In seconds.
        end: In seconds.
        text: Without markup.
        speaker: Or empty.
        opens: Whether a dash says that somebody else speaks here.
    """

    number: int
    start: float
    end: float
    text: str
    speaker: str
    opens: bool = False


def in_order(cues: Sequence[Cue]) -> None:
    """Check that time goes on.

    Raises:
        Refused: A cue begins before the one above it, or ends before it begins.
    """
    for before, cue in pairwise(cues):
        if cue.start < before.start:
            message = Message(
                "cue {number} begins at {clock}, before the cue above it",
                number=cue.number,
                clock=times.clock(cue.start),
            )
            raise Refused(message, Message("put the cues in order"), line=cue.number)
    for cue in cues:
        if cue.end < cue.start:
            raise Refused(
                Message("cue {number} ends before it begins", number=cue.number),
                Message("correct its times"),
                line=cue.number,
            )


def pieces(cues: Sequence[Cue]) -> Iterator[Piece]:
    """Yield the cues as paragraphs.

    A cue goes on with the one above when the same person speaks, or, where nobody is named, when the one above does
    not end a sentence, no long pause lies between, and no label begins it.
    """
    group: list[Cue] = []
    for cue in cues:
        if group and not _goes_on(group, cue):
            yield _piece(group)
            group = []
        group.append(cue)
    if group:
        yield _piece(group)


def _goes_on(group: Sequence[Cue], cue: Cue) -> bool:
    last = group[-1]
    if cue.speaker or last.speaker:
        return cue.speaker == last.speaker
    long = sum(len(one.text) for one in group) > _LONGEST
    ended = last.text.rstrip().endswith(_ENDS)
    opens = cue.opens or cue.text.lstrip().startswith(("-", "–", "—", "•")) or _is_labelled(cue.text)
    return not (ended or opens or long or cue.start - last.end > _PAUSE)


def _is_labelled(text: str) -> bool:
    """Tell whether a cue begins with what may be the label of a speaker."""
    found = labels.split(text)
    return found is not None and labels.resembles(found.head)


def _piece(group: Iterable[Cue]) -> Piece:
    made = [Piece(cue.text, cue.number, time=times.clock(cue.start), speaker=cue.speaker) for cue in group]
    return replace(joined(made), line=made[0].line)
