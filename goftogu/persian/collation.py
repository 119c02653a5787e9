"""Alphabetical order: the Persian alphabet on Persian pages, the English one on English pages.

Both orders go word by word, numbers by their value and before letters. What a sorted list shows beside the letters
(half-spaces, vowel marks, diacritics, punctuation) does not count, so equal keys are possible: add the id of the
entry as the last part of a sort key.

Source of the Persian order: the alphabet as schools teach it, with آ as the first letter and hamza under the letter
that bears it.
"""

from __future__ import annotations

import re
from typing import Final

from goftogu.persian.folding import ZWNJ, base_letters

PERSIAN_ALPHABET: Final = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
ENGLISH_ALPHABET: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
OTHER: Final = "#"
"""The initial of what begins with no letter of the alphabet."""

_RANKS: Final = str.maketrans(PERSIAN_ALPHABET + "ئ", "".join(map(chr, range(0x30, 0x51))) + chr(0x50))
_WORD: Final = re.compile(r"[^\W_]+")
_NUMBER: Final = re.compile("0*([0-9]+)")
_APOSTROPHES: Final = str.maketrans("", "", "'’‘`´")
_ARTICLE: Final = re.compile(r"^\W*(?:al[-\u2010\u2013]|the\s+)(?=\w)")


def persian_key(text: str) -> tuple[str, ...]:
    """Return the sort key of a text in Persian order, one string per word.

    Numbers come first, then Persian letters, then Latin and other letters.
    """
    return tuple(_NUMBER.sub(_by_value, word).translate(_RANKS) for word in _words(text))


def english_key(text: str) -> tuple[str, ...]:
    """Return the sort key of a text in English order, one string per word.

    Diacritics, ʿ, ʾ, apostrophes and an article at the beginning (``al-``, ``the``) do not count. Other scripts come
    last.
    """
    return tuple(_NUMBER.sub(_by_value, word) for word in _english_words(text))


def persian_initial(text: str) -> str:
    """Return the letter of the Persian alphabet under which a text is listed, or ``OTHER``."""
    first = "".join(_words(text))[:1].replace("ئ", "ی")
    return first if first and first in PERSIAN_ALPHABET else OTHER


def english_initial(text: str) -> str:
    """Return the capital letter under which a text is listed in English, or ``OTHER``."""
    first = "".join(_english_words(text))[:1].upper()
    return first if first and first in ENGLISH_ALPHABET else OTHER


def _words(text: str) -> list[str]:
    return _WORD.findall(base_letters(text).replace(ZWNJ, ""))


def _english_words(text: str) -> list[str]:
    plain = base_letters(text).translate(_APOSTROPHES).replace(ZWNJ, "")
    return _WORD.findall(_ARTICLE.sub("", plain))


def _by_value(number: re.Match[str]) -> str:
    """Write a number so that the order of strings is the order of values: a mark, the length, the digits."""
    digits = number[1]
    return f"\x01{chr(min(len(digits), 0xD7FF))}{digits}"
