"""A timeline of the dates that interviews speak of: a bar for each, as long as the date and as high as it is mentioned.

Persian pages count years of the Jalali calendar, from right to left; English ones Gregorian years, from left to right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final, NamedTuple

from goftogu.edition.edition import Edition
from goftogu.model import Language
from goftogu.persian.dates import calendar
from goftogu.persian.dates.calendar import DECADE, Calendar, DateValue, PartialDate

_LEAST: Final = 3
"""How many dates make a line."""
_MOST: Final = 200
_LABELS: Final = 6
_YEAR: Final = 366
_LOW: Final = 6
"""Percent of the height that the rarest date has at least."""
_WORD: Final = 12
"""Percent of a phone that the name of a decade takes."""


class TimeBar(NamedTuple):
    """A date: from the left and from the top, width and height, in percent, and whether it is longer than a year."""

    x: float
    y: float
    width: float
    height: float
    broad: bool


class TimeTick(NamedTuple):
    """The first year of a decade: where it is in percent, and whether there is room for its name."""

    x: float
    year: int
    named: bool


@dataclass(frozen=True, slots=True)
class TimeChart:
    """The bars, the broad ones first, so that the others are drawn above them, and the decades."""

    bars: tuple[TimeBar, ...]
    ticks: tuple[TimeTick, ...]


def time_chart(edition: Edition) -> TimeChart | None:
    """Return the timeline of an archive; ``None`` when it speaks of fewer than three dates."""
    counts = Counter(date.value for date in edition.site.dates)
    if len(counts) < _LEAST:
        return None
    most = counts.most_common(_MOST)
    axis = _Axis(edition.language, [value for value, _ in most])
    bars = [axis.bar(value, count / most[0][1]) for value, count in most]
    return TimeChart(tuple(sorted(bars, key=lambda bar: (not bar.broad, bar.x))), axis.ticks())


class _Axis:
    """The time from the first decade to the last one, in percent of the width of a picture."""

    def __init__(self, language: Language, values: Sequence[DateValue]) -> None:
        self._mirrored = language == Language.FA
        self._calendar = Calendar.JALALI if self._mirrored else Calendar.GREGORIAN
        first = min(calendar.year(value, language) for value in values)
        last = max(calendar.year(PartialDate(Calendar.GREGORIAN, *_day(value)), language) for value in values)
        self._decades = range(calendar.decade(first), calendar.decade(last) + 2 * DECADE, DECADE)
        self._start = self._ordinal(self._decades[0])
        self._days = self._ordinal(self._decades[-1]) - self._start

    def bar(self, value: DateValue, share: float) -> TimeBar:
        """Return a date that is mentioned a share of the most frequent one."""
        begin, end = value.first.toordinal(), value.last.toordinal() + 1
        height = round(max(share * 100, _LOW), 1)
        x = self._place(end if self._mirrored else begin)
        return TimeBar(
            x, round(100 - height, 1), round((end - begin) / self._days * 100, 2), height, end - begin > _YEAR
        )

    def ticks(self) -> tuple[TimeTick, ...]:
        """Return the decades, every so many of them with its name."""
        apart = ceil((len(self._decades) - 1) / _LABELS)
        return tuple(
            TimeTick(place, year, at % apart == 0 and (place if self._mirrored else 100 - place) >= _WORD)
            for at, year in enumerate(self._decades)
            for place in [self._place(self._ordinal(year))]
        )

    def _place(self, ordinal: int) -> float:
        share = (ordinal - self._start) / self._days
        return round((1 - share if self._mirrored else share) * 100, 2)

    def _ordinal(self, year: int) -> int:
        return PartialDate(self._calendar, year).first.toordinal()


def _day(value: DateValue) -> tuple[int, int, int]:
    return value.last.year, value.last.month, value.last.day
