"""The questions that an import leaves open, as comments above the front matter of a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from goftogu.transcripts.decisions import Decision
from goftogu.transcripts.draft import Draft

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
    yield "# This is a draft, which is not published. Answer the questions in the text below,"
    yield "# then delete these lines and “draft: true”."
    for decision in asked:
        hint = f" ({decision.hint})" if decision.hint else ""
        yield f"# - {_comment(f'{_where(draft, decision, unit)}{decision.message}{hint}')}"
    yield "draft: true"


def _where(draft: Draft, decision: Decision, unit: str) -> str:
    """Return the turns that a question concerns, and the places of the file."""
    if not decision.lines:
        return ""
    turns = dict.fromkeys(filter(None, (_turn(draft, line) for line in decision.lines)))
    shown = [*turns][:_MOST]
    more = " …" if len(decision.lines) > _MOST else ""
    numbers = ", ".join(map(str, decision.lines[:_MOST])) + more
    place = f"{unit} {numbers} of the file"
    return f"{', '.join(shown)}, {place}: " if shown else f"{place}: "


def _turn(draft: Draft, line: int) -> str:
    """Return the id that the turn at a line of the file gets; nothing above the first one."""
    above = sum(speech.line <= line for speech in draft.speeches)
    return f"t{above}" if above else ""


def _comment(text: str) -> str:
    """Return a text as one line that YAML reads over."""
    return _NOT_IN_YAML.sub("\ufffd", " ".join(text.split()))
