"""When people were born and died: dates by the rule of all dates, and earlier ones of the Gregorian calendar."""

from __future__ import annotations

import re
from datetime import date
from math import inf
from typing import Final

from goftogu.content.schema import Date
from goftogu.locale.message import Message
from goftogu.persian.dates.calendar import DateError, DateValue, parse
from goftogu.persian.digits import to_ascii

LifeDate = DateValue | str
"""A date; or, before the years that are converted, an ISO date of the Gregorian calendar: ``1207-09-30``, ``-0043``."""

_DATE: Final = re.compile(r"(gregorian: ?)?(-?\d{4})((?:-\d{2}){0,2})", re.ASCII)
_JALALI: Final = range(1178, 1700)
"""Years that are not Gregorian unless that is said; earlier ones no other calendar has."""
_CONVERTED_FROM: Final = 1800
_FORMS: Final = Message("a date as 1339, 1339-02-05, 1960-04 or gregorian:1207")


def read_date(text: str) -> LifeDate:
    """Read a date of somebody's life. The year tells the calendar; ``gregorian:1207`` names it.

    Raises:
        DateError: The text is not a date, or there is no such day.
    """
    match = _DATE.fullmatch(to_ascii(text.strip()))
    year = int(match[2]) if match else _CONVERTED_FROM
    if match is None or year >= _CONVERTED_FROM or (year in _JALALI and not match[1]):
        return _parsed(text)
    if not _is_day(year, match[3]):
        raise DateError(Message("“{text}” is not a date", text=text), Message("write {expects}", expects=_FORMS))
    return match[2] + match[3]


def _parsed(text: str) -> DateValue:
    try:
        return parse(text)
    except DateError as error:
        raise DateError(error.message, Message("write {expects}", expects=_FORMS)) from None


def _is_day(year: int, rest: str) -> bool:
    """Tell whether a month or a day is in the Gregorian calendar of a year, also before the year 1."""
    try:
        date.fromisoformat(f"{year % 400 or 400:04}{(rest + '-01-01')[:6]}")
    except ValueError:
        return False
    return True


LIFE_DATE: Final = Date(read_date, _FORMS)
"""What such a date may be written as."""


def is_before(died: LifeDate, born: LifeDate) -> bool:
    """Tell whether somebody would have died before birth; a year alone counts from its first to its last day."""
    return _days(died)[1] < _days(born)[0]


def _days(when: LifeDate) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return what is not after the first day that a date may mean, and what is not before its last one."""
    if not isinstance(when, str):
        return _numbers(when.first), _numbers(when.last)
    year, *rest = map(int, when.removeprefix("-").split("-"))
    told = (-year if when.startswith("-") else year, *rest)
    return told, (*told, inf)


def _numbers(day: date) -> tuple[int, ...]:
    return day.year, day.month, day.day
