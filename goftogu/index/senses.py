"""Finds what the words of a text mean to the index: names, and phrases of topics that nothing hides.

A word inside a longer phrase means nothing by itself, and a word inside the name of a person means nothing at all: the
surname پزشکیان is no physician, nor is a speaker who is called so. The name of a place hides what is shorter than the
name: the sea of دریای عمان is that one, but خزر may be a place and a topic. What an entry excludes hides that entry.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Final, NamedTuple, TypeVar

from goftogu.content.entries import spellings
from goftogu.content.vocabulary import Person, Place, Vocabulary
from goftogu.index.matching import Hit, Matcher, longest
from goftogu.model import Language
from goftogu.persian.folding import fold


class Weight(StrEnum):
    """How much a phrase says; the values are the keys of the vocabulary."""

    TRIGGER = "triggers"
    MENTION = "mentions"
    CONTEXT = "context"


class Sense(NamedTuple):
    """The topic that a phrase means, how much it says, and the phrase."""

    topic: str
    weight: Weight
    phrase: str


class Register(StrEnum):
    """Where a name is kept."""

    PEOPLE = "people"
    PLACES = "places"


class NameSense(NamedTuple):
    """A name as it occurs in texts: whose it is, and the topics that it means."""

    register: Register
    id: str
    senses: tuple[Sense, ...] = ()


class _Veil(NamedTuple):
    """What a phrase hides: an entry that excludes it, or every topic where it is the name of a speaker.

    Attributes:
        hidden: A topic; or the register and the id of a name; empty for every topic.
        label: The label of the speaker whose name it is, or empty.
    """

    hidden: str | tuple[Register, str]
    label: str = ""

    def hides(self, value: Sense | NameSense) -> bool:
        """Tell whether this is what it hides."""
        if isinstance(value, NameSense):
            return self.hidden == value[:2]
        return self.hidden in {"", value.topic}


class _Cover(NamedTuple):
    """A veil in its place; a ``wide`` one hides only what is shorter than itself."""

    start: int
    end: int
    veil: _Veil
    wide: bool

    def hides(self, start: int, end: int, value: Sense | NameSense) -> bool:
        """Tell whether it hides a value there."""
        inside = self.start <= start and end <= self.end and not (self.wide and end - start == self.end - self.start)
        return inside and self.veil.hides(value)


_Value = Sense | NameSense | _Veil
_V = TypeVar("_V", Sense, NameSense)

HONORIFICS: Final = frozenset(
    map(fold, "آقای خانم جناب سرکار حضرت دکتر مهندس استاد آیت‌الله حجت‌الاسلام سردار سید حاج".split()),
)
"""Folded words that precede a name and do not belong to it."""


class Senses:
    """The phrases of all topics and the names of all people and places, ready to be found."""

    def __init__(self, labels: Iterable[str], vocabulary: Vocabulary) -> None:
        """Compile the phrases.

        Args:
            labels: Those of the speakers of all interviews to come; they are names.
            vocabulary: Topics, people and places.
        """
        meanings = list(_meanings(vocabulary))
        words = {_plain(phrase) for phrase, _ in meanings}
        names = [*people(vocabulary, Language.FA), *_places(vocabulary)]
        veils = [*_exclusions(vocabulary), *_labels(set(labels), words)]
        self._matcher: Matcher[_Value] = Matcher([*meanings, *names, *veils])

    def find(self, text: str, labels: Container[str]) -> tuple[list[Hit[Sense]], list[Hit[NameSense]]]:
        """Find what a text means.

        Args:
            text: The reading text of a paragraph.
            labels: The labels of the speakers of its interview.

        Returns:
            The phrases of topics and the names, both in the order of the text.
        """
        hits = self._matcher.find(text)
        if not hits:
            return [], []
        covers = [
            _Cover(start, end, value, wide=False)
            for start, end, values in hits
            for value in values
            if isinstance(value, _Veil) and (not value.label or value.label in labels)
        ]
        names = list(longest(_kept(hits, NameSense, covers)))
        covers += [_Cover(start, end, _ALL, _is_place(values)) for start, end, values in names]
        senses = list(longest(_kept(hits, Sense, covers)))
        meant = [(start, end, name.senses) for start, end, values in names for name in values if name.senses]
        return (sorted([*senses, *meant]) if meant else senses), names


_ALL: Final = _Veil("")


def _is_place(names: Sequence[NameSense]) -> bool:
    return all(name.register == Register.PLACES for name in names)


def _kept(hits: Iterable[Hit[_Value]], kind: type[_V], covers: Sequence[_Cover]) -> Iterator[Hit[_V]]:
    """Yield the hits of one kind that nothing covers."""
    for start, end, values in hits:
        kept = tuple(value for value in values if isinstance(value, kind))
        if kept and covers:
            kept = tuple(value for value in kept if not any(cover.hides(start, end, value) for cover in covers))
        if kept:
            yield start, end, kept


def _meanings(vocabulary: Vocabulary) -> Iterator[tuple[str, Sense]]:
    for topic in vocabulary.topics.values():
        for weight in Weight:
            for phrase in getattr(topic, weight.value):
                yield phrase, Sense(topic.id, weight, phrase)


def _exclusions(vocabulary: Vocabulary) -> Iterator[tuple[str, _Veil]]:
    for topic in vocabulary.topics.values():
        yield from ((phrase, _Veil(topic.id)) for phrase in topic.exclude)
    registers: tuple[tuple[Register, Iterable[Person | Place]], ...] = (
        (Register.PEOPLE, vocabulary.people.values()),
        (Register.PLACES, vocabulary.places.values()),
    )
    for register, entries in registers:
        for entry in entries:
            yield from ((phrase, _Veil((register, entry.id))) for phrase in entry.exclude)


def people(vocabulary: Vocabulary, language: str) -> Iterator[tuple[str, NameSense]]:
    """Yield the names of people in a language, each with whom it means and the topics that it tells."""
    for person in vocabulary.people.values():
        topics = [topic.id for topic in vocabulary.topics.values() if person.id in topic.people]
        for name in spellings(person, language):
            senses = tuple(Sense(topic, Weight.TRIGGER, name) for topic in topics)
            yield name, NameSense(Register.PEOPLE, person.id, senses)


def _places(vocabulary: Vocabulary) -> Iterator[tuple[str, NameSense]]:
    """Yield the names of places as they are and with ezafe: with another ending they are adjectives."""
    for place in vocabulary.places.values():
        for name in spellings(place, "fa"):
            yield f"={name}", NameSense(Register.PLACES, place.id)
            if name[-1] in "او":
                yield f"={name}ی", NameSense(Register.PLACES, place.id)


def _labels(labels: Iterable[str], words: Container[str]) -> Iterator[tuple[str, _Veil]]:
    """Yield the names in labels of speakers: what follows the honorifics, or a label that is no phrase of a topic."""
    for label in sorted(labels):
        name = without_honorifics(label)
        if name and (name != label or _plain(name) not in words):
            yield name, _Veil("", label)


def without_honorifics(label: str) -> str:
    """Return what of a speaker's label may be a name: «پزشکیان» of «آقای پزشکیان»."""
    return " ".join(part for part in label.split() if fold(part) not in HONORIFICS)


def _plain(phrase: str) -> str:
    return fold("".join(phrase.removeprefix("=").split()))
