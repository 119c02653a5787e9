"""Dates of lines that say nothing else, of values, and in the middle of a text."""

from __future__ import annotations

import pytest

from goftogu.persian.dates.calendar import Calendar, PartialDate
from goftogu.transcripts.rough import dates


def jalali(year: int, month: int | None = None, day: int | None = None) -> PartialDate:
    return PartialDate(Calendar.JALALI, year, month, day)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("۱۴ مرداد ۱۳۸۶".ljust(120), jalali(1386, 5, 14)),
        ("۱۴ مرداد ۱۳۸۶".ljust(121), None),
        ("باغ و شهر | ۱۴ مرداد ۱۳۸۶", jalali(1386, 5, 14)),
        ("باغ و شهر | رود | ۱۴ مرداد ۱۳۸۶", jalali(1386, 5, 14)),
        ("۱۳۸۶ مرداد ۱۴, یکشنبه", jalali(1386, 5, 14)),
        ("۱۳۸۶ مرداد ۴۱", None),
        ("۱۴ مرداد ۳۰", jalali(1330, 5, 14)),
        ("۱۴ مرداد ۲۹", jalali(1429, 5, 14)),
        ("۱۴ مرداد ۹۹", jalali(1399, 5, 14)),
        ("۱۴ مرداد ۰۰", jalali(1400, 5, 14)),
        ("2/31/2005", None),
        ("5/28/2005", PartialDate(Calendar.GREGORIAN, 2005, 5, 28)),
        ("روز ۱۴ مرداد ۱۳۸۶ به باغ رفتیم", None),
    ],
)
def test_a_line_is_a_date_if_it_says_nothing_else(line: str, date: PartialDate | None) -> None:
    assert dates.of_line(line) == date


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("۱۴ مرداد ۱۳۸۶ در باغ و خانهٔ او", jalali(1386, 5, 14)),
        ("در باغ، ۱۳۸۶ مرداد ۱۴", jalali(1386, 5, 14)),
        ("در باغ، 5/28/2005", PartialDate(Calendar.GREGORIAN, 2005, 5, 28)),
        ("در باغ، 2/31/2005", None),
        ("در باغ، ۱۳۸۶ مرداد ۴۱", None),
        ("در باغ", None),
    ],
)
def test_a_value_may_say_more_than_its_date(value: str, date: PartialDate | None) -> None:
    assert dates.of_value(value) == date


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ما در مهر ۱۳۸۰ به باغ رفتیم.", "مهر ۱۳۸۰"),
        ("ما در سال ۱۳۷۹ و روز ۵ مهر ۱۳۸۰ به باغ رفتیم.", "۵ مهر ۱۳۸۰"),
        ("ما در سال ۱۳۸۰ به باغ رفتیم.", ""),
    ],
)
def test_a_text_names_a_date_if_it_tells_a_month(text: str, found: str) -> None:
    assert dates.in_text(text) == found
