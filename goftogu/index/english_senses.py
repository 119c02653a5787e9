"""Finds in English text what the vocabularies name in English: topics by label and other words, people and places.

It is for interviews that were held in English. The phrases of ``triggers`` and ``mentions`` are Persian and do not take
part. A word of a topic may have the ending of a plural or a possessive; a name stands as it is written, with its
capitals, and hides the topics that are words of it.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final, Generic, TypeVar

from goftogu.content.entries import spellings
from goftogu.content.vocabulary import Vocabulary
from goftogu.index.matching import Hit
from goftogu.index.senses import NameSense, Register, Sense, Weight, people
from goftogu.model import Language

_V = TypeVar("_V")
_POSSESSIVE: Final = "(?:['’]s?)?"
_PLURAL: Final = f"(?:e?s)?{_POSSESSIVE}"
_BLANKS: Final = re.compile(r"\s+")


class _Phrases(Generic[_V]):
    """Phrases of one kind, compiled."""

    def __init__(self, phrases: Iterable[tuple[str, _V]], ending: str, flags: re.RegexFlag) -> None:
        self._folded = bool(flags & re.IGNORECASE)
        self._values: dict[str, tuple[_V, ...]] = {}
        for phrase, value in phrases:
            if key := self._key(phrase):
                self._values[key] = (*self._values.get(key, ()), value)
        longest = sorted(self._values, key=lambda phrase: (-len(phrase), phrase))
        parts = "|".join(_BLANKS.sub(r"\\s+", re.escape(phrase).replace(r"\ ", " ")) for phrase in longest)
        self._found = re.compile(rf"(?<!\w)({parts}){ending}(?!\w)", flags) if parts else None

    def _key(self, phrase: str) -> str:
        key = " ".join(phrase.split())
        return key.casefold() if self._folded else key

    def find(self, text: str) -> Iterator[Hit[_V]]:
        for found in self._found.finditer(text) if self._found else ():
            yield found.start(), found.end(), self._values[self._key(found[1])]


class EnglishSenses:
    """The English labels of topics and the English names of people and places, ready to be found."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Prepare.

        Args:
            vocabulary: Topics, people and places.
        """
        self._vocabulary = vocabulary

    @cached_property
    def _topics(self) -> _Phrases[Sense]:
        return _Phrases(_topics(self._vocabulary), _PLURAL, re.IGNORECASE)

    @cached_property
    def _names(self) -> _Phrases[NameSense]:
        return _Phrases(_names(self._vocabulary), _POSSESSIVE, re.NOFLAG)

    def find(self, text: str, _: Container[str] = ()) -> tuple[list[Hit[Sense]], list[Hit[NameSense]]]:
        """Find what a text means.

        Args:
            text: A paragraph.

        Returns:
            The labels of topics and the names, both in the order of the text.
        """
        names = list(self._names.find(text))
        topics = [hit for hit in self._topics.find(text) if not _hidden(hit, names)]
        meant = [(start, end, name.senses) for start, end, values in names for name in values if name.senses]
        return sorted([*topics, *meant]), names


def _hidden(hit: Hit[Sense], names: Sequence[Hit[NameSense]]) -> bool:
    return any(start <= hit[0] and hit[1] <= end for start, end, _ in names)


def _topics(vocabulary: Vocabulary) -> Iterator[tuple[str, Sense]]:
    for topic in vocabulary.topics.values():
        for phrase in (topic.label.en, *topic.alt.en):
            yield phrase, Sense(topic.id, Weight.TRIGGER, phrase)


def _names(vocabulary: Vocabulary) -> Iterator[tuple[str, NameSense]]:
    yield from people(vocabulary, Language.EN)
    for place in vocabulary.places.values():
        for name in spellings(place, "en"):
            yield name, NameSense(Register.PLACES, place.id)
