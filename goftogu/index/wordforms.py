"""The words of a text as a matcher takes them: folded, and without the endings that Persian puts to a word.

A text is cut at its spaces into *pieces*; a piece holds a word as a rule, and sometimes several, or none.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from goftogu.persian.folding import COMPOUNDS, ZWNJ, fold

_SIGNS: Final = r"\w\u064b-\u065f\u0670\u06d6-\u06ed\u200c\u200d"
WORD: Final = re.compile(f"[{_SIGNS}]+")
_LONE: Final = re.compile(f"([^{_SIGNS}]*)([{_SIGNS}]+)([^{_SIGNS}]*)")
"""A word with what precedes and follows it."""

_LINKS: Final = " \t\n-\u2010\u2011\u2012\u2013\u2014"
"""What may be between two words of a phrase; anything else separates them."""

_ATTACHED: Final = re.compile(
    r"(?:ها|ان|یان|گان|تر|ترین)?(?:ی|یی|ای)?(?:م|ت|ش|ام|ات|اش|مان|تان|شان)?(?:ست|است|ند|اند|یم|ایم|ید|اید)?",
)
"""What can follow a half-space without making another word."""

LOOSE: Final = frozenset({"ها", "های", "هایی", "ی", "ای", "تر", "ترین"})
"""Endings that careless writing sets apart with a space."""

_ENDINGS: Final = (
    ("ها", 2),
    ("ی", 3),
    ("ای", 3),
    ("تر", 3),
    ("ترین", 3),
    ("ست", 3),
    ("ان", 4),
    ("مان", 4),
    ("تان", 4),
    ("شان", 4),
    ("م", 4),
    ("ش", 4),
    ("ت", 5),
    ("گان", 2),
)
"""Endings that are written joined, and the fewest letters that must remain.

The shorter the rest, the more often the ending is part of the word: باران is no plural of بار, and neither ارزش nor
سلامت ends in a clitic. What remains before گان has lost its ه.
"""

_BY_LETTER: Final = {
    letter: tuple(
        (ending, len(ending) + least, -len(ending), "ه" * (ending == "گان"))
        for ending, least in _ENDINGS
        if ending[-1] == letter
    )
    for letter in {ending[-1] for ending, _ in _ENDINGS}
}
"""The same by their last letters, since most words end in another one: each ending, the fewest letters of a word that
has it, where to cut, and what to put in its place."""

_PLAIN: Final = re.compile(f"(?!{COMPOUNDS})[اآبپتجچحخدذرزسشصضطظعغفقکگلمنوهی]+")
"""Words of these letters alone are their own folded form, but for آ and وو: no mark, hamza or compound is in them."""


class Word(NamedTuple):
    """A word of a piece: its folded forms, the whole one first, its place, and whether a mark precedes it."""

    forms: tuple[str, ...]
    start: int
    end: int
    parted: bool


class WordPiece(NamedTuple):
    """The text between two spaces: its words, and whether a mark separates the last of them from what follows."""

    words: tuple[Word, ...]
    parted: bool


def analyse(piece: str) -> WordPiece:
    """Find the words of a piece."""
    lone = _LONE.fullmatch(piece)
    if lone is None:
        return _several(piece)
    before, word, after = lone.groups()
    forms = _forms(word)
    parted = bool(before.strip(_LINKS))
    ends = bool(after.strip(_LINKS))
    if not forms[0]:
        return WordPiece((), parted or ends)
    start = len(before)
    return WordPiece((Word(forms, start, start + len(word), parted),), ends)


def _several(piece: str) -> WordPiece:
    words = []
    end, parted = 0, False
    for found in WORD.finditer(piece):
        parted = parted or bool(piece[end : found.start()].strip(_LINKS))
        end = found.end()
        forms = _forms(found.group())
        if forms[0]:
            words.append(Word(forms, found.start(), end, parted))
            parted = False
    parted = parted or bool(piece[end:].strip(_LINKS))
    return WordPiece(tuple(words), parted)


def _forms(word: str) -> tuple[str, ...]:
    """Return the folded word without its half-spaces, then what remains of it without its endings."""
    if ZWNJ not in word:
        return _grown([letters(word)])
    parts = [folded for part in word.split(ZWNJ) if (folded := letters(part))]
    forms = ["".join(parts)]
    while len(parts) > 1 and _ATTACHED.fullmatch(parts[-1]):
        parts.pop()
        forms.append("".join(parts))
    return _grown(forms)


def _grown(forms: list[str]) -> tuple[str, ...]:
    """Add what remains of folded forms without their endings."""
    for form in forms:
        for ending, least, cut, instead in _BY_LETTER.get(form[-1:], ()):
            if len(form) >= least and form.endswith(ending):
                stem = form[:cut] + instead
                if stem not in forms:
                    forms.append(stem)
    return tuple(forms)


def letters(part: str) -> str:
    """Fold a part of a word; آ and ا are one letter, because آ becomes ا inside a joined word."""
    plain = part if _PLAIN.fullmatch(part) and "وو" not in part else fold(part)
    return plain.replace("آ", "ا")
