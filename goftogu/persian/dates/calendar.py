"""Dates of six calendars: reading them from metadata and from text, converting, and writing them for readers.

The values are :class:`PartialDate` (a day, a month or a year) and :class:`DateRange`; both know their first and last
day.
"""

from __future__ import annotations

import re
from typing import Final

from goftogu.locale.message import Message
from goftogu.persian.dates.format import brief, format_en, format_en_prs, format_fa, format_prs, listed, numeric_fa
from goftogu.persian.dates.search import FoundDate, find_persian, parse_persian
from goftogu.persian.dates.values import (
    DECADE,
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
    is_year,
    iso,
    to_gregorian,
    to_jalali,
    year,
)
from goftogu.persian.digits import to_ascii

__all__ = [
    "DECADE",
    "Calendar",
    "DateError",
    "DateRange",
    "DateValue",
    "FoundDate",
    "PartialDate",
    "brief",
    "decade",
    "exact_day",
    "find_persian",
    "format_en",
    "format_en_prs",
    "format_fa",
    "format_prs",
    "interval",
    "iso",
    "listed",
    "numeric_fa",
    "parse",
    "parse_persian",
    "to_gregorian",
    "to_jalali",
    "year",
]

_HINT: Final = Message(
    "write 2025-12-13, 1404-09-22, 1404-09, 1357, hijri:1445-09-01 or a range such as 1356-10/1356-12"
)
_CALENDAR: Final = "|".join(Calendar)
_DATE: Final = rf"(?:({_CALENDAR}):)?(\d{{4}})(?:-(\d\d?)(?:-(\d\d?))?)?"
_SLASHED: Final = re.compile(rf"((?:(?:{_CALENDAR}):)?\d{{4}})/(\d\d?)/(\d\d?)", re.ASCII)
_VALUE: Final = re.compile(rf"{_DATE}(?:/{_DATE})?", re.ASCII)


def parse(text: str) -> DateValue:
    """Read a date of the metadata.

    The forms are ``YYYY``, ``YYYY-MM``, ``YYYY-MM-DD`` (also ``YYYY/MM/DD``), and two of them with ``/`` between for a
    range, in digits of any set. The year decides the calendar: below 1700 Jalali, 2535–2537 imperial, else Gregorian.
    Another one is named in front, ``hijri:1445-09-01``; in a range the first name holds for both ends.

    Raises:
        DateError: The text is not a date, or there is no such day.
    """
    plain = _SLASHED.sub(r"\1-\2-\3", to_ascii(text.strip()))
    match = _VALUE.fullmatch(plain)
    if match is None:
        raise DateError(Message("“{text}” is not a date", text=text), _HINT)
    try:
        return _value(match)
    except DateError as error:
        raise DateError(
            Message("“{text}” is not a date: {error}", text=text, error=error.message), error.hint or _HINT
        ) from None


def _value(match: re.Match[str]) -> DateValue:
    start = _date(match[1], *match.group(2, 3, 4))
    if match[6] is None:
        return start
    end = _date(match[5] or match[1], *match.group(6, 7, 8))
    return start if start == end else DateRange(start, end)


def _date(name: str | None, year: str, month: str | None, day: str | None) -> PartialDate:
    number = int(year)
    calendar = Calendar(name) if name else calendar_of(number)
    if not is_year(calendar, number):
        first, last = YEARS[calendar]
        message = Message(
            "the {calendar} year {number} is not between {first} and {last}",
            calendar=NAMES[calendar],
            number=number,
            first=first,
            last=last,
        )
        raise DateError(message)
    return PartialDate(calendar, number, int(month) if month else None, int(day) if day else None)
