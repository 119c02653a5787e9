"""Finds many phrases in Persian text at once.

A phrase is found as whole words, in any of the three ways in which Persian writes its parts (joined, with a half-space,
with a space), and with the endings that Persian puts to a word: plural, indefinite ی, ezafe, تر and ترین, clitics and
the copula. A phrase that begins with ``=`` is found only as it stands, without endings.

A text is cut at its spaces and each *piece* is looked at once in the life of a matcher: is it, or does it begin, a
phrase? After that a piece costs one look-up, whatever the number of phrases. The phrases themselves are kept as joined
texts and as their beginnings at the borders of their parts, so that a phrase of several words is followed by one
look-up a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from typing import Final, Generic, NamedTuple, TypeVar

from goftogu.persian.folding import fold

T = TypeVar("T")
V = TypeVar("V")

_ZWNJ: Final = "\u200c"
_WORD: Final = re.compile(r"[\w\u064b-\u065f\u0670\u06d6-\u06ed\u200c\u200d]+")
_LINKS: Final = " \t\n-\u2010\u2011\u2012\u2013\u2014"
"""What may stand between two words of a phrase; anything else parts them."""

_ATTACHED: Final = re.compile(
    r"(?:ها|ان|یان|گان|تر|ترین)?(?:ی|یی|ای)?(?:م|ت|ش|ام|ات|اش|مان|تان|شان)?(?:ست|است|ند|اند|یم|ایم|ید|اید)?",
)
"""What can follow a half-space without making another word."""

_LOOSE: Final = frozenset({"ها", "های", "هایی", "ی", "ای", "تر", "ترین"})
"""Endings that careless writing sets apart with a space."""

_ENDINGS: Final = (
    ("ها", 2),
    ("ی", 3),
    ("ای", 3),
    ("تر", 3),
    ("ترین", 3),
    ("ست", 3),
    ("ان", 4),
    ("یان", 4),
    ("مان", 4),
    ("تان", 4),
    ("شان", 4),
    ("م", 4),
    ("ش", 4),
    ("ت", 5),
)
"""Endings that are written joined, and the fewest letters that must remain.

