from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.translation.quality.persian_amounts import amounts


def sure(text: str) -> list[set[float]]:
    return [set(amount.right) for amount in amounts(text) if amount.sure]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("۱۲ نفر", 12),
        ("٣٫٥ درصد", 3.5),
        ("۳/۵ درصد", 3.5),
        ("۱۲،۵۰۰ تومان", 12_500),
        ("۱٬۲۰۰٬۰۰۰ تومان", 1_200_000),
        ("۳ هزار نفر", 3_000),
        ("۲۵ میلیون", 25e6),
        ("۲٫۵ میلیارد ریال", 2.5e9),
        ("۱۲۰ میلیارد و ۳۰۰ میلیون", 120.3e9),
        ("دوازده هزار میلیارد", 12e12),
        ("بیست و پنج نفر", 25),
        ("بیست‌وپنج نفر", 25),
        ("صد و بیست خانه", 120),
        ("سه هزار و پانصد", 3_500),
        ("صد و بیست هزار تومان", 120_000),
        ("یک و نیم میلیون", 1.5e6),
        ("نیم میلیون تومان", 0.5e6),
        ("دو و نیم متر", 2.5),
        ("سومین فرزند", 3),
        ("چهلم", 40),
        ("شانزده‌ساله", 16),
        ("هفتصد و هشتاد و نه", 789),
    ],
)
def test_a_number_in_digits_or_words(text: str, value: float) -> None:
    assert sure(text) == [{value}]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("سال ۱۳۵۷", {1357, 1978, 1979, 57}),
        ("هزار و سیصد و پنجاه و هفت", {1357, 1978, 1979, 57}),
        ("سال ۵۷", {57, 1357, 1978, 1979}),
        ("مدل ۵۲", {52, 1352, 1973, 1974}),
        ("سال ۲", {2, 1302, 1402, 1923, 1924, 2023, 2024}),
        ("سال ۲۵۳۵", {2535, 1976, 1977, 1355}),
        ("سال ۱۳۲۴ قمری", {1324, 1905, 1906, 1907, 1945, 1946, 24}),
        ("۱۳ مهر", {13, 4, 5, 6}),
        ("۲۲ بهمن", {22, 10, 11, 12}),
        ("۱ فروردین", {1, 20, 21, 22}),
        ("دههٔ شصت", {60, 1360, 1980, 1981, 80}),
        ("دهه‌ی ۶۰", {60, 1360, 1980, 1981, 80}),
        ("دههٔ ۱۹۸۰", {1980, 80}),
        ("ساعت ۲۱", {21, 9}),
        ("۱۳۵۷/۱۱/۲۲", {1357, 1978, 1979, 57}),
        ("57/11/22", {57}),
    ],
)
def test_what_a_date_or_a_time_may_be_in_english(text: str, right: set[float]) -> None:
    assert sure(text) == [right]


def test_a_time_has_two_numbers() -> None:
    assert sure("۱۴:۳۰") == [{14, 2}, {30}]
    assert sure("سال‌های ۵۶ تا ۵۸") == [{56, 1356, 1977, 1978}, {58, 1358, 1979, 1980}]


@pytest.mark.parametrize(
    "text",
    [
        "یک روز",
        "نه، نبودم",
        "ده ما کوچک بود",
        "پنج‌شنبه‌ها",
        "صدها نفر",
        "میلیون‌ها",
        "هزاران",
        "دو سه روز",
        "چند هزار نفر",
        "دوباره آمد",
        "بی‌بی‌سی گفت",
        "سیم برق",
        "به او می‌دهم",
        "یکم صبر کن",
        "گروه چهار نفره",
        "تِنِسی",
        "مدرسه و خانه",
    ],
)
def test_what_may_be_no_number_is_not_asked_for(text: str) -> None:
    assert sure(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("دو هزار و ۱۰۰۰ نفر", [{2000}, {1000}]),
        ("۲ میلیون و ۱۰۰۰۰۰۰", [{2_000_000}, {1_000_000}]),
        ("سه میلیون و هزار هزار", [{3_000_000}, {1_000_000}]),
        ("دو هزار و ۹۹۹ نفر", [{2999}]),
        ("سه هزار و ۵۰۰ نفر", [{3500}]),
    ],
)
def test_what_follows_belongs_to_a_number_only_if_it_is_below_its_power(text: str, values: list[set[float]]) -> None:
    assert sure(text) == values


def test_the_place_of_a_number() -> None:
    (found,) = amounts("ما بیست و پنج نفر بودیم")
    assert "ما بیست و پنج نفر بودیم"[found.start : found.end] == "بیست و پنج"


@given(st.text("۰۱۲۳ دوسهپنجبیستهزارونیم/٫٬:،-\u200c", max_size=40))
def test_any_text_is_read(text: str) -> None:
    made = amounts(text)
    assert all(0 <= amount.start < amount.end <= len(text) and amount.right for amount in made)
    assert all(one.end <= other.start for one, other in pairwise(made))
