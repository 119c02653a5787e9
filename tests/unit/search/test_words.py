"""The words of texts, and in which of them each is."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.persian.folding import fold
from goftogu.search import words

SAID = st.lists(st.text("می‌رودن گفتو. ا«", max_size=30), max_size=5)


def places(*texts: str) -> dict[str, str]:
    return words.places([[words.row(text)] for text in texts])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("می‌توانیم", ["میتوانیم"]),
        ("می توانیم", ["می", "توانیم", "میتوانیم"]),
        ("كتاب‌های ۱۲", ["کتابهای", "12"]),
        ("گفت و گو", ["گفتگو"]),
        ("Iran’s", ["iran", "s"]),
        ("…", []),
    ],
)
def test_keys(text: str, found: list[str]) -> None:
    assert words.keys(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("می توانیم", ["می", "توانیم"]), ("رئیس‌جمهورِ ایران", ["رییسجمهور", "ایران"]), ("G20, AT&T", ["g20", "at", "t"])],
)
def test_plain_words_are_as_the_script_splits_them(text: str, found: list[str]) -> None:
    assert words.plain(text) == found == re.findall(r"[^\W_]+", fold(text))


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("او می رود و نمی گوید", ["او", "میرود", "و", "نمیگوید"]),
        ("او می‌رود", ["او", "میرود"]),
        ("او رود می", ["او", "رود", "می"]),
        ("می می رود", ["میمی", "رود"]),
        ("می", ["می"]),
        ("", []),
    ],
)
def test_the_prefix_of_a_verb_is_joined_to_what_follows(text: str, whole: list[str]) -> None:
    assert words.whole(words.row(text)) == whole


def test_a_row_without_a_prefix_is_whole() -> None:
    row = words.row("آب و نان")
    assert words.whole(row) is row


def test_a_word_knows_the_texts_in_which_it_is() -> None:
    assert places("آب", "نان و آب", "نان نان", "آب") == {"آب": "AAb", "نان": "Ba", "و": "b"}
    assert places() == {}
    assert places("", "…") == {}
    assert words.places([[["آب"], ["نان"]], [[], ["آب"]]]) == {"آب": "Aa", "نان": "a"}


def test_a_verb_is_found_whole_where_it_is_written_apart() -> None:
    assert places("او", "می رود", "نمی روند می‌رود") == {
        "او": "a", "می": "b", "رود": "b", "میرود": "Ba", "نمی": "c", "روند": "c", "نمیروند": "c",
    }  # fmt: skip


@given(SAID)
def test_every_text_has_its_words_and_no_other(said: list[str]) -> None:
    found = {word: read(steps) for word, steps in places(*said).items()}
    for number, text in enumerate(said):
        assert {word for word, numbers in found.items() if number in numbers} == set(words.keys(text))
    assert all(numbers for numbers in found.values())


def test_the_order_of_the_words_is_that_of_the_texts() -> None:
    """A set has another order in another process; the same texts must give the same bytes."""
    assert list(places("باد خاک", "آب باد", "خاک آتش")) == ["باد", "خاک", "آب", "آتش"]
    assert list(places("خاک", "آتش آب")) == ["خاک", "آتش", "آب"]


@pytest.mark.parametrize(
    ("numbers", "steps"),
    [
        ([], ""),
        ([0], "a"),
        ([0, 1, 4], "AAc"),
        ([25], "z"),
        ([26], "+a"),
        ([27, 28], "+Ba"),
        ([80, 1000], f"+++C{'+' * 35}j"),
    ],
)
def test_numbers_are_written_by_how_many_are_missing(numbers: list[int], steps: str) -> None:
    assert words.steps(bits(numbers)) == steps


@given(st.lists(st.integers(0, 3000), unique=True).map(sorted))
def test_what_is_written_can_be_read_again(numbers: list[int]) -> None:
    written = words.steps(bits(numbers))
    assert read(written) == numbers
    assert re.fullmatch("([A-Z+]*[a-z])?", written)


def bits(numbers: list[int]) -> int:
    return sum(1 << number for number in numbers)


def read(steps: str) -> list[int]:
    """Read numbers as the script does."""
    found, last = [], -1
    for step in steps:
        if step == "+":
            last += 26
        else:
            last += ord(step.upper()) - ord("A") + 1
            found.append(last)
    return found
