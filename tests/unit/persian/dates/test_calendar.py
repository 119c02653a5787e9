from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.persian.dates import calendar
from goftogu.persian.dates.calendar import (
    Calendar,
    DateError,
    DateRange,
    PartialDate,
    find_persian,
    parse,
    parse_persian,
)
from goftogu.persian.digits import to_persian

CASES = Path(__file__).parents[3] / "cases" / "calendar"
DAYS = st.dates(dt.date(1821, 3, 21), dt.date(2122, 3, 20))  # 1200 to 1500 AP
LONG_YEARS = {1, 5, 9, 13, 17, 22, 26, 30}  # of each cycle of 33 years


def cases(name: str) -> list[list[str]]:
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [[part.strip() for part in line.split("|")] for line in lines if line and not line.startswith("#")]


def day(text: str) -> dt.date:
    value = parse(text)
    assert value.first == value.last
    return value.first


@pytest.mark.parametrize(
    ("jalali", "gregorian"),
    [
        ("1210-01-01", "1831-03-21"),
        ("1243-01-01", "1864-03-20"),
        ("1276-01-01", "1897-03-20"),
        ("1300-01-01", "1921-03-21"),
        ("1304-01-01", "1925-03-21"),
        ("1309-01-01", "1930-03-21"),
        ("1332-05-28", "1953-08-19"),
        ("1354-12-24", "1976-03-14"),
        ("1355-01-01", "1976-03-21"),
        ("1357-06-05", "1978-08-27"),
        ("1357-11-22", "1979-02-11"),
        ("1399-12-30", "2021-03-20"),
        ("1403-12-30", "2025-03-20"),
        ("1404-01-01", "2025-03-21"),
        ("1404-09-22", "2025-12-13"),
        ("2535-01-01", "1976-03-21"),
        ("2537-06-05", "1978-08-27"),
        ("hijri:1342-01-01", "1923-08-14"),
        ("hijri:1400-01-01", "1979-11-21"),
    ],
)
def test_known_days(jalali: str, gregorian: str) -> None:
    assert day(jalali) == day(gregorian) == dt.date.fromisoformat(gregorian)


def test_years_follow_each_other_without_a_gap() -> None:
    for year in range(1200, 1501):
        this, following = PartialDate(Calendar.JALALI, year), PartialDate(Calendar.JALALI, year + 1)
        assert following.first - this.last == dt.timedelta(days=1)
        assert (this.last - this.first).days == (365 if year % 33 in LONG_YEARS else 364)
        assert this.first.replace(year=2000) in {dt.date(2000, 3, 20), dt.date(2000, 3, 21), dt.date(2000, 3, 22)}


def test_lunar_years_follow_each_other_without_a_gap() -> None:
    for year in range(1200, 1600):
        months = [PartialDate(Calendar.HIJRI, year, month) for month in range(1, 13)]
        months.append(PartialDate(Calendar.HIJRI, year + 1, 1))
        for one, other in pairwise(months):
            assert other.first - one.last == dt.timedelta(days=1)
            assert (one.last - one.first).days in {28, 29}


@given(DAYS)
def test_a_day_survives_the_way_to_jalali_and_back(date: dt.date) -> None:
    gregorian = PartialDate(Calendar.GREGORIAN, date.year, date.month, date.day)
    jalali = calendar.to_jalali(gregorian)
    assert isinstance(jalali, PartialDate)
    assert jalali.first == jalali.last == date
    assert calendar.to_gregorian(jalali) == gregorian
    assert calendar.to_jalali(jalali) == jalali
    assert calendar.iso(jalali) == date.isoformat()


@given(DAYS)
def test_a_written_day_is_read_again(date: dt.date) -> None:
    gregorian = parse(date.isoformat())
    jalali = calendar.to_jalali(gregorian)
    assert isinstance(jalali, PartialDate)
    assert parse(f"{jalali.year}-{jalali.month:02d}-{jalali.day:02d}") == jalali
    found = list(find_persian(f"در {calendar.format_fa(gregorian)} بود"))
    assert [it.value for it in found] == [jalali, gregorian]
    assert parse_persian(calendar.numeric_fa(jalali)) == (jalali, 0, 10, False)


