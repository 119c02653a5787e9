from __future__ import annotations

import pytest

from goftogu.locale.message import Message
from goftogu.problems import Problems
from goftogu.transcripts import account, convert
from goftogu.transcripts.account import Question
from goftogu.transcripts.convert import Answers
from goftogu.transcripts.decisions import ImportDecision, Subject
from goftogu.transcripts.formats import plain

TEXT = """\
نان و صبر

۱۴ مرداد ۱۳۸۶

این گفت‌وگو در نانوایی انجام شد.

خبرنگار: نان چیست؟

نانوا: آرد و آب.

■ صبر

خبرنگار: صبر چه؟

نانوا: همین.

عکس: نور آبادی

عکس: شهاب
"""


def _lines(text: str) -> list[str]:
    made = convert.of_document(plain.document(text, "a.txt"), str, Problems())
    return list(account.lines(made))


def test_the_account_has_a_line_for_each_kind() -> None:
    assert _lines(TEXT) == [
        "  title      نان و صبر",
        "  date       1386-05-14",
        "  speakers   خبرنگار (interviewer, 2 turns), نانوا (interviewee, 2 turns)",
        "  text       4 turns, 4 paragraphs, 8 words, 1 section, 1 paragraph above them",
        "  read by    every turn has a label; a paragraph without one continues the turn",
        "  set aside  3 of data and boilerplate (lines 3, 17, 19)",
    ]


def test_a_labelled_transcript_has_no_account_of_its_own() -> None:
    assert list(
        account.lines(convert.Converted("", (ImportDecision(Subject.FORM, Message("the English is left out")),)))
    ) == ["  told       the English is left out"]


def test_questions_and_their_answers() -> None:
    name = Message('--speaker "پاسخ=مینا", or the name in the front matter')
    decisions = [
        ImportDecision(Subject.NAME, Message("who is «پاسخ»?"), name, asked=True, label="پاسخ"),
        ImportDecision(Subject.DATE, Message("no date was found"), Message("--date 1402-03-14, or …"), asked=True),
        ImportDecision(Subject.TITLE, Message("no title was found"), Message("--title «…», or …"), asked=True),
        ImportDecision(
            Subject.TURN, Message("a question without a label"), Message("write a label if not so"), asked=True
        ),
        ImportDecision(Subject.TITLE, Message("title"), Message("--title")),
    ]
    asked = list(account.questions(decisions))
    assert [(question.option, question.label) for question in asked] == [
        ("speaker", "پاسخ"),
        ("date", ""),
        ("title", ""),
    ]
    answers = Answers()
    for question, said in zip(asked, ("مینا", "1402", "نان"), strict=True):
        answers = account.answered(answers, question, said)
    assert answers == Answers({"پاسخ": "مینا"}, "نان", "1402")
    assert account.answered(answers, Question(Message(""), "speaker", "مجری"), "interviewer").title == "نان"


def aside(*lines: tuple[int, ...], label: str = "") -> ImportDecision:
    return ImportDecision(Subject.ASIDE, Message("set aside"), lines=sum(lines, ()), label=label)


@pytest.mark.parametrize(
    ("decisions", "said"),
    [
        ([aside()], "data and boilerplate"),
        ([aside((3,))], "data and boilerplate (line 3)"),
        ([aside((3, 5))], "data and boilerplate (lines 3, 5)"),
        ([aside((3,)), aside((5,))], "2 of data and boilerplate (lines 3, 5)"),
        ([aside((3,), label="notes"), aside((5,), label="notes")], "2 of notes (lines 3, 5)"),
        ([aside(tuple(range(1, 11)))], "data and boilerplate (lines 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)"),
        ([aside(tuple(range(1, 12)))], "data and boilerplate (lines 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 …)"),
    ],
)
def test_what_was_set_aside_is_told_with_its_first_ten_lines(decisions: list[ImportDecision], said: str) -> None:
    assert list(account.lines(convert.Converted("", tuple(decisions)))) == [f"  set aside  {said}"]


def test_the_rule_by_which_speakers_were_found_is_told_once() -> None:
    told = tuple(
        ImportDecision(Subject.ROLES, Message("roles by {rule}", rule=rule)) for rule in ("one rule", "another rule")
    )
    assert list(account.lines(convert.Converted("", told))) == ["  read by    one rule"]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ((), "    who is it? (say it)"),
        ((7,), "    line 7: who is it? (say it)"),
        ((7, 9), "    2 paragraphs (lines 7, 9): who is it? (say it)"),
    ],
)
def test_a_question_has_its_place(lines: tuple[int, ...], said: str) -> None:
    decision = ImportDecision(Subject.NAME, Message("who is it?"), Message("say it"), lines, asked=True)
    assert list(account.lines(convert.Converted("", (decision,))))[1:] == [said]
