from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from goftogu import markup
from goftogu.model import Interview, Source
from goftogu.problems import Problems
from goftogu.transcripts import convert as transcript_convert
from goftogu.transcripts import read as transcript_read
from goftogu.transcripts.assign_ids import stamp
from goftogu.transcripts.formats import plain
from goftogu.transcripts.formats.document import Document, Piece
from tests import outline
from tests.collecting import collected, found_by

CASES = sorted((Path(__file__).parents[2] / "cases" / "import").glob("*.txt"))
WORD = re.compile(r"[^\W\d_]+")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_cases(case: Path) -> None:
    given_text, expected, problems = case.read_text(encoding="utf-8").split("=====\n")
    text, found = collected(transcript_convert.convert, Source(case.name, b"", given_text), str)
    assert text == expected
    assert list(outline.of_problems(found)) == problems.strip().splitlines()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_both_routes_give_the_same_interview(case: Path) -> None:
    given_text = case.read_text(encoding="utf-8").partition("=====\n")[0]
    _same_by_both_routes(given_text)


def _same_by_both_routes(given_text: str) -> str:
    text, _ = collected(transcript_convert.convert, Source("a.txt", b"", given_text), str)
    raw, _ = collected(transcript_read.read_transcript, Source("a.txt", b"", given_text), str)
    labelled, _ = collected(transcript_read.read_transcript, Source("a.md", b"", text), str)
    if raw is not None and labelled is not None:
        assert _shape(raw) == _shape(labelled)
        assert stamp(text) == text
    return text


def _shape(interview: Interview) -> object:
    """Return what an interview is, in the words that its pages show: a file may need a backslash before a sign."""
    turns = [
        (turn.speaker, turn.exchange, [markup.bare(paragraph.record) for paragraph in turn.paragraphs])
        for turn in interview.turns
    ]
    front = [(paragraph.id, markup.bare(paragraph.record)) for paragraph in interview.front()]
    roles = {label: speaker.role for label, speaker in interview.speakers.items()}
    return interview.title.record, interview.date, roles, front, turns


PARTS = st.sampled_from(
    [
        "مجری:",
        "مجری: چرا؟",
        "بهرامی: خوب بود.",
        "س:",
        "ج:",
        "پرسش ۲:",
        "سلام",
        "؟",
        "\n",
        "\n\n",
        " ",
        "**",
        "- ",
        "• ",
        "+ ",
        "# ",
        "{: #t1 }",
        "\\:",
        "\\",
        "<br />",
        "&nbsp;",
        "&amp;",
        "<b>",
        "</b>",
        "متن کامل",
        "به گزارش ایرنا،",
        "date 2025-12-13",
        ":",
        "۲۳ خرداد ۱۳۹۴",
        "کد خبر: ۱۲",
        "---",
        "title: x",
        "a: [b",
        "بفرمایید.",
        "\u200c",
        "\u2028",
        "\t",
        "نکته:",
        "راه نو: ",
        "«",
        "»",
    ]
)
TEXTS = st.lists(PARTS, max_size=40).map("".join) | st.lists(PARTS, max_size=25).map("\n\n".join)


@given(TEXTS)
@example("- مجری:")
@example("نکته: آب\n\n- مجری:\n\n+ ج:")
def test_no_word_is_dropped(given_text: str) -> None:
    text = _same_by_both_routes(given_text)
    words = Counter(WORD.findall("\n".join(piece.text for piece in plain.read(given_text).pieces)))
    if text:
        assert not words - Counter(WORD.findall(text.replace("\\t", "\t").replace("\\n", "\n")))


def test_an_attribute_list_in_the_text_is_text() -> None:
    source = Source("a.txt", b"", "مجری: چرا؟\n\nآقای نوری: چون {: #t1 }")
    text, problems = collected(transcript_convert.convert, source, str)
    assert "چون \\{: #t1 }" in text
    assert not Problems(problems).has_errors()


def test_a_result_that_cannot_be_read_back_is_reported() -> None:
    name = "ن" * 61
    document = Document("a.txt", [Piece("چرا؟", 1, speaker=name)], structured=True)
    assert "C005" in {problem.code for problem in found_by(transcript_convert.of_document, document, str)}


TWO = "باغ\n\nسارا: از باغ.\n\nنیما: سبز بود.\n\nسارا: از رود.\n\nنیما: آرام بود."
THREE = f"{TWO}\n\nرضا: از ده.\n\nسارا: از شهر.\n\nرضا: دور بود."


@pytest.mark.parametrize(
    ("text", "label", "roles"),
    [
        (TWO, "نیما", ["interviewee", "interviewer"]),
        (THREE, "نیما", ["interviewer", "interviewer", "interviewee"]),
    ],
)
def test_of_two_speakers_the_other_one_takes_the_other_role(text: str, label: str, roles: list[str]) -> None:
    answers = transcript_convert.Answers({label: "interviewer"}, title="نان", date="1402")
    made = transcript_convert.of_document(plain.document(text, "a.txt"), str, Problems(), answers)
    assert made.draft is not None
    assert [speaker.role for speaker in made.draft.speakers] == roles
    assert "\ntitle: نان\n" in made.text
    assert [str(one.message) for one in made.decisions if one.asked] == []


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        (transcript_convert.Answers({"رضا": "interviewer"}), "C007"),
        (transcript_convert.Answers(date="باغ"), "C006"),
    ],
)
def test_an_answer_that_fits_nothing_is_a_problem_of_the_whole_file(
    answers: transcript_convert.Answers, code: str
) -> None:
    found = found_by(transcript_convert.of_document, plain.document(TWO, "a.txt"), str, answers=answers)
    assert [(one.code, one.line, one.column) for one in found if one.severity == "error"] == [(code, 0, 0)]
