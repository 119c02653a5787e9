"""Dates of people's lives: the year tells the calendar, and earlier years are Gregorian."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.content import lifetimes
from goftogu.content.lifetimes import is_before, read_date
from goftogu.persian.dates.calendar import Calendar, DateError, PartialDate, iso, parse


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1339", PartialDate(Calendar.JALALI, 1339)),
        ("۱۳۳۹", PartialDate(Calendar.JALALI, 1339)),
        (" ۱۳۳۹-۲-۵ ", PartialDate(Calendar.JALALI, 1339, 2, 5)),
        ("١٣٣٩/٠٢/٠٥", PartialDate(Calendar.JALALI, 1339, 2, 5)),
        ("1178", PartialDate(Calendar.JALALI, 1178)),
        ("1960-04", PartialDate(Calendar.GREGORIAN, 1960, 4)),
        ("1800-12-31", PartialDate(Calendar.GREGORIAN, 1800, 12, 31)),
        ("gregorian:1960", PartialDate(Calendar.GREGORIAN, 1960)),
        ("hijri:1325", PartialDate(Calendar.HIJRI, 1325)),
        ("2536", PartialDate(Calendar.IMPERIAL, 2536)),
        ("zodiac:1320-03", PartialDate(Calendar.ZODIAC, 1320, 3)),
    ],
)
def test_the_year_tells_the_calendar_in_digits_of_any_set(text: str, found: PartialDate) -> None:
    assert read_date(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("gregorian:1207-09-30", "1207-09-30"),
        ("gregorian: 1414", "1414"),
        ("gregorian:1650", "1650"),
        ("1177", "1177"),
        ("0940", "0940"),
        ("۰۹۸۰-۰۸-۱۶", "0980-08-16"),
        ("1700", "1700"),
        ("1799-12-31", "1799-12-31"),
        ("-0043-03-15", "-0043-03-15"),
        ("-0004-02-29", "-0004-02-29"),
        ("0000", "0000"),
        ("0000-02-29", "0000-02-29"),
        ("gregorian:1600-02-29", "1600-02-29"),
    ],
)
def test_what_no_calendar_of_ours_reaches_stays_a_gregorian_text(text: str, found: str) -> None:
    assert read_date(text) == found


@pytest.mark.parametrize(
    ("text", "hinted"),
    [
        ("", "1339"), ("old", "1339"), ("79", "1339"), ("1979-13", "1339"), ("1979-02-30", "1339"),
        ("1350-13-45", "1339"), ("1650", "gregorian:1207"), ("gregorian:1650-13", "gregorian:1207"),
        ("-0003-02-29", "1339"), ("1720-02-30", "1339"), ("--1979", "1339"), ("gregorian:12", "1339"),
        ("19790211", "1339"), ("1700-02-29", "1339"), ("about 1979", "1339"),
    ],
)  # fmt: skip
def test_other_texts_are_refused_with_the_forms_that_there_are(text: str, hinted: str) -> None:
    with pytest.raises(DateError, match="is not a date") as caught:
        read_date(text)
    assert hinted in str(caught.value.hint)


@given(st.dates(min_value=date(1800, 1, 1), max_value=date(2200, 12, 31)))
def test_every_day_that_is_converted_is_read_as_everywhere(day: date) -> None:
    found = read_date(str(day))
    assert not isinstance(found, str)
    assert (found, iso(found)) == (parse(str(day)), str(day))


@given(st.dates(max_value=date(1177, 12, 31)))
def test_every_earlier_day_stays_as_it_is_written(day: date) -> None:
    assert read_date(f"{day.year:04}-{day.month:02}-{day.day:02}") == day.isoformat()


@pytest.mark.parametrize(
    ("born", "died", "wrong"),
    [
        ("1339", "1338", True),
        ("1339", "1339", False),
        ("1339-05", "1339-04-31", True),
        ("1339-05-02", "1339-05", False),
        ("1339-05-02", "1339-05-02", False),
        ("1339-05-02", "1339-05-01", True),
        ("gregorian:1799-06-01", "1178-03-11", False),
        ("1178-03-11", "gregorian:1799-06-01", False),
        ("gregorian:1799-06-02", "1178-03-11", True),
        ("1961", "1338", True),
        ("1338", "1960", False),
        ("1339", "1961-01", False),
        ("gregorian:1207", "gregorian:1206-12-31", True),
        ("gregorian:1207", "gregorian:1207-01-01", False),
        ("gregorian:1207-05", "gregorian:1207-05-30", False),
        ("gregorian:1207-05", "gregorian:1207-04", True),
        ("gregorian:1207-12-31", "gregorian:1207", False),
        ("gregorian:1207-05-31", "gregorian:1207-05", False),
        ("gregorian:1207-05-30", "gregorian:1207-05-30", False),
        ("gregorian:1207-05-30", "gregorian:1207-05-29", True),
        ("-0043", "-0044", True),
        ("-0044", "-0043", False),
        ("-0043", "0012", False),
        ("0012", "-0043", True),
        ("1790", "1179", False),
        ("1801", "1790", True),
    ],
)
def test_nobody_dies_before_birth(born: str, died: str, wrong: bool) -> None:
    assert is_before(read_date(died), read_date(born)) is wrong


@given(st.dates(min_value=date(1800, 1, 1)), st.dates(min_value=date(1800, 1, 1)))
def test_of_two_days_of_one_calendar_the_order_decides(one: date, other: date) -> None:
    dates = [lifetimes.read_date(str(day)) for day in (one, other) if day.year <= 2200]
    if len(dates) == 2:
        assert is_before(*dates) is (one < other)
