from __future__ import annotations

import pytest

from goftogu.locale.message import Message
from goftogu.problems import NO_HINT, Problem
from goftogu.transcripts.decisions import SURE, ImportDecision, Subject, places


@pytest.mark.parametrize(
    ("subject", "confidence", "code"),
    [
        (Subject.TITLE, 1.0, "T008"),
        (Subject.TITLE, SURE, "T008"),
        (Subject.TITLE, 0.69, "T012"),
        (Subject.ROLES, 1.0, "T007"),
        (Subject.TURN, 0.9, "T007"),
        (Subject.SAME, 0.9, "T007"),
        (Subject.TURN, 0.5, "T012"),
    ],
)
def test_confidence_tells_whether_a_person_is_asked(subject: Subject, confidence: float, code: str) -> None:
    made = ImportDecision(subject, Message("x"), confidence=confidence)
    assert (made.code, made.asked) == (code, code == "T012")


def test_a_decision_as_a_problem() -> None:
    assert ImportDecision(Subject.DATE, Message("no date"), Message("--date")).problem("a.txt") == Problem(
        "a.txt", 0, 0, "T008", Message("no date"), NO_HINT
    )
    found = ImportDecision(Subject.TURN, Message("asks"), Message("check"), (4, 9), 0.5).problem("a.txt")
    assert found == Problem("a.txt", 4, 0, "T012", Message("2 paragraphs (lines 4, 9): asks"), NO_HINT)
    assert found.hint == "check"


def test_only_the_first_lines_are_named() -> None:
    assert places([7]) == "line 7"
    assert places(range(1, 12)) == "11 paragraphs (lines 1, 2, 3, 4, 5, 6, 7, 8 …)"
