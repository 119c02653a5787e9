"""Numbers in Persian text, in digits or in words, as values that can be looked for in English.

A Persian number may have more than one right value in English: «۱۳۵۷» is 1357, 1978 or 1979, «۱۳ مهر» is 13 Mehr, 4 or
5 October, «۱۴:۳۰» is 14:30 or 2:30. So each :class:`Amount` has all that are right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, NamedTuple

from goftogu.persian.dates.names import MONTHS_FA
from goftogu.persian.dates.values import Calendar
from goftogu.persian.digits import to_ascii
from goftogu.translation.quality import words


class Amount(NamedTuple):
    """A number in a Persian text.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        right: What it may be in English.
        sure: False for a word that may be no number: «نه» is “nine” and “no”.
    """

    start: int
    end: int
    right: frozenset[float]
    sure: bool


_UNITS: Final = "یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده"
_TENS: Final = "بیست سی چهل پنجاه شصت هفتاد هشتاد نود"
_HUNDREDS: Final = "صد دویست سیصد چهارصد پانصد ششصد هفتصد هشتصد نهصد"
_WORDS: Final[dict[str, float]] = {
    **{word: number for number, word in enumerate(_UNITS.split(), 1)},
    **{word: 10 * number for number, word in enumerate(_TENS.split(), 2)},
    **{word: 100 * number for number, word in enumerate(_HUNDREDS.split(), 1)},
    "هیجده": 18,
    "پونزده": 15,
    "شونزده": 16,
    "هیفده": 17,
    "سوم": 3,
    "شیش": 6,
    "پونصد": 500,
    "یکصد": 100,
    "نیم": 0.5,
}
_POWERS: Final[dict[str, float]] = {"هزار": 1e3, "میلیون": 1e6, "ملیون": 1e6, "میلیارد": 1e9, "تریلیون": 1e12}
_OTHER: Final = re.compile(r"سیم|سهم|دهم|یکم")
"""«wire», «share», «I give», «a little»."""
_NEEDS_MORE: Final = frozenset("یک نه ده دو صد هزار نیم".split())
"""Words that are no number as often as one: «a», «no», «village», «run», or a manner of speaking."""

_SMALL: Final = frozenset("یک نه ده دو".split())
"""Of those the small ones, in whose place nothing is asked for."""

_ENDINGS: Final = "امین مین ین اُم ام م"
_ENDING: Final = rf"(?:\s?(?:{'|'.join(_ENDINGS.split())}))?"
_DIGITS: Final = r"\d+(?:[,،٬]\d{3}(?!\d))*(?:[.٫/]\d+|,\d\d?(?!\d))?(?!/\d)"
_ANY_WORD: Final = "|".join(sorted(_WORDS, key=len, reverse=True))
_DIGIT: Final = re.compile("[0-9۰-۹٠-٩]")
_FORMS: Final = frozenset(
    joint + word + ending
    for word in {*_WORDS, *_POWERS} - _SMALL
    for ending in ("", *_ENDINGS.split())
    for joint in ("", "و")
)
"""What a number in words has somewhere; a text without them and without digits has none that can be relied on."""
_TOKEN: Final = re.compile(
    rf"(?=[0-9{''.join(sorted({word[0] for word in (*_WORDS, *_POWERS)}))}])"
    rf"(?:(?<![A-Za-z0-9.])(?P<digits>{_DIGITS})|(?:(?<![\w\u064b-\u0652.])|(?<=\sو))(?P<word>{_ANY_WORD}){_ENDING}(?!\w)"
    rf"|(?<![\w.])(?P<power>{'|'.join(_POWERS)})(?!\w))"
)
_SLASHED: Final = re.compile(r"(?:(?<=\d{4})[/-]|(?<=[3-9]\d)/)\d\d?[/-]\d\d?(?!\d)")
"""Month and day of a date in digits; English may name the month."""
_AND: Final = re.compile(r"\s+و\s*")
_GAP: Final = re.compile(r"\s*")
_LETTERS: Final = "بی سی پی دی تی ای آی ان می"
_SPELT: Final = re.compile(rf"(?<!\w)(?:{'|'.join(_LETTERS.split())})\s?$")
"""Before «سی» when it is a letter: «بی‌بی‌سی»."""
_NOT_COUNTED: Final = re.compile(r"\s?(?:شنبه|نفره|نفری|توپی|گانه|ها(?!\w)|های|هایی|ان(?!\w)|باره|دست(?!\w))")

_SOME: Final = re.compile(rf"(?<!\w)(?:چند|{'|'.join(_UNITS.split())})\s+$")

_TIME: Final = re.compile(r":[0-5]\d")
_HOUR: Final = re.compile(r"ساعت(?:\s+\w+)?\s+$")
_YEARS: Final = re.compile(r"(?:سال|مدل)(?:\s?های)?\s+(?:\d+\s+(?:تا|و|الی|-)\s+)?$")
_DECADE: Final = re.compile(r"ده(?:ۀ|هٔ?)\s?(?:ی|های)?\s+$")
_LUNAR: Final = re.compile(r"[^.]{0,12}(?:قمری|هجری)")
_MONTHS: Final = {
    name: number for calendar in (Calendar.JALALI, Calendar.ZODIAC) for number, name in enumerate(MONTHS_FA[calendar])
}
_MONTH: Final = re.compile(rf"\s*(?:ماه\s+)?(?:{'|'.join(_MONTHS)})(?!\w)")
_FIRST: Final = date(2001, 3, 21)


@lru_cache(maxsize=16)
def amounts(text: str) -> tuple[Amount, ...]:
    """Return the numbers of a Persian text, in order; those of the last texts are remembered."""
    if _FORMS.isdisjoint(words.persian(text)) and not _DIGIT.search(text):
        return ()
    plain = to_ascii(text).replace("\u200c", " ")
    if "/" in plain or "-" in plain:
        plain = _SLASHED.sub(lambda found: " " * len(found[0]), plain)
    return tuple(_read(plain))


def _read(plain: str) -> Iterator[Amount]:
    tokens = list(_TOKEN.finditer(plain))
    while tokens:
        count, value = _longest(plain, tokens)
        first, last = tokens[0], tokens[count - 1]
        right = _right(plain, first.start(), last.end(), value)
        yield Amount(first.start(), last.end(), right, not _is_doubtful(plain, first, last, count))
        tokens = tokens[count:]


def _is_doubtful(text: str, first: re.Match[str], last: re.Match[str], count: int) -> bool:
    """Tell whether a number in words may be none, or one of two that mean «some»: «دو سه روز»."""
    if first["digits"]:
        return False
    alone = count == 1 and (first["word"] or first["power"]) in _NEEDS_MORE
    before = text[: first.start()]
    some = _TOKEN.match(text, last.end() + 1) or _SOME.search(before) or (first[0] == "سی" and _SPELT.search(before))
    return (
        alone
        or bool(some)
        or _OTHER.fullmatch(first[0]) is not None
        or _NOT_COUNTED.match(text, last.end()) is not None
    )


def _longest(text: str, tokens: Sequence[re.Match[str]]) -> tuple[int, float]:
    """Read the number that begins with the first token; return how many tokens it has, and its value."""
    total, at, least = 0.0, 0, float("inf")
    while True:
        used, value, power = _group(text, tokens[at:])
        total += value
        at, least = at + used, power
        if at >= len(tokens) or least == 1 or not _joined(text, tokens[at - 1], tokens[at], _AND):
            return at, total
        _, following, its_power = _group(text, tokens[at:])
        if following >= least or its_power >= least:
            return at, total


def _group(text: str, tokens: Sequence[re.Match[str]]) -> tuple[int, float, float]:
    """Read a number below a thousand and the powers after it; return tokens, value, and the powers' product."""
    at, value = 0, 1.0
    if tokens[0]["power"] is None:
        at, value = 1, _value(tokens[0])
        while at < len(tokens) and tokens[at]["word"] and _joined(text, tokens[at - 1], tokens[at], _AND):
            added = _value(tokens[at])
            if not _fits(value, added):
                break
            value, at = value + added, at + 1
    power = 1.0
    while at < len(tokens) and tokens[at]["power"] and (not at or _joined(text, tokens[at - 1], tokens[at], _GAP)):
        power, at = power * _POWERS[tokens[at]["power"]], at + 1
    return at, value * power, power


