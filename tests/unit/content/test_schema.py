from __future__ import annotations

import pytest

from goftogu.content.schema import BILINGUAL, ID, Flag, Keys, Many, Table, Text, check
from goftogu.problems import Problem

SCHEMA = Table(
    {
        "title": BILINGUAL,
        "colour": Text(choices=("red", "green")),
        "code": Text(pattern=r"\d+", expects="digits"),
        "note": Text(empty=True),
        "offline": Flag(),
        "words": Many(Text()),
        "entries": Table(others=Many(Text()), name=ID),
    },
    required=("title",),
)
TITLE = {"fa": "عنوان", "en": "Title"}


def where(keys: Keys) -> tuple[int, int]:
    """Tell how deep the way is and how long its last key, as a line and a column."""
    return len(keys), len(str(keys[-1])) if keys else 0


def faults(value: object) -> list[Problem]:
    return check(value, SCHEMA, where, "content/x.toml")[1]


def test_what_fits_is_kept_as_it_is() -> None:
    value = {
        "title": TITLE,
        "colour": "red",
        "code": "12",
        "note": "",
        "offline": False,
        "words": ["یک", "دو"],
        "entries": {"a-1": ["x"]},
    }
    assert check(value, SCHEMA, where, "x") == (value, [])


@pytest.mark.parametrize(
    ("value", "code", "message", "hint"),
    [
        ({"titel": 1}, "C002", "unknown key “titel” in the file", "did you mean “title”?"),
        ({"entries": {"B!": []}}, "C005", "“B!” cannot be an id", "write small Latin letters and digits"),
        ({"colour": "rad"}, "C005", "“rad” is not allowed for colour", "did you mean “red”?"),
        ({"code": "1a"}, "C005", "“1a” is not allowed for code", "write digits"),
        ({"code": " "}, "C005", "an empty text is not allowed for code", "leave the key out"),
        ({"code": 12}, "C004", "code is “12”", "write a text"),
        ({"code": None}, "C004", "code is empty", "write a text"),
        ({"offline": "yes"}, "C004", "offline is a text", "write true or false"),
        ({"words": "one"}, "C004", "words is a text", "write a list"),
        ({"words": ["a", True]}, "C004", "words[2] is true or false", "write a text"),
        ({"entries": ["a"]}, "C004", "entries is a list", "write a table"),
        ({"entries": {"a": [{}]}}, "C004", "entries.a[1] is a table", "write a text"),
        ({"title": {"fa": "عنوان"}}, "C003", "“en” is missing in title", "both languages"),
    ],
)
def test_every_fault_has_its_code_and_way_out(value: dict[str, object], code: str, message: str, hint: str) -> None:
    (problem,) = faults({"title": TITLE} | value)
    assert (problem.code, problem.path) == (code, "content/x.toml")
    assert message in problem.message
    assert hint in problem.hint


def test_a_missing_key_is_told_where_its_table_stands() -> None:
    assert faults({}) == [Problem("content/x.toml", 0, 0, "C003", "“title” is missing in the file")]


def test_the_place_is_that_of_the_key_or_item() -> None:
    (problem,) = faults({"title": TITLE, "words": ["a", 1]})
    assert (problem.line, problem.column) == (2, 1)


def test_all_faults_are_told_and_the_rest_is_kept() -> None:
    value, problems = check({"title": {"fa": 1}, "words": [1, "دو"], "x": 1, "offline": True}, SCHEMA, where, "x")
    assert value == {"title": {}, "words": ["دو"], "offline": True}
    assert [problem.code for problem in problems] == ["C003", "C004", "C004", "C002"]


def test_a_file_that_is_no_table_leaves_nothing() -> None:
    value, (problem,) = check([], SCHEMA, where, "x")
    assert value == {}
    assert problem.message == "the file is a list"
