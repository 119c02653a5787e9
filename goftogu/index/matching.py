"""Finds many phrases in Persian text at once.

A phrase is found as whole words, in any of the three ways in which Persian writes its parts (joined, with a half-space,
with a space), and with the endings that Persian puts to a word: plural, indefinite ی, ezafe, تر and ترین, clitics and
the copula. A phrase that begins with ``=`` is found only as it is, without endings.

A text is cut at its spaces and each *piece* is looked at once: is it, or does it begin, a phrase? After that a piece
costs one look-up, whatever the number of phrases. A phrase of several words is followed through an automaton that is
made as the texts ask for it: its states are the phrases that may have been begun, and each piece leads from one state
to the next. What has been learnt is forgotten when there is too much of it, so that memory stays small.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import accumulate
from typing import Final, Generic, TypeVar

from goftogu.index.wordforms import LOOSE, WORD, Word, analyse, letters
from goftogu.persian.folding import ZWNJ
from goftogu.persian.remembering import Remembered

T = TypeVar("T")


_PIECES: Final = 100_000
"""How many pieces to remember; a language has more, but the others are rare."""

_STEPS: Final = 500
"""How many pieces to remember in a state."""


Hit = tuple[int, int, tuple[T, ...]]
"""Where phrases were found: its first code point, the one after its last, and the values of the phrases."""


_Paths = tuple[tuple[str, bool], ...]
"""The phrases that may have begun: their joined text so far, and whether no ending was removed."""


class _State(Remembered[str, "_Step[T]"], Generic[T]):
    """A state of the automaton: by the next piece, what it completes and the state that follows."""


_Step = tuple[list[tuple[int, tuple[T, ...]]], _State[T] | None]
"""What a piece does in a state: the ends of the phrases it completes, with their values, and the next state."""


class Matcher(Generic[T]):
    """Phrases, ready to be found."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        """Compile phrases.

        Args:
            phrases: Each phrase with the value that its hits bear. Spaces and half-spaces are its parts' borders.
        """
        self._whole: dict[str, tuple[T, ...]] = {}
        self._inflected: dict[str, tuple[T, ...]] = {}
        self._begun: set[str] = set()
        self._known: set[str] = set()
        self._hot = Remembered(self._learn, _PIECES)
        self._states: dict[_Paths, _State[T]] = {}
        self._nowhere: _Step[T] = ([], None)
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
        lengths, count = list(accumulate(map(len, pieces), initial=0)), len(pieces)
        hits: list[Hit[T]] = []
        for number, (single, begun) in places:
            offset = lengths[number] + number
            fresh = [(offset + start, offset + end, values) for start, end, values in single] if single else []
            in_order = len(fresh) or 1
            for start, opened in begun:
                state: _State[T] | None = opened
                place = number
                while state is not None and (place := place + 1) < count:
                    ends, state = state[pieces[place]]
                    for end, values in ends:
                        fresh.append((offset + start, lengths[place] + place + end, values))
            if len(fresh) > in_order:
                fresh.sort(key=_order)
            hits += fresh
        return hits

    def _add(self, phrase: str, value: T) -> None:
        parts = [letters(part) for word in WORD.findall(phrase) for part in word.split(ZWNJ) if part]
        if not parts:
            return
        *beginnings, key = accumulate(parts)
        self._begun.update(beginnings)
        self._known.update(beginnings)
        for spelling in {key, letters(key)}:
            self._known.add(spelling)
            self._whole[spelling] = (*self._whole.get(spelling, ()), value)
            if not phrase.startswith("="):
                self._inflected[spelling] = (*self._inflected.get(spelling, ()), value)

    def _learn(self, piece: str) -> tuple[list[Hit[T]], list[tuple[int, _State[T]]]] | None:
        """Return the phrases that a piece holds, and the states in which it leaves those that go on after it."""
        words, parted = analyse(piece)
        for word in words:
            if not self._known.isdisjoint(word.forms):
                break
        else:
            return None
        single = [(word.start, word.end, values) for word in words for values in self._values(word)]
        begun = []
        for number, word in enumerate(words):
            paths = tuple((form, form == word.forms[0]) for form in word.forms if form in self._begun)
            ends, paths = self._advance(paths, words[number + 1 :])
            single += [(word.start, end, values) for end, values in ends]
            if paths and not parted:
                begun.append((word.start, self._state(paths)))
        single.sort(key=_order)
        return (single, begun) if single or begun else None

    def _values(self, word: Word) -> Iterator[tuple[T, ...]]:
        for form in word.forms:
            values = (self._whole if form == word.forms[0] else self._inflected).get(form)
            if values:
                yield values

    def _state(self, paths: _Paths) -> _State[T]:
        state = self._states.get(paths)
        if state is None:
            state = self._states[paths] = _State(partial(self._step, paths), _STEPS)
        return state

    def _step(self, paths: _Paths, piece: str) -> _Step[T]:
        words, parted = analyse(piece)
        ends, paths = self._advance(paths, words)
        further = self._state(paths) if paths and not parted else None
        return (ends, further) if ends or further is not None else self._nowhere

    def _advance(self, paths: _Paths, words: Iterable[Word]) -> tuple[list[tuple[int, tuple[T, ...]]], _Paths]:
        """Go on with phrases that may have been begun; return those that end on the way, and those that may go on."""
        ends: list[tuple[int, tuple[T, ...]]] = []
        for word in words if paths else ():
            if word.parted:
                return ends, ()
            whole = word.forms[0]
            loose = paths if whole in LOOSE else ()
            grown = [
                (key, plain and form == whole)
                for begun, plain in paths
                for form in word.forms
                if (key := begun + form) in self._known
            ]
            found = ((self._whole if plain else self._inflected).get(key) for key, plain in grown)
            ends += [(word.end, values) for values in found if values]
            paths = (*(path for path in grown if path[0] in self._begun), *loose)
            if not paths:
                break
        return ends, paths


def longest(hits: Iterable[Hit[T]]) -> Iterator[Hit[T]]:
    """Drop every hit inside a longer one.

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
