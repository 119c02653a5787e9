"""Whether the English has the marks of its Persian: the references to notes and the stage notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from goftogu.conventions import marks
from goftogu.locale.message import Message
from goftogu.model import Interview
from goftogu.problems import Problem, Problems
from goftogu.translation.memory.entry import NOTHING, Translation


def check(interview: Interview, path: str, english: Mapping[str, Translation], problems: Problems) -> None:
    """Report English that lacks a mark of its Persian, or has one too much.

    Args:
        interview: The interview.
        path: Of its memory.
        english: Its English by paragraph.
        problems: What is wrong is added.
    """
    known = marks.of(interview)
    if known is None:
        return
    for unit in interview.units():
        text = english.get(unit.id, NOTHING).text
        wanted, there = Counter(marks.names(known, unit.reading)), Counter(marks.names(known, text))
        lacking = [Message("the English of {unit} lacks {name}", unit=unit.id, name=name) for name in wanted - there]
        more = [
            Message("the English of {unit} has {name} too much", unit=unit.id, name=name) for name in there - wanted
        ]
        hint = Message("write the marks of the Persian where they belong in the English")
        found = [*lacking, *more] if text else []
        problems.extend(Problem.of_file(path, "M020", message, hint) for message in found)
