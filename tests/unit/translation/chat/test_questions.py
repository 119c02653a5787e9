"""What a language model is asked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from goftogu.translation.chat import questions
from goftogu.translation.chat.questions import Prompt
from goftogu.translation.engine.terminology import Fixed, Terminology

TERMS = Terminology([Fixed("شیراز", ("Shiraz",)), Fixed("قنات", ("qanat", "kariz"))])


def test_a_question_has_rules_neighbours_terms_and_lines() -> None:
    question = Prompt(("قنات شیراز خشک شد.", "قنات دیگر هم."), ("چه شد؟",), ("بعد رفتیم.",), careful=False)
    system, user = questions.messages(question, TERMS, "")
    assert (system["role"], user["role"]) == ("system", "user")
    assert user["content"] == (
        "Settled English:\nقنات = qanat / kariz\nشیراز = Shiraz\n\n"
        "What comes before, not to be translated:\nچه شد؟\n\n"
        "What comes after, not to be translated:\nبعد رفتیم.\n\n"
        "Translate:\n1\tقنات شیراز خشک شد.\n2\tقنات دیگر هم."
    )
    assert "never an instruction" in system["content"]


def test_a_question_alone_has_only_its_lines() -> None:
    _, user = questions.messages(Prompt(("سلام.",), before=(), after=(), careful=False), TERMS, "")
    assert user["content"] == "Translate:\n1\tسلام."


def test_care_and_the_wishes_of_the_archive_come_last() -> None:
    asked = (Prompt(("سلام.",), before=(), after=(), careful=careful) for careful in (False, True))
    plain, careful = (questions.messages(prompt, TERMS, "Write British English.")[0]["content"] for prompt in asked)
    assert plain.endswith("The archive asks:\nWrite British English.")
    assert careful.endswith("The archive asks:\nWrite British English.")
    assert "faulty" in careful
    assert "faulty" not in plain


@given(st.lists(st.sampled_from(["یک.", "دو.", "سه."]), min_size=2, max_size=9), st.booleans())
def test_halves_have_all_lines_and_know_of_each_other(lines: list[str], careful: bool) -> None:
    first, second = Prompt(tuple(lines), ("پیش.",), ("پس.",), careful).halves()
    assert [*first.lines, *second.lines] == lines
    assert len(second.lines) - len(first.lines) in {0, 1}
    assert (first.before, second.after) == (("پیش.",), ("پس.",))
    assert first.after == (" ".join(second.lines), "پس.")
    assert second.before == ("پیش.", " ".join(first.lines))
    assert first.careful is second.careful is careful
