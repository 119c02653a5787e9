"""Answers of a language model, line by line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.translation.chat import answers
from tests.models import numbered


@pytest.mark.parametrize(
    "text",
    [
        "1\tHello.\n2\tGoodbye.",
        "1. Hello.\n2. Goodbye.\n",
        "1) Hello.\n\n2) Goodbye.",
        "1: Hello.\n2: Goodbye.",
        "۱. Hello.\n۲. Goodbye.",
        "Here you are:\n\n1\tHello.\n2\tGoodbye.",
        "```\n1\tHello.\n2\tGoodbye.\n```",
        "<think>1\tHm.\nTwo lines.</think>\n1\tHello.\n2\tGoodbye.",
        "<thinking>\n</thinking>1\t Hello. \n2\tGood\u200bbye.\u200e",
    ],
)
def test_numbered_lines_are_read(text: str) -> None:
    assert answers.read(text, 2) == ["Hello.", "Goodbye."]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1\tHello.",
        "1\tHello.\n3\tGoodbye.",
        "2\tGoodbye.\n1\tHello.",
        "1\tHello.\n1\tHello.\n2\tGoodbye.",
        "1\tHello.\n2\tGoodbye.\n3\tMore.",
        "1\tHello.\n2\t",
        "1\tHello.\n2\t\u200b",
        "1\tHello.\nand more\n2\tGoodbye.",
        "1\tHello.\n2\tGoodbye.\nI hope this helps!",
        "Hello.\nGoodbye.",
        "1\tHello.\n2\tGood\x07bye.",
        "<think>1\tHello.\n2\tGoodbye.",
        "I am sorry, I cannot help with that.",
    ],
)
def test_anything_else_is_no_answer(text: str) -> None:
    assert answers.read(text, 2) is None


def test_one_line_needs_no_number() -> None:
    assert answers.read("Hello.\n", 1) == ["Hello."]
    assert answers.read("1. Hello.", 1) == ["Hello."]
    assert answers.read("Hello.\nGoodbye.", 1) is None
    assert answers.read("", 1) is None
    assert answers.read("1", 1) is None


def test_a_translation_may_begin_with_a_number() -> None:
    assert answers.read("1\t12 people came.\n2\t1352. It was spring.", 2) == ["12 people came.", "1352. It was spring."]


words = st.lists(st.from_regex(r"[abc xyz.?!']*[a-z][abc xyz.?!']*", fullmatch=True), min_size=2, max_size=9)


@given(words)
def test_what_is_asked_for_is_what_comes_back(texts: list[str]) -> None:
    assert answers.read(numbered(texts), len(texts)) == [" ".join(text.split()) for text in texts]


@given(words, st.integers(0, 8))
def test_a_missing_line_is_always_noticed(texts: list[str], gone: int) -> None:
    lines = numbered(texts).splitlines()
    del lines[gone % len(lines)]
    assert answers.read("\n".join(lines), len(texts)) is None


@given(st.text(), st.integers(1, 5))
def test_anything_can_be_read(text: str, count: int) -> None:
    found = answers.read(text, count)
    assert found is None or (len(found) == count and all(line.strip() and "\n" not in line for line in found))
