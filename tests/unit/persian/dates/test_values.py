from __future__ import annotations

import datetime as dt

import jdatetime
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.locale.message import Message
from goftogu.persian.dates.values import (
    NAMES,
    YEARS,
    Calendar,
    DateError,
    DateRange,
    DateValue,
    PartialDate,
    calendar_of,
    decade,
    exact_day,
    interval,
    is_approximate,
    is_year,
    iso,
    to_gregorian,
    to_jalali,
    year,
)


def jalali(year: int, *rest: int) -> PartialDate:
    return PartialDate(Calendar.JALALI, year, *rest)


def gregorian(year: int, *rest: int) -> PartialDate:
    return PartialDate(Calendar.GREGORIAN, year, *rest)


def hijri(year: int, *rest: int) -> PartialDate:
    return PartialDate(Calendar.HIJRI, year, *rest)


def imperial(year: int, *rest: int) -> PartialDate:
    return PartialDate(Calendar.IMPERIAL, year, *rest)


@pytest.mark.parametrize(
    ("year", "calendar"),
    [
        (1, Calendar.JALALI),
        (1403, Calendar.JALALI),
        (1699, Calendar.JALALI),
        (1700, Calendar.GREGORIAN),
        (2534, Calendar.GREGORIAN),
        (2535, Calendar.IMPERIAL),
        (2537, Calendar.IMPERIAL),
        (2538, Calendar.GREGORIAN),
    ],
)
def test_a_bare_year_is_of_one_calendar(year: int, calendar: Calendar) -> None:
    assert calendar_of(year) == calendar


def test_every_calendar_has_its_years() -> None:
    assert dict(YEARS) == {
        Calendar.JALALI: (1178, 1600),
        Calendar.GREGORIAN: (1800, 2200),
        Calendar.HIJRI: (1200, 1600),
        Calendar.IMPERIAL: (2535, 2537),
        Calendar.ZODIAC: (1178, 1600),
        Calendar.KURDISH: (1178, 1600),
    }


@pytest.mark.parametrize(
    ("calendar", "year", "known"),
    [
        (Calendar.KURDISH, 1398, True),
        (Calendar.KURDISH, 2499, True),
        (Calendar.KURDISH, 2921, True),
        (Calendar.KURDISH, 2922, False),
        (Calendar.KURDISH, 2000, False),
        (Calendar.ZODIAC, 1600, True),
        (Calendar.ZODIAC, 1601, False),
        (Calendar.JALALI, 2700, False),
    ],
)
def test_a_kurdish_year_is_a_jalali_one_or_one_of_its_era(calendar: Calendar, year: int, known: bool) -> None:
    assert is_year(calendar, year) == known


@pytest.mark.parametrize(
    ("calendar", "year", "about"),
    [
        (Calendar.HIJRI, 1400, True),
        (Calendar.ZODIAC, 1335, True),
        (Calendar.ZODIAC, 1336, False),
        (Calendar.KURDISH, 1300, False),
        (Calendar.JALALI, 1300, False),
    ],
)
def test_days_of_old_calendars_are_approximate(calendar: Calendar, year: int, about: bool) -> None:
    assert is_approximate(PartialDate(calendar, year, 2, 3)) == about
    assert is_approximate(DateRange(PartialDate(calendar, year), PartialDate(calendar, year))) == about


@pytest.mark.parametrize(("year", "month"), [(1404, 0), (1404, 13), (1404, -1)])
def test_there_are_twelve_months(year: int, month: int) -> None:
    with pytest.raises(DateError, match=f"no month {month}") as caught:
        jalali(year, month)
    assert "01 to 12" in caught.value.hint


