"""The questions that an import leaves open, as comments above the front matter of a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from goftogu.locale import language
from goftogu.locale.message import Message
from goftogu.transcripts.decisions import ImportDecision
from goftogu.transcripts.draft import Draft

_HEAD: Final = Message("This is a draft, which is not published. Answer the questions in the text below,")
_END: Final = Message("then delete these lines and “draft: true”.")
_UNITS: Final = {
    "line": Message("line {numbers} of the file"),
    "paragraph": Message("paragraph {numbers} of the file"),
    "cue": Message("cue {numbers} of the file"),
    "segment": Message("segment {numbers} of the file"),
    "row": Message("row {numbers} of the file"),
}
_MOST: Final = 12
"""How many turns a question names."""

_NOT_IN_YAML: Final = re.compile(r"[^\t\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\ufeff")
"""Characters that a YAML file may not hold, in a comment either."""


def lines(draft: Draft, unit: str) -> Iterator[str]:
    """Yield the comments and the key that make a transcript a draft; nothing when no question is open.

    Args:
        draft: Its turns become ``t1``, ``t2`` … in order.
        unit: What lines of the file are called: ``line``, ``paragraph`` or ``cue``.
    """
    asked = [decision for decision in draft.decisions if decision.asked]
    if not asked:
        return
    yield f"# {language.spoken(_HEAD)}"
    yield f"# {language.spoken(_END)}"
    for decision in asked:
        yield f"# - {_comment(language.spoken(_question(draft, decision, unit)))}"
    yield "draft: true"


def _question(draft: Draft, decision: ImportDecision, unit: str) -> Message:
    """Return a question with the turns that it concerns, the places of the file, and what to do."""
    asked = decision.message
    if decision.lines:
        asked = Message("{place}: {message}", place=_place(draft, decision, unit), message=asked)
    return Message("{message} ({hint})", message=asked, hint=decision.hint) if decision.hint else asked


def _place(draft: Draft, decision: ImportDecision, unit: str) -> Message:
    numbers = [Message("{number}", number=line) for line in decision.lines[:_MOST]]
    found = (
        Message("{numbers} …", numbers=numbers)
        if len(decision.lines) > _MOST
        else Message("{numbers}", numbers=numbers)
    )
    place = _UNITS[unit].of(numbers=found)
    turns = dict.fromkeys(filter(None, (_turn(draft, line) for line in decision.lines)))
    shown = [*turns][:_MOST]
    return Message("{places}", places=[*shown, place])


def _turn(draft: Draft, line: int) -> str:
    """Return the id that the turn at a line of the file gets; nothing above the first one."""
    above = sum(speech.line <= line for speech in draft.speeches)
    return f"t{above}" if above else ""


def _comment(text: str) -> str:
    """Return a text as one line that YAML reads over."""
    return _NOT_IN_YAML.sub("\ufffd", " ".join(text.split()))
