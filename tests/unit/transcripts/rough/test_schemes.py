"""What signs before paragraphs mean where nobody is named."""

from __future__ import annotations

import pytest

from goftogu.transcripts.formats.document import Piece
from goftogu.transcripts.rough import schemes
from goftogu.transcripts.rough.schemes import Choice, LabelScheme


def chosen(*lines: str) -> Choice:
    return schemes.without_labels([Piece(line, number) for number, line in enumerate(lines, 1)])


ASKED, TOLD = "کجا به دنیا آمدید؟", "در شیراز به دنیا آمدم."


@pytest.mark.parametrize(
    ("lines", "scheme"),
    [
        ([f"* {ASKED}", TOLD] * 4, LabelScheme.MARKED),
        ([ASKED, f"- {TOLD}"] * 4, LabelScheme.REPLIES),
        ([f"- {ASKED}", f"- {TOLD}"] * 4, LabelScheme.DIALOGUE),
        ([ASKED, TOLD] * 4, LabelScheme.SPARSE),
        ([TOLD] * 8, LabelScheme.SPARSE),
    ],
)
def test_signs_set_questions_or_answers_apart(lines: list[str], scheme: LabelScheme) -> None:
    assert chosen(*lines).scheme is scheme


def test_replies_are_marked_also_where_only_half_of_what_is_not_marked_asks() -> None:
    lines = [ASKED, f"- {TOLD}", "به باغ رسیدیم.", f"- {TOLD}"] * 3
    assert chosen(*lines).scheme is LabelScheme.REPLIES


def test_where_next_to_nothing_that_is_not_marked_asks_a_sign_marks_no_replies() -> None:
    lines = [ASKED, f"- {TOLD}", *["از باغ می‌گویم.", f"- {TOLD}"] * 6]
    assert chosen(*lines).scheme is not LabelScheme.REPLIES


def test_who_marks_nothing_is_an_interview_as_far_as_questions_are_asked() -> None:
    assert chosen(*[ASKED, TOLD] * 4).confidence == 1.0
    assert chosen(*[TOLD] * 8).confidence == 0.0


@pytest.mark.parametrize(
    ("asked", "scheme"), [(6, LabelScheme.SPARSE), (7, LabelScheme.MARKED), (8, LabelScheme.MARKED)]
)
def test_a_sign_before_every_other_line_marks_questions_when_a_third_of_them_ask(
    asked: int, scheme: LabelScheme
) -> None:
    said = [ASKED] * asked + ["از باغ."] * (20 - asked)
    lines = [line for question in said for line in (f"* {question}", TOLD)]
    assert chosen(*lines).scheme is scheme
