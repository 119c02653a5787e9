"""Markdown that a transcript does not have is told once a line, and nothing else is."""

from __future__ import annotations

import pytest

from goftogu.conventions import unsupported
from goftogu.problems import Problems

TOLD = {
    "| سال | آب |": "a table",
    "---|---": "a table",
    "***": "a rule",
    "- - -": "a rule",
    "=====": "a rule",
    "# باغ": "headings",
    "#### باغ": "headings",
    "  - دسته": "lists",
    "\t1. دسته": "lists",
    "```": "code",
    "آب `روان` بود": "code",
    "[آب][1]": "a link",
    "[آب][]": "a link",
    "[1]: https://example.org/": "a link",
    "<b>آب</b>": "HTML",
    "آب<br/>نان": "HTML",
    '<a href="x">آب</a>': "HTML",
    "<https://example.org/>": "an address",
    "~~آب~~": "words",
    "{#t7}": "an attribute list",
    "{ : #t7 }": "an attribute list",
    "  {: #t7 }": "an attribute list",
    "{： .poem }": "an attribute list",
    '{time="0:01:10"}': "an attribute list",
}
QUIET = [
    "## باغ", "- بیل", "1. بیل", "> صبر", "![ماهی](f.jpg)", '![ماهی](f.jpg "در آب")', "[آب](x.html)",
    "[^1]: آب", "[آب][^1]", "[مکث]: آب", "<با دست>", "a < b > c", "— — —", "…", "یک | دو", r"\`آب`", "#آب",
    "+ آب", "5 ~ 6", "*آب*", "**آب**", "[آب]: نان",
    "{: #t7 }", "{آب}", "{}", "{#t7} آب", "{ آب }", "{tea}",
]  # fmt: skip


def told(body: str) -> list[tuple[int, int, str]]:
    problems = Problems()
    unsupported.check("a.md", body, 5, problems)
    assert {problem.code for problem in problems} <= {"T031"}
    return [(problem.line, problem.column, str(problem.message)) for problem in problems]


@pytest.mark.parametrize("line", TOLD)
def test_it_is_told_in_the_first_line_and_with_nothing_around_it(line: str) -> None:
    """A text is searched only if it has a character that something of it begins with."""
    assert [found[:1] for found in told(line)] == [(5,)]


@pytest.mark.parametrize(("line", "start"), TOLD.items())
def test_it_is_told_with_its_line(line: str, start: str) -> None:
    (found,) = told(f"بله.\n\n{line}\n")
    assert found[0] == 7
    assert found[2].startswith(start)


@pytest.mark.parametrize("line", QUIET)
def test_what_transcripts_have_is_not_told(line: str) -> None:
    assert told(f"بله.\n{line}\n") == []


def test_a_line_is_told_once_for_each_kind() -> None:
    assert [(line, column) for line, column, _ in told("`یک` و `دو` و <b>سه</b>")] == [(5, 1), (5, 15)]
    assert len(told("| یک |\n| دو |")) == 2


def test_a_text_may_begin_with_an_empty_line() -> None:
    assert [(line, column) for line, column, _ in told("\n`یک`")] == [(6, 1)]
    assert [(line, column) for line, column, _ in told("\nآب `یک`")] == [(6, 4)]
