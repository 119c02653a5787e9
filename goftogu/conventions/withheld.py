"""Passages that the archive withholds: ``[withheld: reason]`` in the place of a name, a passage or a whole turn.

The mark takes the place of the words, which are not in the transcript any more. It is shown as a gap with its reason;
nobody searches it, no engine translates it, and the file received is not published.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from goftogu.content import times
from goftogu.content.recording import Recording
from goftogu.model import Bilingual, Interview, Paragraph

_OPENING: Final = "[withheld"
MARK: Final = re.compile(
    rf"(?<!\\)\[withheld(?:[ \t\u00a0]+(?P<start>{times.WRITTEN})(?:[-–](?P<end>{times.WRITTEN}))?)?"
    r"(?::[ \t\u00a0]*(?P<reason>[^\[\]\n]*?))?[ \t\u00a0]*\]"
)
"""A mark; it may say when the passage begins and ends in the recording, and a reason."""
_LIKE: Final = re.compile(r"(?<!\\)\[[ \t\u00a0]*withheld\b", re.IGNORECASE)
WORD: Final = Bilingual("منتشرنشده", "withheld")
"""What a gap is called."""
COMMA: Final = Bilingual("، ", ", ")


class WithheldGap(NamedTuple):
    """What a mark says: the reason, or an empty text, and when the passage begins and ends in the recording."""

    reason: str
    start: int | None = None
    end: int | None = None


def gaps(text: str) -> list[WithheldGap]:
    """Return what the marks in a text say, in order."""
    return list(map(_gap, MARK.finditer(text))) if _OPENING in text else []


def found(text: str) -> Iterator[tuple[int, int, WithheldGap]]:
    """Yield the marks in a text: where each begins and ends, and what it says."""
    if _OPENING in text:
        yield from ((mark.start(), mark.end(), _gap(mark)) for mark in MARK.finditer(text))


def _gap(found: re.Match[str]) -> WithheldGap:
    start, end = (times.whole(found[name] or "") for name in ("start", "end"))
    return WithheldGap(found["reason"] or "", start, end)


def shown(gap: WithheldGap, language: str) -> str:
    """Return the words of a gap, in square brackets."""
    moments = "–".join(times.shown(moment, language) for moment in gap[1:] if moment is not None)
    words = COMMA[language].join(filter(None, (WORD[language], moments)))
    return f"[{words}: {gap.reason}]" if gap.reason else f"[{words}]"


def without(text: str) -> str:
    """Return a text without its marks, for the search."""
    return MARK.sub(" ", text) if _OPENING in text else text


def parts(text: str) -> list[str]:
    """Cut a text at its marks, which are parts themselves; parts without a word are joined to nothing and left out."""
    if _OPENING not in text:
        return [text]
    found: list[str] = []
    place = 0
    for mark in MARK.finditer(text):
        found += [text[place : mark.start()], mark[0]]
        place = mark.end()
    return [part for part in (*found, text[place:]) if part.strip()]


def is_mark(text: str) -> bool:
    """Tell whether a text is a mark and nothing else."""
    return text.startswith(_OPENING) and MARK.fullmatch(text) is not None


def fault(text: str) -> int | None:
    """Return where something begins that looks like a mark and is none, such as one that is not closed."""
    if "ithheld" not in text.lower():
        return None
    sound = {found.start() for found in MARK.finditer(text)}
    return next((found.start() for found in _LIKE.finditer(text) if found.start() not in sound), None)


def count(interview: Interview) -> int:
    """Return how many passages of an interview are withheld."""
    return sum(len(gaps(unit.record)) for unit in interview.units())


def is_closed(interview: Interview) -> bool:
    """Tell whether the file received, and its name, are not published."""
    return not interview.provenance.publish or count(interview) > 0


def open_recordings(interview: Interview) -> tuple[Recording, ...]:
    """Return the recordings that are published: where something is withheld, only those from which it is cut out."""
    hidden = count(interview) > 0 if interview.media else False
    return tuple(item for item in interview.media if item.redacted or not hidden)


def blanked(interview: Interview) -> Interview:
    """Return an interview with blanks in the place of its marks, so that no index leads to them."""
    if not count(interview):
        return interview
    turns = (replace(turn, paragraphs=tuple(map(_blanked, turn.paragraphs))) for turn in interview.turns)
    return replace(interview, turns=tuple(turns))


def _blanked(unit: Paragraph) -> Paragraph:
    return replace(unit, reading=MARK.sub(lambda found: " " * len(found[0]), unit.reading))
