from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.content import characters
from goftogu.problems import Problem, Problems

FORBIDDEN = [
    0,
    8,
    11,
    12,
    13,
    0x1B,
    0x7F,
    0x80,
    0x85,
    0x9F,
    0x202D,
    0x202E,
    0xD800,
    0xFDD0,
    0xFFFE,
    0xFFFF,
    0x1FFFE,
    0x10FFFF,
]


def checked(text: str) -> list[Problem]:
    problems = Problems()
    characters.check("a.md", text, problems)
    return list(problems)


@pytest.mark.parametrize("number", FORBIDDEN)
def test_what_no_text_may_hold(number: int) -> None:
    (problem,) = checked(f"سطر\nاو{chr(number)}ل")
    assert (problem.code, problem.line, problem.column) == ("S003", 2, 3)
    assert f"U+{number:04X}" in characters.fault_of_value(chr(number))


@pytest.mark.parametrize(
    "text", ["", "a\tb\nc", "می\u200cرود", "\u200f\u200e", "\u2067شب\u2069", "😀\ufe0f", "\u202bالف\u202c"]
)
def test_what_it_may_hold(text: str) -> None:
    assert checked(text) == []
    assert characters.fault_of_value(text) == ""


@pytest.mark.parametrize("text", ["\u2067شب", "\u202bالف\nب\u202c", "\u2066\u2067\u2069", "\u2068x\u202c"])
def test_a_direction_that_is_not_closed(text: str) -> None:
    assert "S003" in {problem.code for problem in checked(text)}
    assert "not closed" in characters.fault_of_value(text)


@pytest.mark.parametrize("mark", ["\u2028", "\u2029"])
def test_a_value_holds_no_line_end_that_looks_like_none(mark: str) -> None:
    assert checked(f"الف{mark}ب") == []
    assert "is not allowed" in characters.fault_of_value(f"الف{mark}ب")


@pytest.mark.parametrize(
    "text", ["", " \t\n", "\u200c", "\u00a0\u2003", "\ufeff", "\u2066\u2069", "\u3164", "\U000e0041", "\u2800"]
)
def test_what_is_blank(text: str) -> None:
    assert characters.is_blank(text)


@pytest.mark.parametrize("text", [".", "آ", "\u200c۱", "😀", "\u0301a", "«»"])
def test_what_is_not(text: str) -> None:
    assert not characters.is_blank(text)


@given(st.text())
def test_a_text_with_a_letter_is_never_blank_and_a_fault_names_what_is_there(text: str) -> None:
    if any(unicodedata.category(sign)[0] in "LN" for sign in text if sign not in "\u3164\uffa0\u115f\u1160"):
        assert not characters.is_blank(text)
    if fault := characters.fault_of_value(text):
        assert f"U+{ord(next(filter(characters.fault_of_value, text), text[0])):04X}" in fault or "not closed" in fault


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n", 1),
        ("a\n>>>>>>> feature/آب\n", 2),
        ("a\nb\n||||||| 1a2b3c4\n", 3),
    ],
)
def test_marks_of_a_merge(text: str, line: int) -> None:
    (problem,) = checked(text)
    assert (problem.code, problem.line, problem.column) == ("S015", line, 1)


@pytest.mark.parametrize("text", ["<<<<<<<", " <<<<<<< HEAD", "<<<<<<<< HEAD", ">>>>>>>x", "=======", "a ||||||| b"])
def test_what_is_no_mark_of_a_merge(text: str) -> None:
    assert checked(text) == []
