"""Looks for faults in a translation without a reference translation.

Each rule is cheap and rarely wrong: a false alarm costs a person's time. What no rule sees, such as a fluent sentence
about something else, is for people to find.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable
from typing import Final

from goftogu.persian.digits import to_ascii
from goftogu.translation.memory.keys import engine_form

_MEAN: Final = math.log(1.056)
"""Logarithm of the usual ratio of the lengths in characters, English to Persian, in FLORES-200."""
_DEVIATION: Final = 0.152
"""Standard deviation of that logarithm, for sentences of ``_USUAL`` characters; shorter ones vary more."""
_USUAL: Final = 120
_LIMIT: Final = 3.0

_PERSIAN: Final = re.compile("[\u0620-\u065f\u066e-\u06ef\u06fa-\u06ff]")
_THOUSANDS: Final = re.compile(r"(?<=\d)[,٬](?=\d{3}(?!\d))")
_ENDED: Final = re.compile(r"[.!?؟…][\s»”’\"')\]]*$")
_ENDS: Final = re.compile(r"[.!?…:;—][\s”’\"')\]]*$")
_WORD: Final = re.compile(r"\w+(?:['’]\w+)*")
_SAME_CHARACTER: Final = re.compile(r"([^\s.…\-–—_=*\d])\1{5}")
_NUMBER_WORDS: Final = {
    word: str(number)
    for number, words in enumerate(
        (
            "zero none no",
            "one first once single a an",
            "two second twice both double",
            "three third triple",
            "four fourth",
            "five fifth",
            "six sixth",
            "seven seventh",
            "eight eighth",
            "nine ninth",
            "ten tenth",
            "eleven eleventh",
            "twelve twelfth dozen",
            "thirteen thirteenth",
            "fourteen fourteenth",
            "fifteen fifteenth",
            "sixteen sixteenth",
            "seventeen seventeenth",
            "eighteen eighteenth",
            "nineteen nineteenth",
            "twenty twentieth",
        )
    )
    for word in words.split()
}


def flags(source: str, target: str) -> tuple[str, ...]:
    """Return what is suspicious about a translation.

    Args:
        source: The Persian.
        target: The English.

    Returns:
        Names out of ``RULES``, in their order. Empty English has only ``empty``.
    """
    if not target.strip():
        return ("empty",) if any(map(str.isalnum, source)) else ()
    return tuple(name for name, rule in RULES.items() if rule(source, target))


def _is_echo(source: str, target: str) -> bool:
    return engine_form(source) == engine_form(target) and _PERSIAN.search(source) is not None


def _has_persian(_: str, target: str) -> bool:
    return _PERSIAN.search(target) is not None


def _lost_number(source: str, target: str) -> bool:
    words = {_NUMBER_WORDS[word] for word in _WORD.findall(target.lower()) if word in _NUMBER_WORDS}
    return bool(_numbers(source) - _numbers(target) - words)


def _numbers(text: str) -> set[str]:
    """Return the runs of digits of a text, without separators of thousands and leading zeros."""
    runs = re.findall(r"\d+", _THOUSANDS.sub("", to_ascii(text)))
    return {run.lstrip("0") or "0" for run in runs}


def _loops(source: str, target: str) -> bool:
    words = _WORD.findall(target.lower())
    if any(one == two == three for one, two, three in zip(words, words[1:], words[2:], strict=False)):
        return True
    if _SAME_CHARACTER.search(target) and not _SAME_CHARACTER.search(source):
        return True
    return _repeats(words) and not _repeats(_WORD.findall(engine_form(source)))


def _repeats(words: list[str]) -> bool:
    """Tell whether four words in a row occur again."""
    runs = Counter(zip(words, words[1:], words[2:], words[3:], strict=False))
    return any(count > 1 for count in runs.values())


def _odd_length(source: str, target: str) -> bool:
    length = len(engine_form(source))
    deviation = _DEVIATION * math.sqrt(max(1.0, _USUAL / max(length, 1)))
    return abs(math.log(len(target) / max(length, 1)) - _MEAN) > _LIMIT * deviation


def _lost_question(source: str, target: str) -> bool:
    return "؟" in source and "?" not in target


def _unfinished(source: str, target: str) -> bool:
    return _ENDED.search(source) is not None and _ENDS.search(target) is None


RULES: Final[dict[str, Callable[[str, str], bool]]] = {
    "echo": _is_echo,
    "persian": _has_persian,
    "number": _lost_number,
    "loop": _loops,
    "length": _odd_length,
    "question": _lost_question,
    "ending": _unfinished,
}
"""The rules by the names of their flags; further flags are ``empty``, ``cut-off`` (from the engine) and ``term``."""
