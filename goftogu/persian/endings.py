"""What Persian puts to a word: one table for the words of the archive and for those that a reader types.

:func:`nouns` and :func:`verbs` say what may be left of a word; whether it is one is for a list of words to say. The
table goes to the script of the search as :func:`table`, which takes endings off in the same order.

Everything here is folded as :func:`goftogu.persian.folding.fold` folds: without half-spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

_OWNERS: Final = "م ت ش مان تان شان".split()
_AFTER_VOWEL: Final = "ام ات اش ای یم یت یش یمان یتان یشان یی".split()
_PLURAL: Final = ("ها", *(f"ها{tail}" for tail in ("ی", "یی", *_OWNERS[3:], *_AFTER_VOWEL[4:-1], "مون", "تون", "شون")))
_DEGREES: Final = ("تر", "ترین", "تری", "ترینها", "ترینهای", "ترها", "ترهای")
_OTHER_PLURALS: Final = (("ان", 3, ""), ("ییان", 3, ""), ("گان", 2, "ه"), ("ین", 4, ""), ("ات", 3, ""), ("ات", 3, "ه"))

Ending = tuple[str, int, str]
"""An ending, the fewest letters that must be left, and what takes its place."""


def _endings() -> Iterator[Ending]:
    yield from ((ending, 3, "") for ending in ("ی", *_OWNERS, *_AFTER_VOWEL))
    yield from ((ending, 2, "") for ending in (*_PLURAL, *_DEGREES))
    for ending, least, instead in _OTHER_PLURALS:
        yield from ((ending + tail, least, instead) for tail in ("", "ی", *_OWNERS))
    for vowel in "او":  # «آقایان», «دانشجویان»; not «پزشکیان»
        yield from ((f"{vowel}یان{tail}", 2, vowel) for tail in ("", "ی", *_OWNERS))


ENDINGS: Final = tuple(sorted(dict.fromkeys(_endings()), key=lambda found: len(found[0])))
"""The endings of nouns and adjectives, the shortest first, so that the longest rest is tried first."""

SURE: Final = frozenset(_PLURAL)
"""Endings that are no part of a word."""

_LAST: Final = {
    last: [found for found in ENDINGS if found[0][-1] == last] for last in {found[0][-1] for found in ENDINGS}
}

LOOSE: Final = ("ها", "های", "هایی", "ی", "ای", "تر", "ترین", "ام", "ات", "اش")
"""Endings that careless writing sets apart with a blank."""

CONTINUOUS: Final = ("نمی", "می")
"""Prefixes of verbs, the longer first; in a text they are joined to the word that follows them."""

_PRESENT: Final = ("ند", "ید", "یم", "د", "ی", "م")
_PAST: Final = ("هاند", "هاید", "هایم", "هاست", "های", "هام", "ند", "ید", "یم", "ه", "ی", "م", "")
_SHORTEST: Final = 2
INNER: Final = "^(بر|در|باز|فرا|فرو|وا)ن?می"
"""Beginnings of verbs whose prefix is before that of the form: «برمی‌گردند»."""

_INNER: Final = re.compile(INNER)


def nouns(word: str) -> Iterator[str]:
    """Yield what may be left of a folded word without the endings of nouns and adjectives, the longest first."""
    for ending, least, instead in _LAST.get(word[-1:], ()):
        if len(word) >= least + len(ending) and word.endswith(ending):
            yield word[: -len(ending)] + instead


def verbs(word: str) -> Iterator[str]:
    """Yield what may be the stem if a folded word is a form of a verb, with ``<`` after a past stem, else ``>``."""
    word = _INNER.sub(r"می\1", word)
    for prefix in (*CONTINUOUS, "ن", "ب", ""):
        if not word.startswith(prefix):
            continue
        for rest in _unglided(word[len(prefix) :], glides=len(prefix) == 1):
            yield from _past(rest) if prefix != "ب" else ()
            yield from _present(rest, bare=len(prefix) == 1)


def table() -> Mapping[str, Any]:
    """Return what the script needs to do the same."""
    return {
        "endings": ENDINGS,
        "loose": LOOSE,
        "prefixes": CONTINUOUS,
        "present": _PRESENT,
        "past": _PAST,
        "inner": INNER,
    }


def _unglided(rest: str, *, glides: bool) -> Iterator[str]:
    """Yield what a prefix leaves, without the glide of «بیاید» and «نیندازد», and with the آ of «می‌آید»."""
    yield rest
    if not glides and rest.startswith("ا"):
        yield f"آ{rest[1:]}"
    if glides and rest.startswith("یا"):
        yield f"آ{rest[2:]}"
    if glides and rest.startswith("ی"):
        yield f"ا{rest[1:].removeprefix('ا')}"


def _past(rest: str) -> Iterator[str]:
    for ending in _PAST:
        if rest.endswith(ending) and len(rest) >= len(ending) + _SHORTEST:
            yield f"{rest.removesuffix(ending)}<"


def _present(rest: str, *, bare: bool) -> Iterator[str]:
    for ending in (*_PRESENT, "") if bare else _PRESENT:
        if rest.endswith(ending) and len(rest) > len(ending):
            yield f"{rest.removesuffix(ending)}>"
