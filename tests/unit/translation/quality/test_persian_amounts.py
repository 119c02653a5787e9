from __future__ import annotations

from datetime import date, timedelta
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
    ("word", "value"),
    [
        ("یک", 1), ("دو", 2), ("سه", 3), ("چهار", 4), ("پنج", 5), ("شش", 6), ("شیش", 6), ("هفت", 7), ("هشت", 8),
        ("نه", 9), ("ده", 10), ("یازده", 11), ("دوازده", 12), ("سیزده", 13), ("چهارده", 14), ("پانزده", 15),
        ("پونزده", 15), ("شانزده", 16), ("شونزده", 16), ("هفده", 17), ("هیفده", 17), ("هجده", 18),
        ("هیجده", 18), ("نوزده", 19),
        ("بیست", 20), ("سی", 30), ("چهل", 40), ("پنجاه", 50), ("شصت", 60), ("هفتاد", 70), ("هشتاد", 80), ("نود", 90),
        ("صد", 100), ("یکصد", 100), ("دویست", 200), ("سیصد", 300), ("چهارصد", 400), ("پانصد", 500), ("پونصد", 500),
        ("ششصد", 600), ("هفتصد", 700), ("هشتصد", 800), ("نهصد", 900), ("نیم", 0.5),
    ],
)  # fmt: skip
def test_each_word_counts_what_it_says(word: str, value: float) -> None:
    assert sure(f"{word} میلیون تومان") == [{value * 1e6}]


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("هزار", 1_000),
        ("میلیون", 1_000_000),
        ("ملیون", 1_000_000),
        ("میلیارد", 1_000_000_000),
        ("تریلیون", 1_000_000_000_000),
    ],
)
def test_each_power_multiplies_what_is_before_it(word: str, value: float) -> None:
    assert sure(f"سه {word} تومان") == [{3 * value}]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("نفر سوم", [{3}]),
        ("صد و بیست", [{120}]),
        ("صد و نود و نه", [{199}]),
        ("صد و یازده", [{111}]),
        ("صد و ده", [{110}]),
        ("نهصد و صد", [{900}]),
        ("نود و ده", [{90}]),
        ("بیست و یازده", [{20}, {11}]),
        ("نوزده و سه", [{19}, {3}]),
        ("نوزده و یک", [{19}]),
        ("ده و سه", [{3}]),
        ("صد و بیست و سه", [{123}]),
        ("بیست و یک", [{21}]),
        ("پنجاه و نه", [{59}]),
        ("صد و پنج و سه", [{105}, {3}]),
        ("بیست و یک و سه", [{21}, {3}]),
        ("سه و نیم", [{3.5}]),
        ("سه و نیم و نیم", [{3.5}]),
        ("هزار و یک شب", [{1001}]),
        ("سه هزار و یک", [{3001}]),
    ],
)
def test_a_number_goes_on_with_what_is_smaller_than_its_last_place(text: str, values: list[set[float]]) -> None:
    assert sure(text) == values


MONTHS = {
    "فروردین": (21, 3, 31), "اردیبهشت": (21, 4, 31), "خرداد": (22, 5, 31), "تیر": (22, 6, 31), "مرداد": (23, 7, 31),
    "شهریور": (23, 8, 31), "مهر": (23, 9, 30), "آبان": (23, 10, 30), "آذر": (22, 11, 30), "دی": (22, 12, 30),
    "بهمن": (21, 1, 30), "اسفند": (20, 2, 29),
}  # fmt: skip
"""Day and month on which a month of the sun begins, and how many days it has, in 1380: the year after 20 March 2001."""


@pytest.mark.parametrize("month", MONTHS)
def test_each_day_of_a_month_may_be_one_of_three_in_english(month: str) -> None:
    first, number, count = MONTHS[month]
    begins = date(2001 if number >= 3 else 2002, number, first)
    for day in range(1, count + 1):
        there = {(begins + timedelta(day - 1 + off)).day for off in (-1, 0, 1)}
        assert sure(f"{day} {month}") == [{day} | there]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("۳۱ تیر", {31, 21, 22, 23}),
        ("۳۲ تیر", {32}),
        ("۰ تیر", {0}),
        ("۱ حمل", {1, 20, 21, 22}),
        ("۱۰ ماه مهر", {10, 1, 2, 3}),
        ("سال ۹", {9, 1309, 1930, 1931, 1409, 2030, 2031}),
        ("سال ۱۰", {10, 1310, 1931, 1932}),
        ("سال ۹۹", {99, 1399, 2020, 2021}),
        ("سال ۱۰۰", {100}),
        ("سال ۱۱۹۹", {1199}),
        ("سال ۱۲۰۰", {1200, 1821, 1822, 0}),
        ("سال ۱۴۹۹", {1499, 2120, 2121, 99}),
        ("سال ۱۵۰۰", {1500}),
        ("سال ۱۳۰۰ قمری", {1300, 1921, 1922, 0, 1882, 1883, 1884}),
        ("سال ۲۴۹۹", {2499}),
        ("سال ۲۵۰۰", {2500, 1941, 1942, 1320}),
        ("سال ۲۵۴۰", {2540, 1981, 1982, 1360}),
        ("سال ۲۵۴۱", {2541}),
        ("ساعت ۱۲", {12}),
        ("ساعت ۱۳", {13, 1}),
        ("ساعت ۲۳", {23, 11}),
        ("ساعت ۲۴", {24}),
        ("دههٔ ۱۳۴۰", {1340, 1961, 1960, 40, 60}),
        ("دههٔ ۱۴۹۰", {1490, 2111, 2110, 90, 10}),
        ("دههٔ ۱۵۰۰", {1500, 0}),
        ("دههٔ ۹۰", {90, 1390, 2011, 2010, 10}),
        ("دههٔ ۱۰۰", {100, 721, 720, 0, 20}),
    ],
)
def test_where_a_year_an_hour_and_a_day_begin_and_end(text: str, right: set[float]) -> None:
    assert sure(text) == [right]


@pytest.mark.parametrize(
    ("text", "values"),
    [("صد نفر", []), ("هزار نفر", []), ("نیم متر", []), ("صد و یک نفر", [{101}]), ("بیست و سه روز", [{23}])],
)
def test_a_word_that_is_often_no_number_counts_only_with_others(text: str, values: list[set[float]]) -> None:
    assert sure(text) == values


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("سال " + " " * 20 + "۵۷", {57, 1357, 1978, 1979}),
        ("۱۳۵۷ " + "ـ" * 11 + "قمری", None),
    ],
)
def test_what_tells_a_year_stands_near_it(text: str, right: set[float] | None) -> None:
    found = sure(text)
    assert found == ([right] if right else [{1357, 1978, 1979, 57, 1937, 1938, 1939}])


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
        "سه چهار روز",
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
