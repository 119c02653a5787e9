"""What may be left of a word: every rest that is one, the longest first, and nothing of a word that is too short."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.persian import endings
from goftogu.persian.folding import fold

WORDS = st.text("ابتمنهیشگرد", max_size=14)


@pytest.mark.parametrize(
    ("word", "rest"),
    [
        ("کتابهایشان", "کتاب"),
        ("پدرم", "پدر"),
        ("خانهای", "خانه"),
        ("نویسندگان", "نویسنده"),
        ("دانشجویان", "دانشجو"),
        ("آقایان", "آقا"),
        ("روستاییان", "روستا"),
        ("مطالعات", "مطالعه"),
        ("بزرگترین", "بزرگ"),
        ("مسولین", "مسول"),
        ("معلمانشان", "معلم"),
    ],
)
def test_a_noun_without_its_ending(word: str, rest: str) -> None:
    assert rest in list(endings.nouns(word))


@pytest.mark.parametrize(("word", "rest"), [("زنان", "زن"), ("پزشکیان", "پزشک"), ("زمین", "زم"), ("شد", "ش"), ("", "")])
def test_what_is_too_short_or_no_ending_stays(word: str, rest: str) -> None:
    assert rest not in list(endings.nouns(word))


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("میرویم", "رو>"),
        ("نمیدانست", "دانست<"),
        ("نگفتهاند", "گفت<"),
        ("گفته", "گفت<"),
        ("بیاید", "آی>"),
        ("بیندازد", "انداز>"),
        ("نیاندازد", "انداز>"),
        ("بگو", "گو>"),
        ("برمیگردند", "برگرد>"),
        ("گفت", "گفت<"),
    ],
)
def test_the_stem_of_a_verb(word: str, stem: str) -> None:
    assert stem in list(endings.verbs(word))


@given(WORDS)
def test_a_rest_is_the_beginning_of_its_word(word: str) -> None:
    rests = list(endings.nouns(word))
    assert all(word.startswith(rest[:-1]) and rest for rest in rests)
    assert all(len(rest) <= len(word) for rest in rests)


@given(WORDS)
def test_a_stem_is_part_of_its_word_and_marked(word: str) -> None:
    for stem in endings.verbs(word):
        assert stem[-1] in "<>"
        assert stem[-2:-1]
        assert stem[1:-1] in word or "می" in word


def test_the_table_is_folded_and_can_be_written_as_json() -> None:
    assert all(fold(ending) == ending and least > 1 for ending, least, _ in endings.ENDINGS)
    assert len(set(endings.ENDINGS)) == len(endings.ENDINGS)
    lengths = [len(ending) for ending, _, _ in endings.ENDINGS]
    assert lengths == sorted(lengths)
    assert {ending for ending, _, _ in endings.ENDINGS} >= endings.SURE
    assert json.loads(json.dumps(endings.table())).keys() == {
        "endings",
        "loose",
        "prefixes",
        "present",
        "past",
        "inner",
    }
