"""What the words of a text mean to the topic index: phrases of topics, unless a name or an excluding phrase hides them.

A word inside a longer phrase means nothing by itself, and a word inside a name means nothing at all: the surname
پزشکیان is no physician, nor is a speaker who is called so. What a topic excludes hides the phrases of that topic only.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from enum import StrEnum
from typing import Final, NamedTuple, cast

from goftogu.matching import Hit, Matcher, longest
from goftogu.model import Interview
from goftogu.people import names
from goftogu.persian.folding import fold
from goftogu.vocabulary import Vocabulary


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


class _Veil(NamedTuple):
    """What a phrase hides (one topic, or all when that is empty), whose label it is, and what it means itself."""

    topic: str
    label: str
    senses: tuple[Sense, ...]


HONORIFICS: Final = frozenset(
    map(fold, "آقای خانم جناب سرکار حضرت دکتر مهندس استاد آیت‌الله حجت‌الاسلام سردار سید حاج".split()),
)
"""Folded words that stand before a name and are no part of it."""


class Senses:
    """The phrases of all topics and the names of all people, ready to be found."""

    def __init__(self, interviews: Iterable[Interview], vocabulary: Vocabulary) -> None:
        """Compile the phrases.

        Args:
            interviews: All interviews to come; the labels of their speakers are names.
            vocabulary: Topics and people.
        """
        meanings = list(_meanings(vocabulary))
        words = {_plain(phrase) for phrase, _ in meanings}
        labels = {label for interview in interviews for label in interview.speakers}
        veils = [*_exclusions(vocabulary), *_names(vocabulary), *_labels(labels, words)]
        self._matcher: Matcher[Sense | _Veil] = Matcher([*meanings, *veils])

    def find(self, text: str, labels: Container[str]) -> list[Hit[Sense]]:
        """Find what a text means.

        Args:
            text: The reading text of a paragraph.
            labels: The labels of the speakers of its interview.

        Returns:
            The hits in the order of the text.
        """
        hits = self._matcher.find(text)
        veils = [(start, end, veil) for start, end, values in hits for veil in values if isinstance(veil, _Veil)]
        if not veils:
            return list(longest(cast("list[Hit[Sense]]", hits)))
        drawn = [veil for veil in veils if not veil[2].label or veil[2].label in labels]
        seen = ((start, end, _unveiled(start, end, values, drawn)) for start, end, values in hits)
        named = [(start, end, veil.senses) for start, end, veil in drawn if veil.senses]
        return sorted([*longest(hit for hit in seen if hit[2]), *named])


def _unveiled(
    start: int, end: int, values: Iterable[Sense | _Veil], veils: Iterable[tuple[int, int, _Veil]]
) -> tuple[Sense, ...]:
    hidden = {veil.topic for first, last, veil in veils if first <= start and end <= last}
    if "" in hidden:
        return ()
    return tuple(value for value in values if isinstance(value, Sense) and value.topic not in hidden)


def _meanings(vocabulary: Vocabulary) -> Iterator[tuple[str, Sense]]:
    for topic in vocabulary.topics.values():
        for weight in Weight:
            for phrase in getattr(topic, weight.value):
                yield phrase, Sense(topic.id, weight, phrase)


def _exclusions(vocabulary: Vocabulary) -> Iterator[tuple[str, _Veil]]:
    for topic in vocabulary.topics.values():
        for phrase in topic.exclude:
            yield phrase, _Veil(topic.id, "", ())


def _names(vocabulary: Vocabulary) -> Iterator[tuple[str, _Veil]]:
    for person in vocabulary.people.values():
        topics = [topic.id for topic in vocabulary.topics.values() if person.id in topic.people]
        for name in names(person):
            yield name, _Veil("", "", tuple(Sense(topic, Weight.TRIGGER, name) for topic in topics))


def _labels(labels: Iterable[str], words: Container[str]) -> Iterator[tuple[str, _Veil]]:
    """Yield the names in labels of speakers: what follows the honorifics, or a label that is no phrase of a topic."""
    for label in sorted(labels):
        name = without_honorifics(label)
        if name and (name != label or _plain(name) not in words):
            yield name, _Veil("", label, ())


def without_honorifics(label: str) -> str:
    """Return what of a speaker's label may be a name: «پزشکیان» of «آقای پزشکیان»."""
    return " ".join(part for part in label.split() if fold(part) not in HONORIFICS)


def _plain(phrase: str) -> str:
    return fold("".join(phrase.removeprefix("=").split()))
