"""What was decided about a text from outside; what is not sure is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from goftogu.locale.message import Message
from goftogu.problems import NO_HINT, Problem

ASKED: Final = "T012"
"""Code of what a person must decide."""

_SHOWN: Final = 8


class Subject(StrEnum):
    """What a decision is about."""

    FORM = "form"
    TITLE = "title"
    DATE = "date"
    FRONT = "introduction"
    SOURCE = "source"
    NAMED = "named in the head"
    ROLES = "roles"
    TURN = "turn"
    SAME = "same person"
    NAME = "name"
    SECTION = "section"
    ASIDE = "set aside"
    LEFT_OUT = "left out"


_WARNED: Final = frozenset({Subject.ROLES, Subject.TURN, Subject.SAME})


@dataclass(frozen=True, slots=True)
class ImportDecision:
    """One thing that the reader of texts from outside decided.

    Attributes:
        subject: What it is about.
        message: What was taken for what, or what is open.
        hint: What to do if it is wrong; begins with the option that answers it, if there is one.
        lines: The lines, paragraphs or cues of the file that it concerns.
        asked: Whether a person must decide.
        label: The speaker whom it concerns, or the kind of what was set aside.
    """

    subject: Subject
    message: Message
    hint: Message = NO_HINT
    lines: tuple[int, ...] = ()
    asked: bool = False
    label: str = ""

    @property
    def code(self) -> str:
        """The code of the problem."""
        if self.asked:
            return ASKED
        return "T007" if self.subject in _WARNED else "T008"

    @property
    def text(self) -> Message:
        """The message, with the lines when they are several."""
        if len(self.lines) == 1 or not self.lines:
            return self.message
        return Message("{places}: {message}", places=places(self.lines), message=self.message)

    def problem(self, path: str) -> Problem:
        """Return the decision as a problem of a file."""
        return Problem(path, self.lines[0] if self.lines else 0, 0, self.code, self.text, self.hint)


def places(lines: Sequence[int]) -> Message:
    """Return how many paragraphs there are and on which lines; the first ones, if they are many."""
    if len(lines) == 1:
        return Message("line {line}", line=lines[0])
    shown = [Message("{line}", line=line) for line in lines[:_SHOWN]]
    if len(lines) > _SHOWN:
        return Message("{count} paragraphs (lines {lines} …)", count=len(lines), lines=shown)
    return Message("{count} paragraphs (lines {lines})", count=len(lines), lines=shown)
