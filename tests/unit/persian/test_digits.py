from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.persian.digits import format_fa, number, to_ascii, to_persian


def test_all_three_sets_become_ascii() -> None:
    assert to_ascii("۱۳۵۷ ١٣٥٧ 1357") == "1357 1357 1357"


def test_all_three_sets_become_persian() -> None:
    assert to_persian("۱۳۵۷ ١٣٥٧ 1357") == "۱۳۵۷ ۱۳۵۷ ۱۳۵۷"


@pytest.mark.parametrize("text", ["سال 1357", "سال ١٣٥٧", "سال ۱۳۵۷"])
def test_a_text_of_one_set_becomes_persian(text: str) -> None:
    assert to_persian(text) == "سال ۱۳۵۷"


@pytest.mark.parametrize("word", ["https://example.org/2025/", "t7.1", "COVID-19", "a1b2"])
def test_words_with_latin_letters_keep_their_digits(word: str) -> None:
    assert to_persian(f"در 12 روز {word} و 3.") == f"در ۱۲ روز {word} و ۳."


@given(st.text())
def test_digits_change_nothing_else(text: str) -> None:
    assert len(to_persian(text)) == len(to_ascii(text)) == len(text)
    assert to_ascii(to_persian(text)) == to_ascii(text)
    assert to_persian(to_persian(text)) == to_persian(text)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, "۰"),
        (999, "۹۹۹"),
        (1234567, "۱٬۲۳۴٬۵۶۷"),
        (-5, "−۵"),
        (3.5, "۳٫۵"),
        (1e22, "۱۰٬۰۰۰٬۰۰۰٬۰۰۰٬۰۰۰٬۰۰۰٬۰۰۰٬۰۰۰"),
        (Decimal("1200.50"), "۱٬۲۰۰٫۵۰"),
    ],
)
def test_numbers_are_written_the_persian_way(number: float | Decimal, expected: str) -> None:
    assert format_fa(number) == expected


@given(st.integers())
def test_whole_numbers_can_be_read_back(number: int) -> None:
    assert int(to_ascii(format_fa(number)).replace("٬", "").replace("−", "-")) == number


@pytest.mark.parametrize(
    ("value", "persian", "english"), [(0, "۰", "0"), (7, "۷", "7"), (12345, "۱۲٬۳۴۵", "12,345"), (2.5, "۲٫۵", "2.5")]
)
def test_readers_of_each_language_have_their_digits_and_separators(value: float, persian: str, english: str) -> None:
    assert (number(value, "fa"), number(value, "en")) == (persian, english)


def test_a_whole_float_keeps_its_decimals_beside_the_same_integer() -> None:
    assert [number(value, "en") for value in (3, 3.0, 3)] == ["3", "3.0", "3"]
