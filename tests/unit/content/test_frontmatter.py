from __future__ import annotations

import pytest

from goftogu.content import frontmatter
from goftogu.content.frontmatter import FrontMatter
from goftogu.content.schema import Many, Table, Text
from goftogu.locale.message import Message
from goftogu.model import Source
from goftogu.problems import Problem
from tests.collecting import collected

SCHEMA = Table({"title": Text(), "names": Many(Text())}, required=("title",), whole=Message("the front matter"))


def _read(text: str) -> tuple[FrontMatter | None, list[Problem]]:
    return collected(frontmatter.read_front_matter, Source("a.md", b"", text), SCHEMA)


def test_a_file_is_divided_below_the_second_fence() -> None:
    front, problems = _read("---\ntitle: x\n--- \n\nbody\n---\n")
    assert front is not None
    assert (front.table, front.body, front.body_line, problems) == ({"title": "x"}, "\nbody\n---\n", 4, [])


@pytest.mark.parametrize("end", ["---", "---\n"])
def test_the_body_may_be_empty(end: str) -> None:
    front, problems = _read(f"---\ntitle: x\n{end}")
    assert front is not None
    assert (front.body, front.body_line, problems) == ("", 4, [])


@pytest.mark.parametrize("text", ["text", "--- x\n", "----\n---\n", "---\ntitle: x\n", "---", "\n---\na: b\n---\n"])
def test_missing_or_open_front_matter_is_a_problem(text: str) -> None:
    front, problems = _read(text)
    assert front is None
    assert [(problem.code, problem.line) for problem in problems] == [("C001", 1)]


@pytest.mark.parametrize("text", ["", "\n", " \t\n\n", "\u200c\n", "\ufeff"])
def test_an_empty_file_is_told_as_one(text: str) -> None:
    front, problems = _read(text)
    assert front is None
    assert [str(problem) for problem in problems] == [
        "a.md:1:1: T001 the file is empty (write the transcript or delete the file)"
    ]


@pytest.mark.parametrize(
    "first", ["\n---", "  ---", "----", "—-", "–––", "---\t-", "+++", "\u2014\u2014", "___", "\t---"]
)
def test_a_first_fence_that_an_editor_has_changed_is_told_how_it_is_written(first: str) -> None:
    (problem,) = _read(f"{first}\ntitle: x\n---\n")[1]
    assert ("three hyphens" in str(problem.hint)) == (first != "---\t-")


@pytest.mark.parametrize(
    "text", ["# Notes\n", "text\n---\n", "- a\n- b\n", "-\n", "--- x\n", '{"a": 1}', "<!DOCTYPE html>"]
)
def test_any_other_text_is_told_what_front_matter_is(text: str) -> None:
    (problem,) = _read(text)[1]
    assert str(problem.message) == "the front matter is missing"
    assert str(problem.hint) == "write it between two lines “---”"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title: x\nnames: [", "a.md:4:1: C001"),
        ("- title", "a.md:2:1: C004 the front matter is a list"),
        ("# nothing", "a.md:2:1: C004 the front matter is empty"),
        ("title: [x]", "a.md:2:8: C004 title is a list"),
    ],
)
def test_what_leaves_nothing_gives_nothing(text: str, said: str) -> None:
    front, problems = _read(f"---\n{text}\n---\n")
    assert front is None
    assert [str(problem)[: len(said)] for problem in problems] == [said]


def test_what_is_sound_is_kept_with_its_place() -> None:
    front, problems = _read("---\ntitle: x\nnames: [a, {}]\nnotes: y\n---\n")
    assert front is not None
    assert front.table == {"title": "x", "names": ("a",)}
    assert (front.where.key(("names",)), front.where(("names",)), front.where(("names", 1))) == (
        (3, 1),
        (3, 8),
        (3, 12),
    )
    assert [(problem.code, problem.line, problem.column) for problem in problems] == [("C004", 3, 12), ("C002", 4, 1)]
