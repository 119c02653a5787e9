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
        hint: What to do if it was wrong.
    """

    message: Message
    hint: Message = _LABEL


RHETORICAL: Final = Doubt(Message("a question without a label, taken for part of the answer"))
TORN: Final = Doubt(Message("no label, and there are several guests; taken for the last one's"))
EMPTY: Final = Doubt(Message("a label without a text, taken for text"), _FILL)
TWO_QUESTIONS: Final = Doubt(Message("asks right below a question; taken for the same speaker's"))
LONG_QUESTION: Final = Doubt(Message("ends in a question but is as long as an answer; taken for the interviewer's"))
