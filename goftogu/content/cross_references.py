"""Checks references between entries of a vocabulary, circles of references, and labels that read alike.

The rules are those of back-of-book indexing (ISO 999, section 7): no reference to nothing, none in a circle, one
heading for one word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from goftogu.content.entries import spellings
from goftogu.content.schema import ID
from goftogu.locale.message import Message
from goftogu.model import Language
from goftogu.persian.folding import fold
from goftogu.problems import Problem, Problems, did_you_mean

if TYPE_CHECKING:
    from goftogu.content.positions import Keys, Positions
    from goftogu.content.vocabulary import Vocabulary


def check(vocabulary: Vocabulary, where: Mapping[str, Positions], problems: Problems) -> None:
    """Check topics, people and places, each against each other.

    Args:
        vocabulary: Entries whose single values are sound.
        where: The places of the keys, by file name.
        problems: What is wrong is added.
    """
    topics, people, spots = (
        _ReferenceChecker(where[name], problems) for name in ("topics.toml", "people.toml", "places.toml")
    )
    broader = {topic.id: topic.broader for topic in vocabulary.topics.values()}
    for topic in vocabulary.topics.values():
        topics.dangling((topic.id, "broader"), topic.broader, vocabulary.topics)
        topics.dangling((topic.id, "related"), topic.related, vocabulary.topics)
        topics.dangling((topic.id, "people"), topic.people, vocabulary.people)
        topics.circular(topic.id, broader)
        topics.redundant((topic.id, "related"), topic.related, {topic.id, *above(topic.id, broader)})
    series = _ReferenceChecker(where["series.toml"], problems)
    for entry in vocabulary.series.values():
        if ID.fits(entry.rights.holder):
            series.dangling((entry.id, "rights", "holder"), (entry.rights.holder,), vocabulary.people)
    for language in Language:
        topics.alike(
            (
                (topic.id, tuple(filter(None, (topic.label[language], *topic.alt[language]))))
                for topic in vocabulary.topics.values()
            ),
            language,
        )
        for checker, named in ((people, vocabulary.people), (spots, vocabulary.places)):
            checker.alike(((entry.id, tuple(spellings(entry, language))) for entry in named.values()), language)


class _ReferenceChecker:
    def __init__(self, where: Positions, problems: Problems) -> None:
        self._where = where
        self._problems = problems

    def dangling(self, keys: Keys, references: tuple[str, ...], known: Iterable[str]) -> None:
        ids = list(known)
        for number, reference in enumerate(references):
            if reference not in ids:
                self._report(
                    "C007",
                    (*keys, number),
                    Message(
                        "{entry}.{key} names “{reference}”, which does not exist",
                        entry=keys[0],
                        key=".".join(map(str, keys[1:])),
                        reference=reference,
                    ),
                    did_you_mean(reference, ids),
                )

    def circular(self, topic: str, broader: Mapping[str, tuple[str, ...]]) -> None:
        if topic in above(topic, broader):
            self._report(
                "V001",
                (topic, "broader"),
                Message("“{topic}” is broader than itself", topic=topic),
                Message("leave out one of the references"),
            )

    def redundant(self, keys: Keys, references: tuple[str, ...], above: set[str]) -> None:
        for number, reference in enumerate(references):
            if reference in above:
                self._report(
                    "V002",
                    (*keys, number),
                    Message(
                        "{entry}.{key} names “{reference}” unnecessarily",
                        entry=keys[0],
                        key=keys[1],
                        reference=reference,
                    ),
                    Message("it is the entry itself or a broader one"),
                )

    def alike(self, entries: Iterable[tuple[str, tuple[str, ...]]], language: Language) -> None:
        first: dict[str, tuple[str, str]] = {}
        for entry, labels in entries:
            for label in labels:
                other, spelled = first.setdefault(fold(label).casefold(), (entry, label))
                if other != entry:
                    self._report(
                        "V003",
                        (entry, language),
                        Message(
                            "“{label}” of {entry} reads like “{spelled}” of {other}",
                            label=label,
                            entry=entry,
                            spelled=spelled,
                            other=other,
                        ),
                        Message("one label can lead to one entry only"),
                    )

    def _report(self, code: str, keys: Keys, message: Message, hint: Message) -> None:
        self._problems.add(Problem(self._where.path, *self._where(keys), code, message, hint))


def above(topic: str, broader: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Return the ids of all headings above one, however far; the heading itself when it is in a circle."""
    return set(_climb(topic, broader, set()))


def _climb(topic: str, broader: Mapping[str, tuple[str, ...]], seen: set[str]) -> Iterator[str]:
    for parent in broader.get(topic, ()):
        if parent not in seen:
            seen.add(parent)
            yield parent
            yield from _climb(parent, broader, seen)