The shorter the rest, the more often the ending is part of the word: باران is no plural of بار, and neither ارزش nor
سلامت ends in a clitic.
"""


Hit = tuple[int, int, tuple[T, ...]]
"""Where phrases were found: its first code point, the one after its last, and the values of the phrases."""


class _Word(NamedTuple):
    """A word of a piece: its folded forms, the whole one first, its place, and whether a mark stands before it."""

    forms: tuple[str, ...]
    start: int
    end: int
    parted: bool


class _Piece(NamedTuple):
    """What stands between two spaces: its words, whether a mark parts the last of them from what follows, its lead.

    ``lead`` is the first letter of the first word; ``*`` when anything may come, and empty when nothing may.
    """

    words: tuple[_Word, ...]
    parted: bool
    lead: str


class _Memory(dict[str, V]):
    """A dictionary that finds out what it does not hold."""

    def __init__(self, learn: Callable[[str], V]) -> None:
        self._learn = learn

    def __missing__(self, key: str) -> V:
        value = self[key] = self._learn(key)
        return value


class Matcher(Generic[T]):
    """Phrases, ready to be found."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        """Compile phrases.

        Args:
            phrases: Each phrase with the value that its hits bear. Spaces and half-spaces are its parts' borders.
        """
        self._whole: dict[str, tuple[T, ...]] = {}
        self._inflected: dict[str, tuple[T, ...]] = {}
        self._begun: dict[str, set[str]] = {}
        self._pieces: dict[str, _Piece] = {}
        self._hot = _Memory(self._learn)
        for phrase, value in phrases:
            self._add(phrase, value)

    def find(self, text: str) -> list[Hit[T]]:
        """Find every phrase, those inside others too.

        Args:
            text: A reading text.

        Returns:
            The hits in the order of their beginnings, of two that begin together the longer first.
        """
        pieces, hot = text.split(" "), self._hot
        places = [(number, found) for number, piece in enumerate(pieces) if (found := hot[piece])]
        if not places:
            return []
        lengths = list(accumulate(map(len, pieces), initial=0))
        hits: list[Hit[T]] = []
        for number, (single, starting) in places:
            offset = lengths[number] + number
            fresh = [(offset + start, offset + end, values) for start, end, values in single]
            for word, letters in starting:
                if self._leads(pieces, number, word, letters):
                    fresh += self._follow(pieces, number, word, offset)
                    fresh.sort(key=_order)
            hits += fresh
        return hits

    def _add(self, phrase: str, value: T) -> None:
        parts = [_letters(part) for word in _WORD.findall(phrase) for part in word.split(_ZWNJ) if part]
        if not parts:
            return
        *beginnings, key = accumulate(parts)
        for beginning, part in zip(beginnings, parts[1:], strict=True):
            self._begun.setdefault(beginning, set()).add(part[:1])
        for spelling in {key, _letters(key)}:
            self._whole[spelling] = (*self._whole.get(spelling, ()), value)
            if not phrase.startswith("="):
                self._inflected[spelling] = (*self._inflected.get(spelling, ()), value)

    def _learn(self, piece: str) -> tuple[list[Hit[T]], list[tuple[int, set[str]]]] | None:
        """Return what phrases a piece holds, and which of its words begin phrases that go on with which letters."""
        known = self._pieces[piece] = _analyse(piece)
        single = [(word.start, word.end, values) for word in known.words for values in self._values(word)]
        followed = known.words[:-1] if known.parted else known.words
        begun = [(number, self._letters_after(word)) for number, word in enumerate(followed)]
        starting = [(number, letters) for number, letters in begun if letters]
        return (single, starting) if single or starting else None

    def _values(self, word: _Word) -> Iterator[tuple[T, ...]]:
        for form in word.forms:
            values = (self._whole if form == word.forms[0] else self._inflected).get(form)
            if values:
                yield values

    def _letters_after(self, word: _Word) -> set[str]:
        """Return the letters with which the words may begin that go on a phrase after this one."""
        return set().union(*(self._begun.get(form, ()) for form in word.forms))

    def _leads(self, pieces: list[str], number: int, word: int, letters: set[str]) -> bool:
        """Tell cheaply whether the word may be the beginning of a phrase, by the first letter of what follows."""
        if word + 1 < len(self._pieces[pieces[number]].words):
            return True
        if number + 1 == len(pieces):
            return False
        lead = self._pieces[pieces[number + 1]].lead
        return lead in letters or lead == "*"

    def _follow(self, pieces: list[str], number: int, word: int, offset: int) -> Iterator[Hit[T]]:
        """Yield the phrases of several words that begin with one word."""
        first = self._pieces[pieces[number]].words[word]
        start = offset + first.start
        paths = [(form, form == first.forms[0]) for form in first.forms if form in self._begun]
        for place, following in self._after(pieces, number, word, offset):
            whole = following.forms[0]
            grown = [(begun + form, plain and form == whole) for begun, plain in paths for form in following.forms]
            for key, plain in grown:
                values = (self._whole if plain else self._inflected).get(key)
                if values:
                    yield start, place + following.end, values
            paths = [path for path in grown if path[0] in self._begun] + (paths if whole in _LOOSE else [])
            if not paths:
                return

    def _after(self, pieces: list[str], number: int, word: int, offset: int) -> Iterator[tuple[int, _Word]]:
        """Yield the words after one, with the places of their pieces, up to the first mark that parts them."""
        piece = self._pieces[pieces[number]]
        words = piece.words[word + 1 :]
        while True:
            for following in words:
                if following.parted:
                    return
                yield offset, following
            offset += len(pieces[number]) + 1
            number += 1
            if piece.parted or number == len(pieces):
                return
            piece = self._pieces[pieces[number]]
            words = piece.words


def longest(hits: Iterable[Hit[T]]) -> Iterator[Hit[T]]:
    """Leave out every hit that lies inside a longer one.

    Args:
        hits: In the order of :meth:`Matcher.find`.
    """
    first, last = 0, 0
    for hit in hits:
        start, end, _ = hit
        if end > last:
            first, last = start, end
            yield hit
        elif start == first and end == last:
            yield hit


def _order(hit: Hit[T]) -> tuple[int, int]:
    return hit[0], -hit[1]


def _analyse(piece: str) -> _Piece:
    words = []
    end, parted = 0, False
    for found in _WORD.finditer(piece):
        parted = parted or bool(piece[end : found.start()].strip(_LINKS))
        end = found.end()
        forms = _forms(found.group())
        if forms[0]:
            words.append(_Word(forms, found.start(), end, parted))
            parted = False
    parted = parted or bool(piece[end:].strip(_LINKS))
    return _Piece(tuple(words), parted, _lead(words, parted=parted))


def _lead(words: list[_Word], *, parted: bool) -> str:
    if not words:
        return "" if parted else "*"
    whole = words[0].forms[0]
    if words[0].parted:
        return ""
    return "*" if whole in _LOOSE else whole[0]


def _forms(word: str) -> tuple[str, ...]:
    """Return the folded word without its half-spaces, then what remains of it without its endings."""
    parts = [_letters(part) for part in word.split(_ZWNJ) if part]
    forms = {"".join(parts): None}
    while len(parts) > 1 and _ATTACHED.fullmatch(parts[-1]):
        parts.pop()
        forms["".join(parts)] = None
    fresh = list(forms)
    while fresh:
        fresh = [stem for form in fresh for stem in _stems(form) if stem not in forms]
        forms.update(dict.fromkeys(fresh))
    return tuple(forms)


def _letters(part: str) -> str:
    """Fold a part of a word; آ and ا are one letter, because آ becomes ا inside a joined word."""
    return fold(part).replace("آ", "ا")


def _stems(form: str) -> Iterator[str]:
    for ending, least in _ENDINGS:
        if form.endswith(ending) and len(form) - len(ending) >= least:
            yield form.removesuffix(ending)
    if form.endswith("گان"):
        yield f"{form.removesuffix('گان')}ه"
