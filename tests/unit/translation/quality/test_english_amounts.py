from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.translation.quality.english_amounts import numbers


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("12 people", {12}),
        ("12,500 workers", {12_500}),
        ("25 million people", {25e6}),
        ("$1.5m", {1.5e6}),
        ("2.5bn rials", {2.5e9}),
        ("3k", {3_000}),
        ("thirty-five", {35}),
        ("Twenty five years", {25}),
        ("three thousand five hundred and six", {3_506}),
        ("two hundred thousand", {200_000}),
        ("a hundred and twenty", {1, 120}),
        ("a million", {1, 1e6}),
        ("half a million", {1, 0.5e6, 0.5, 30, 50}),
        ("two and a half", {1, 2.5, 0.5, 30, 50}),
        ("second half", {2, 0.5, 30, 50}),
        ("nineteen eighty", {1980}),
        ("the 1980s", {1980}),
        ("the eighties", {80}),
        ("the 20th century", {20}),
        ("a dozen", {1, 12}),
        ("twice, both", {2}),
        ("World War II", {2}),
        ("Henry VIII", {8}),
        ("7.55am", {7.55, 7, 55}),
        ("half past two", {0.5, 30, 50, 2}),
        ("a quarter to five", {1, 0.25, 15, 45, 4, 25, 5}),
        ("12 and 13", {12, 13}),
        ("four years ago 1.7 million", {4, 1.7e6}),
        ("1.7 million four years ago", {4, 1.7e6}),
        ("MS13 and F125", set()),
        ("no one knew", {0, 1}),
        ("۱۲ people", {12}),
        ("nothing here", set()),
        ("twenty long, five short", {20, 5}),
        ("twenty boats five", {20, 5}),
        ("two and boats half", {2, 0.5, 30, 50}),
        ("two and old boats, half", {2, 0.5, 30, 50}),
        ("boats and half", {0.5, 30, 50}),
        ("a hundred boats and twenty", {1, 100, 20}),
        ("three boats thousand", {3, 1_000}),
        ("12 boats million", {12, 1e6}),
        ("boats", set()),
        ("boats five", {5}),
        ("twenty m five", {20, 5}),
        ("100 k five", {100, 5}),
    ],
)
def test_the_values_of_numbers(text: str, values: set[float]) -> None:
    assert numbers(text).all == values


def test_numbers_in_digits_are_told_in_order() -> None:
    assert numbers("From 5 October to the 7th, 25 million and thirty").digits == (5, 7, 25e6)


@given(st.lists(st.sampled_from("two twenty hundred thousand and a half 12 3k II".split()), max_size=4), st.data())
def test_other_words_separate_numbers_however_many_they_are(said: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(said)))
    apart = [numbers(" ".join([*said[:place], *["boats"] * count, *said[place:]])) for count in (1, 2, 5)]
    assert len(set(apart)) == 1
    assert apart[0].all == numbers(" ".join(said[:place])).all | numbers(" ".join(said[place:])).all


@given(st.text("0123 ,.-abcdefghijklmnopqrstuvwxyz", max_size=60))
def test_any_text_is_read(text: str) -> None:
    found = numbers(text)
    assert set(found.digits) <= found.all
