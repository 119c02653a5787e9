"""Dates as values: a day, a month or a year of one of six calendars, and ranges of them.

Jalali days are converted by ``jdatetime``. Its 33-year rule gives the true equinox years (equinox before noon at
52.5° E) from 1178 to 1634. Lunar Hijri days are computed by the tabular calendar (30-year cycle, epoch 16 July 622
Julian: Dershowitz and Reingold, *Calendrical Calculations*), since the sighted month is not known; they can be a day or
two off. Imperial years are Jalali years + 1180.

The months of the zodiac (حمل, ثور …), which Dari has, and the Kurdish ones are those of the Jalali calendar under other
names. A Kurdish year is a Jalali one, or one of the Kurdish era, Jalali + 1321. The months of the zodiac have had the
lengths of today since 1304 in Iran and since 1336 in Afghanistan; a day before that can be a day or two off.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from enum import StrEnum
from functools import lru_cache
from typing import Final

import msgspec

from goftogu.locale.message import Message
from goftogu.problems import NO_HINT


class Calendar(StrEnum):
    """The calendars in which a date can be given."""

    JALALI = "jalali"
    GREGORIAN = "gregorian"
    HIJRI = "hijri"
    IMPERIAL = "imperial"
    ZODIAC = "zodiac"
    KURDISH = "kurdish"


NAMES: Final = {
    Calendar.JALALI: Message("Jalali"),
    Calendar.GREGORIAN: Message("Gregorian"),
    Calendar.HIJRI: Message("Hijri"),
    Calendar.IMPERIAL: Message("Imperial"),
    Calendar.ZODIAC: Message("Zodiac"),
    Calendar.KURDISH: Message("Kurdish"),
}
IMPERIAL_OFFSET: Final = 1180
DECADE: Final = 10
"""Years."""
YEARS: Final = {
    Calendar.JALALI: (1178, 1600),
    Calendar.GREGORIAN: (1800, 2200),
    Calendar.HIJRI: (1200, 1600),
    Calendar.IMPERIAL: (2535, 2537),
    Calendar.ZODIAC: (1178, 1600),
    Calendar.KURDISH: (1178, 1600),
}
"""The first and the last year that a date in ``content/`` may have; within them every conversion is right."""

_PERSIAN: Final = "fa"
_GREGORIAN_FROM: Final = 1700
_HIJRI_EPOCH: Final = dt.date(622, 7, 19).toordinal()  # 16 July in the Julian calendar
_SLACK: Final = dt.timedelta(days=2)
_NO_SLACK: Final = dt.timedelta()
_KURDISH_ERA: Final = 1321
_SETTLED: Final = 1336
_SHORT_MONTH: Final = 29
_MONTHS: Final = 12


class DateError(ValueError):
    """A date that does not exist or cannot be read. The message says what is wrong, ``hint`` what to write."""

    def __init__(self, message: Message, hint: Message = NO_HINT) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def calendar_of(year: int) -> Calendar:
    """Infer the calendar of a bare year from its size."""
    first, last = YEARS[Calendar.IMPERIAL]
    if first <= year <= last:
        return Calendar.IMPERIAL
    return Calendar.JALALI if year < _GREGORIAN_FROM else Calendar.GREGORIAN


def is_year(calendar: Calendar, year: int) -> bool:
    """Tell whether a calendar has a year that a date may have."""
    first, last = YEARS[calendar]
    era = _KURDISH_ERA if calendar == Calendar.KURDISH else 0
    return first <= year <= last or (bool(era) and first <= year - era <= last)


def is_approximate(value: DateValue) -> bool:
    """Tell whether the days of a date can be a day or two off in other calendars."""
    year = value.start.year if isinstance(value, DateRange) else value.year
    return value.calendar == Calendar.HIJRI or (value.calendar == Calendar.ZODIAC and year < _SETTLED)


class PartialDate(msgspec.Struct, frozen=True, tag="date"):
    """A day, or a whole month (``day`` is ``None``), or a whole year (``month`` is ``None`` too).

    Raises:
        DateError: There is no such month or day in the calendar.
    """

    calendar: Calendar
    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse what is not in the calendar."""
        if self.month is None:
            if self.day is not None:
                raise DateError(Message("day {day} without a month", day=self.day))
        elif not 1 <= self.month <= _MONTHS:
            raise DateError(Message("there is no month {month}", month=self.month), Message("months are 01 to 12"))
        elif self.day is not None:
            last = _month_length(self.calendar, self.year, self.month)
            if not 1 <= self.day <= last:
                raise DateError(
                    Message(
                        "there is no day {day}: month {month} of the {calendar} year {year} has {last} days",
                        day=self.day,
                        month=self.month,
                        calendar=NAMES[self.calendar],
                        year=self.year,
                        last=last,
                    )
                )

    @property
    def first(self) -> dt.date:
        """The first day, in the Gregorian calendar."""
        return _gregorian(self.calendar, self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> dt.date:
        """The last day, in the Gregorian calendar."""
        month = self.month or _MONTHS
        return _gregorian(self.calendar, self.year, month, self.day or _month_length(self.calendar, self.year, month))

    @property
    def precision(self) -> int:
        """How many of year, month and day are given: 1, 2 or 3."""
        return 1 + (self.month is not None) + (self.day is not None)


class DateRange(msgspec.Struct, frozen=True, tag="range"):
    """From the first day of ``start`` to the last day of ``end``, both in one calendar.

    Raises:
        DateError: The calendars differ, or the end comes before the start.
    """

    start: PartialDate
    end: PartialDate

    def __post_init__(self) -> None:
        """Refuse a range that ends before it begins."""
        first, last = NAMES[self.start.calendar], NAMES[self.end.calendar]
        if first != last:
            raise DateError(
                Message("the range mixes the {first} and the {last} calendar", first=first, last=last),
                Message("write both ends in one calendar"),
            )
        if self.end.last < self.start.first:
            raise DateError(Message("the range ends before it begins"), Message("write the earlier date first"))

    @property
    def calendar(self) -> Calendar:
        """The calendar of both ends."""
        return self.start.calendar

    @property
    def first(self) -> dt.date:
        """The first day, in the Gregorian calendar."""
        return self.start.first

    @property
    def last(self) -> dt.date:
        """The last day, in the Gregorian calendar."""
        return self.end.last

    @property
    def precision(self) -> int:
        """The precision of the less precise end."""
        return min(self.start.precision, self.end.precision)


DateValue = PartialDate | DateRange


def to_jalali(value: DateValue) -> DateValue:
    """Return the date in the Jalali calendar, as precise as it was given; a month or a year may become a range."""
    return _converted(value, Calendar.JALALI)


def to_gregorian(value: DateValue) -> DateValue:
    """Return the date in the Gregorian calendar, as precise as it was given; a month or a year may become a range."""
    return _converted(value, Calendar.GREGORIAN)


def year(value: DateValue, language: str) -> int:
    """Return the year in which a date begins, in the calendar that readers of a language expect.

    Args:
        value: In any calendar.
        language: ``fa`` for the Jalali calendar, else the Gregorian one.
    """
    shown = to_jalali(value) if language == _PERSIAN else to_gregorian(value)
    return (shown.start if isinstance(shown, DateRange) else shown).year


def decade(number: int) -> int:
    """Return the first year of the decade of a year: 1350 of 1357."""
    return number - number % DECADE


def interval(value: DateValue) -> str:
    """Return the first and the last day as an ISO 8601 interval, ``1978-03-21/1979-03-20``; for one day only that day.

    A lunar date is widened by the days it can be off.
    """
    first, last = _bounds(value)
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def iso(value: DateValue) -> str:
    """Return what ``<time datetime>`` may say of the date without claiming too much.

    It is the Gregorian day, month or year that holds the whole date, and empty when it is in several years: the
    Jalali month 1404-09 is in ``2025``, the Jalali year 1357 in no single year. A lunar day is no more than a month.
    """
    first, last = (day.isoformat() for day in _bounds(value))
    return next((first[:length] for length in (10, 7, 4) if first[:length] == last[:length]), "")


def exact_day(value: DateValue) -> str:
    """Return the Gregorian day of a date that is exactly one; empty for a longer time, and for a lunar day."""
    first, last = _bounds(value)
    return first.isoformat() if first == last else ""


def _bounds(value: DateValue) -> tuple[dt.date, dt.date]:
    slack = _SLACK if is_approximate(value) else _NO_SLACK
    return value.first - slack, value.last + slack


def _converted(value: DateValue, calendar: Calendar) -> DateValue:
    if value.calendar == calendar:
        return value
    start, end = (value.start, value.end) if isinstance(value, DateRange) else (value, value)
    first = _on(start.first, calendar, start.precision)
    last = _on(end.last, calendar, end.precision)
    return first if first == last else DateRange(first, last)


def _on(day: dt.date, calendar: Calendar, precision: int) -> PartialDate:
    parts = (day.year, day.month, day.day) if calendar == Calendar.GREGORIAN else _jalali(day)
    return PartialDate(calendar, *parts[:precision])


def _month_length(calendar: Calendar, year: int, month: int) -> int:
    if calendar == Calendar.GREGORIAN:
        return monthrange(year, month)[1]
    next_year, next_month = divmod(year * _MONTHS + month, _MONTHS)
    return (_gregorian(calendar, next_year, next_month + 1, 1) - _gregorian(calendar, year, month, 1)).days


@lru_cache(maxsize=4096)
def _gregorian(calendar: Calendar, year: int, month: int, day: int) -> dt.date:
    if calendar == Calendar.GREGORIAN:
        return dt.date(year, month, day)
    if calendar == Calendar.HIJRI:
        months = _SHORT_MONTH * (month - 1) + month // 2
        return dt.date.fromordinal(_HIJRI_EPOCH + 354 * (year - 1) + (3 + 11 * year) // 30 + months + day - 1)
    import jdatetime  # noqa: PLC0415  # takes longer than a help text may

    gregorian: dt.date = jdatetime.date(year - _offset(calendar, year), month, day).togregorian()
    return gregorian


def _offset(calendar: Calendar, year: int) -> int:
    """Return by how much a year is more than the Jalali one."""
    if calendar == Calendar.KURDISH and not is_year(Calendar.JALALI, year):
        return _KURDISH_ERA
    return IMPERIAL_OFFSET if calendar == Calendar.IMPERIAL else 0


@lru_cache(maxsize=4096)
def _jalali(day: dt.date) -> tuple[int, int, int]:
    import jdatetime  # noqa: PLC0415  # takes longer than a help text may

    date = jdatetime.date.fromgregorian(date=day)
    return date.year, date.month, date.day
