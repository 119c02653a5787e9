"""Dates of lines that say nothing else, in every order in which people write them."""

from __future__ import annotations

import re
from datetime import date as day_of_calendar
from typing import Final

from goftogu.persian import folding
from goftogu.persian.dates.calendar import Calendar, DateError, DateValue, PartialDate, find_persian
from goftogu.persian.digits import to_ascii

_SHORT: Final = 120
_MONTHS: Final = (
    "فروردین|اردی ?بهشت|خرداد|تیر|ا?مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند|"
    "حمل|ثور|جوزا|سرطان|اسد|سنبله|میزان|عقرب|قوس|جدی|دلو|حوت"
)
_YEAR_FIRST: Final = re.compile(
    rf"(?<!\d)(?P<year>1[34]\d\d)\s{{1,3}}(?P<month>{_MONTHS})\s{{1,3}}(?P<day>\d\d?)(?!\d)"
)
_MONTH_FIRST: Final = re.compile(r"(?<!\d)(?P<month>\d\d?)/(?P<day>1[3-9]|2\d|3[01])/(?P<year>(?:19|20)\d\d)(?!\d)")
_GLUED: Final = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")
_SHORT_YEAR: Final = re.compile(
    rf"(?<!\d)(?P<before>\d\d?\s{{1,3}}(?:{_MONTHS})\s{{1,3}}(?:ماه\s)?)(?P<year>\d\d)(?!\d)"
)
_PARTS: Final = re.compile(r"\s*(?:[|•·»]|\s[-–—]\s|[،,؛])\s*")
_WORD: Final = re.compile(r"[^\W\d_]+")
_AROUND: Final = frozenset(
    folding.fold(
        "تاریخ انتشار خبر درج مصاحبه گفتگو زمان ساعت مورخ روز ماه سال چاپ به روز رسانی بروزرسانی آخرین تغییر ثبت ضبط "
        "شنبه یکشنبه دوشنبه سهشنبه چهارشنبه پنجشنبه پنج چهار سه دو یک جمعه آدینه date کد شناسه خورشیدی شمسی هجری "
        "میلادی قمری ش ه ق م am pm منتشر شده شد در سایت جلسه نشست برگزاری برابر با مطابق صبح عصر شب ظهر دقیقه"
    ).split()
)
_PUBLISHED: Final = re.compile(r"(?<!\w)(?:انتشار|منتشر|نشر|درج|خبر|چاپ|به ?روز ?رسانی|آخرین تغییر)(?!\w)")
_BESIDE_MONTHS: Final = re.compile(r"(?<=\d)\s?/\s?(?=[^\W\d_])|(?<=[^\W\d_])\s?/\s?(?=\d)")
_SLASHES: Final = re.compile(r"(?<=\d)\s?/\s?(?=\d)")
_SHORTEST_YEAR: Final = 30


def of_line(text: str) -> DateValue | None:
    """Return the date of a line, or of one of its parts, that says nothing else.

    The order does not matter: «۱۳۸۶ مرداد ۱۴, یکشنبه», «۱۲ سنبله ۱۳۹۸ خورشیدی», ``۷/۴/۱۳۸۸`` and ``5/28/2005`` are
    all read, and the Kurdish names of the months.
    """
    if len(text) > _SHORT:
        return None
    if (value := _whole(text)) is not None:
        return value
    return next((value for part in _PARTS.split(text) if (value := _whole(part)) is not None), None)


def of_value(text: str) -> DateValue | None:
    """Return the date of what stands below a key such as «تاریخ مصاحبه:»."""
    if (value := of_line(text)) is not None:
        return value
    best = _best(_plain(text))
    return best[0] if best else None


def in_text(text: str) -> str:
    """Return the first whole date that a text names, in its words; such a date is a question, not a fact."""
    return next((text[found.start : found.end] for found in find_persian(text) if found.value.precision > 1), "")


def is_publication(text: str) -> bool:
    """Tell whether a line with a date says that it is the date of a publication."""
    return _PUBLISHED.search(folding.fold_split(text)) is not None


def is_future(value: DateValue, today: day_of_calendar | None = None) -> bool:
    """Tell whether a date lies after today; no interview does."""
    return value.first > (today or day_of_calendar.today())  # noqa: DTZ011  the archivist's own day is meant


def _whole(text: str) -> DateValue | None:
    plain = _plain(text)
    best = _best(plain)
    if best is None:
        return None
    value, start, end = best
    around = folding.fold_split(f"{plain[:start]} {plain[end:]}")
    return value if all(word in _AROUND for word in _WORD.findall(around)) else None


def _plain(text: str) -> str:
    """Return a line with digits of one set, and with blanks between digits and letters."""
    plain = to_ascii(text).replace("\u200c", " ").translate(str.maketrans("يك", "یک"))
    plain = _BESIDE_MONTHS.sub(" ", _SLASHES.sub("/", _GLUED.sub(" ", plain)))
    return _SHORT_YEAR.sub(lambda found: f"{found['before']}{_century(int(found['year']))}", plain)


def _century(year: int) -> int:
    return 1300 + year if year >= _SHORTEST_YEAR else 1400 + year


def _best(plain: str) -> tuple[DateValue, int, int] | None:
    """Return the most precise date of a line, and where it stands."""
    if found := _YEAR_FIRST.search(plain):
        turned = f"{found['day']} {found['month']} {found['year']}"
        inner = next(find_persian(turned), None)
        return (inner.value, found.start(), found.end()) if inner else None
    if found := _MONTH_FIRST.search(plain):
        try:
            value = PartialDate(Calendar.GREGORIAN, int(found["year"]), int(found["month"]), int(found["day"]))
        except DateError:
            return None
        return value, found.start(), found.end()
    best = max(find_persian(plain), key=lambda one: (one.value.precision, not _is_lunar(one.value)), default=None)
    return None if best is None else (best.value, best.start, best.end)


def _is_lunar(value: DateValue) -> bool:
    """Tell whether a date names a day that two countries may count apart."""
    return isinstance(value, PartialDate) and value.calendar is Calendar.HIJRI
