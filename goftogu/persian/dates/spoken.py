"""Dates as people speak of them: full dates, but also years, decades, seasons and spans.

Read are, in digits or in words: «سال ۵۷», «سال‌های ۱۳۵۶ تا ۱۳۵۸», «دههٔ شصت», «زمستان ۵۶», and a bare year of four digits
where the words around it leave no doubt («انقلاب ۱۳۵۷», «از ۱۳۳۲ تا ۱۳۴۰»). A year of two digits is one of the
thirteenth Jalali century, or of the last few years («سال ۰۲» is 1402). What may be a number of things is left alone: an
index with a gap is better than one with a false date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from goftogu.persian.dates.search import find_persian, unified
from goftogu.persian.dates.values import DECADE, YEARS, Calendar, DateRange, DateValue, PartialDate, calendar_of

_TENS: Final = dict(zip("بیست سی چهل پنجاه شصت هفتاد هشتاد نود".split(), range(20, 100, 10), strict=True))
_UNITS: Final = dict(zip("یک دو سه چهار پنج شش هفت هشت نه".split(), range(1, 10), strict=True))
_HUNDREDS: Final = {"سیصد": 1300, "چهارصد": 1400, "هشتصد": 1800, "نهصد": 1900}
_SEASONS: Final = {"بهار": 1, "تابستان": 4, "پاییز": 7, "زمستان": 10}
_CENTURY: Final = 100
_NEW_YEARS: Final = 10

_MAY: Final = re.compile(rf"\d|(?:سال|ده[هۀ]|{'|'.join(_SEASONS)})\S*\s+(?:سال\s+)?(?:هزار|{'|'.join(_TENS)})")
"""What a text must have to be looked at more closely; most texts have nothing of it."""

_IN_CENTURY: Final = rf"(?:{'|'.join(_TENS)})(?: و (?:{'|'.join(_UNITS)}))?(?!\w)"
_SPELLED: Final = rf"(?>هزار و (?:{'|'.join(_HUNDREDS)})(?!\w)(?: و {_IN_CENTURY})?|{_IN_CENTURY})"
_YEAR: Final = rf"(?:\d{{4}}|\d\d|{_SPELLED})(?!\d)"
_THINGS: Final = (
    "سال|سالگی|ساله|نفر|تن|تومان|ریال|دلار|یورو|درصد|میلیون|میلیارد|هزار|صد|بار|روز|ماه|هفته|ساعت|دقیقه|کیلو|متر|کیلومتر|"
    "هکتار|درجه|عدد|خانه|خانوار|شهر|کشور|دانشجو|زندانی|شهید|کارگر|و نیم|زندگی|عمر"
)
_NO_COUNT: Final = rf"(?!\s*(?:[٪%/:]|\.\d)|\s+(?:{_THINGS})(?:ی|ها|های)?(?!\w))"
_AFTER: Final = (
    r"(?=\s*(?:$|[،؛.!؟:)»\]…]|[-–]\s)|\s+(?:تا|که|و|به|با|در|از|بود|شد|هم|نیز|برای|اتفاق|رخ|آغاز|پایان|میلادی|شمسی|"
    r"خورشیدی)(?!\w))"
)
_BEFORE: Final = (
    "در|تا|از|از سال|انقلاب|کودتای|جنگ|پس از|پیش از|قبل از|بعد از|حدود|حوالی|آغاز|پایان|اوایل|اواسط|اواخر|نوروز|متولد|"
    "مصوب|انتخابات|بهمن‌ماه"
)
_TO: Final = r"\s*(?P<to>تا|الی|[-–]|و)\s*(?:سال\s+)?"


class SpokenDate(NamedTuple):
    """A date in a text.

    Attributes:
        value: The date.
        start: Where it begins in the text.
        end: Where it ends.
        expanded: Whether the century was added.
    """

    value: DateValue
    start: int
    end: int
    expanded: bool


def find_spoken(text: str) -> Iterator[SpokenDate]:
    """Yield the dates that a text speaks of, in order, without overlap."""
    if not _MAY.search(text):
        return
    plain = unified(text)
    found = [SpokenDate(*date) for date in find_persian(text)]
    found += (date for match in _pattern().finditer(plain) for date in _read(match))
    end = 0
    for date in sorted(found, key=lambda date: (date.start, -date.end)):
        if date.start >= end:
            end = date.end
            yield date


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """Compile the patterns when they are needed, because it takes long."""
    year = rf"سال\u0650?(?:\s?های?)?\s+(?P<first>{_YEAR})(?:{_TO}(?P<last>{_YEAR}))?{_NO_COUNT}"
    tens = rf"(?P<decade>\d{{4}}|\d\d|{'|'.join(_TENS)})(?!\w)"
    decade = rf"ده(?:ه[ٔ\u0650]?|ۀ)(?:\s?ی|\s?های)?\s+{tens}(?P<ad>\s+میلادی)?{_NO_COUNT}"
    season = rf"(?P<season>{'|'.join(_SEASONS)})\s+(?:سال\s+)?(?P<of>{_YEAR}){_NO_COUNT}"
    bare = (
        rf"(?:{_BEFORE})\s+(?P<bare>\d{{4}})(?:\s+تا\s+(?P<until>\d{{4}})(?!\d){_NO_COUNT}|(?!\d|\s+تا\s+\d){_AFTER})"
    )
    return re.compile(rf"(?<!\w)(?<!هر )(?:{year}|{decade}|{season}|{bare})")


def _read(match: re.Match[str]) -> Iterator[SpokenDate]:
    if match["decade"]:
        yield from _decade(match)
    elif match["season"]:
        yield from _season(match)
    elif match["bare"]:
        yield from _span(match, "bare", "until", together=True)
    else:
        yield from _span(match, "first", "last", together=match["to"] != "و")


def _span(match: re.Match[str], first: str, last: str, *, together: bool) -> Iterator[SpokenDate]:
    """Yield one year, two years, or the span between them."""
    years = [(_year(match[group]), match.span(group), _short(match[group])) for group in (first, last) if match[group]]
    known = [(year, span, short) for year, span, short in years if year is not None]
    values = [year for year, _, _ in known]
    start = match.start() if first == "first" else match.start(first)
    if together and len(values) > 1 and values[0].calendar == values[1].calendar and values[0].year < values[1].year:
        yield SpokenDate(DateRange(*values), start, known[1][1][1], known[0][2] or known[1][2])
        return
    for number, (year, (begun, end), short) in enumerate(known):
        yield SpokenDate(year, begun if number else start, end, short)


def _decade(match: re.Match[str]) -> Iterator[SpokenDate]:
    written = match["decade"]
    number = _TENS.get(written) or int(written)
    if number < _CENTURY:
        number += 1900 if match["ad"] else 1300
    calendar = Calendar.GREGORIAN if match["ad"] else calendar_of(number)
    first, last = YEARS[calendar]
    if number % DECADE == 0 and first <= number and number + 9 <= last:
        value = DateRange(PartialDate(calendar, number), PartialDate(calendar, number + 9))
        yield SpokenDate(value, match.start(), match.end("ad") if match["ad"] else match.end("decade"), _short(written))


def _season(match: re.Match[str]) -> Iterator[SpokenDate]:
    year = _year(match["of"])
    if year is None:
        return
    month = _SEASONS[match["season"]]
    value: DateValue = year
    if year.calendar == Calendar.JALALI:
        months = (PartialDate(year.calendar, year.year, number) for number in (month, month + 2))
        value = DateRange(*months)
    yield SpokenDate(value, match.start(), match.end("of"), _short(match["of"]))


def _year(written: str) -> PartialDate | None:
    number = int(written) if written.isdecimal() else _spelled(written)
    if number < _NEW_YEARS:
        number += 1400
    elif number < min(_TENS.values()):
        return None
    elif number < _CENTURY:
        number += 1300
    calendar = calendar_of(number)
    first, last = YEARS[calendar]
    return PartialDate(calendar, number) if first <= number <= last else None


def _spelled(words: str) -> int:
    values = {**_TENS, **_UNITS, **_HUNDREDS}
    return sum(values.get(word, 0) for word in words.split())


def _short(written: str) -> bool:
    """Tell whether a year was said without its century."""
    return len(written) == 2 if written.isdecimal() else not written.startswith("هزار")  # noqa: PLR2004
