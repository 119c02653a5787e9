"""Finds what must be isolated so that mixed text is read in its order.

The Unicode bidirectional algorithm (UAX #9) gives a sign between two scripts to the line, not to the word it belongs
to: in a line that runs right to left, ``C++`` is shown as ``++C``, ``f(x)`` as ``(x)f`` and ``021-8877`` as
``8877-021``. A page puts each such stretch into an element of its own. This module says where they are: whole tokens
with their signs, whole phrases, addresses, telephone numbers, dates of ISO 8601, signed numbers, formulas, paths, and
quotations in the other language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Final, NamedTuple

from goftogu.model import Language


class Script(StrEnum):
    """What a stretch holds, and so how it is read."""

    LATIN = "latin"
    """Latin letters, from left to right; English for all that is known."""
    PERSIAN = "persian"
    """Persian letters, from right to left."""
    SIGNS = "signs"
    """Digits and signs without letters, from left to right in any language."""


class Stretch(NamedTuple):
    """A part of a text, from ``start`` to before ``end``, that is isolated."""

    start: int
    end: int
    script: Script


_LATIN: Final = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_PERSIAN: Final = "\u0620-\u065f\u066e-\u06d3\u06d5\u06fa-\u06ff\u0750-\u077f\u200c"
_RTL: Final = "\u0590-\u08ff"
_DIGIT: Final = "0-9۰-۹٠-٩"
_OPENED: Final = r"""(?<![^\s(\[{«“‘"'=<>،])"""
"""Before a sign that begins a token: nothing, a blank, or something that opens."""

_CALLED: Final = rf"{_LATIN}0-9 ,.;+*/^=<>'-"
_WORD: Final = rf"""(?:
    (?:[{_LATIN}]{{1,3}}\.){{2,}}[{_LATIN}]{{0,3}}(?![{_LATIN}])           # Ph.D.
  | (?:Dr|Mr|Mrs|Ms|Prof|St|No|Vol|pp|p|ed|vs|cf|[A-Z])\.(?=[ ][{_LATIN}0-9])  # J. Smith
  | [{_LATIN}0-9]+(?:(?:[./:+@*^=<>_&'’\\~°%?–-]|\#(?=[{_LATIN}]))+[{_LATIN}0-9]+)*
    (?:\((?:[{_CALLED}]|\([{_CALLED}]*\))*\)[{_LATIN}0-9]*)*                # f(x)
    (?:\+\+|[+\#%°′″²³]|/(?![\w/]))?                                       # C++, C#
)"""
_JOINT: Final = r"(?:[ ][=+−×÷*/<>≤≥≈&|–—-][ ]|[,:;]?[ \n])"
_PHRASE: Final = rf"""
    (?:{_OPENED}[.@\#~$€£¥+−/-]{{1,3}})?                                   # .NET, @name
    (?<![{_LATIN}0-9])
    (?=(?:[0-9.,]{{1,9}}[ ][=+−×÷*<>][ ]){{0,3}}[0-9.,/:+~°'-]{{0,20}}[{_LATIN}])
    {_WORD}(?:{_JOINT}{_WORD}|[ ]\({_WORD}(?:{_JOINT}{_WORD})*\))*
"""
_ADDRESS: Final = r"(?:https?://|ftp://|www\.)[^\s<>\"«»“”،؛]+"
_PATH: Final = r"(?<!\w)[A-Za-z]:\\[^\s<>\"«»“”،؛]*"
_UNITS: Final = r"(?:[kcm]?m[²³]?(?:/[hs])?|[km]?g|ha|[kMG]?Hz|[kMG]?Wh?|k?V|[kKMGT]B|USD|EUR|GBP|ppm|px|A|l|ml)(?!\w)"
_MEASURE: Final = rf"(?<![\w.,/-])[0-9]+(?:[.,][0-9]+)*[ ]{_UNITS}"

_NUMBER: Final = rf"[{_DIGIT}]+(?:[.,٫٬/:][{_DIGIT}]+)*"
_SIGNS: Final = rf"""
    {_OPENED}(?:
      \+[{_DIGIT}][{_DIGIT} ()-]{{6,20}}[{_DIGIT}]                         # +98 21 8877
    | (?=(?:[ ()-]{{0,2}}[{_DIGIT}]){{7}})\(?[0۰٠][{_DIGIT}]{{1,4}}\)?(?:[ -][{_DIGIT}]{{2,}})+  # 0912 345 6789
    | [0۰٠][{_DIGIT}]*-[{_DIGIT}]+(?:-[{_DIGIT}]+)*                        # 021-8877
    | [{_DIGIT}]+(?:-[{_DIGIT}]+){{2,}}                                    # 2025-12-13
    | (?=[{_DIGIT} .,٫٬/+−-]{{0,60}}[=+−×÷*^<>≤≥])[+−-]?{_NUMBER}(?:[ ]?[=+−×÷*^<>≤≥-][ ]?[+−-]?{_NUMBER})+
    | [+−±-]{_NUMBER}[%٪°]?                                                # −5
    | [$€£¥]\s?{_NUMBER} | {_NUMBER}\s?[$€£¥] | \#[{_DIGIT}]+
    | {_NUMBER}° | [0-9]+(?:[.,][0-9]+)*[ ]?% | [0-9]+\+
    )(?!\w)
"""


_QUOTED: Final = rf"""
    “(?=[^”“{_RTL}{_LATIN}]*+[{_LATIN}])[^”“{_RTL}]*+”
  | {_OPENED}"(?=[^"\n{_RTL}{_LATIN}]*+[{_LATIN}])[^"\n{_RTL}]*+"(?!\w)
"""
_IN_PERSIAN: Final = re.compile(
    rf"(?P<latin>{_QUOTED}|{_ADDRESS}|{_PATH}|{_MEASURE}|{_PHRASE})|(?P<signs>{_SIGNS})", re.VERBOSE
)

_PIECE: Final = rf"[{_PERSIAN}۰-۹٠-٩]+(?:[/٫٬._:-][{_PERSIAN}۰-۹٠-٩]+)*"
_BETWEEN: Final = rf"(?:[ ][–—-][ ]|[.،؛:؟!]?[ \n]|[،؛]|[ ][0-9]+[ ](?=[{_PERSIAN}]))"
_IN_ENGLISH: Final = re.compile(
    rf"""(?P<persian>
      «(?=[^»«{_LATIN}{_PERSIAN}]*+[{_PERSIAN}])[^»«{_LATIN}]*+»
    | (?<![{_PERSIAN}۰-۹٠-٩])(?=[۰-۹٠-٩/٫٬. -]{{0,12}}[{_PERSIAN}])
      {_PIECE}(?:{_BETWEEN}{_PIECE}|[ ]\({_PIECE}(?:{_BETWEEN}{_PIECE})*\))*[؟،؛]?
    )""",
    re.VERBOSE,
)
_PATTERNS: Final[Mapping[str, tuple[re.Pattern[str], re.Pattern[str]]]] = {
    Language.FA: (re.compile(rf"[{_LATIN}\#$€£¥%+−±°=<>≤≥×÷*^-]|[0۰٠][{_DIGIT}]"), _IN_PERSIAN),
    Language.EN: (re.compile(f"[{_PERSIAN}]"), _IN_ENGLISH),
}
"""By language of the line: what a text has that needs a look, and what is looked for."""

_LRI: Final = "\u2066"
_RLI: Final = "\u2067"
_PDI: Final = "\u2069"
_CLOSING: Final[Mapping[str, str]] = {")": "(", "]": "[", "}": "{"}
_TRAILING: Final = ".,;:!?؟'’*_)]}"


def has_any(text: str, language: str) -> bool:
    """Tell whether a text may hold something to isolate; fast, and true more often than needed."""
    return _PATTERNS[language][0].search(text) is not None


def stretches(text: str, language: str) -> Iterator[Stretch]:
    """Find what is to be isolated in a line.

    Ranges such as ``۱۳۸۰-۱۳۹۰`` are left to the line: in Persian they are read from right to left.

    Args:
        text: Plain text, without markup.
        language: Language of the line, which tells its direction.

    Yields:
        The stretches, in order; they do not touch each other's characters.
    """
    for found in _PATTERNS[language][1].finditer(text):
        yield Stretch(found.start(), _end(found), Script(str(found.lastgroup)))


def isolated(text: str, language: str) -> str:
    """Return a plain text with isolate characters around its stretches, for where no markup can be.

    Args:
        text: Plain text.
        language: Language of the line.

    Returns:
        The text with LRI (U+2066) or RLI (U+2067) before each stretch and PDI (U+2069) after it.
    """
    if not has_any(text, language):
        return text
    made, done = [], 0
    for start, end, script in stretches(text, language):
        made += [text[done:start], _RLI if script is Script.PERSIAN else _LRI, text[start:end], _PDI]
        done = end
    return "".join([*made, text[done:]])


def _end(found: re.Match[str]) -> int:
    """Leave out what ends the sentence around an address, and a bracket that the address does not open."""
    text = found[0]
    if "://" not in text and not text.startswith("www."):
        return found.end()
    while text[-1] in _TRAILING and text.count(text[-1]) > text.count(_CLOSING.get(text[-1], "\0")):
        text = text[:-1]
    return found.start() + len(text)
