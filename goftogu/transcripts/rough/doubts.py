"""Why a paragraph of a text from outside could be another speaker's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from goftogu.locale.message import Message

_LABEL: Final = Message("write a label if not so")
_FILL: Final = Message("write the text or delete the label")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a paragraph could be another speaker's.

    Attributes:
        message: What it was taken for, and why that is not sure.
        confidence: From 0 to 1.
        hint: What to do if it was wrong.
    """

    message: Message
    confidence: float
    hint: Message = _LABEL


RHETORICAL: Final = Doubt(Message("a question without a label, taken for part of the answer"), 0.6)
TORN: Final = Doubt(Message("no label, and there are several guests; taken for the last one's"), 0.5)
EMPTY: Final = Doubt(Message("a label without a text, taken for text"), 0.5, _FILL)
TWO_QUESTIONS: Final = Doubt(Message("asks right below a question; taken for the same speaker's"), 0.6)
LONG_QUESTION: Final = Doubt(
    Message("ends in a question but is as long as an answer; taken for the interviewer's"), 0.6
)
