from __future__ import annotations

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
        ImportDecision(Subject.NAME, Message("who is «پاسخ»?"), name, confidence=0, label="پاسخ"),
        ImportDecision(Subject.DATE, Message("no date was found"), Message("--date 1402-03-14, or …"), confidence=0),
        ImportDecision(Subject.TITLE, Message("no title was found"), Message("--title «…», or …"), confidence=0.2),
        ImportDecision(
            Subject.TURN, Message("a question without a label"), Message("write a label if not so"), confidence=0.6
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
