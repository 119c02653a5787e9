from __future__ import annotations

import pytest

from goftogu.content.schema import Table, Text
from goftogu.content.yaml import read_yaml
from goftogu.content.yaml_hints import cut
from tests.collecting import collected

KEYS = Table({"title": Text(), "note": Text()})


def told(text: str) -> tuple[int, int, str]:
    _, problems = collected(read_yaml, text, "a.md", KEYS, first_line=1)
    problem = next(problem for problem in problems if problem.code == "C001")
    return problem.line, problem.column, problem.hint


@pytest.mark.parametrize("sign", ["@", "`", "%", "[", "{", "- ", "? ", "| ا", "> ا"])
def test_a_text_that_begins_with_a_sign_of_yaml(sign: str) -> None:
    line, _, hint = told(f"title: {sign}باغ\nnote: x\n")
    assert line in {1, 2}
    assert f"“{sign[0]}”" in hint
    assert "between quotes" in hint


@pytest.mark.parametrize("text", ['"باغ" و خانه', "'باغ' و خانه", '"a" "b"'])
def test_quotation_marks_around_the_beginning(text: str) -> None:
    line, _, hint = told(f"title: {text}\n")
    assert line == 1
    assert "the whole text" in hint


@pytest.mark.parametrize("text", ["\ttitle: x", "title: x\n\tnote: y", "title:\n\t- x"])
def test_a_tab(text: str) -> None:
    assert "tab" in told(text)[2]


@pytest.mark.parametrize("mark", ['"', "'"])
def test_a_quotation_mark_that_is_not_closed_is_told_where_it_is_opened(mark: str) -> None:
    line, column, hint = told(f"note: a\ntitle: {mark}باغ\n\n")
    assert (line, column) == (2, 8)
    assert "close the quotation mark" in hint


@pytest.mark.parametrize("text", ["باغ: خانه", "a: b: c"])
def test_a_colon(text: str) -> None:
    assert "“: ”" in told(f"title: {text}\n")[2]


@pytest.mark.parametrize(
    ("value", "line", "rest"),
    [
        ("گفت‌وگوی", "گفت‌وگوی #باغ", "#باغ"),
        ("a b", "a b # c", "# c"),
        ("باغ", "باغ\t# c", "# c"),
        ("1402", "1402 #x", "#x"),
        ("", " #باغ", "#باغ"),
        ("1402", "1402 # year", ""),
        ("true", "true # later", ""),
        ("", " # nothing", ""),
        ("a#b", "a#b", ""),
        ("a", "a", ""),
        ("a", "a\n# b", ""),
    ],
)
def test_what_a_comment_takes_away(value: str, line: str, rest: str) -> None:
    assert cut(value, line, len(value)) == rest


@pytest.mark.parametrize("ends", ["\x85", "\u2028", "\u2029", "\r\n"])
def test_lines_end_where_yaml_ends_them(ends: str) -> None:
    assert told(f'title: "باغ{ends}{ends}')[2] == "close the quotation mark that is opened here"
    assert "“@”" in told(f"note: x{ends}title: @باغ\n")[2]


def test_a_comment_that_takes_words_away_is_told_where_it_begins() -> None:
    hint = "put the whole text between quotes; a comment goes on a line of its own"
    assert told("note: x\ntitle: باغ #۲ و #۳\n") == (2, 11, hint)
