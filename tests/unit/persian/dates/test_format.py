from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.persian.dates.calendar import parse
from goftogu.persian.dates.format import brief, format_en, format_en_prs, format_fa, format_prs, listed, numeric_fa
from goftogu.persian.dates.search import find_persian
from goftogu.persian.dates.values import Calendar, PartialDate, to_gregorian, to_jalali

WRITTEN = [
    ("1404-09-22", "۲۲ آذر ۱۴۰۴ (۱۳ دسامبر ۲۰۲۵)", "13 December 2025 (22 Azar 1404)"),
    ("2025-12-03", "۱۲ آذر ۱۴۰۴ (۳ دسامبر ۲۰۲۵)", "3 December 2025 (12 Azar 1404)"),
    ("1404-09", "آذر ۱۴۰۴ (نوامبر–دسامبر ۲۰۲۵)", "Azar 1404 (November–December 2025)"),
    ("1399-10", "دی ۱۳۹۹ (دسامبر ۲۰۲۰ – ژانویهٔ ۲۰۲۱)", "Dey 1399 (December 2020 – January 2021)"),
    ("1357", "۱۳۵۷ (۱۹۷۸–۱۹۷۹)", "1357/1978–79"),
    ("1379", "۱۳۷۹ (۲۰۰۰–۲۰۰۱)", "1379/2000–01"),
    ("1378", "۱۳۷۸ (۱۹۹۹–۲۰۰۰)", "1378/1999–2000"),
    ("1979", "۱۹۷۹ (۱۳۵۷–۱۳۵۸)", "1979 (1357–58)"),
    ("2021", "۲۰۲۱ (۱۳۹۹–۱۴۰۰)", "2021 (1399–1400)"),
    ("1979-02", "فوریهٔ ۱۹۷۹ (بهمن–اسفند ۱۳۵۷)", "February 1979 (Bahman–Esfand 1357)"),
    ("1979-03", "مارس ۱۹۷۹ (اسفند ۱۳۵۷ – فروردین ۱۳۵۸)", "March 1979 (Esfand 1357 – Farvardin 1358)"),
    ("2536-05-28", "۲۸ مرداد ۲۵۳۶ شاهنشاهی (۲۸ مرداد ۱۳۵۶، ۱۹ اوت ۱۹۷۷)",
     "28 Mordad 2536 imperial (19 August 1977, 28 Mordad 1356)"),
    ("hijri:1445-09-01", "۱ رمضان ۱۴۴۵ قمری (حدود ۲۱ اسفند ۱۴۰۲، ۱۱ مارس ۲۰۲۴)",
     "1 Ramadan 1445 AH (c. 11 March 2024, 21 Esfand 1402)"),
    ("1356-10-03/1356-10-07", "۳–۷ دی ۱۳۵۶ (۲۴–۲۸ دسامبر ۱۹۷۷)", "24–28 December 1977 (3–7 Dey 1356)"),
    ("1356-10/1356-12", "دی–اسفند ۱۳۵۶ (دسامبر ۱۹۷۷ – مارس ۱۹۷۸)", "Dey–Esfand 1356 (December 1977 – March 1978)"),
    ("1978-01/1978-02", "ژانویه–فوریهٔ ۱۹۷۸ (دی–اسفند ۱۳۵۶)", "January–February 1978 (Dey–Esfand 1356)"),
    ("1356/1358", "۱۳۵۶–۱۳۵۸ (۱۹۷۷–۱۹۸۰)", "1356–58/1977–80"),
    ("1395/1404", "۱۳۹۵–۱۴۰۴ (۲۰۱۶–۲۰۲۶)", "1395–1404/2016–26"),
    ("1356-10/1357", "دی ۱۳۵۶ – ۱۳۵۷ (دسامبر ۱۹۷۷ – ۱۹۷۹)", "Dey 1356 – 1357 (December 1977 – 1979)"),
    ("1356-12-28/1357-01-03", "۲۸ اسفند ۱۳۵۶ – ۳ فروردین ۱۳۵۷ (۱۹–۲۳ مارس ۱۹۷۸)",
     "19–23 March 1978 (28 Esfand 1356 – 3 Farvardin 1357)"),
]  # fmt: skip


@pytest.mark.parametrize(("given_as", "persian", "english"), WRITTEN)
def test_dates_are_written_for_readers(given_as: str, persian: str, english: str) -> None:
    value = parse(given_as)
    assert (format_fa(value), format_en(value)) == (persian, english)


@pytest.mark.parametrize(
    ("given_as", "expected"),
    [
        ("1404-9-2", "۱۴۰۴/۰۹/۰۲"),
        ("1404-12", "۱۴۰۴/۱۲"),
        ("1404", "۱۴۰۴"),
        ("2025-12-13", "۲۰۲۵/۱۲/۱۳"),
        ("hijri:1445-09-01", "۱۴۴۵/۰۹/۰۱"),
        ("1356-10/1357", "۱۳۵۶/۱۰–۱۳۵۷"),
    ],
)
def test_a_date_of_slashes_keeps_its_calendar(given_as: str, expected: str) -> None:
    assert numeric_fa(parse(given_as)) == expected


DAYS = st.dates(dt.date(1925, 3, 21), dt.date(2099, 12, 31))


