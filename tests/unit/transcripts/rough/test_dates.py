"""Dates of lines that say nothing else, of values, and in the middle of a text."""

from __future__ import annotations

import datetime as dt

import pytest

from goftogu.persian.dates import calendar
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
        ("۵ رجب ۱۴۲۸ برابر با ۳۰ تیر ۱۳۸۶", jalali(1386, 4, 30)),
        ("۳۰ تیر ۱۳۸۶ برابر با ۵ رجب ۱۴۲۸", jalali(1386, 4, 30)),
        ("۱۴۲۸/۷/۵ قمری برابر با ۱۳۸۶/۴/۳۰", jalali(1386, 4, 30)),
        ("۵ رجب ۱۴۲۸ در باغ", PartialDate(Calendar.HIJRI, 1428, 7, 5)),
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


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("۱۳۸۶ مرداد ۱۴, یکشنبه", "2007-08-05"),
        ("۱۳۸۶ تير ۱۴, یکشنبه", "2007-07-05"),
        ("۱۴ تير ۸۶", "2007-07-05"),
        ("۱۲ سنبله ۱۳۹۸ خورشیدی", "2019-09-03"),
        ("۷/۴/۱۳۸۸", "2009-06-28"),
        ("سه شنبه17 فروردین 1389", "2010-04-06"),
        ("چهارشنبه ۲ فروردین ۸۵", "2006-03-22"),
        ("پنجشنبه ۳ تیر ۰۰", "2021-06-24"),
        ("۲ فروردین ۳۰", "1951-03-23"),
        ("۲ فروردین ۲۹", "2050-03-22"),
        ("نویسنده: مینو | چهارشنبه ۲ فروردین ۸۵ | لینک‌ها", "2006-03-22"),
        ("5/28/2005 12:05:36 AM", "2005-05-28"),
        ("۳ی گوڵانی ۱۳۹۹", "2020-04-22"),
        ("2015-06-13", "2015-06-13"),
        ("تاریخ انتشار: 2015-06-13", "2015-06-13"),
        ("تاریخ2015-06-13", "2015-06-13"),
        ("نشست، ۵ جوزا ۱۳۹۹", "2020-05-25"),
    ],
)
def test_dates_in_every_order(line: str, date: str) -> None:
    value = dates.of_line(line)
    assert value is not None
    assert calendar.interval(value) == date


@pytest.mark.parametrize(
    "line", ["او ۱۴ مرداد ۱۳۸۶ آمد", "۱۳۸۶ مرداد ۴۴", "2/31/2005", "2015-13-45", "12015-06-13", "سلام، خوبم", "م" * 130]
)
def test_lines_that_are_no_date(line: str) -> None:
    assert dates.of_line(line) is None


def test_a_date_after_today_is_known() -> None:
    value = calendar.parse("1404-01-01")
    assert dates.is_future(value, dt.date(2025, 3, 20))
    assert not dates.is_future(value, dt.date(2025, 3, 21))
    assert dates.is_future(calendar.parse("2199-01-01"))
