"""Two forms of a Persian text: the one that the engine gets, and the key under which its translation is kept.

The pieces of an Argos package fold the half-space, the no-break space and the presentation forms by themselves, but not
the Arabic ye and kaf, the tatweel or the three sets of digits. To the model those are other words: they are unified
here.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache
from typing import Final

from goftogu.persian.digits import to_persian
from goftogu.persian.replacing import replacer

_same = replacer(str.maketrans("يىك", "ییک"))
_INVISIBLE: Final = re.compile("[\u00ad\u061c\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_DASH: Final = re.compile(r"ـ(?<!\Sـ)ـ*(?!\S)")
_TATWEEL: Final = "ـ"
_BREAKS: Final = re.compile("[\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_PART: Final = 12


def engine_form(text: str) -> str:
    """Return a text as the engine gets it.

    One ye, one kaf, one set of digits (a Latin word such as ``G20`` keeps its own), no tatweel, nothing invisible but
    the half-space, single spaces.
    """
    joined = _INVISIBLE.sub("", text)
    if _TATWEEL in joined:
        joined = _DASH.sub("–", joined).replace(_TATWEEL, "")
    composed = _same(unicodedata.normalize("NFC", joined))
    return " ".join(to_persian(composed).split())


@lru_cache(maxsize=1024)
def key(text: str) -> str:
    """Return what two spellings of one text have in common.

    It is the form of the engine without spaces and half-spaces, so that a better restoration of half-spaces never
    separates a text from its translation.
    """
    return engine_form(text).replace(" ", "").replace("\u200c", "")


def same(one: str, other: str) -> bool:
    """Tell whether two texts are spellings of one."""
    return one == other or key(one) == key(other)


def tidy(text: str) -> str:
    """Return a text for an entry of a memory: no space around it, and no line break but the plain one."""
    return _BREAKS.sub("\n", text.replace("\r\n", "\n")).strip()


@lru_cache(maxsize=1024)
def fingerprint(source: str, target: str) -> str:
    """Return the fingerprint of a pair: twelve hexadecimal digits (SHA-256) for either side.

    The source counts by its :func:`key`, the target letter by letter.
    """
    return f"{_digest(key(source))}-{_digest(tidy(target))}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_PART]


def same_source(one: str, other: str) -> bool:
    """Tell whether two fingerprints have the same source."""
    return one.partition("-")[0] == other.partition("-")[0]
