"""Problems: how they are shown, what they forbid, and the hint for a slip of the keyboard."""

from __future__ import annotations

import re

import pytest

from goftogu.problems import CODES, Problem, Severity, did_you_mean, has_errors

ERROR = Problem("content/a.md", 3, 7, "C002", "unknown key “titel”", "did you mean “title”?")
WARNING = Problem("content/a.md", 0, 0, "T009", "turn has no permanent id")
NOTE = Problem("", 0, 0, "T010", "code points differ")


@pytest.mark.parametrize(
    ("problem", "shown"),
    [
        (ERROR, "content/a.md:3:7: C002 unknown key “titel” (did you mean “title”?)"),
        (WARNING, "content/a.md: T009 turn has no permanent id"),
        (NOTE, "T010 code points differ"),
        (Problem("a.po", 4, 0, "M001", "syntax"), "a.po:4: M001 syntax"),
    ],
)
def test_a_problem_shows_what_is_known_of_its_place(problem: Problem, shown: str) -> None:
    assert str(problem) == shown


def test_severity_comes_from_the_code() -> None:
    assert [problem.severity for problem in (ERROR, WARNING, NOTE)] == list(Severity)


def test_only_errors_forbid_publishing_unless_strict() -> None:
    assert has_errors([NOTE, WARNING, ERROR])
    assert not has_errors([NOTE, WARNING])
    assert has_errors([NOTE, WARNING], strict=True)
    assert not has_errors([NOTE], strict=True)


def test_every_code_is_a_letter_and_three_digits_with_a_title() -> None:
    for code, (_, title) in CODES.items():
        assert re.fullmatch(r"[A-Z][0-9]{3}", code)
        assert title
        assert not title.endswith(".")


def test_did_you_mean_names_the_nearest_or_all() -> None:
    known = ["title", "date", "speakers"]
    assert did_you_mean("titel", known) == "did you mean “title”?"
    assert did_you_mean("xyzzy", known) == "known: date, speakers, title"
    many = [f"word-{number:02}" for number in range(100)]
    assert did_you_mean("xyzzy", many).endswith("word-18, word-19 and 80 more")
    assert did_you_mean("xyzzy", []) == ""
