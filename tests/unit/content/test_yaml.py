from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.content import yaml
from goftogu.content.yaml import Node


def _at(text: str) -> tuple[int, int, str]:
    root, problems = yaml.parse(text, "a.md", first_line=2)
    assert root is None
    return problems[0].line, problems[0].column, problems[0].message


def test_values_are_the_text_that_stands_there() -> None:
    root, problems = yaml.parse("a: 1404-09-22\nb: no\nc: 012\nd: 'x: y'\ne: [p, q]", "a.md")
    assert problems == []
    assert root is not None
    assert isinstance(root.value, dict)
    assert [root.value[key].value for key in "abcd"] == ["1404-09-22", "no", "012", "x: y"]
    assert root.value["e"].value == (Node("p", 5, 5, (5, 5)), Node("q", 5, 8, (5, 8)))
    assert (root.value["b"].line, root.value["b"].column, root.value["b"].key) == (2, 4, (2, 1))


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null"])
def test_nothing_is_none_unless_quoted(nothing: str) -> None:
    root, _ = yaml.parse(f"a: {nothing}\nb: '{nothing}'", "a.md")
    assert root is not None
    assert isinstance(root.value, dict)
    assert (root.value["a"].value, root.value["b"].value) == (None, nothing)


def test_an_empty_document_is_nothing() -> None:
    assert yaml.parse("# nothing", "a.md", first_line=2) == (Node(None, 2, 1, (2, 1)), [])


def test_the_first_of_two_equal_keys_counts_and_both_are_reported() -> None:
    root, problems = yaml.parse("a: 1\nb: 2\na: 3", "a.md")
    assert root is not None
    assert isinstance(root.value, dict)
    assert root.value["a"].value == "1"
    assert [(problem.code, problem.line, problem.column) for problem in problems] == [("C008", 3, 1)]


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("a: [b", 3, 1, "flow sequence"),
        ("a: b: c", 2, 5, "not allowed"),
        ("a: &x [*x]", 2, 4, "anchors"),
        ("a: *x", 2, 4, "anchors"),
        ("a: !!python/object:os.system x", 2, 4, "tags"),
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


def test_long_texts_are_refused() -> None:
    assert f"{yaml.LONGEST:,}" in _at("a" * (yaml.LONGEST + 1))[2]


@given(st.text(alphabet=st.sampled_from("ab:{}[]-?,&*!|>'\"%@` \n#~سلام"), max_size=120))
def test_any_text_gives_a_tree_or_a_problem(text: str) -> None:
    root, problems = yaml.parse(text, "a.md")
    assert root is not None or problems
