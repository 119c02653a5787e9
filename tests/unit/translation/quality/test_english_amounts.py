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
        ("three quarter million", {3, 0.25, 15, 45, 4, 25, 1e6}),
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


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("zero none no", 0), ("one first once single", 1),
        ("two second twice both double doubled doubles doubling couple couples pair pairs dual twin twins", 2),
        ("three third thirds triple tripled thrice trio threefold", 3), ("four fourth fourths quadruple quadrupled", 4),
        ("fourfold", 4), ("five fifth fifths", 5), ("six sixth", 6), ("seven seventh", 7), ("eight eighth", 8),
        ("nine ninth", 9), ("ten tenth", 10), ("eleven eleventh", 11), ("twelve twelfth dozen", 12),
        ("thirteen thirteenth", 13), ("fourteen fourteenth", 14), ("fifteen fifteenth", 15), ("sixteen sixteenth", 16),
        ("seventeen seventeenth", 17), ("eighteen eighteenth", 18), ("nineteen nineteenth", 19),
        ("twenty twenties twentieth", 20), ("thirty thirties thirtieth", 30), ("forty forties fortieth", 40),
        ("fifty fifties fiftieth", 50), ("sixty sixties sixtieth", 60), ("seventy seventies seventieth", 70),
        ("eighty eighties eightieth", 80), ("ninety nineties ninetieth", 90), ("hundred hundredth", 100),
        ("thousand", 1_000), ("million", 1_000_000), ("billion", 1_000_000_000), ("trillion", 1_000_000_000_000),
        ("II", 2), ("III", 3), ("IV", 4), ("VI", 6), ("VII", 7), ("VIII", 8), ("IX", 9), ("XI", 11), ("XII", 12),
    ],
)  # fmt: skip
def test_each_word_counts_what_it_says(words: str, value: float) -> None:
    assert [numbers(word).all for word in words.split()] == [{value}] * len(words.split())


@pytest.mark.parametrize(
    ("short", "value"), [("k", 1e3), ("K", 1e3), ("m", 1e6), ("M", 1e6), ("mn", 1e6), ("bn", 1e9), ("tn", 1e12)]
)
def test_a_short_power_multiplies_the_digits_before_it(short: str, value: float) -> None:
    assert numbers(f"3{short} rials").all == {3 * value}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("a quarter", {1, 0.25, 15, 45, 4, 25}),
        ("three quarters", {3, 0.25, 0.75, 4, 75}),
        ("nine ten", {9, 10}),
        ("ten ten", {1010}),
        ("nineteen nine", {19, 9}),
        ("nineteen ten", {1910}),
        ("twenty ten", {2010}),
        ("twenty twenty", {2020}),
        ("twenty one", {21}),
        ("thirty ten", {30, 10}),
        ("twenty one ten", {21, 10}),
        ("nineteen ninety nine", {1999}),
        ("ten one", {10, 1}),
        ("ninety nine", {99}),
        ("hundred ninety nine", {199}),
        ("one hundred ten", {110}),
        ("one hundred ten five", {110, 5}),
        ("one hundred twenty five", {125}),
        ("25 bn", {25e9}),
        ("25 m", {25}),
        ("one hundred ninety five", {195}),
        ("one hundred one two", {101, 2}),
        ("one hundred hundred", {10_000}),
        ("two million three hundred thousand and one", {2_300_001}),
        ("zero five", {0, 5}),
        ("7.5", {7.5}),
        ("7.555", {7.555}),
        ("12.05", {12.05, 12, 5}),
        ("112.05", {112.05}),
        ("1,5", {1.5}),
        ("half", {0.5, 30, 50}),
        ("half a dozen", {0.5, 30, 50, 1, 12}),
        ("20 and a half", {20.5, 1, 0.5, 30, 50}),
        ("20 half", {20, 0.5, 30, 50}),
    ],
)
def test_where_a_number_goes_on_and_where_it_ends(text: str, values: set[float]) -> None:
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
