from __future__ import annotations

import pytest

from goftogu.content.frontmatter import Key, Table, split
from goftogu.content.yaml import parse
from goftogu.model import Source
from goftogu.problems import Problem

KEYS = (
    Key("title", "the title", required=True),
    Key("size", "small or big", fault=lambda text: "" if text in {"small", "big"} else f"“{text}” is no size"),
    Key("names", "a list"),
    Key("inner", "a table"),
)


def _table(text: str) -> tuple[Table, list[Problem]]:
    root, problems = parse(text, "a.md")
    assert root is not None
    return Table(root, KEYS, "a.md", problems), problems


def _split(text: str) -> tuple[tuple[str, int] | None, list[str]]:
    page, problems = split(Source("a.md", b"", text))
    return (page.body, page.body_line) if page else None, [f"{problem.code}:{problem.line}" for problem in problems]


def test_a_file_is_parted_below_the_second_fence() -> None:
    assert _split("---\ntitle: x\n--- \n\nbody\n---\n") == (("\nbody\n---\n", 4), [])


@pytest.mark.parametrize("end", ["---", "---\n"])
def test_the_body_may_be_empty(end: str) -> None:
    assert _split(f"---\ntitle: x\n{end}") == (("", 4), [])


@pytest.mark.parametrize("text", ["", "text", "--- x\n", "----\n---\n", "---\ntitle: x\n", "---", "\n---\na: b\n---\n"])
def test_missing_or_open_front_matter_is_a_problem(text: str) -> None:
    assert _split(text) == (None, ["C001:1"])


def test_broken_yaml_has_its_line_in_the_file() -> None:
    assert _split("---\ntitle: x\nspeakers: [\n---\n") == (None, ["C001:4"])


def test_texts_are_read() -> None:
    table, problems = _table("title: 12\nsize: big\nnames: [a, b]\ninner: {title: y}")
    inner = table.table("inner", KEYS)
    assert problems == []
    assert inner is not None
    assert (table.text("title"), table.text("size"), table.texts("names"), inner.text("title")) == (
        "12",
        "big",
        ("a", "b"),
        "y",
    )
    assert (table.line("size"), table.line("none")) == (2, 1)


def test_missing_keys_are_empty() -> None:
    table, problems = _table("title: x")
    assert (table.text("size"), table.texts("names"), table.table("inner", KEYS), list(table.entries("inner"))) == (
        "",
        (),
        None,
        [],
    )
    assert problems == []


def test_unknown_and_missing_keys_are_reported() -> None:
    _, problems = _table("titel: x\n")
    assert [str(problem) for problem in problems] == [
        "a.md:1:1: C002 unknown key “titel” (did you mean “title”?)",
        "a.md:1:1: C003 the key “title” is missing (the title)",
    ]


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("title: [x]", "C004", "“title” is not a text"),
        ("title:", "C004", "“title” is empty"),
        ("title: x\nsize: huge", "C005", "“size”: “huge” is no size"),
        ("title: x\nnames: {a: b}", "C004", "“names” is not a list of texts"),
        ("title: x\nnames: a", "C004", "“names” is not a list of texts"),
        ("title: x\nnames: [a, [b]]", "C004", "“names” is not a list of texts"),
        ("title: x\ninner: [a]", "C004", "“inner” holds no keys and values"),
        ("title: x\ninner: {}", "C004", "“inner” holds no keys and values"),
        ("[title]", "C004", "keys and values are due here"),
    ],
)
def test_wrong_types_and_values_are_reported(text: str, code: str, words: str) -> None:
    table, problems = _table(text)
    table.text("title")
    table.text("size")
    table.texts("names")
    list(table.entries("inner"))
    assert [(problem.code, problem.message) for problem in problems] == [(code, words)]
