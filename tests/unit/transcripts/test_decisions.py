from __future__ import annotations

import pytest

from goftogu.locale.message import Message
from goftogu.problems import NO_HINT, Problem
from goftogu.transcripts.decisions import ImportDecision, Subject, places


@pytest.mark.parametrize(
    ("subject", "asked", "code"),
    [
        (Subject.TITLE, False, "T008"),
        (Subject.TITLE, True, "T012"),
        (Subject.ROLES, False, "T007"),
        (Subject.TURN, False, "T007"),
        (Subject.SAME, False, "T007"),
        (Subject.TURN, True, "T012"),
    ],
)
def test_what_is_asked_is_told_apart_from_what_was_found(subject: Subject, asked: bool, code: str) -> None:
    assert ImportDecision(subject, Message("x"), asked=asked).code == code


def test_a_decision_as_a_problem() -> None:
    assert ImportDecision(Subject.DATE, Message("no date"), Message("--date")).problem("a.txt") == Problem(
        "a.txt", 0, 0, "T008", Message("no date"), NO_HINT
    )
    found = ImportDecision(Subject.TURN, Message("asks"), Message("check"), (4, 9), asked=True).problem("a.txt")
    assert found == Problem("a.txt", 4, 0, "T012", Message("2 paragraphs (lines 4, 9): asks"), NO_HINT)
    assert found.hint == "check"


def test_only_the_first_lines_are_named() -> None:
    assert places([7]) == "line 7"
    assert places(range(1, 12)) == "11 paragraphs (lines 1, 2, 3, 4, 5, 6, 7, 8 …)"


def test_a_decision_concerns_nobody_and_no_line_unless_it_is_said() -> None:
    made = ImportDecision(Subject.DATE, Message("no date"))
    assert (made.label, made.lines, made.asked, str(made.hint)) == ("", (), False, "")
