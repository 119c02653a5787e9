"""Settled English of names and terms: where a Persian text has such a term, and whether its English has it, too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Final

from goftogu.content.entries import spellings
from goftogu.content.vocabulary import Person, Place, Vocabulary
from goftogu.index.matching import Matcher, longest
from goftogu.translation.memory.keys import key

_FOLDED: Final = str.maketrans("’‘‐‑–—-", "''     ")


@dataclass(frozen=True, slots=True)
class Fixed:
    """A Persian name or term, as a phrase of :class:`~goftogu.index.matching.Matcher`, and its accepted English.

    The preferred form comes first. Without any, the phrase only hides shorter ones.
    """

    fa: str
    en: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Met:
    """A term that was met in a text.

    Attributes:
        start: Where it begins, in code points.
        end: Where it ends, with its endings.
        en: Its accepted English forms.
    """

    start: int
    end: int
    en: tuple[str, ...]


class Terminology:
    """Settled terms, ready to be looked for."""

    def __init__(self, terms: Iterable[Fixed] = ()) -> None:
        """Compile terms."""
        self.terms = tuple(terms)
        self._matcher = Matcher((term.fa, term.en) for term in self.terms)

    def met(self, source: str) -> list[Met]:
        """Return the terms of a Persian text; of two that overlap the longer one."""
        found = longest(self._matcher.find(source)) if self.terms else ()
        met = (Met(start, end, tuple(dict.fromkeys(chain.from_iterable(forms)))) for start, end, forms in found)
        return [term for term in met if term.en]

    def missing(self, source: str, target: str) -> list[Met]:
        """Return the terms of a Persian text whose English is not in the translation, each one once."""
        folded = _fold(target)
        first: dict[tuple[str, ...], Met] = {}
        for met in self.met(source):
            if not any(_form(form).search(folded) for form in met.en):
                first.setdefault(met.en, met)
        return list(first.values())


def build(vocabulary: Vocabulary) -> Terminology:
    """Collect the terms of the glossary and the names of all people, bodies and places."""
    glossary = (Fixed(term.fa, term.en) for term in vocabulary.glossary.values())
    people = (name for person in vocabulary.people.values() for name in _names(person))
    places = (_exactly(name) for place in vocabulary.places.values() for name in _names(place))
    return Terminology([*glossary, *people, *chain.from_iterable(places)])


class _Same:
    """A vocabulary as a key of a cache: the object, not what is in it."""

    __slots__ = ("vocabulary",)

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    def __hash__(self) -> int:
        return id(self.vocabulary)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.vocabulary is self.vocabulary


def settled(vocabulary: Vocabulary) -> Terminology:
    """Return the terms of a vocabulary; those of the last few are kept, because each process has one or two."""
    return _settled(_Same(vocabulary))


@lru_cache(maxsize=4)
def _settled(same: _Same) -> Terminology:
    return build(same.vocabulary)


def _names(entry: Person | Place) -> Iterator[Fixed]:
    """Yield the names of somebody or of a place; for one that is shorter than the whole name, an alias is preferred.

    What the entry excludes has no English: nothing is expected there.
    """
    whole = tuple(spellings(entry, "en"))
    yield Fixed(entry.name.fa, whole)
    for alias in entry.aliases.fa:
        shorter = len(key(alias)) < len(key(entry.name.fa))
        yield Fixed(alias, tuple(dict.fromkeys([*entry.aliases.en, *whole])) if shorter else whole)
    for other in entry.names:
        if other.fa:
            yield Fixed(other.fa, tuple(dict.fromkeys([other.en or whole[0], *whole])))
    yield from (Fixed(phrase, ()) for phrase in entry.exclude)


def _exactly(name: Fixed) -> Iterator[Fixed]:
    """Yield a name as it is and with ezafe: the adjective of a place may have another English (چینی, Chinese)."""
    yield Fixed(f"={name.fa}", name.en)
    if name.fa[-1] in "او":
        yield Fixed(f"={name.fa}ی", name.en)


def _fold(text: str) -> str:
    return " ".join(text.translate(_FOLDED).lower().split())


@lru_cache(maxsize=4096)
def _form(form: str) -> re.Pattern[str]:
    """Return what finds an English form: at the beginning of a word, so that “Iran” is found in “Iranian”."""
    return re.compile(rf"\b{re.escape(_fold(form))}")
