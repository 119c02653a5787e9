from __future__ import annotations

import pytest

from goftogu.content.positions import Keys, Positions
from goftogu.content.schema import BILINGUAL, ID, Date, Flag, Many, Table, Text, Whole, check
from goftogu.locale.message import Message
from goftogu.model import Role
from goftogu.persian.dates.calendar import DateError, parse
from goftogu.problems import NO_HINT, Problem
from tests.collecting import collected, found_by

SCHEMA = Table(
    {
        "title": BILINGUAL,
        "colour": Text(choices=("red", "green")),
        "code": Text(pattern=r"\d+", expects=Message("digits")),
        "note": Text(empty=True),
        "offline": Flag(),
        "words": Many(Text()),
        "entries": Table(others=Many(Text()), name=ID),
    },
    required=("title",),
)
TITLE = {"fa": "عنوان", "en": "Title"}


class Where(Positions):
    """Tells how deep the way is and how long its last key, as a line and a column."""

    def __call__(self, keys: Keys) -> tuple[int, int]:
        return len(keys), len(str(keys[-1])) if keys else 0


where = Where("content/x.toml")


def faults(value: object) -> list[Problem]:
    return found_by(check, value, SCHEMA, where)


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
    assert collected(check, value, SCHEMA, where) == ({**value, "words": ("یک", "دو"), "entries": {"a-1": ("x",)}}, [])


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
        ({"offline": "true"}, "C004", "offline is a text", "write true or false"),
        ({"offline": "yes"}, "C004", "offline is a text", "write true or false"),
        ({"words": "one"}, "C004", "words is a text", "write a list"),
        ({"wo\x01rds": ["a"]}, "S003", "U+0001 is not allowed in a text, in the file", "delete the character"),
        ({"words": ["a\u202e"]}, "S003", "U+202E is not allowed in a text, in words[1]", "delete the character"),
        ({"words": ["a", ""]}, "C005", "an empty text is not allowed for words[2]", "leave the key out"),
        ({"title": TITLE | {"de": "Titel"}}, "C002", "unknown key “de” in title", "known: en, fa"),
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


def test_dates_and_members_of_an_enumeration_are_made() -> None:
    kind = Table({"day": Date(), "role": Text(choices=tuple(Role))})
    table, problems = collected(check, {"day": "1357-11-22", "role": "other"}, kind, where)
    assert (table, problems) == ({"day": parse("1357-11-22"), "role": Role.OTHER}, [])
    assert isinstance(table["role"], Role)


def test_a_date_that_is_none_has_its_hint() -> None:
    def refuse(text: str) -> str:
        raise DateError(Message("“{text}” is no day", text=text))

    found = found_by(
        check, {"a": "1357-13", "b": "x"}, Table({"a": Date(), "b": Date(refuse, Message("a day"))}), where
    )
    assert [(problem.code, problem.message, problem.hint) for problem in found] == [
        ("C006", "“1357-13” is not a date: there is no month 13, in a", "months are 01 to 12"),
        ("C006", "“x” is no day, in b", "write a day"),
    ]


def test_what_is_missing_says_what_to_write() -> None:
    kind = Table(
        {
            "a": Text(expects=Message("a word")),
            "b": Text(choices=("x", "y")),
            "c": Table(filled=True, expects=Message("names")),
            "d": Flag(),
        },
        required=("a", "b", "c", "d"),
        whole=Message("the front matter"),
    )
    found = found_by(check, {}, kind, where)
    assert [problem.message for problem in found] == [f"“{name}” is missing in the front matter" for name in "abcd"]
    assert [problem.hint for problem in found] == ["write a word", "write one of x, y", "write names", ""]


def test_a_table_that_must_hold_something() -> None:
    (problem,) = found_by(check, {"a": {}}, Table({"a": Table({"b": Text()}, filled=True)}), where)
    assert (problem.code, problem.message, problem.hint) == ("C004", "a is empty", "write a table with the keys b")


