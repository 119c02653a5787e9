from __future__ import annotations

import pytest

from goftogu.translation.quality import kinds


@pytest.mark.parametrize(
    ("source", "target", "lost"),
    [
        ("۴۵۰ تومان", "450 tomans", False),
        ("۴۵۰ تومن", "450 a month", True),
        ("پنج دلار", "$5", False),
        ("پنج دلار", "5 rials", True),
        ("کاغذهای درهم و برهم", "a dirham of papers", False),
        ("خانه", "a house", False),
    ],
)
def test_money(source: str, target: str, lost: bool) -> None:
    assert kinds.lost_money(source, target) is lost


@pytest.mark.parametrize(
    ("source", "target", "lost"),
    [
        ("سه کیلومتر رفتیم", "We walked three kilometres", False),
        ("سه کیلومتر رفتیم", "We walked for three hours", True),
        ("۵ هکتار", "5 hectares", False),
        ("۵ هکتار", "5 metres", True),
        ("قرن ما", "our time", False),
        ("دو قرن پیش", "two hundred years ago", True),
    ],
)
def test_a_measure_counts_only_after_a_number(source: str, target: str, lost: bool) -> None:
    assert kinds.lost_measure(source, target) is lost


@pytest.mark.parametrize(
    ("source", "target", "lost"),
    [
        ("۲۵ درصد", "25 percent", False),
        ("۲۵٪", "a quarter", False),
        ("٪۲۵", "25%", False),
        ("۲۵ درصد", "25 of them", True),
        ("۲۵ نفر", "25 of them", False),
        ("۲۵ نفر درصدد رفتن بودند", "25 of them meant to go", False),
    ],
)
def test_a_share(source: str, target: str, lost: bool) -> None:
    assert kinds.lost_share(source, target) is lost


@pytest.mark.parametrize(
    ("source", "target", "lost"),
    [
        ("هزاران نفر", "thousands of people", False),
        ("هزاران نفر", "people", True),
        ("میلیون‌ها نفر", "millions", False),
        ("میلیون‌ها نفر", "many", True),
        ("۳ هزار", "3,000", False),
        ("سه میلیون", "3,000,000", False),
        ("سه میلیارد", "three thousand million", False),
        ("خانه", "a house", False),
    ],
)
def test_a_size(source: str, target: str, lost: bool) -> None:
    assert kinds.lost_size(source, target) is lost


@pytest.mark.parametrize(
    ("source", "target", "lost"),
    [
        ("سه هزار", "999", True),
        ("سه هزار", "1,000", False),
        ("سه هزار", "9,999,999", False),
        ("سه هزار", "10,000,000", True),
        ("سه میلیون", "999,999", True),
        ("سه میلیون", "1,000,000", False),
        ("سه میلیون", "9,999,999,999", False),
        ("سه میلیون", "10,000,000,000", True),
        ("سه میلیارد", "999,999,999", True),
        ("سه میلیارد", "1,000,000,000", False),
        ("سه میلیارد", "9,999,999,999,999", False),
        ("سه میلیارد", "10,000,000,000,000", True),
        ("سه هزار", "many", True),
    ],
)
def test_a_size_may_be_a_number_in_digits_that_is_as_large(source: str, target: str, lost: bool) -> None:
    assert kinds.lost_size(source, target) is lost
