from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from goftogu.locale import language
from goftogu.locale.message import Message, verbatim
from goftogu.transcripts import open_questions
from goftogu.transcripts.decisions import ImportDecision, Subject
from goftogu.transcripts.draft import Draft, DraftParagraph, Speech


def _draft(*decisions: ImportDecision) -> Draft:
    speeches = [Speech("مجری", "مجری", line) for line in (5, 9, 14)]
    return Draft("a.txt", DraftParagraph("نان", 1), speeches=speeches, decisions=list(decisions))


def _lines(*decisions: ImportDecision, unit: str = "line") -> list[str]:
    return list(open_questions.lines(_draft(*decisions), unit))


def test_what_is_sure_makes_no_draft() -> None:
    assert (
        _lines(
            ImportDecision(Subject.TITLE, Message("title: نان")),
            ImportDecision(Subject.TURN, Message("x")),
        )
        == []
    )


@pytest.mark.parametrize(
    ("lines", "unit", "shown"),
    [
        ((), "line", ""),
        ((3,), "line", "line 3 of the file: "),
        ((9,), "paragraph", "t2, paragraph 9 of the file: "),
        ((10, 11, 20), "cue", "t2, t3, cue 10, 11, 20 of the file: "),
        (tuple(range(6, 20)), "line", "t1, t2, t3, line 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17 … of the file: "),
    ],
)
def test_a_question_names_the_turns_and_the_places(lines: tuple[int, ...], unit: str, shown: str) -> None:
    assert _lines(ImportDecision(Subject.TURN, Message("whose?"), Message("write it"), lines, asked=True), unit=unit)[
        2:
    ] == [
        f"# - {shown}whose? (write it)",
        "draft: true",
    ]


@given(st.text(max_size=40))
def test_whatever_a_question_says_is_a_comment(message: str) -> None:
    made = _lines(ImportDecision(Subject.TITLE, verbatim(message), asked=True))
    assert yaml.safe_load("\n".join(made)) == {"draft": True}


def test_questions_are_in_the_language_of_the_program() -> None:
    language.choose(language.PERSIAN)
    made = _lines(
        ImportDecision(
            Subject.NAME, Message("who is «{label}»?", label="مجری"), Message("check them"), (9, 10), asked=True
        )
    )
    assert made == [
        "# این پیش‌نویس است و منتشر نمی‌شود. پرسش‌های زیر را در متن پاسخ دهید،",
        "# سپس این سطرها و «draft: true» را پاک کنید.",
        "# - t2، سطر ۹، ۱۰ پرونده: «مجری» کیست؟ (آن‌ها را وارسی کنید)",
        "draft: true",
    ]


@pytest.mark.parametrize(("turns", "more"), [(12, ""), (13, " …")])
def test_a_question_names_at_most_twelve_turns(turns: int, more: str) -> None:
    asked = ImportDecision(Subject.TURN, Message("whose?"), lines=tuple(range(1, turns + 1)), asked=True)
    speeches = [Speech("مجری", "مجری", line) for line in range(1, turns + 1)]
    draft = Draft("a.txt", DraftParagraph("نان", 1), speeches=speeches, decisions=[asked])
    named = ", ".join(f"t{number}" for number in range(1, 13))
    places = ", ".join(map(str, range(1, 13)))
    assert list(open_questions.lines(draft, "line"))[2] == f"# - {named}, line {places}{more} of the file: whose?"
