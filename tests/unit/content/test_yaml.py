from __future__ import annotations

import importlib

import pytest
import yaml as pyyaml
from hypothesis import given
from hypothesis import strategies as st

from goftogu.content import yaml
from goftogu.content.positions import Positions
from goftogu.content.schema import Flag, Many, Table, Text
from goftogu.problems import Problem
from tests.collecting import collected

ANY = Table(others=Text(empty=True))
LIST = Table(others=Many(Text()))
DEEP = Table(others=Table(others=Table(others=Text())))


def _read(text: str, kind: Table = ANY) -> tuple[dict[str, object], Positions, list[Problem]]:
    (table, where), problems = collected(yaml.read_yaml, text, "a.md", kind, first_line=2)
    return table, where, problems


def _at(text: str) -> tuple[int, int, str]:
    table, _, problems = _read(text)
    assert table == {}
    return problems[0].line, problems[0].column, problems[0].message


def test_values_are_the_text_that_is_there() -> None:
    table, where, problems = _read("a: 1404-09-22\nb: no\nc: 012\nd: 'x: y'\ne: |\n  p\n")
    assert problems == []
    assert table == {"a": "1404-09-22", "b": "no", "c": "012", "d": "x: y", "e": "p\n"}
    assert (where(("b",)), where.key(("b",)), where.path) == ((3, 4), (3, 1), "a.md")


def test_items_and_inner_keys_have_places() -> None:
    table, where, problems = _read("a: [p, q]\nسلام:\n- r\n", LIST)
    assert (table, problems) == ({"a": ("p", "q"), "سلام": ("r",)}, [])
    assert [where(keys) for keys in (("a",), ("a", 1), ("سلام", 0))] == [(2, 4), (2, 8), (4, 3)]
    assert (where(("a", 7)), where(("none",)), where.key(("a", 1))) == ((2, 4), (2, 1), (2, 8))
    _, where, _ = _read("a:\n  b: {c: d}", DEEP)
    assert (where.key(("a", "b", "c")), where(("a", "b", "c"))) == ((3, 7), (3, 10))


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null"])
def test_nothing_is_empty_unless_quoted(nothing: str) -> None:
    table, _, (problem,) = _read(f"a: {nothing}\nb: '{nothing}'")
    assert table == {"b": nothing}
    assert (problem.code, problem.message) == ("C004", "a is empty")


@pytest.mark.parametrize("empty", ["", "# nothing"])
def test_an_empty_document_is_nothing(empty: str) -> None:
    assert _at(empty) == (2, 1, "the file is empty")


@pytest.mark.parametrize(("text", "value"), [("true", True), ("false", False), ("'true'", True)])
def test_a_flag_is_a_word(text: str, value: object) -> None:
    table, _, problems = _read(f"a: {text}", Table({"a": Flag()}))
    assert (table, problems) == ({"a": value}, [])


def test_another_word_is_no_flag() -> None:
    _, _, (problem,) = _read("a: yes", Table({"a": Flag()}))
    assert str(problem) == "a.md:2:4: C004 a is a text (write true or false)"


def test_the_first_of_two_equal_keys_counts_and_the_second_is_reported() -> None:
    table, where, problems = _read("a: 1\nb: 2\na: 3")
    assert table == {"a": "1", "b": "2"}
    assert where(("a",)) == (2, 4)
    assert [(problem.code, problem.line, problem.column) for problem in problems] == [("C008", 4, 1)]


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("a: [b", 3, 1, "flow sequence"),
        ("a: b: c", 2, 5, "not allowed"),
        ("a: &x [*x]", 2, 4, "anchors"),
        ("سلام: &x b", 2, 7, "anchors"),
        ("a: b\n&x c: d", 3, 1, "anchors"),
        ("a: &x\n  b: c", 2, 4, "anchors"),
        ("a: &x b\nc: &x d", 2, 4, "anchors"),
        ("a: b\na: &x c", 3, 4, "anchors"),
        ("a: *x", 2, 4, "anchors"),
        ("*x : a", 2, 1, "anchors"),
        ("a: !!python/object:os.system x", 2, 4, "tags"),
        ("a: !!str x", 2, 4, "tags"),
        ("a: ! x", 2, 4, "tags"),
        ("a: !x {}", 2, 4, "tags"),
        ("%TAG ! tag:example.org,2000:\n---\na: !x b", 4, 4, "tags"),
        ("a: b\n---\nc: d", 3, 1, "second"),
        ("[a]: b", 2, 1, "key"),
        ("a: \x01", 2, 1, "control"),
    ],
)
def test_what_cannot_be_read_has_a_place(text: str, line: int, column: int, words: str) -> None:
    found = _at(text)
    assert found[:2] == (line, column)
    assert words in found[2]


@pytest.mark.parametrize("text", ["[" * 60_000, "{a: " * 15_000, "- " * 30_000, "? " * 30_000])
def test_deep_nesting_neither_crashes_nor_hangs(text: str) -> None:
    assert _at(text)[2] in {"nested too deeply", "a key is a text"}


def test_nesting_has_its_limit_and_its_place() -> None:
    assert _at("[" * 9 + "a" + "]" * 9)[2] == "the file is a list"
    assert _at("[" * 10 + "a" + "]" * 10) == (2, 10, "nested too deeply")
    assert _at("[" + "[a]," * 9 + "[" * 9 + "a" + "]" * 10)[2] == "nested too deeply"
    assert _at("[" + "[a]," * 9 + "[" * 8 + "a" + "]" * 9)[2] == "the file is a list"
    assert _at("[" * 9 + "]" * 9 + "\n---\na: b")[2] == "a second YAML document begins"


def test_long_texts_are_refused() -> None:
    assert _at("a" * 65_537) == (2, 1, "more than 65,536 characters of YAML")
    assert "more than" not in _at("a" * 65_536)[2]


def test_the_parser_without_libyaml_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["a: b", "a: &x b", "a: *x", "a: !x b", "a: b\n---\nc: d", "[" * 20, "a: b: c", "a: \x01", ""]
    expected = [_read(text)[::2] for text in texts]
    with monkeypatch.context() as patch:
        patch.delattr(pyyaml, "CSafeLoader", raising=False)
        importlib.reload(yaml)
        found = [_read(text)[::2] for text in texts]
    importlib.reload(yaml)
    assert [(table, [problem.code for problem in problems]) for table, problems in found] == [
        (table, [problem.code for problem in problems]) for table, problems in expected
    ]


@given(st.text(alphabet=st.sampled_from("ab:{}[]-?,&*!|>'\"%@` \n#~سلام"), max_size=120))
def test_any_text_gives_a_table_or_a_problem(text: str) -> None:
    table, _, problems = _read(text)
    assert table or problems or text.strip().startswith("{")
