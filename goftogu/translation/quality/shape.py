"""Rules about the shape of a translation: its length, its end, repetitions, and whether it asks.

Each rule is cheap and rarely wrong: a false alarm costs a person's time. What no rule sees, such as a fluent sentence
about something else, is for people to find.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import pairwise
from operator import and_, eq
from typing import Final

from goftogu.persian.remembering import Remembered
from goftogu.translation.memory.keys import engine_form
from goftogu.translation.quality import words

_MEAN: Final = math.log(1.056)
"""Logarithm of the usual ratio of the lengths in characters, English to Persian, in FLORES-200."""
_DEVIATION: Final = 0.152
"""Standard deviation of that logarithm, for sentences of ``_USUAL`` characters; shorter ones vary more."""
_USUAL: Final = 120
_LIMIT: Final = 3.3
_NEAR: Final = 5
"""Within how many words a repetition is one at once."""
_ROW: Final = 4
"""How many words in a row make a repetition; so many words at least occur twice then."""
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
_SAME_CHARACTER: Final = re.compile(r"([^\s.…\-–—_=*\d])\1{5}")
_STUTTERS: Final = Remembered[str, bool](lambda word: _SAME_CHARACTER.search(word) is not None, 20_000)
"""By what is between blanks: whether it has the same character again and again."""
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
_BARE: Final = Remembered[str, bool](lambda word: re.fullmatch("[bcdfghjklmnpqrstvwxz]+", word) is not None, 20_000)
"""By word: whether it has no vowel."""
_WITHOUT_VOWELS: Final = frozenset(
    "lt sgt mr mrs ms dr st vs km kg cm mm ft lb lbs hr hrs pm th nd rd cd tv pc hm hmm "
    "pst nth etc ltd jr fm mb gb kb kw qm mph kph ml "
    "g h k l m n p q r t v w x z b c d f j".split()
)


def is_echo(source: str, target: str) -> bool:
    """Tell whether the English is the Persian."""
    return _PERSIAN.search(target) is not None and engine_form(source) == engine_form(target)


def loops(source: str, target: str) -> bool:
    """Tell whether the English says the same again and again, and the Persian does not."""
    said = words.english(target)
    twice = list(map(eq, said, said[1:]))
    if any(map(and_, twice, twice[1:])):
        return not _FA_TWICE.search(source)
    if any(map(_STUTTERS.__getitem__, target.split())) and not _SAME_CHARACTER.search(source):
        return True
    return _repeats(said) and not _repeats(words.english(engine_form(source))) and not _FA_TWICE.search(source)


def _repeats(said: Sequence[str]) -> bool:
    """Tell whether four words in a row occur again at once, or three times."""
    if len(said) - len(set(said)) < _ROW:
        return False
    rows = list(zip(said, said[1:], said[2:], said[3:], strict=False))
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
    said = words.english(target)
    if not any(map(eq, said, said[1:])):
        return False
    doubled = {found[1] for found in _TWICE.finditer(target.lower())} - _MAY_BE_TWICE
    return bool(doubled) and _FA_TWICE.search(source) is None


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
    """Tell whether the English has a word without a vowel that the Persian has not."""
    if not any(map(_BARE.__getitem__, words.english(target))):
        return False
    odd = {word.lower() for word in _CONSONANTS.findall(target)}
    return bool(odd - _WITHOUT_VOWELS - set(re.findall(r"[a-z]+", source.lower())))
