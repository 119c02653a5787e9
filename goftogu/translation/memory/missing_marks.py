"""Whether a translation has the marks of its original: the references to notes and the stage notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from goftogu.conventions import marks
from goftogu.locale.message import Message
from goftogu.model import Interview
from goftogu.problems import Problem, Problems
from goftogu.translation.memory.entry import NOTHING, Translation


def check(interview: Interview, path: str, translations: Mapping[str, Translation], problems: Problems) -> None:
    """Report translations that lack a mark of their original, or have one too much.

    Args:
        interview: The interview.
        path: Of its memory.
        translations: By paragraph.
        problems: What is wrong is added.
    """
    known = marks.of(interview)
    if known is None:
        return
    for unit in interview.units():
        text = translations.get(unit.id, NOTHING).text
        wanted, there = Counter(marks.names(known, unit.reading)), Counter(marks.names(known, text))
        lacking = [
            Message("the translation of {unit} lacks {name}", unit=unit.id, name=name) for name in wanted - there
        ]
        more = [
            Message("the translation of {unit} has {name} too much", unit=unit.id, name=name) for name in there - wanted
        ]
        hint = Message("write the marks of the original where they belong in the translation")
        found = [*lacking, *more] if text else []
        problems.extend(Problem.of_file(path, "M020", message, hint) for message in found)
