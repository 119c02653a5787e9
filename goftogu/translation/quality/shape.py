"""Rules about the shape of a translation: its length, its end, repetitions, and whether it asks.

Each rule is cheap and rarely wrong: a false alarm costs a person's time. What no rule sees, such as a fluent sentence
about something else, is for people to find.
"""

from __future__ import annotations

import math
import re
from itertools import pairwise
from typing import Final

from goftogu.translation.memory.keys import engine_form

_MEAN: Final = math.log(1.056)
"""Logarithm of the usual ratio of the lengths in characters, English to Persian, in FLORES-200."""
_DEVIATION: Final = 0.152
"""Standard deviation of that logarithm, for sentences of ``_USUAL`` characters; shorter ones vary more."""
_USUAL: Final = 120
_LIMIT: Final = 3.3
_NEAR: Final = 5
"""Within how many words a repetition is one at once."""
_OFTEN: Final = 3
"""How many times anywhere are too many."""
_SHORT: Final = -1.2
"""How many deviations below the mean an English without an end must be to count as cut; a heading has no end either."""

_PERSIAN: Final = re.compile("[\u0620-\u065f\u066e-\u06ef\u06fa-\u06ff]")
_ENDED: Final = re.compile(r"[.!?؟…][\s»”’\"')\]]*$")
_ENDS: Final = re.compile(r"[.!?…:;—][\s”’»\"')\]]*$")
_HANGS: Final = re.compile(
    r"\b(?:the|an?|of|to|in|on|at|by|for|from|with|and|or|but|that|which|who|his|her|their|our|my|your|its|was|were|is|are|as)[\s,]*$",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"\w+(?:['’]\w+)*")
_SAME_CHARACTER: Final = re.compile(r"([^\s.…\-–—_=*\d])\1{5}")
_TWICE: Final = re.compile(r"(?<![\w'’])([a-z]+)\s+\1(?![\w'’])")
_MAY_BE_TWICE: Final = frozenset(
    "that had very so no far many much long really again more ha bye yes day years out her in".split()
)
_FA_TWICE: Final = re.compile(r"(?<!\w)(\w+)[\s\u200c،]+(?:و\s+|به\s+)?\1(?!\w)")
_ASKS: Final = re.compile(
    r"[؟?]|(?<!\w)(?:آیا|چرا|چه|چی|چیست|چیه|کجا\w*|کی|کیست|کیه|چطور|چگونه|مگر|مگه|کدام\w*|چند|چقدر|چه‌?قدر|خب|نه|ها|نیست|بفرمایید|باشه|درسته)"
)
_CONSONANTS: Final = re.compile(
    r"(?<![\w'’.&/-])[bcdfghjklmnpqrtvwxzBCDFGHJKLMNPQRTVWXZ][bcdfghjklmnpqrstvwxz]*(?![\w.'’&/-])"
)
_WITHOUT_VOWELS: Final = frozenset(
    "lt sgt mr mrs ms dr st vs km kg cm mm ft lb lbs hr hrs pm th nd rd cd tv pc hm hmm mm "
    "pst nth etc ltd jr fm mb gb kb kw qm mph kph ml no. "
    "g h k l m n p q r t v w x z b c d f j".split()
)


def is_echo(source: str, target: str) -> bool:
    """Tell whether the English is the Persian."""
    return _PERSIAN.search(target) is not None and engine_form(source) == engine_form(target)


def loops(source: str, target: str) -> bool:
    """Tell whether the English says the same again and again, and the Persian does not."""
    words = _WORD.findall(target.lower())
    if len(set(words)) < len(words) - 1 and any(map(_is_triple, words, words[1:], words[2:])):
        return not _FA_TWICE.search(source)
    if _SAME_CHARACTER.search(target) and not _SAME_CHARACTER.search(source):
        return True
    return _repeats(words) and not _repeats(_WORD.findall(engine_form(source))) and not _FA_TWICE.search(source)


def _is_triple(one: str, two: str, three: str) -> bool:
    return one == two == three


def _repeats(words: list[str]) -> bool:
    """Tell whether four words in a row occur again at once, or three times."""
    rows = list(zip(words, words[1:], words[2:], words[3:], strict=False))
    if len(set(rows)) == len(rows):
        return False
    runs: dict[tuple[str, ...], list[int]] = {}
    for at, run in enumerate(rows):
        runs.setdefault(run, []).append(at)
    return any(
        len(places) >= _OFTEN or any(second - first <= _NEAR for first, second in pairwise(places))
        for places in runs.values()
        if len(places) > 1
    )


def is_doubled(source: str, target: str) -> bool:
    """Tell whether a word stands twice in the English, and none does in the Persian."""
    words = {found[1] for found in _TWICE.finditer(target.lower())} - _MAY_BE_TWICE
    return bool(words) and _FA_TWICE.search(source) is None


def is_odd_length(source: str, target: str) -> bool:
    """Tell whether the English is far longer or shorter than usual."""
    return abs(_deviations(source, target)) > _LIMIT


def _deviations(source: str, target: str) -> float:
    length = len(source)
    deviation = _DEVIATION * math.sqrt(max(1.0, _USUAL / max(length, 1)))
    return (math.log(len(target) / max(length, 1)) - _MEAN) / deviation


def turns_question(source: str, target: str) -> bool:
    """Tell whether a question became a statement, or a statement a question."""
    if "؟" in source and "?" not in target:
        return True
    return target.rstrip(" \"”’')»").endswith("?") and _ASKS.search(source) is None


def is_unfinished(source: str, target: str) -> bool:
    """Tell whether the English stops in the middle: it has no end, and hangs or is short."""
    if _ENDED.search(source) is None or _ENDS.search(target) is not None:
        return False
    return _HANGS.search(target) is not None or _deviations(source, target) < _SHORT


def is_garbled(source: str, target: str) -> bool:
    """Tell whether the English has a word without a vowel, or without sense as a letter, that the Persian has not."""
    odd = {word.lower() for word in _CONSONANTS.findall(target) if not word.isupper() or len(word) == 1}
    return bool(odd - _WITHOUT_VOWELS - set(re.findall(r"[a-z]+", source.lower())))
