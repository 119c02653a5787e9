"""What a number counts: a word of the Persian for money, measure, share or size has its English, or it was lost."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from goftogu.translation.quality.english_amounts import numbers


class Counterpart(NamedTuple):
    """A word of the Persian, and what its English must have.

    Attributes:
        fa: Whole Persian words.
        en: English words or their beginnings, or signs.
    """

    fa: re.Pattern[str]
    en: re.Pattern[str]


def _pair(fa: str, en: str) -> Counterpart:
    return Counterpart(re.compile(rf"(?<!\w)(?:{fa})(?:ی|ها|های|هایی)?(?!\w)"), re.compile(en, re.IGNORECASE))


_MONEY: Final = (
    _pair("تومان|تومن", r"\btom[ae]n|\btuman"),
    _pair("ریال", r"\brial|\briyal|IRR"),
    _pair("دلار", r"\$|dollar|\bUSD|\bbucks?\b|\bcents?\b"),
    _pair("یورو", "€|euro|EUR"),
    _pair("روپیه", "rupee|rupiah"),
    _pair("روبل", "rouble|ruble"),
    _pair("لیر|لیره", r"\blir[ae]|pound"),
    _pair("درهم", "dirham"),
    _pair("دینار", "dinar"),
    _pair("افغانی", "afghani"),
)
_MEASURES: Final = (
    _pair("کیلومتر", r"km\b|kilomet|kph|\bmiles?\b|mph"),
    _pair("سانتی‌?متر|سانتیمتر", r"cm\b|centimet|\binch|\bfeet\b|\bfoot\b"),
    _pair("کیلوگرم|کیلو", r"kg\b|kilo|pound|\bstone"),
    _pair("هکتار", r"hectare|\bha\b|acre"),
    _pair("فرسخ|فرسنگ", "farsakh|farsang|parasang|league"),
    _pair("لیتر", r"lit(?:er|re)|gallon|pint"),
    _pair("ثانیه", r"second|\bs\b|moment"),
    _pair("قرن|سده", r"centur"),
)
_ANY_MONEY: Final = ("توم", "ریال", "دلار", "یورو", "روپیه", "روبل", "لیر", "درهم", "دینار", "افغان")
_ANY_MEASURE: Final = ("کیلو", "سانتی", "هکتار", "فرس", "لیتر", "ثانیه", "قرن", "سده")
_NUMBERED: Final = re.compile(
    r"(?:[0-9۰-۹]|(?<!\w)(?:دو|سه|چهار|پنج|شش|هفت|هشت|نه|ده|بیست|سی|چهل|پنجاه|شصت|هفتاد|هشتاد|نود|صد|هزار|میلیون|میلیارد|چند))\s?$"
)
_ANY_SHARE: Final = ("درصد", "٪", "%")
_SHARE: Final = Counterpart(
    re.compile(r"(?<!\w)درصد(?!\w)|[٪%]"), re.compile(r"%|per ?cents?\b|percentage|\bpct\b", re.IGNORECASE)
)
_SHARES: Final = re.compile(
    r"\b(?:half|quarters?|third|thirds|fifth|majority|fully|totally|absolutely|completely)\b", re.IGNORECASE
)
_SIZES: Final = (
    (_pair("هزار|هزاران", r"thousand"), 1e3),
    (_pair("میلیون|ملیون", r"million|\bm\b|mn\b"), 1e6),
    (_pair("میلیارد", r"billion|\bbn\b|thousand million"), 1e9),
)
_SPAN: Final = 10_000
"""How many times a size, and more, is another one."""


def lost_money(source: str, target: str) -> bool:
    """Tell whether a currency of the Persian is not in the English."""
    return _has_one(_ANY_MONEY, source) and any(
        kind.fa.search(source) and not kind.en.search(target) for kind in _MONEY
    )


def lost_measure(source: str, target: str) -> bool:
    """Tell whether a measure that a number counts is not in the English."""
    return _has_one(_ANY_MEASURE, source) and any(
        any(_NUMBERED.search(source[: found.start()]) for found in kind.fa.finditer(source))
        and not kind.en.search(target)
        for kind in _MEASURES
    )


def lost_share(source: str, target: str) -> bool:
    """Tell whether a percentage of the Persian is none in the English, nor a fraction."""
    if not _has_one(_ANY_SHARE, source) or not _SHARE.fa.search(source):
        return False
    return not _SHARE.en.search(target) and not _SHARES.search(target)


def lost_size(source: str, target: str) -> bool:
    """Tell whether thousands, millions or billions of the Persian are none in the English."""
    plain = source.replace("\u200c", " ")
    if "هزار" not in plain and "میلی" not in plain and "ملیون" not in plain:
        return False
    largest = max(numbers(target).all, default=0)
    return any(
        kind.fa.search(plain) and not kind.en.search(target) and not size <= largest < size * _SPAN
        for kind, size in _SIZES
    )


def _has_one(words: tuple[str, ...], text: str) -> bool:
    return any(word in text for word in words)