@given(st.sampled_from(Calendar), st.integers(0, 2), st.integers(1, 12), st.integers(1, 29), st.integers(1, 3))
def test_conversion_keeps_the_date_inside(name: Calendar, year: int, month: int, number: int, precision: int) -> None:
    others = {Calendar.GREGORIAN: 1976, Calendar.HIJRI: 1396, Calendar.IMPERIAL: 2535}
    years = dict.fromkeys(Calendar, 1355) | others
    number = min(number, 28)
    value = PartialDate(name, years[name] + year, *(month, number)[: precision - 1])
    for converted in (calendar.to_jalali(value), calendar.to_gregorian(value)):
        assert converted.first <= value.first <= value.last <= converted.last
        assert converted.precision == value.precision == precision
    assert calendar.format_fa(value) == to_persian(calendar.format_fa(value))
    assert not re.search("[\u0600-\u06ff]", calendar.format_en(value))
    assert "-" not in calendar.format_fa(value) + calendar.numeric_fa(value)
    assert value.first.isoformat().startswith(calendar.iso(value))
    assert value.last.isoformat().startswith(calendar.iso(value))


@pytest.mark.parametrize("case", cases("metadata.txt"), ids=lambda it: str(it[0]))
def test_metadata(case: list[str]) -> None:
    value = parse(case[0])
    shown = (
        calendar.format_fa(value),
        calendar.format_en(value),
        calendar.numeric_fa(value),
        calendar.iso(value),
        calendar.interval(value),
    )
    assert shown == tuple(case[1:])


@pytest.mark.parametrize(("text", "message"), cases("faults.txt"))
def test_faults_are_explained(text: str, message: str) -> None:
    with pytest.raises(DateError) as caught:
        parse(text)
    assert f"“{text}” is not a date" in str(caught.value)
    assert message in str(caught.value)
    assert caught.value.hint


@given(st.text() | st.from_regex(r"\A(hijri:)?[0-9۰-۹]{4}(-[0-9]{1,2}){0,2}(/[0-9]{4})?\Z"))
def test_any_text_is_a_date_or_a_date_error(text: str) -> None:
    try:
        value = parse(text)
    except DateError:
        return
    assert value.first <= value.last


def test_a_day_needs_its_month() -> None:
    with pytest.raises(DateError, match="without a month"):
        PartialDate(Calendar.JALALI, 1357, None, 22)


def test_ranges_have_the_parts_of_dates() -> None:
    value = parse("1356-10/1357")
    assert isinstance(value, DateRange)
    assert (value.calendar, value.precision) == (Calendar.JALALI, 1)
    assert (value.first, value.last) == (dt.date(1977, 12, 22), dt.date(1979, 3, 20))


@pytest.mark.parametrize(("text", "written", "expected"), cases("text.txt"))
def test_dates_are_found_in_text(text: str, written: str, expected: str) -> None:
    found = parse_persian(text)
    assert found is not None
    assert (text[found.start : found.end], found.value) == (written, parse(expected))


@pytest.mark.parametrize("case", cases("no_date.txt"), ids=lambda it: str(it[0]))
def test_what_is_no_date_is_not_found(case: list[str]) -> None:
    assert parse_persian(case[0]) is None


@pytest.mark.parametrize(("text", "expanded"), [("۲۳ خرداد ۹۴", True), ("۲۳ خرداد ۱۳۹۴", False)])
def test_an_added_century_is_told(text: str, expanded: bool) -> None:
    found = parse_persian(text)
    assert found is not None
    assert found.expanded is expanded


def test_all_dates_of_a_text_are_found_in_order() -> None:
    text = "از ۱۲ بهمن ۱۳۵۷ تا ۲۲ بهمن ۱۳۵۷، در سال ۱۳۵۸ و در ۱۳۵۹/۰۶/۳۱"
    assert [found.value for found in find_persian(text)] == [
        parse("1357-11-12"),
        parse("1357-11-22"),
        parse("1358"),
        parse("1359-06-31"),
    ]


@given(
    st.lists(st.sampled_from("۲۳ خرداد ماه سال ۱۳۹۴ ۹۴ / - . می مه رمضان بیست و یکم ه.ق ۳۱ ۱۲".split())).map(" ".join)
    | st.text()
)
def test_found_dates_lie_in_order_inside_the_text(text: str) -> None:
    place = 0
    for found in find_persian(text):
        assert place <= found.start < found.end <= len(text)
        place = found.end
