"""Numbers in English text, in digits or in words, as values."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from goftogu.persian.digits import to_ascii


class EnglishNumbers(NamedTuple):
    """The numbers of an English text.

    Attributes:
        all: Whole numbers (“25 million”), in digits and in words, and not what they are made of.
        digits: Those in digits, in order.
    """

    all: frozenset[float]
    digits: tuple[float, ...]


_UNITS: Final = (
    "zero none no;one first once single;"
    "two second twice both double doubled doubles doubling couple couples pair pairs dual twin twins;"
    "three third thirds triple tripled thrice trio threefold;"
    "four fourth fourths quadruple quadrupled fourfold;five fifth fifths;six sixth;seven seventh;eight eighth;"
    "nine ninth;ten tenth;eleven eleventh;twelve twelfth dozen;thirteen thirteenth;fourteen fourteenth;"
    "fifteen fifteenth;sixteen sixteenth;seventeen seventeenth;eighteen eighteenth;nineteen nineteenth"
)
_TENS: Final = "twent thirt fort fift sixt sevent eight ninet"
_WORDS: Final[dict[str, float]] = {
    **{word: float(number) for number, words in enumerate(_UNITS.split(";")) for word in words.split()},
    **{stem + ending: 10.0 * number for number, stem in enumerate(_TENS.split(), 2) for ending in ("y", "ies", "ieth")},
}
_POWERS: Final[dict[str, float]] = {
    "hundred": 1e2,
    "hundredth": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "bn": 1e9,
    "tn": 1e12,
}
_ROMAN: Final = {
    "II": 2.0,
    "III": 3.0,
    "IV": 4.0,
    "VI": 6.0,
    "VII": 7.0,
    "VIII": 8.0,
    "IX": 9.0,
    "XI": 11.0,
    "XII": 12.0,
}
_PARTS: Final[dict[str, frozenset[float]]] = {
    "half": frozenset({0.5, 30, 50}),
    "quarter": frozenset({0.25, 15, 45, 4, 25}),
    "quarters": frozenset({0.25, 0.75, 4, 75}),
}
_TOKEN: Final = re.compile(
    r"(?<![A-Za-z0-9])(?P<digits>\d+(?:,\d{3}(?!\d))*(?:[.,]\d+)?)(?P<short>(?:[kKmM]|bn|mn|tn)(?![a-zA-Z]))?|(?P<word>[A-Za-z]+)"
)
_THOUSANDS: Final = re.compile(r",(?=\d{3}(?!\d))")
_CLOCK: Final = re.compile(r"(\d\d?)\.(\d\d)")
_JOINS: Final = re.compile(r"[\s-]*")
_ARTICLES: Final = frozenset({"a", "an"})
_FILLERS: Final = _ARTICLES | {"and"}
_KNOWN: Final = _FILLERS | {*_WORDS, *_POWERS, *_PARTS, *(numeral.lower() for numeral in _ROMAN)}


@lru_cache(maxsize=16)
def numbers(text: str) -> EnglishNumbers:
    """Return the numbers of an English text; those of the last texts are remembered."""
    reader, end = _Reader(), 0
    plain = to_ascii(text)
    for token in _TOKEN.finditer(plain):
        written = token["word"] or ""
        word = written.lower()
        if written and word not in _KNOWN:  # as most words
            continue
        if not _JOINS.fullmatch(plain, end, token.start()):
            reader.close()
        end = token.end()
        if written:
            reader.word(written, word)
        else:
            reader.figure(token["digits"], (token["short"] or "").lower())
    reader.close()
    return EnglishNumbers(frozenset(reader.found), tuple(reader.digits))


class _Reader:
    """Puts the words of a number together."""

    def __init__(self) -> None:
        self.found: set[float] = set()
        self.digits: list[float] = []
        self._current: float | None = None
        self._total = 0.0
        self._in_digits = self._joined = False

    def figure(self, digits: str, power: str) -> None:
        """Take a number in digits; “7.55” may be a time."""
        self.close()
        if clock := _CLOCK.fullmatch(digits):
            self.found |= {float(clock[1]), float(clock[2])}
        plain = _THOUSANDS.sub("", digits).replace(",", ".")
        self._current, self._in_digits = float(plain) * _POWERS.get(power, 1), True

    def word(self, written: str, word: str) -> None:
        """Take the next word of the text that may be of a number, as it is written and in small letters."""
        self.found |= {1.0} if word in _ARTICLES else set()
        if self._total and self._in_digits:
            self.close()
        if word in _PARTS:
            self._part(word)
        elif word in _POWERS and len(word) > 1:
            self._power(_POWERS[word])
        elif (value := _WORDS.get(word) if written not in _ROMAN else _ROMAN[written]) is not None:
            self._value(value)
        elif word in _FILLERS and self._is_open:
            self._joined = self._joined or word == "and"
            return
        else:
            self.close()
        self._joined = False

    @property
    def _is_open(self) -> bool:
        return self._current is not None or bool(self._total)

    def close(self) -> None:
        """End the number."""
        if self._is_open:
            value = self._total + (self._current or 0)
            self.found.add(value)
            self.digits += [value] if self._in_digits else []
        self._current, self._total, self._in_digits = None, 0.0, False

    def _part(self, word: str) -> None:
        self.found |= _PARTS[word]
        if word == "half" and (self._joined or not self._is_open):
            self._current = (self._current or 0) + 0.5
        else:
            self.close()

    def _power(self, power: float) -> None:
        if power == _POWERS["hundred"]:
            self._current = (self._current or 1) * power
        else:
            self._total, self._current = self._total + (self._current or 1) * power, None

    def _value(self, value: float) -> None:
        current = self._current
        if current is None:
            self._current = value
        elif current and self._goes_on(current, value):
            self._current = current + value
        elif 10 <= current <= 20 and value >= 10:  # nineteen eighty
            self._current = current * 100 + value
        else:
            self.close()
            self._current = value

    @staticmethod
    def _goes_on(current: float, value: float) -> bool:
        """Tell whether a number goes on: “a hundred twenty”, “twenty five”."""
        return current % 100 == 0 or (current % 10 == 0 and current % 100 >= 20 and value < 10)