@pytest.mark.parametrize(
    ("calendar", "year", "lengths"),
    [
        (Calendar.JALALI, 1403, [31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 30]),
        (Calendar.JALALI, 1404, [31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 29]),
        (Calendar.IMPERIAL, 2534 + 1, [31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 29]),
        (Calendar.GREGORIAN, 1900, [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]),
        (Calendar.GREGORIAN, 2000, [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]),
        (Calendar.HIJRI, 1445, [30, 29, 30, 29, 30, 29, 30, 29, 30, 29, 30, 30]),
        (Calendar.HIJRI, 1446, [30, 29, 30, 29, 30, 29, 30, 29, 30, 29, 30, 29]),
    ],
)
def test_months_have_their_days_and_no_more(calendar: Calendar, year: int, lengths: list[int]) -> None:
    for month, length in enumerate(lengths, 1):
        whole = PartialDate(calendar, year, month)
        assert PartialDate(calendar, year, month, 1).first == whole.first
        assert PartialDate(calendar, year, month, length).last == whole.last
        for day in (0, length + 1):
            with pytest.raises(DateError, match=f"no day {day}: month {month} of the .* year {year} has {length} days"):
                PartialDate(calendar, year, month, day)


def test_dates_of_any_precision_have_a_first_and_a_last_day() -> None:
    assert (jalali(1357).first, jalali(1357).last) == (dt.date(1978, 3, 21), dt.date(1979, 3, 20))
    assert (jalali(1357, 11).first, jalali(1357, 11).last) == (dt.date(1979, 1, 21), dt.date(1979, 2, 19))
    assert (gregorian(2024, 2).first, gregorian(2024, 2).last) == (dt.date(2024, 2, 1), dt.date(2024, 2, 29))
    assert jalali(1357, 11, 22).first == jalali(1357, 11, 22).last == dt.date(1979, 2, 11)
    assert [date.precision for date in (jalali(1357), jalali(1357, 11), jalali(1357, 11, 22))] == [1, 2, 3]


@pytest.mark.parametrize(
    ("start", "end", "message", "hint"),
    [
        (jalali(1357), gregorian(1979), "mixes the Jalali and the Gregorian calendar", "one calendar"),
        (imperial(2535), jalali(1356), "mixes the Imperial and the Jalali calendar", "one calendar"),
        (jalali(1358), jalali(1357), "ends before it begins", "earlier date first"),
        (jalali(1357, 2, 2), jalali(1357, 2, 1), "ends before it begins", "earlier date first"),
    ],
)
def test_a_range_that_is_none_is_refused(start: PartialDate, end: PartialDate, message: str, hint: str) -> None:
    with pytest.raises(DateError, match=message) as caught:
        DateRange(start, end)
    assert hint in caught.value.hint


def test_ends_of_a_range_may_hold_each_other() -> None:
    within = DateRange(jalali(1357, 6), jalali(1357))
    assert (within.first, within.last) == (dt.date(1978, 8, 23), dt.date(1979, 3, 20))
    assert within.precision == DateRange(jalali(1356), jalali(1357, 6, 1)).precision == 1
    same_day = DateRange(jalali(1357, 2, 1), jalali(1357, 2, 1))
    assert same_day.first == same_day.last
    assert same_day.precision == 3


@given(st.dates(dt.date(1800, 1, 1), dt.date(2199, 12, 31)))
def test_jalali_days_are_those_of_jdatetime_and_come_back(day: dt.date) -> None:
    given_day = gregorian(day.year, day.month, day.day)
    converted = to_jalali(given_day)
    other = jdatetime.date.fromgregorian(date=day)
    assert converted == jalali(other.year, other.month, other.day)
    assert to_gregorian(converted) == given_day


@given(st.integers(2535, 2537), st.integers(1, 12), st.integers(1, 29))
def test_an_imperial_year_is_a_jalali_one_under_another_number(year: int, month: int, day: int) -> None:
    for parts in ((), (month,), (month, day)):
        assert to_jalali(imperial(year, *parts)) == jalali(year - 1180, *parts)


@given(st.integers(1201, 1599), st.integers(1, 12), st.integers(1, 29))
def test_lunar_days_go_forward_by_one(year: int, month: int, day: int) -> None:
    date = hijri(year, month, day)
    assert (hijri(year, month, day).first - hijri(year, month).first).days == day - 1
    assert hijri(year, 12).last == hijri(year).last == hijri(year + 1).first - dt.timedelta(days=1)
    assert date.first == date.last