def _fits(value: float, added: float) -> bool:
    """Tell whether a number goes on: «صد و بیست», «بیست و پنج», «دو و نیم»."""
    if added < 1:
        return value == int(value)
    return (value >= 100 > added and not value % 100) or (value % 100 >= 20 and not value % 10 and added < 10)


def _joined(text: str, one: re.Match[str], other: re.Match[str], between: re.Pattern[str]) -> bool:
    return between.fullmatch(text, one.end(), other.start()) is not None


def _value(token: re.Match[str]) -> float:
    if token["digits"]:
        return number(token["digits"])
    return _WORDS[token["word"]]


def number(digits: str) -> float:
    """Return the value of ASCII digits with separators of thousands and of decimals, Persian or English."""
    plain = re.sub(r"[,،٬](?=\d{3}(?!\d))", "", digits)
    return float(plain.replace("٫", ".").replace("/", ".").replace("،", ".").replace(",", "."))


def _right(text: str, start: int, end: int, value: float) -> frozenset[float]:
    """Return what a number may be in English, by what is around it."""
    right = {value}
    before = text[max(0, start - 24) : start]
    if month := _MONTH.match(text, end):
        right |= _days(int(value), month[0].split()[-1])
    if _DECADE.search(before):
        right |= _decade(value)
    elif _YEARS.search(before) and value < 100:
        right |= {value + known for known in (1300, 1921, 1922, *((1400, 2021, 2022) if value < 10 else ()))}
    elif 1200 <= value < 1500:
        right |= {value + 621, value + 622, value % 100}
        right |= {round(value * 0.970225 + 621.57) + off for off in (-1, 0, 1)} if _LUNAR.match(text, end) else set()
    elif 2500 <= value <= 2540:
        right |= {value - 559, value - 558, value - 1180}
    if 12 < value < 24 and (_TIME.match(text, end) or _HOUR.search(before)):
        right.add(value - 12)
    return frozenset(right)


def _decade(value: float) -> set[float]:
    year = value + 1300 if value < 100 else value
    begins = year + 621 if year < 1500 else year
    return {value, year, begins, begins - begins % 10, year % 100, begins % 100 - begins % 10}


@lru_cache(maxsize=512)
def _days(day: int, month: str) -> frozenset[float]:
    if not 1 <= day <= 31:
        return frozenset()
    number_of_month = _MONTHS[month]
    begun = 31 * min(number_of_month, 6) + 30 * max(0, number_of_month - 6)
    return frozenset(float((_FIRST + timedelta(begun + day - 1 + off)).day) for off in (-1, 0, 1))
