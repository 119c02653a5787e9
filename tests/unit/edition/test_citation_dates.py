"""Dates in the styles of citations."""

from __future__ import annotations

import pytest

from goftogu.edition import citation_dates
from goftogu.persian.dates.calendar import Calendar, DateRange, PartialDate, parse

DAY = parse("1404-09-22")


def test_a_day_is_written_in_one_calendar() -> None:
    assert citation_dates.american(DAY, dari=False) == "December 13, 2025"
    assert citation_dates.short(DAY, dari=False) == "13 Dec. 2025"
    assert citation_dates.inverted(DAY, dari=False) == "2025, December 13"
    assert citation_dates.persian(DAY, dari=False) == "۲۲ آذر ۱۴۰۴"
    assert citation_dates.persian(DAY, dari=True) == "۲۲ قوس ۱۴۰۴"


@pytest.mark.parametrize(
    ("month", "shown"),
    [
        (1, "Jan."),
        (2, "Feb."),
        (3, "Mar."),
        (4, "Apr."),
        (5, "May"),
        (6, "June"),
        (7, "July"),
        (8, "Aug."),
        (9, "Sept."),
        (10, "Oct."),
        (11, "Nov."),
        (12, "Dec."),
    ],
)
def test_months_are_shortened_as_mla_does(month: int, shown: str) -> None:
    assert citation_dates.short(PartialDate(Calendar.GREGORIAN, 2025, month, 3), dari=False) == f"3 {shown} 2025"


@pytest.mark.parametrize("text", ["1357", "1357-05", "1979-02", "1357-05-01/1357-05-03"])
def test_what_is_not_a_day_is_written_as_on_the_pages(text: str) -> None:
    value = parse(text)
    for write in (citation_dates.american, citation_dates.short, citation_dates.inverted):
        assert write(value, dari=False) == write(value, dari=False).strip()
        assert "13" in write(value, dari=False)
        assert "19" in write(value, dari=False)
    assert "۱۳۵۷" in citation_dates.persian(value, dari=False)
    assert "۱۹۷" in citation_dates.persian(value, dari=False)


def test_days_between_two_are_a_range_in_both_calendars() -> None:
    value = parse("1357-05-01/1357-05-03")
    assert isinstance(value, DateRange)
    assert "July 1978" in citation_dates.american(value, dari=False)


@pytest.mark.parametrize(
    ("text", "dari", "shown"),
    [
        ("1357-05", False, "Mordad 1357 (July–August 1978)"),
        ("1357-05", True, "Asad 1357 (July–August 1978)"),
        ("1404-09-22", True, "December 13, 2025"),
    ],
)
def test_what_is_no_day_has_the_months_of_the_archive(text: str, dari: bool, shown: str) -> None:
    assert citation_dates.american(parse(text), dari=dari) == shown
    assert ("Asad" in citation_dates.short(parse(text), dari=dari)) is ("Asad" in shown)
    assert ("Asad" in citation_dates.inverted(parse(text), dari=dari)) is ("Asad" in shown)


def test_a_day_of_the_lunar_calendar_is_given_in_the_calendar_of_the_style() -> None:
    value = parse("hijri:1445-09-01")
    assert citation_dates.american(value, dari=False) == "March 11, 2024"
    assert citation_dates.persian(value, dari=False) == "۲۱ اسفند ۱۴۰۲"


def test_nobody_knows_the_day() -> None:
    writers = (citation_dates.american, citation_dates.short, citation_dates.inverted)
    assert [write(None, dari=False) for write in writers] == ["", "", ""]
    assert citation_dates.persian(None, dari=False) == ""
