"""Dates for readers: names of months, both calendars, and digits of the language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from goftogu.persian.dates.names import MONTHS_EN, MONTHS_EN_PRS, MONTHS_FA, MONTHS_PRS, SUFFIX_EN, SUFFIX_FA
from goftogu.persian.dates.values import (
    Calendar,
    DateRange,
    DateValue,
    PartialDate,
    is_approximate,
    to_gregorian,
    to_jalali,
)
from goftogu.persian.digits import to_persian

if TYPE_CHECKING:
    from collections.abc import Mapping

_DAY: Final = 3
_PERSIAN: Final = "fa"
_HAMZA_ABOVE: Final = "ٔ"


@dataclass(frozen=True, slots=True)
class _Style:
    """What the two languages do differently.

    Attributes:
        months: Names by calendar.
        suffixes: What follows the year in the calendars that need telling.
        first: The calendar that readers of the language expect.
        comma: What parts two dates inside the brackets.
        about: What precedes a date that may be a day or two off.
        year: How a Jalali year and its Gregorian years are written together.
        short_years: Whether the second year of a range loses its century.
        ezafe: Whether a month that ends in «ه» gets a sign before its year; Dari writes «سنبله» without.
    """

    months: Mapping[Calendar, tuple[str, ...]]
    suffixes: Mapping[Calendar, str]
    first: Calendar
    comma: str
    about: str
    year: str
    short_years: bool
    ezafe: bool = True


_FA: Final = _Style(MONTHS_FA, SUFFIX_FA, Calendar.JALALI, "، ", "حدود ", "{} ({})", short_years=False)
_EN: Final = _Style(MONTHS_EN, SUFFIX_EN, Calendar.GREGORIAN, ", ", "c. ", "{}/{}", short_years=True)

_PRS: Final = replace(_FA, months=MONTHS_PRS, ezafe=False)
_EN_PRS: Final = replace(_EN, months=MONTHS_EN_PRS)


@lru_cache(maxsize=4096)
def format_fa(value: DateValue) -> str:
    """Write a date for Persian readers: «۲۲ آذر ۱۴۰۴ (۱۳ دسامبر ۲۰۲۵)», «۱۳۵۷ (۱۹۷۸–۱۹۷۹)».

    A day begins with the Jalali date. A month, a year, and lunar and imperial dates begin with the calendar in which
    they were given.
    """
    return to_persian(_format(value, _FA))


@lru_cache(maxsize=4096)
def format_en(value: DateValue) -> str:
    """Write a date for English readers: ``13 December 2025 (22 Azar 1404)``, ``1357/1978–79``.

    A day begins with the Gregorian date. A month, a year, and lunar and imperial dates begin with the calendar in which
    they were given.
    """
    return _format(value, _EN)


@lru_cache(maxsize=256)
def format_prs(value: DateValue) -> str:
    """Write a date for readers of Dari: «۲۲ قوس ۱۴۰۴ (۱۳ دسمبر ۲۰۲۵)»; see :func:`format_fa`."""
    return to_persian(_format(value, _PRS))


@lru_cache(maxsize=256)
def format_en_prs(value: DateValue) -> str:
    """Write a date of Afghanistan for English readers: ``13 December 2025 (22 Qaws 1404)``; see :func:`format_en`."""
    return _format(value, _EN_PRS)


@lru_cache(maxsize=4096)
def brief(value: DateValue, language: str, *, dari: bool) -> str:
    """Write a date in the calendar that readers of a language expect, and in no other: «۲۲ آذر ۱۴۰۴»."""
    if language == _PERSIAN:
        return to_persian(_brief(value, _PRS if dari else _FA))
    return _brief(value, _EN_PRS if dari else _EN)


@lru_cache(maxsize=4096)
def listed(value: DateValue, language: str, *, dari: bool) -> str:
    """Write a date for a list, in Persian always with the Jalali one first: «۱۳۶۳–۱۳۶۴ (۱۹۸۵)» for a bare 1985.

    Everything else is as :func:`format_fa` and :func:`format_en` have it.
    """
    if language == _PERSIAN:
        return to_persian(_format(value, _PRS if dari else _FA, turned=value.calendar == Calendar.GREGORIAN))
    return _format(value, _EN_PRS if dari else _EN)


def numeric_fa(value: DateValue) -> str:
    """Write a date in Persian digits with slashes, in its own calendar: «۱۴۰۴/۰۹/۲۲», «۱۳۵۶/۱۰–۱۳۵۶/۱۲».

    Hyphens would turn the parts round in a line that runs from right to left; slashes and the dash of a range do not.
    """
    ends = (value.start, value.end) if isinstance(value, DateRange) else (value,)
    return to_persian("–".join(_numeric(end) for end in ends))


def _numeric(date: PartialDate) -> str:
    return "/".join(f"{part:02d}" for part in (date.year, date.month, date.day) if part is not None)


def _format(value: DateValue, style: _Style, *, turned: bool = False) -> str:
    views = {Calendar.JALALI: to_jalali(value), Calendar.GREGORIAN: to_gregorian(value)}
    own = value.calendar
    lead = style.first if turned or (value.precision == _DAY and own in views) else own
    others = [views[calendar] for calendar in sorted(views, key=lambda it: it != style.first) if calendar != lead]
    about = style.about if is_approximate(value) else ""
    head = _span(views.get(lead, value), style)
    tail = about + style.comma.join(_span(other, style) for other in others)
    years = lead == Calendar.JALALI and " " not in head
    return (style.year if years else "{} ({})").format(head, tail)


def _brief(value: DateValue, style: _Style) -> str:
    view = to_jalali(value) if style.first == Calendar.JALALI else to_gregorian(value)
    return (style.about if is_approximate(value) else "") + _span(view, style)


def _span(value: DateValue, style: _Style) -> str:
    """Write a date of one calendar; a range says what its ends share only once."""
    if isinstance(value, PartialDate):
        return " ".join(_words(value, style))
    left, right = _words(value.start, style), _words(value.end, style)
    alike = value.start.precision == value.end.precision
    if alike:
        while len(left) > 1 and left[-1] == right[len(left) - 1]:
            left.pop()
    if style.short_years and len(left) == len(right) == 1 and left[0][:2] == right[0][:2]:
        right = [right[0][2:]]
    dash = "–" if alike and len(left) == 1 else " – "
    return " ".join(left).removesuffix(_HAMZA_ABOVE) + dash + " ".join(right)


def _words(date: PartialDate, style: _Style) -> list[str]:
    words = [] if date.day is None else [str(date.day)]
    if date.month is not None:
        month = style.months[date.calendar][date.month - 1]
        ezafe = style.ezafe and month.endswith("ه") and date.calendar != Calendar.ZODIAC
        words.append(month + _HAMZA_ABOVE if ezafe else month)
    words.append(str(date.year))
    if date.calendar in style.suffixes:
        words.append(style.suffixes[date.calendar])
    return words
