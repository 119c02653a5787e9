from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.persian.sentences import spans, split

CASES = Path(__file__).parents[2] / "cases" / "sentences" / "persian.txt"
PIECES = [
    "او",
    "رفت",
    "الف",
    "ا",
    ".",
    "…",
    "؟",
    "!",
    " ",
    "\n",
    "\n\n",
    "«",
    "»",
    "(",
    ")",
    '"',
    "۱",
    "1",
    "a",
    "،",
    "و",
    "گفت",
    "www.a.ir",
]


def cases() -> list[str]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("line", cases())
def test_sentences(line: str) -> None:
    marked = line.replace("\\n", "\n")
    assert split(marked.replace("|", "")) == [part.strip() for part in marked.split("|")]


def test_there_are_many_cases() -> None:
    assert len(cases()) >= 60


@given(st.text() | st.lists(st.sampled_from(PIECES)).map("".join))
def test_no_text_is_lost(text: str) -> None:
    place = 0
    for start, end in spans(text):
        assert text[place:start].strip() == ""
        assert text[start:end] == text[start:end].strip() != ""
        place = end
    assert text[place:].strip() == ""


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_a_sentence_has_words_unless_nothing_before_it_has(text: str) -> None:
    assert all(any(map(str.isalnum, sentence)) for sentence in split(text)[1:])


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_nothing_has_no_sentences(text: str) -> None:
    assert split(text) == []


@pytest.mark.parametrize(("opening", "closing"), ["«»", "“”", "()", '""'])
def test_a_long_quote_is_split_inside(opening: str, closing: str) -> None:
    inside = "این جمله کمی دراز است. " * 12
    assert len(split(f"گفت: {opening}{inside.strip()}{closing} همین.")) > 10


def test_what_is_left_open_holds_nothing_together() -> None:
    assert split("او «رفت. من ماندم.") == ["او «رفت.", "من ماندم."]
    assert split("او رفت). من (ماندم. تو هم.") == ["او رفت).", "من (ماندم.", "تو هم."]


@pytest.mark.parametrize(
    "text", ["«" * 20_000, ". " * 20_000, "( " * 20_000, "1. " * 20_000, '"' * 20_000, " " * 20_000 + "."]
)
def test_odd_texts_are_no_trap(text: str) -> None:
    assert "".join("".join(split(text)).split()) == "".join(text.split())