@pytest.mark.parametrize("typed", [True, False])
def test_a_flag_may_be_a_word_where_all_values_are_texts(typed: bool) -> None:
    table, problems = collected(check, {"a": "true", "b": "ja"}, Table({"a": Flag(), "b": Flag()}), where, typed=typed)
    assert table == ({} if typed else {"a": True})
    assert len(problems) == 1 + typed


def test_positions_know_values_keys_and_the_nearest_parent() -> None:
    found = Positions("x")
    assert found(("a",)) == (1, 1)
    found.add(("a",), (2, 4), (2, 1))
    found.add(("a",), (9, 9), (9, 9))
    found.add(("a", 0), (3, 3))
    assert [found(keys) for keys in (("a",), ("a", 0), ("a", 1), ("b",))] == [(2, 4), (3, 3), (2, 4), (1, 1)]
    assert [found.key(keys) for keys in (("a",), ("a", 0), ("b",))] == [(2, 1), (3, 3), (1, 1)]


def test_positions_name_the_keys_of_a_table_and_of_no_other() -> None:
    found = Positions("x")
    for keys in (("a",), ("a", "b"), ("a", "c"), ("a", "b", "d"), ("e",)):
        found.add(keys, (1, 1), (1, 1))
    found.add(("a", "f"), (1, 1))
    assert [found.names(keys) for keys in ((), ("a",), ("a", "b"), ("e",))] == [["a", "e"], ["b", "c"], ["d"], []]


def test_a_missing_key_is_told_where_its_table_stands() -> None:
    assert faults({}) == [Problem("content/x.toml", 0, 0, "C003", Message("“title” is missing in the file"), NO_HINT)]


def test_the_place_is_that_of_the_key_or_item() -> None:
    (problem,) = faults({"title": TITLE, "words": ["a", 1]})
    assert (problem.line, problem.column) == (2, 1)


def test_all_faults_are_told_and_the_rest_is_kept() -> None:
    value, problems = collected(check, {"title": {"fa": 1}, "words": [1, "دو"], "x": 1, "offline": True}, SCHEMA, where)
    assert value == {"title": {}, "words": ("دو",), "offline": True}
    assert [problem.code for problem in problems] == ["C003", "C004", "C004", "C002"]


def test_what_follows_a_key_with_a_forbidden_character_is_kept() -> None:
    value, (problem,) = collected(check, {"title": TITLE, "wo\x01rds": ["a"], "offline": True}, SCHEMA, where)
    assert value == {"title": TITLE, "offline": True}
    assert (problem.code, problem.line, problem.column) == ("S003", 1, 6)


def test_a_file_that_is_no_table_leaves_nothing() -> None:
    value, (problem,) = collected(check, [], SCHEMA, where)
    assert value == {}
    assert problem.message == "the file is a list"


@pytest.mark.parametrize("typed", [True, False])
def test_a_whole_number_is_one_from_one_on(typed: bool) -> None:
    values: dict[str, object] = {"a": 7, "b": 0, "c": True} if typed else {"a": "7", "b": "0", "c": "vii"}
    kind = Table(dict.fromkeys("abc", Whole()))
    table, problems = collected(check, values, kind, Positions("x"), typed=typed)
    assert table == {"a": 7}
    assert [problem.code for problem in problems] == ["C005", "C004"]
    assert problems[0].hint == "write 1 or more"
    assert problems[1].hint == "write a whole number"


def test_flags_and_numbers_may_be_written_as_text_where_the_parser_tells_no_types() -> None:
    kind = Table({"on": Flag(), "off": Flag(), "least": Whole(), "most": Whole(3)})
    said = {"on": "true", "off": "false", "least": "1", "most": "3"}
    assert collected(check, said, kind, where, typed=False) == ({"on": True, "off": False, "least": 1, "most": 3}, [])
    out = found_by(check, {"least": "0", "most": "4"}, kind, where, typed=False)
    assert [problem.code for problem in out] == ["C005", "C005"]
