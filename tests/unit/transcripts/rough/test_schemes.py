"""What signs before paragraphs mean where nobody is named."""

from __future__ import annotations

import pytest

from goftogu.model import Role
from goftogu.transcripts.formats import plain
from goftogu.transcripts.formats.document import Piece
from goftogu.transcripts.rough import labels, schemes
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
    assert not chosen(*[ASKED, TOLD] * 4).is_doubtful
    assert chosen(*[TOLD] * 8).is_doubtful


@pytest.mark.parametrize(
    ("asked", "scheme"), [(6, LabelScheme.SPARSE), (7, LabelScheme.MARKED), (8, LabelScheme.MARKED)]
)
def test_a_sign_before_every_other_line_marks_questions_when_a_third_of_them_ask(
    asked: int, scheme: LabelScheme
) -> None:
    said = [ASKED] * asked + ["از باغ."] * (20 - asked)
    lines = [line for question in said for line in (f"* {question}", TOLD)]
    assert chosen(*lines).scheme is scheme


@pytest.mark.parametrize(
    ("lines", "scheme", "kind"),
    [
        (["*چرا؟", "چون.", "*کجا؟", "این‌جا."], LabelScheme.MARKED, "*"),
        (["چرا؟", "- چون.", "کجا؟", "- این‌جا."], LabelScheme.REPLIES, "dash"),
        (["- چرا؟", "- چون.", "- کجا؟", "- این‌جا."], LabelScheme.DIALOGUE, "dash"),
        (["- نان", "- آب", "- خاک"], LabelScheme.SPARSE, ""),
        (["۳. چرا؟", "چون.", "۲. کجا؟", "این‌جا."], LabelScheme.SPARSE, ""),
        (
            ["• از باغ.", "یک.", "• آب چه شد؟", "دو.", "• از خاک.", "سه.", "• نان کجاست؟", "چهار."],
            LabelScheme.MARKED,
            "•",
        ),
        (
            ["• باغ.", "یک.", "• آب چه؟", "دو.", "• خاک.", "سه.", "• نان.", "چهار.", "• کو؟", "پنج."],
            LabelScheme.MARKED,
            "•",
        ),
        (["چرا؟", "چون."], LabelScheme.SPARSE, ""),
        ([], LabelScheme.SPARSE, ""),
    ],
)
def test_schemes_are_weighed_over_the_whole_text(lines: list[str], scheme: LabelScheme, kind: str) -> None:
    choice = schemes.without_labels([Piece(line, number) for number, line in enumerate(lines, 1)])
    assert (choice.scheme, choice.kind) == (scheme, kind)


def test_answers_may_have_a_sign_of_their_own() -> None:
    lines = ["* چرا؟", "- چون.", "* کجا؟", "- این‌جا."]
    choice = schemes.without_labels([Piece(line, 1) for line in lines])
    assert (choice.scheme, choice.kind, choice.reply) == (LabelScheme.MARKED, "*", "dash")


Q, A, N = f"- {ASKED}", f"- {TOLD}", TOLD


@pytest.mark.parametrize(
    ("lines", "scheme"),
    [
        ([Q, A] * 3, LabelScheme.DIALOGUE),
        ([A, A, Q, A, Q, A], LabelScheme.DIALOGUE),
        ([Q, Q, Q, A], LabelScheme.SPARSE),
        ([Q, A, N, Q, A], LabelScheme.DIALOGUE),
        ([Q, N, A, Q], LabelScheme.MARKED),
        ([Q, A, Q, A, N, N, N, N], LabelScheme.DIALOGUE),
        ([Q, A, Q, N, N, N, N], LabelScheme.MARKED),
        ([Q, N, A, ASKED, N], LabelScheme.MARKED),
        ([Q, N, A, ASKED, N, ASKED, N], LabelScheme.SPARSE),
        ([Q, N], LabelScheme.SPARSE),
        ([Q, N, Q, N], LabelScheme.MARKED),
        ([Q, A, N, N, Q], LabelScheme.MARKED),
        ([Q, A, Q, A, ASKED, N], LabelScheme.SPARSE),
        ([Q, Q, N, Q, A], LabelScheme.SPARSE),
        ([Q, N, A, *[ASKED] * 7, *[N] * 12], LabelScheme.MARKED),
        ([Q, N, A, *[ASKED] * 7, *[N] * 11], LabelScheme.SPARSE),
        ([Q, N, N, A, A, N, N, Q, A], LabelScheme.SPARSE),
        ([Q, ASKED] * 7 + [Q, N] + [A, N] * 12, LabelScheme.SPARSE),
        ([Q, ASKED] * 6 + [Q, N] * 2 + [A, N] * 12, LabelScheme.MARKED),
        ([f"۱. {ASKED}", N, f"۲. {ASKED}", N], LabelScheme.MARKED),
        ([f"۲. {ASKED}", N, f"۱. {ASKED}", N], LabelScheme.SPARSE),
    ],
)
def test_dashes_are_of_both_speakers_where_most_lines_have_one(lines: list[str], scheme: LabelScheme) -> None:
    assert chosen(*lines).scheme is scheme


