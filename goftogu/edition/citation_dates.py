"""Dates as styles of citation write them: in one calendar, where it is a day; else as the pages write them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from goftogu.edition import dates
from goftogu.model import Language
from goftogu.persian import digits
from goftogu.persian.dates import calendar
from goftogu.persian.dates.calendar import Calendar, DateValue, PartialDate
from goftogu.persian.dates.names import MONTHS_EN, MONTHS_FA, MONTHS_PRS

_MONTHS: Final = MONTHS_EN[Calendar.GREGORIAN]
_LONG: Final = 4
"""Letters of the longest name of a month that MLA does not shorten."""


def american(value: DateValue | None, *, dari: bool) -> str:
    """Return a date for a note of Chicago: ``December 13, 2025``; empty when nobody knows it.

    Args:
        value: The date. What is no day is written as on the pages, in both calendars.
        dari: With the months of Dari.
    """
    return _english(value, lambda day, month, year: f"{month} {day}, {year}", dari=dari)


def short(value: DateValue | None, *, dari: bool) -> str:
    """Return a date for MLA, ``13 Dec. 2025``; else as :func:`american`."""
    return _english(value, lambda day, month, year: f"{day} {_shortened(month)} {year}", dari=dari)


def inverted(value: DateValue | None, *, dari: bool) -> str:
    """Return a date for APA, ``2025, December 13``; else as :func:`american`."""
    return _english(value, lambda day, month, year: f"{year}, {month} {day}", dari=dari)


def persian(value: DateValue | None, *, dari: bool) -> str:
    """Return a date for a Persian list of references: «۲۲ آذر ۱۴۰۴».

    Args:
        value: The date.
        dari: With the months of Dari.
    """
    day = calendar.to_jalali(value) if value else None
    if not isinstance(day, PartialDate) or day.month is None or day.day is None:
        return dates.written(value, Language.FA, dari=dari) if value else ""
    months = (MONTHS_PRS if dari else MONTHS_FA)[Calendar.JALALI]
    return digits.to_persian(f"{day.day} {months[day.month - 1]} {day.year}")


def _english(value: DateValue | None, write: Callable[[int, str, int], str], *, dari: bool) -> str:
    day = calendar.to_gregorian(value) if value else None
    if not isinstance(day, PartialDate) or day.month is None or day.day is None:
        return dates.written(value, Language.EN, dari=dari) if value else ""
    return write(day.day, _MONTHS[day.month - 1], day.year)


def _shortened(month: str) -> str:
    """Return the abbreviation of MLA: three letters, four of September, and May, June and July in full."""
    if len(month) <= _LONG:
        return month
    return "Sept." if month == "September" else f"{month[:3]}."
