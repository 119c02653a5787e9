"""Takes marks out of a text before an engine gets it, and puts them back into the English.

A mark is a reference to a note or a stage note. It returns to the start or the end of its sentence, or to the comma,
colon or semicolon at which it was; where the English has other ones, to the end of the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from goftogu.conventions.marks import Conventions, Mark
from goftogu.persian import sentences

_WORD: Final = re.compile(r"\w")
_PAUSES: Final = re.compile("[،,؛;:]")
_END: Final = re.compile(r"[.!?…؟\"”’»)\s]*\Z")
_BLANKS: Final = " \t\u00a0\u200c"


class LiftedMark(NamedTuple):
    """A mark that was taken out: its place in the sentence without marks, its English, and whether it stands apart."""

    place: int
    text: str
    apart: bool


@dataclass(frozen=True, slots=True)
class Lifted:
    """A sentence without its marks, and the marks."""

    sentence: str
    marks: tuple[LiftedMark, ...] = ()

    def put_back(self, english: str) -> str:
        """Return the English of the sentence with the marks in their places."""
        places = [(self._place(mark, english), number, mark) for number, mark in enumerate(self.marks)]
        for place, _, mark in sorted(places, reverse=True):
            before, after = english[:place], english[place:]
            english = _joined(before, mark, after)
        return english

    def _place(self, mark: LiftedMark, english: str) -> int:
        before, after = self.sentence[: mark.place], self.sentence[mark.place :]
        if not _WORD.search(before):
            return 0
        last = _END.search(english)
        end = last.start() if last else len(english)
        if not _WORD.search(after):
            return end if after.strip() else len(english)
        here, there = [*_PAUSES.finditer(self.sentence)], [*_PAUSES.finditer(english)]
        for persian, other in zip(here, there, strict=True) if len(here) == len(there) else ():
            if not self.sentence[mark.place : persian.start()].strip() and mark.place <= persian.start():
                return other.start()
            if persian.end() <= mark.place and not self.sentence[persian.end() : mark.place].strip():
                return other.end()
        return len(english) if mark.apart else end


def lift(line: str, conventions: Conventions | None) -> Iterator[Lifted]:
    """Yield the sentences of a line without their marks.

    Args:
        line: Persian.
        conventions: What its brackets mean; without them nothing is taken out.
    """
    found = conventions.marks(line) if conventions is not None else []
    if not found:
        yield from map(Lifted, sentences.split(line))
        return
    clean, marks = _without(line, found)
    spans = sentences.spans(clean)
    if not spans:
        yield Lifted("", tuple(marks))
    for number, (start, end) in enumerate(spans):
        own = [mark for mark in marks if mark.place <= end or number == len(spans) - 1]
        marks = [mark for mark in marks if mark not in own]
        yield Lifted(clean[start:end], tuple(mark._replace(place=max(mark.place - start, 0)) for mark in own))


def _without(line: str, found: list[Mark]) -> tuple[str, list[LiftedMark]]:
    """Return a line without its marks, and the marks with their places in it."""
    clean, marks, last = "", [], 0
    for mark in found:
        clean += line[last : mark.start]
        if mark.note is not None or line[mark.end : mark.end + 1] in {"", *" .،؟!؛:"}:
            clean = clean.rstrip(_BLANKS)
        english = f"[^{mark.note.label}]" if mark.note else f"[{mark.stage.en}]" if mark.stage else ""
        marks.append(LiftedMark(len(clean), english, mark.note is None))
        last = mark.end
        if not clean:
            last += len(line[last:]) - len(line[last:].lstrip(_BLANKS))
    return clean + line[last:], marks


def _joined(before: str, mark: LiftedMark, after: str) -> str:
    if not mark.apart:
        return f"{before}{mark.text}{after}"
    left = " " if before and not before[-1].isspace() else ""
    right = " " if after and _WORD.match(after) else ""
    return f"{before}{left}{mark.text}{right}{after}"