@pytest.mark.parametrize(("asked", "scheme"), [(6, LabelScheme.REPLIES), (7, LabelScheme.SPARSE)])
def test_a_sign_marks_replies_when_less_than_a_third_of_them_ask(asked: int, scheme: LabelScheme) -> None:
    assert chosen(*[ASKED, Q] * asked, *[ASKED, A] * (20 - asked)).scheme is scheme


@pytest.mark.parametrize(("asked", "scheme"), [(7, LabelScheme.DIALOGUE), (8, LabelScheme.SPARSE)])
def test_of_a_dialogue_a_third_of_the_answers_may_ask(asked: int, scheme: LabelScheme) -> None:
    assert chosen(*[Q, Q] * asked, *[Q, A] * (20 - asked)).scheme is scheme


@pytest.mark.parametrize(
    ("lines", "scheme", "kind", "reply"),
    [
        ([f"* {ASKED}", N, f"* {TOLD}", N, f"• {ASKED}", N, f"• {ASKED}", N], LabelScheme.MARKED, "•", ""),
        ([ASKED, A, ASKED, Q, ASKED, A, ASKED, A, ASKED, f"• {N}", f"• {N}"], LabelScheme.REPLIES, "•", "dash"),
        ([A, A, Q, A, Q, A, "• سیب", "• به", Q, A], LabelScheme.DIALOGUE, "dash", "•"),
        ([f"* {ASKED}", A, f"* {ASKED}", A], LabelScheme.MARKED, "*", "dash"),
        ([ASKED, N], LabelScheme.SPARSE, "", ""),
    ],
)
def test_of_two_signs_the_one_that_parts_the_text_better_counts(
    lines: list[str], scheme: LabelScheme, kind: str, reply: str
) -> None:
    found = chosen(*lines)
    assert (found.scheme, found.kind, found.reply) == (scheme, kind, reply)


HOST, GUEST, ASKS_AGAIN = "سارا: کجا؟", "نیما: در شیراز.", "سارا: چه سالی؟"


@pytest.mark.parametrize(
    ("lines", "scheme", "reply"),
    [
        ([f"* {ASKED}", N, f"* {ASKED}", N], LabelScheme.MARKED, ""),
        ([HOST, GUEST, Q, A, Q, A, N], LabelScheme.DIALOGUE, ""),
        ([HOST, GUEST, Q, A, Q, N], LabelScheme.SPARSE, ""),
        ([HOST, A, A], LabelScheme.DIALOGUE, ""),
        ([HOST, GUEST, A, A], LabelScheme.SPARSE, ""),
        ([HOST, N, N], LabelScheme.SPARSE, ""),
        ([HOST, N, ASKS_AGAIN, N], LabelScheme.QUESTIONS, ""),
        ([ASKED, GUEST, ASKED, GUEST], LabelScheme.ANSWERS, ""),
        ([HOST, A, ASKS_AGAIN, A, N], LabelScheme.QUESTIONS, "dash"),
        ([HOST, A, ASKS_AGAIN, N], LabelScheme.QUESTIONS, ""),
        ([HOST, GUEST] * 2, LabelScheme.LABELLED, ""),
        ([HOST, ASKED, ASKED, GUEST, ASKS_AGAIN, N, N], LabelScheme.LABELLED, ""),
        ([HOST, GUEST, ASKS_AGAIN, N, ASKED], LabelScheme.LABELLED, ""),
        ([HOST, GUEST, ASKS_AGAIN, ASKED, ASKED], LabelScheme.DROPPED, ""),
    ],
)
def test_labels_beside_paragraphs_without_one(lines: list[str], scheme: LabelScheme, reply: str) -> None:
    pieces = [Piece(line, 2 * number) for number, line in enumerate(lines, 1)]
    held = labels.find(pieces, ("سارا", "نیما"))
    choice = schemes.choose(
        [(piece, held.find(piece)) for piece in pieces], {"سارا": Role.INTERVIEWER, "نیما": Role.INTERVIEWEE}
    )
    assert (choice.scheme, choice.reply, choice.is_doubtful) == (scheme, reply, False)


BLOCK = f"{ASKED}\n{TOLD}\n\n"


@pytest.mark.parametrize(
    ("text", "in_blocks"),
    [
        (BLOCK * 2, False),
        (BLOCK * 3, True),
        (f"{BLOCK * 3}{TOLD}", True),
        (f"{BLOCK * 3}{TOLD}\n\n{TOLD}", False),
        (f"{BLOCK * 2}{ASKED}\n{ASKED}", True),
        (f"{BLOCK * 2}{ASKED}\n{ASKED}\n{ASKED}", False),
    ],
)
def test_questions_are_in_blocks_with_their_answers_where_blank_lines_part_them(text: str, in_blocks: bool) -> None:
    assert schemes.in_blocks(plain.document(text, "a.txt").pieces) is in_blocks


@pytest.mark.parametrize(("paragraphs", "is_doubtful"), [(24, False), (25, True)])
def test_in_an_interview_one_of_twelve_paragraphs_asks(paragraphs: int, is_doubtful: bool) -> None:
    assert chosen(ASKED, ASKED, *[TOLD] * (paragraphs - 2)).is_doubtful is is_doubtful


def test_where_nothing_has_a_label_none_is_the_last_one() -> None:
    assert schemes.last_label([(Piece(ASKED, 1), None), (Piece(TOLD, 2), None)]) == 0