def test_eleven_lunar_years_of_thirty_have_a_day_more() -> None:
    days = {number: (hijri(number + 1).first - hijri(number).first).days for number in range(1411, 1441)}
    assert [number for number in days if days[number] == 355] == [
        *(1412, 1415, 1417, 1420, 1423, 1426, 1428, 1431, 1434, 1436, 1439)
    ]
    assert set(days.values()) == {354, 355}
    assert (hijri(1300).first, hijri(1445).first) == (dt.date(1882, 11, 12), dt.date(2023, 7, 19))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (jalali(1404, 9), DateRange(gregorian(2025, 11), gregorian(2025, 12))),
        (jalali(1357), DateRange(gregorian(1978), gregorian(1979))),
        (DateRange(jalali(1356), jalali(1357)), DateRange(gregorian(1977), gregorian(1979))),
        (gregorian(1979), gregorian(1979)),
        (hijri(1400, 1, 1), gregorian(1979, 11, 21)),
    ],
)
def test_what_lies_in_two_years_becomes_a_range(value: DateValue, expected: DateValue) -> None:
    assert to_gregorian(value) == expected


@pytest.mark.parametrize(
    ("value", "persian", "english"),
    [
        (jalali(1404, 1, 15), 1404, 2025),
        (gregorian(2025, 3, 10), 1403, 2025),
        (jalali(1357), 1357, 1978),
        (gregorian(1979), 1357, 1979),
        (DateRange(jalali(1356, 10), jalali(1357, 2)), 1356, 1977),
        (imperial(2537), 1357, 1978),
        (hijri(1445, 9, 1), 1402, 2024),
    ],
)
def test_readers_of_each_language_have_the_year_in_which_a_date_begins(
    value: DateValue, persian: int, english: int
) -> None:
    assert (year(value, "fa"), year(value, "en")) == (persian, english)


def test_a_decade_begins_with_a_round_year() -> None:
    assert [decade(number) for number in (1350, 1359, 1360, 1979)] == [1350, 1350, 1360, 1970]


@pytest.mark.parametrize(
    ("value", "written", "between"),
    [
        (jalali(1404, 9, 22), "2025-12-13", "2025-12-13"),
        (jalali(1404, 9), "2025", "2025-11-22/2025-12-21"),
        (jalali(1357), "", "1978-03-21/1979-03-20"),
        (gregorian(1979, 2), "1979-02", "1979-02-01/1979-02-28"),
        (gregorian(1979), "1979", "1979-01-01/1979-12-31"),
        (hijri(1400, 1, 5), "1979-11", "1979-11-23/1979-11-27"),
        (hijri(1400, 1, 1), "1979-11", "1979-11-19/1979-11-23"),
        (DateRange(gregorian(1978, 1), gregorian(1978, 12)), "1978", "1978-01-01/1978-12-31"),
    ],
)
def test_machines_are_told_no_more_than_is_known(value: DateValue, written: str, between: str) -> None:
    assert (iso(value), interval(value)) == (written, between)
    assert exact_day(value) == (written if written == between else "")


@given(st.sampled_from(Calendar), st.integers(0, 2), st.none() | st.integers(1, 12), st.none() | st.integers(1, 28))
def test_a_value_survives_being_kept(calendar: Calendar, year: int, month: int | None, day: int | None) -> None:
    date = PartialDate(calendar, YEARS[calendar][0] + year, month, day if month else None)
    for value in (date, DateRange(date, date)):
        assert msgspec.msgpack.decode(msgspec.msgpack.encode(value), type=PartialDate | DateRange) == value


def test_kept_bytes_that_are_no_date_are_refused() -> None:
    kept = msgspec.msgpack.encode({"type": "date", "calendar": "jalali", "year": 1404, "month": 13})
    with pytest.raises(msgspec.ValidationError, match="no month 13"):
        msgspec.msgpack.decode(kept, type=PartialDate | DateRange)


def test_every_calendar_has_a_name() -> None:
    assert set(NAMES) == set(YEARS) == set(Calendar)


def test_files_name_each_calendar_by_its_word() -> None:
    assert [str(one) for one in Calendar] == ["jalali", "gregorian", "hijri", "imperial", "zodiac", "kurdish"]


def test_an_error_is_shown_by_what_it_says() -> None:
    assert str(DateError(Message("there is no such day"), Message("look again"))) == "there is no such day"
