"""The letters of a Persian word: what a run is, which letters join, and how spellings of one word are brought together.

The joining classes are those of the Unicode Character Database (ArabicShaping.txt).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from goftogu.persian.replacing import replacer

ZWNJ = "\u200c"
_LETTERS = "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5"
_MARKS = "\u0610-\u061a\u0640\u064b-\u065f\u0670"
WORD = f"[{_LETTERS}][{_LETTERS}{_MARKS}{ZWNJ}]*"
"""Pattern of a run of Arabic-script letters, with its marks and half-spaces."""

SHORTEST = 4
"""Letters of a run that is long enough to lack a half-space."""

split = re.compile(f"({WORD})").split
"""Cut a line into what is between its words and, at the odd places, the words."""

_PLAIN = re.compile("[\u0621-\u063a\u0641-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc]+").fullmatch
_CLUSTER = re.compile(f"[{_LETTERS}][{_MARKS}{ZWNJ}]*")
_UNJOINED = frozenset("اأإآٱدذرزژوؤءةۀ")
_LAST = re.compile(f"([{_LETTERS}])[{_MARKS}{ZWNJ}]*$").search
_folded = replacer(str.maketrans("يىئكأإٱؤةۀە", "ییی" + "ک" + "ااا" + "و" + "ههه"))


@lru_cache(maxsize=1 << 15)
def fold(word: str) -> str:
    """Bring the spellings of one word together: ي/ی, ك/ک, hamza carriers, no marks, no half-spaces.

    Composed and decomposed text give the same result, and one letter gives one character.
    """
    word = word.replace(ZWNJ, "")
    if _PLAIN(word):
        return _folded(word)
    return "".join(_fold_cluster(cluster) for cluster in _CLUSTER.findall(word))


def _fold_cluster(cluster: str) -> str:
    return _folded(unicodedata.normalize("NFC", cluster)[0])


def joins(letter: str) -> bool:
    """Tell whether a letter joins to the one after it, so that a half-space after it shows."""
    return letter not in _UNJOINED


def last(word: str) -> str:
    """Return the last letter of a word, whatever marks and half-spaces follow it."""
    found = _LAST(word)
    return found[1] if found else ""


def separate(head: str, tail: str) -> str:
    """Write two parts of a word apart: with a half-space where the letters would join, else as they are."""
    return f"{head}{ZWNJ}{tail}" if joins(head[-1]) else head + tail


def normal(spelling: str) -> str:
    """Fold a spelling but keep the half-spaces that show."""
    first, *rest = (fold(part) for part in spelling.split(ZWNJ) if part)
    for part in rest:
        first = separate(first, part)
    return first


def transfer(spelling: str, run: str) -> str:
    """Copy the half-spaces of a folded spelling into the run as it was written.

    A run that already holds half-spaces elsewhere than the spelling wants them was set by hand, and is left.

    Args:
        spelling: The folded word with its half-spaces.
        run: The letters as written, with marks and half-spaces of their own.
    """
    if ZWNJ not in spelling:
        return run
    if spelling.replace(ZWNJ, "") == run:
        return spelling
    clusters = _CLUSTER.findall(run)
    wanted = breaks(spelling)
    if not _given(clusters) <= wanted:
        return run
    return "".join(
        cluster + ZWNJ if place in wanted and ZWNJ not in cluster and joins(cluster[0]) else cluster
        for place, cluster in enumerate(clusters, 1)
    )


def breaks(spelling: str) -> set[int]:
    """Tell after how many letters of a spelling its half-spaces are."""
    found: set[int] = set()
    place = 0
    for letter in spelling:
        if letter == ZWNJ:
            found.add(place)
        else:
            place += 1
    return found


def _given(clusters: list[str]) -> set[int]:
    return {place for place, cluster in enumerate(clusters[:-1], 1) if ZWNJ in cluster and joins(cluster[0])}