@given(DAYS)
def test_both_languages_name_the_same_two_days(day: dt.date) -> None:
    date = PartialDate(Calendar.GREGORIAN, day.year, day.month, day.day)
    assert [found.value for found in find_persian(format_fa(date))] == [to_jalali(date), date]
    assert format_en(date).startswith(f"{day.day} {day:%B} {day.year} (")
    assert format_en(date) == format_en(to_jalali(date))
    assert format_fa(date) == format_fa(to_jalali(date))


@given(DAYS, DAYS)
def test_the_ends_of_a_range_are_those_of_its_dates(one: dt.date, other: dt.date) -> None:
    first, last = sorted((one, other))
    value = parse(f"{first}/{last}")
    head, tail = format_en(value).removesuffix(")").split(" (")
    assert head.split(" – ")[-1].endswith(f"{last.day} {last:%B} {last.year}") or first == last
    assert head.startswith(str(first.day))
    assert tail.startswith(str(to_jalali(parse(first.isoformat())).day))  # type: ignore[union-attr]
    assert to_gregorian(to_jalali(value)) == value


DARI = [
    ("1404-09-22", "۲۲ قوس ۱۴۰۴ (۱۳ دسمبر ۲۰۲۵)", "13 December 2025 (22 Qaws 1404)"),
    ("1404-06", "سنبله ۱۴۰۴ (اگست–سپتمبر ۲۰۲۵)", "Sonbola 1404 (August–September 2025)"),
    ("1399-10", "جدی ۱۳۹۹ (دسمبر ۲۰۲۰ – جنوری ۲۰۲۱)", "Jadi 1399 (December 2020 – January 2021)"),
    ("1979-02", "فبروری ۱۹۷۹ (دلو–حوت ۱۳۵۷)", "February 1979 (Dalw–Hut 1357)"),
    ("1357", "۱۳۵۷ (۱۹۷۸–۱۹۷۹)", "1357/1978–79"),
    ("hijri:1445-09-01", "۱ رمضان ۱۴۴۵ قمری (حدود ۲۱ حوت ۱۴۰۲، ۱۱ مارچ ۲۰۲۴)",
     "1 Ramadan 1445 AH (c. 11 March 2024, 21 Hut 1402)"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "persian", "english"), DARI)
def test_dari_has_months_of_its_own_in_both_calendars(given: str, persian: str, english: str) -> None:
    assert format_prs(parse(given)) == persian
    assert format_en_prs(parse(given)) == english


@given(st.dates(dt.date(1300, 1, 1), dt.date(2400, 1, 1)))
def test_a_day_in_dari_is_the_same_day(day: dt.date) -> None:
    value = PartialDate(Calendar.GREGORIAN, day.year, day.month, day.day)
    numbers = [re.findall(r"\d+", written) for written in (format_prs(value), format_fa(value))]
    assert numbers[0] == numbers[1]
    assert format_prs(value).split("(")[0] != format_fa(value).split("(")[0]


BRIEF = [
    ("1404-09-22", "۲۲ آذر ۱۴۰۴", "13 December 2025"),
    ("2025-12-13", "۲۲ آذر ۱۴۰۴", "13 December 2025"),
    ("1985", "۱۳۶۳–۱۳۶۴", "1985"),
    ("1357", "۱۳۵۷", "1978–79"),
    ("hijri:1445-09-01", "حدود ۲۱ اسفند ۱۴۰۲", "c. 11 March 2024"),
]


@pytest.mark.parametrize(("given", "persian", "english"), BRIEF)
def test_a_brief_date_is_in_the_calendar_of_the_reader_alone(given: str, persian: str, english: str) -> None:
    assert brief(parse(given), "fa", dari=False) == persian
    assert brief(parse(given), "en", dari=False) == english


def test_a_brief_date_has_the_months_of_dari_where_the_archive_does() -> None:
    assert brief(parse("1404-09-22"), "fa", dari=True) == "۲۲ قوس ۱۴۰۴"
    assert brief(parse("1404-09-22"), "en", dari=True) == "13 December 2025"


@pytest.mark.parametrize(
    ("given", "persian"),
    [
        ("1985", "۱۳۶۳–۱۳۶۴ (۱۹۸۵)"),
        ("1979-02", "بهمن–اسفند ۱۳۵۷ (فوریهٔ ۱۹۷۹)"),
        ("1980/1988", "۱۳۵۸–۱۳۶۷ (۱۹۸۰–۱۹۸۸)"),
        ("1357", "۱۳۵۷ (۱۹۷۸–۱۹۷۹)"),
    ],
)
def test_in_a_list_the_jalali_date_comes_first(given: str, persian: str) -> None:
    assert listed(parse(given), "fa", dari=False) == persian
    assert listed(parse(given), "en", dari=False) == format_en(parse(given))


@pytest.mark.parametrize("given", ["hijri:1445-09-01", "imperial:2536", "1404-09-22"])
def test_other_dates_in_a_list_are_as_everywhere(given: str) -> None:
    assert listed(parse(given), "fa", dari=False) == format_fa(parse(given))
    assert listed(parse(given), "fa", dari=True) == format_prs(parse(given))
    assert listed(parse(given), "en", dari=True) == format_en_prs(parse(given))
