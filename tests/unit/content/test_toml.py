from __future__ import annotations

import tomllib
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.content import toml
from goftogu.content.positions import Keys
from goftogu.content.schema import Many, Table, Text
from tests.collecting import collected

ANY = Table(others=Many(Text()))
TEXT = dedent(
    '''\
    # comment = "none"
    plain = 1
    dotted.inner = 2.5
    "quoted key" = 'a # no comment'
    list = [
      "one", # [a remark]
      ["deep"],
      {x = 1, "y" = [2]},
    ]
    long = """
    not = "a key"
    """ # end
    date = 2025-12-13 10:00:00

    [table]
      indented = true
    [table.sub]
    key = {}
    [[many]]
    a = 1
    [[many]]
    a = 2
    [many.sub]
    b = []
    '''
)


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        (("plain",), (2, 1)),
        (("dotted",), (3, 1)),
        (("dotted", "inner"), (3, 8)),
        (("quoted key",), (4, 1)),
        (("list",), (5, 1)),
        (("list", 0), (6, 3)),
        (("list", 1), (7, 3)),
        (("list", 1, 0), (7, 4)),
        (("list", 2, "x"), (8, 4)),
        (("list", 2, "y"), (8, 11)),
        (("list", 2, "y", 0), (8, 18)),
        (("long",), (10, 1)),
        (("date",), (13, 1)),
        (("table",), (15, 2)),
        (("table", "indented"), (16, 3)),
        (("table", "sub"), (17, 8)),
        (("table", "sub", "key"), (18, 1)),
        (("many", 0), (19, 3)),
        (("many", 0, "a"), (20, 1)),
        (("many", 1), (21, 3)),
        (("many", 1, "a"), (22, 1)),
        (("many", 1, "sub"), (23, 7)),
        (("many", 1, "sub", "b"), (24, 1)),
        (("table", "sub", "missing", "deep"), (17, 8)),
        (("missing",), (1, 1)),
        ((), (1, 1)),
    ],
)
def test_every_key_and_item_has_its_place(keys: Keys, place: tuple[int, int]) -> None:
    assert toml.positions(TEXT, "")(keys) == place


@pytest.mark.parametrize(("text", "place"), [("a = 1", (1, 1)), ("  a = 1", (1, 3)), ("# x\n\n a = 1", (3, 2))])
def test_the_first_key_has_its_place_above_all_others(text: str, place: tuple[int, int]) -> None:
    assert toml.positions(text, "")(("a",)) == place


def test_the_places_are_those_of_a_valid_text() -> None:
    assert tomllib.loads(TEXT)["many"][1] == {"a": 2, "sub": {"b": []}}


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ('a = "x"\nb = y\n', (2, 5), "C001"),
        ("a = [1,\n", (1, 1), "C001"),
        ("a = 1\na = 2\n", (2, 6), "C008"),
        ("[a]\n[a]\n", (2, 3), "C008"),
        ("a = {b = 1, b = 2}\n", (1, 18), "C008"),
        (f"a = {'[' * 100_000}", (1, 1), "C001"),
        (f"a = {'1' * 100_000}", (1, 1), "C001"),
    ],
)
def test_a_syntax_error_has_a_place(text: str, place: tuple[int, int], code: str) -> None:
    (value, where), (problem,) = collected(toml.read_toml, text, "content/x.toml", ANY)
    assert value == {}
    assert where(("a",)) == (1, 1)
    assert (problem.path, problem.line, problem.column, problem.code) == ("content/x.toml", *place, code)


@pytest.mark.parametrize("line", ["a = “x”", "a = «باغ»", "“a” = 1", "a = ‘x’", "a = [“x”, “y”]", "a = „x“"])
def test_quotation_marks_of_a_word_processor_are_told(line: str) -> None:
    _, (problem,) = collected(toml.read_toml, f"b = 1\n{line}\n", "content/x.toml", ANY)
    assert (problem.line, str(problem.hint)) == (2, 'put texts in straight quotation marks: "')


@pytest.mark.parametrize("text", ["a = y\n", 'a = "«x»\n', 'b = "“x”"\na = y\n', "a = [\n"])
def test_another_fault_has_another_hint(text: str) -> None:
    _, (problem,) = collected(toml.read_toml, text, "content/x.toml", ANY)
    assert str(problem.hint) == "put texts in quotation marks and lists in square brackets"


def test_values_are_checked_with_their_places() -> None:
    (value, where), (problem,) = collected(toml.read_toml, '[a]\nb = ["x", 1]\n', "x.toml", Table({"a": ANY}))
    assert value == {"a": {"b": ("x",)}}
    assert where(("a", "b")) == (2, 1)
    assert (problem.line, problem.column, problem.code) == (2, 11, "C004")


_KEY = st.text(st.sampled_from('ab۱ی"\\# .='), max_size=4)
_VALUE = st.recursive(
    st.integers() | st.booleans() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEY, inner, max_size=3),
    max_leaves=12,
)


def _string(text: str) -> str:
    escaped = "".join(f"\\U{ord(letter):08x}" if ord(letter) < 32 or letter in '"\\\x7f' else letter for letter in text)
    return f'"{escaped}"'


def _dump(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_string(key)} = {_dump(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",\n".join(map(_dump, value)) + "]"
    return _string(value) if isinstance(value, str) else str(value).lower()


def _ways(value: Any, keys: Keys = ()) -> list[Keys]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [way for key, item in items for way in ((*keys, key), *_ways(item, (*keys, key)))]


@given(st.dictionaries(_KEY, _VALUE, max_size=4))
def test_whatever_is_valid_is_found_in_order(value: dict[str, Any]) -> None:
    text = "\n".join(f"{_string(key)} = {_dump(item)} # end" for key, item in value.items())
    assert tomllib.loads(text) == value
    where = toml.positions(text, "")
    places = [where(way) for way in _ways(value)]
    assert places == sorted(places)
    starts = [text.split("\n")[line - 1][column - 1] for line, column in places]
    names = [_dump(_at(value, way))[0] if isinstance(way[-1], int) else '"' for way in _ways(value)]
    assert starts == names


def _at(value: Any, keys: Keys) -> Any:
    for key in keys:
        value = value[key]
    return value
