"""Words that are cut once, and rules that ask them first and still find what they found in the whole text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.translation.quality import english_amounts, negation, shape, words

SAYINGS = (
    "I never lied not nobody’s can't isn’t the the the dr dr. xkcd bzzzzzz II 25 million and a half k 7.55 nothing "
    "without unable far from as soon free of hopeless un-able no one cannot NOT Never aaaaaaa aaaaaa ...... ------"
).split(" ")
PERSIAN = (
    "نه نمی دانم نمی‌دانم هیچ هیچ‌کس هرگز نکرد نشود نامه نیامده بی‌خبر ۱۳۵۷ ۱۲ هزار و سی بیست و پنج نیم "
    "۱۳۵۷/۲/۳ نهصد نشانه نمی «ندارد»"
).split(" ")
english = st.lists(st.sampled_from(SAYINGS), min_size=1, max_size=12).map(" ".join)
persian = st.lists(st.sampled_from(PERSIAN), min_size=1, max_size=12).map(" ".join)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ()),
        ("Isn’t it? IT isn't.", ("isn’t", "it", "it", "isn't")),
        ("well-known 1,200 Ph.D. o'", ("well", "known", "1", "200", "ph", "d", "o")),
    ],
)
def test_english_words_are_small_and_keep_their_apostrophes(text: str, found: tuple[str, ...]) -> None:
    assert words.english(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", set()),
        ("نمی‌دانم، «بی‌خبر» بود.", {"نمی", "دانم", "بی", "خبر", "بود"}),
        ("۱۳۵۷/۲/۳ و ۱۲هزار", {"۱۳۵۷", "۲", "۳", "و", "۱۲هزار"}),
    ],
)
def test_persian_is_cut_at_half_spaces_and_signs(text: str, found: set[str]) -> None:
    assert words.persian(text) == found


@given(persian, english)
def test_a_denial_is_found_as_in_the_whole_text(source: str, target: str) -> None:
    if negation._PLAIN_NOT.search(target):
        wanted = not negation._MAY_DENY.search(source)
    else:
        denied = negation._DENIED.search(negation._NOT_DENIED.sub(" ", source)) if _denied(source) else None
        wanted = denied is not None and not negation._MAY_NOT.search(target)
    assert negation.is_turned(source, target) is wanted


def _denied(source: str) -> bool:
    return negation._DENIED.search(source) is not None


@given(english)
def test_what_is_garbled_is_found_as_in_the_whole_text(target: str) -> None:
    odd = {word.lower() for word in shape._CONSONANTS.findall(target) if not word.isupper() or len(word) == 1}
    assert shape.is_garbled("", target) is bool(odd - shape._WITHOUT_VOWELS)


@given(english)
def test_what_is_doubled_is_found_as_in_the_whole_text(target: str) -> None:
    twice = {found[1] for found in shape._TWICE.finditer(target.lower())} - shape._MAY_BE_TWICE
    assert shape.is_doubled("", target) is bool(twice)


@given(english)
def test_a_character_again_and_again_is_found_as_in_the_whole_text(target: str) -> None:
    said = words.english(target)
    triple = any(one == two == three for one, two, three in zip(said, said[1:], said[2:], strict=False))
    rows = [tuple(said[at : at + 4]) for at in range(len(said) - 3)]
    again = any(rows.count(row) >= 3 or row in rows[at + 1 : at + 6] for at, row in enumerate(rows))
    assert shape.loops("", target) is (triple or again or re.search(r"([^\s.…\-–—_=*\d])\1{5}", target) is not None)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a hundred and five of them", {1.0, 105.0}),
        ("a hundred and they five", {1.0, 100.0, 5.0}),
        ("two and a half", {1.0, 0.5, 30, 50, 2.5}),
        ("VIII of the ninth, not of viii", {8.0, 9.0}),
        ("nothing here", set()),
    ],
)
def test_words_that_are_of_no_number_end_one(text: str, found: set[float]) -> None:
    assert english_amounts.numbers(text).all == found
