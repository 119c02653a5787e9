"""Digits for display: Persian on Persian pages, ASCII for machines.

Texts, ids, addresses and data keep the digits that they have; only what a reader sees is changed here.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

from goftogu.persian.replacing import replacer

PERSIAN_DIGITS = "۰۱۲۳۴۵۶۷۸۹"
ARABIC_DIGITS = "٠١٢٣٤٥٦٧٨٩"
ASCII_DIGITS = "0123456789"

_to_ascii = replacer(str.maketrans(PERSIAN_DIGITS + ARABIC_DIGITS, ASCII_DIGITS * 2))
_to_persian = replacer(str.maketrans(ASCII_DIGITS + ARABIC_DIGITS, PERSIAN_DIGITS * 2))
PERSIAN_NUMBER = str.maketrans(f"{ASCII_DIGITS},.-", f"{PERSIAN_DIGITS}٬٫−")
"""What becomes of the characters of a number that has ``,`` between thousands and ``.`` before decimals."""

_PERSIAN: Final = "fa"
_WORD = re.compile(r"\S+")
_LATIN = re.compile("[A-Za-z]")
_NOT_PERSIAN = re.compile(f"[{ASCII_DIGITS}{ARABIC_DIGITS}]")


def to_ascii(text: str) -> str:
    """Replace Persian and Arabic digits with ASCII ones, one for one; everything else stays."""
    return _to_ascii(text)


def to_persian(text: str) -> str:
    """Replace ASCII and Arabic digits with Persian ones, for display on a Persian page.

    Words with a Latin letter in them (addresses, ids, ``COVID-19``) keep their digits. The length never changes.
    """
    if _NOT_PERSIAN.search(text) is None:
        return text
    if _LATIN.search(text) is None:
        return _to_persian(text)
    return _WORD.sub(_persian_unless_latin, text)


def format_fa(number: float | Decimal) -> str:
    """Write a number the Persian way: Persian digits, ٬ between thousands, ٫ before decimals, a true minus sign.

    Args:
        number: Finite; a float is written with the digits that ``repr`` shows.
    """
    exact = Decimal(repr(number)) if isinstance(number, float) else Decimal(number)
    return f"{exact:,f}".translate(PERSIAN_NUMBER)


@lru_cache(maxsize=1024, typed=True)
def number(value: float, language: str) -> str:
    """Write a number for the readers of a language, with its digits and with thousands separated: «۱٬۲۰۰», “1,200”.

    Args:
        value: Finite.
        language: ``fa`` or ``en``.
    """
    return format_fa(value) if language == _PERSIAN else f"{value:,}"


def _persian_unless_latin(word: re.Match[str]) -> str:
    return word[0] if _LATIN.search(word[0]) else _to_persian(word[0])
