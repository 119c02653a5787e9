"""Problems: how they are shown, what they forbid, and the hint for a slip of the keyboard."""

from __future__ import annotations

import pickle
import re

import pytest

from goftogu.locale.message import Message
from goftogu.problems import CODES, NO_HINT, Problem, Problems, Severity, did_you_mean, line_and_column

ERROR = Problem("content/a.md", 3, 7, "C002", Message("unknown key “titel”"), Message("did you mean “title”?"))
WARNING = Problem("content/a.md", 0, 0, "T009", Message("turn has no permanent id"), NO_HINT)
NOTE = Problem("", 0, 0, "T010", Message("code points differ"), NO_HINT)


@pytest.mark.parametrize(
    ("problem", "shown"),
    [
        (ERROR, "content/a.md:3:7: C002 unknown key “titel” (did you mean “title”?)"),
        (WARNING, "content/a.md: T009 turn has no permanent id"),
        (NOTE, "T010 code points differ"),
        (Problem("a.po", 4, 0, "M001", Message("syntax"), NO_HINT), "a.po:4: M001 syntax"),
    ],
)
def test_a_problem_shows_what_is_known_of_its_place(problem: Problem, shown: str) -> None:
    assert str(problem) == shown


def test_severity_comes_from_the_code() -> None:
    assert [problem.severity for problem in (ERROR, WARNING, NOTE)] == list(Severity)


def test_only_errors_forbid_publishing_unless_strict() -> None:
    assert Problems([NOTE, WARNING, ERROR]).has_errors()
    assert not Problems([NOTE, WARNING]).has_errors()
    assert Problems([NOTE, WARNING]).has_errors(strict=True)
    assert not Problems([NOTE]).has_errors(strict=True)


def test_problems_keep_the_order_in_which_they_were_added() -> None:
    given = [NOTE]
    problems = Problems(given)
    problems.add(ERROR)
    problems.extend(iter((WARNING, ERROR)))
    assert list(problems) == [NOTE, ERROR, WARNING, ERROR]
    assert (len(problems), problems.errors(), given) == (4, [ERROR, ERROR], [NOTE])
    assert not Problems()


def test_problems_survive_the_cache() -> None:
    assert list(pickle.loads(pickle.dumps(Problems([ERROR])))) == [ERROR]  # noqa: S301  our own bytes


@pytest.mark.parametrize(
    ("offset", "place"),
    [(0, (1, 1)), (1, (2, 1)), (2, (2, 2)), (3, (2, 3)), (4, (3, 1)), (5, (4, 1)), (6, (4, 2))],
)
def test_an_offset_is_told_as_line_and_column(offset: int, place: tuple[int, int]) -> None:
    assert line_and_column("\nآب\n\nنان", offset) == place


def test_a_problem_of_a_file_has_no_line() -> None:
    assert Problem.of_file("content/a.md", "T009", Message("turn has no permanent id"), NO_HINT) == WARNING
    assert Problem.of_file("", "T010", Message("x"), Message("y")).hint == "y"


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
    assert did_you_mean("xyzzy", many).endswith("word-22, word-23 and 76 more")
    assert did_you_mean("xyzzy", many[:24]).endswith("word-22, word-23")
    assert did_you_mean("xyzzy", many[:25]).endswith("word-22, word-23 and 1 more")
    assert did_you_mean("xyzzy", []) == ""
