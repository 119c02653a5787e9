"""Free pages: lists with any indent, and notes that do not fit."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu import markup
from goftogu.conventions import free_pages
from goftogu.problems import Problems
from tests.collecting import found_by


def told(body: str) -> list[tuple[str, int]]:
    problems = Problems()
    free_pages.check("about.fa.md", body, 3, problems)
    assert {problem.column for problem in problems if problem.code == "T030"} <= {0}
    return sorted((problem.code, problem.line) for problem in problems)


@pytest.mark.parametrize("blanks", [1, 2, 3, 4])
def test_a_list_is_nested_with_any_indent(blanks: int) -> None:
    text = f"- یک\n{' ' * blanks}- دو\n{' ' * blanks * 2}- سه\n- چهار\n"
    made = re.sub(r"\s", "", markup.page(text, "fa"))
    assert made == "<ul><li>یک<ul><li>دو<ul><li>سه</li></ul></li></ul></li><li>چهار</li></ul>"


def test_a_paragraph_of_an_item_stays_in_it() -> None:
    made = re.sub(r"\s", "", markup.page("- یک\n\n  دو\n\n  - سه\n\nچهار\n", "fa"))
    assert made == "<ul><li><p>یک</p><p>دو</p><ul><li>سه</li></ul></li></ul><p>چهار</p>"


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("- یک\n  - دو\n\n   سه", "- یک\n    - دو\n\n        سه"),
        ("- یک\n  - دو\n     سه\n   چهار", "- یک\n    - دو\n        سه\n        چهار"),
        ("1. یک\n   - دو\n  سه", "1. یک\n    - دو\n    سه"),
    ],
)
def test_what_belongs_to_an_item_is_as_far_from_the_edge_as_markdown_wants_it(text: str, made: str) -> None:
    assert free_pages.indented(text) == made


@pytest.mark.parametrize(
    "text",
    ["متن\n\n- یک\n- دو", "    - کد", "```\n  - یک\n    - دو\n```", "یک\n  دو", ""],
    ids=["flat", "indented code", "fenced code", "text", "nothing"],
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert free_pages.indented(text) == text


@given(
    st.lists(st.sampled_from(["- یک", "  - دو", "   1. سه", "    متن", "متن", "", "```", "     - چهار"]), max_size=10)
)
def test_no_word_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert free_pages.indented(text).split() == text.split()
    assert free_pages.indented(text).count("\n") == text.count("\n")


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("متن[^1]\n\n[^1]: یک", []),
        ("متن[^1]", [("T030", 3)]),
        ("\nمتن[^1]", [("T030", 4)]),
        ("\n`آب`[^1]\n\n~~آب~~", [("T030", 4), ("T031", 6)]),
        ("متن\n\n[^1]: یک", [("T030", 5)]),
        ("متن[^1]\n\n[^1]: یک\n[^1]: دو", [("T030", 6)]),
        ("متن[^1]\nو[^1]\n\n[^1]: یک", [("T030", 4)]),
        ("متن[^یک دو]", [("T030", 3)]),
        ("`[^1]` و\n\n```\n[^2]\n```\n", []),
        (r"متن \[^1]", []),
        ("<b>آب</b>\n\n`<b>`", [("T031", 3)]),
        ("~~آب~~ و [آب][1]", [("T031", 3), ("T031", 3)]),
        ("| آب |\n|---|\n\n---\n\n### باغ\n\n<https://example.org/>\n", []),
    ],
)
def test_what_does_not_fit_is_told_with_its_line(body: str, found: list[tuple[str, int]]) -> None:
    assert told(body) == found


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("متن[^1]", "there is no note “1”"),
        ("متن\n\n[^1]: یک", "nothing refers to the note “1”"),
        ("متن[^1]\nو[^1]\n\n[^1]: یک", "a second reference to the note “1”"),
        ("متن[^1]\n\n[^1]: یک\n[^1]: دو", "a second note “1”"),
    ],
)
def test_a_note_and_what_refers_to_it_are_told_apart(body: str, said: str) -> None:
    assert [problem.message for problem in found_by(free_pages.check, "about.fa.md", body, 3)] == [said]
