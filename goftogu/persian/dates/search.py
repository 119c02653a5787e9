"""Dates in Persian text: lines such as «تاریخ انتشار: ۲۳ خرداد ۱۳۹۴ - ۲۱:۳۴» and the dates that people speak of."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from goftogu.persian.dates.names import DAY_NAMES, SPOKEN_MONTHS, SpokenMonths
from goftogu.persian.dates.values import Calendar, DateError, PartialDate, calendar_of, is_year
from goftogu.persian.digits import to_ascii
from goftogu.persian.replacing import replacer

if TYPE_CHECKING:
    from collections.abc import Iterator

_unified = replacer(str.maketrans("يىكأإةۀ\u200c\u00a0", "ییک" + "اا" + "هه" + "  "))
_DAYS: Final = {name.replace("_", ""): number for name, number in DAY_NAMES.items()}
_SOLAR: Final = frozenset({Calendar.JALALI, Calendar.ZODIAC, Calendar.KURDISH})
_SHORT: Final = 2
_NEW_CENTURY: Final = 20


class FoundDate(NamedTuple):
    """A date in a text.

    Attributes:
        value: The date.
        start: Where it begins in the text.
        end: Where it ends.
        expanded: Whether the century was added: «۹۴» is read as 1394, «۰۴» as 1404.
    """

    value: PartialDate
    start: int
    end: int
    expanded: bool


def parse_persian(text: str) -> FoundDate | None:
    """Find the date of a line: the first of its most precise dates, or ``None``."""
    return max(find_persian(text), key=lambda found: found.value.precision, default=None)


def unified(text: str) -> str:
    """Return a text of the same length in which letters, digits and blanks have one form each."""
    return _unified(to_ascii(text))


def find_persian(text: str) -> Iterator[FoundDate]:
    """Yield the dates of a Persian text in order, without overlap.

    Read are a day (in digits or words) with month and year, a month with its year, «سال» with a year, and
    ``1394/03/23`` in either direction. A year of two digits counts after a Jalali month where no counted thing
    follows. What no calendar has is passed over.
    """
    plain = unified(text)
    matches = [match for pattern in _patterns() for match in pattern.finditer(plain)]
    end = 0
    for match in sorted(matches, key=re.Match.start):
        value = _read(match) if match.start() >= end else None
        if value is not None:
            end = match.end()
            yield FoundDate(value, match.start(), end, len(match["year"]) == _SHORT)


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Compile the patterns when they are needed, because it takes long; ``_`` means an optional blank."""
    days = "|".join(sorted(DAY_NAMES, key=len, reverse=True))
    months = "|".join(name for group in SPOKEN_MONTHS for name in group.names)
    short = r"\d\d(?:(?<=سال \d\d)|(?=\s{0,3}(?:$|ساعت|\.(?!\d)|[^\w\s.:%٪٫])))"
    day = rf"(?:(?P<day>\d\d?|(?:{days})(?=\s))(?:_ا?م(?=\s)|_ی(?=\s))?\s{{0,3}})?"
    lunar = r"(?P<lunar>\s{0,2}(?:ه_\._ق|(?:هجری )?قمری)(?!\w))?"
    spoken = (
        rf"{day}(?P<month>{months})(?:_ماه)?(?![^\W\d])ٔ?[\s،,]{{0,3}}(?:سال\s{{1,3}})?(?P<year>\d{{4}}|{short})(?!\d)"
    )
    numeric = (
        r"(?P<year>\d{4})(?P<by>[/.-])(?P<month>\d\d?)(?P=by)(?P<day>\d\d?)",
        r"(?P<day>\d\d?)(?P<by>[/.-])(?P<month>\d\d?)(?P=by)(?P<year>\d{4})",
        r"(?P<year>3[2-9]|[4-9]\d)/(?P<month>\d\d?)/(?P<day>\d\d?)",
        r"سال\s{1,3}(?P<year>\d{4})",
    )
    patterns = (spoken, *(rf"{pattern}(?![/.-]?\d){lunar}" for pattern in numeric))
    return tuple(re.compile(rf"(?<![\w/.-]){pattern}".replace("_", r"\s?"), re.MULTILINE) for pattern in patterns)


def _read(match: re.Match[str]) -> PartialDate | None:
    parts = match.groupdict()
    month, day = parts.get("month"), parts.get("day")
    if month is None or month.isdecimal():
        calendar = Calendar.HIJRI if parts["lunar"] else Calendar.JALALI
        number = int(month) if month else None
    else:
        group, number = _spoken_month(month)
        calendar = group.calendar
        if day is None and not group.alone:
            return None
    return _date(calendar, parts["year"], number, day)


@lru_cache(maxsize=256)
def _spoken_month(name: str) -> tuple[SpokenMonths, int]:
    return next(
        (group, number)
        for group in SPOKEN_MONTHS
        for number, pattern in enumerate(group.names, 1)
        if re.fullmatch(pattern.replace("_", r"\s?"), name)
    )


def _date(calendar: Calendar, written: str, month: int | None, day: str | None) -> PartialDate | None:
    year = int(written)
    if len(written) == _SHORT and calendar in _SOLAR:
        year += 1400 if year < _NEW_CENTURY else 1300
    if calendar == Calendar.JALALI:
        calendar = calendar_of(year)
    if not is_year(calendar, year):
        return None
    try:
        return PartialDate(calendar, year, month, _day(day) if day else None)
    except DateError:
        return None


def _day(written: str) -> int:
    return int(written) if written.isdecimal() else _DAYS["".join(written.split())]
