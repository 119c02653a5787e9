"""The topic index of an archive: headings, the exchanges under them, and the checks of both against each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from goftogu.content import cross_references
from goftogu.content.vocabulary import Vocabulary
from goftogu.index.indexing import Entry, Findings, GivenBy, Kind
from goftogu.locale.message import Message
from goftogu.problems import Problem, Problems

__all__ = ["MANY", "Entry", "GivenBy", "Kind", "TopicIndex", "TopicMark", "check", "context"]

_WORD: Final = re.compile(r"\S+")
MANY: Final = 8
"""A heading with more locators than this asks for sub-headings (ISO 999, section 7)."""

_NAMED: Final = 5
"""How many headings a message names."""

FEW: Final = 50
"""With fewer exchanges nothing can be said about how common a trigger is."""


@dataclass(frozen=True, slots=True)
class TopicMark:
    """One topic of one exchange."""

    topic: str
    kind: Kind
    by: GivenBy


class TopicIndex:
    """The topics of all exchanges, and the exchanges of all topics."""

    def __init__(self, entries: Iterable[Entry], vocabulary: Vocabulary) -> None:
        """Arrange entries.

        Args:
            entries: In the order of the interviews and their exchanges, in an exchange the primary topics first.
            vocabulary: Gives the order of the topics.
        """
        self._entries: dict[str, list[Entry]] = {topic: [] for topic in vocabulary.topics}
        self._marks: dict[str, dict[str, list[TopicMark]]] = {}
        for entry in entries:
            self._entries[entry.topic].append(entry)
            marks = self._marks.setdefault(entry.interview, {}).setdefault(entry.exchange, [])
            marks.append(TopicMark(entry.topic, entry.kind, entry.by))

    def marks(self, interview: str) -> Mapping[str, tuple[TopicMark, ...]]:
        """Return the topics of an interview by exchange, primary ones first. Exchanges without topics are absent."""
        return {exchange: tuple(marks) for exchange, marks in self._marks.get(interview, {}).items()}

    def entries(self, topic: str) -> tuple[Entry, ...]:
        """Return the exchanges of a topic in the order of the interviews and their text."""
        return tuple(self._entries.get(topic, ()))

    def used(self) -> tuple[str, ...]:
        """Return the ids of the topics that have entries, in the order of the vocabulary."""
        return tuple(topic for topic, entries in self._entries.items() if entries)


def check(index: TopicIndex, vocabulary: Vocabulary, findings: Collection[Findings], problems: Problems) -> None:
    """Report what is wrong with an index: headings without entries or with too many, triggers found everywhere.

    Args:
        index: The topics of the archive.
        vocabulary: The topics.
        findings: What each interview has.
        problems: What is wrong is added.
    """
    exchanges = sum(found.exchanges for found in findings)
    if findings:
        _check_idle(index, vocabulary, problems)
    if exchanges >= FEW:
        _check_common(index, vocabulary, exchanges, problems)
    _check_crowded(index, vocabulary, problems)


def context(reading: str, start: int, end: int, words: int = 8) -> tuple[str, str, str]:
    """Cut the line around a hit.

    Args:
        reading: The reading text of the paragraph.
        start: Code point at which the hit begins.
        end: Code point after the hit.
        words: How many words to keep on either side.

    Returns:
        What precedes, the hit, and what follows, with their spaces; a cut is marked with ``…``.
    """
    left = [found.start() for found in _WORD.finditer(reading, 0, start)]
    right = [found.end() for found in _WORD.finditer(reading, end)]
    first = left[-words] if len(left) > words else 0
    last = right[words - 1] if len(right) > words else len(reading)
    before = ("… " if first else "") + reading[first:start]
    after = reading[end:last] + (" …" if last < len(reading) else "")
    return before, reading[start:end], after


def _check_idle(index: TopicIndex, vocabulary: Vocabulary, problems: Problems) -> None:
    """Add a problem for each heading that leads nowhere, neither by itself nor by a narrower one."""
    path = vocabulary.paths.get("topics.toml", "")
    broader = {topic.id: topic.broader for topic in vocabulary.topics.values()}
    busy = set(index.used())
    busy.update(*(cross_references.above(topic, broader) for topic in index.used()))
    for topic in vocabulary.topics.values():
        if topic.id in busy:
            continue
        if topic.alt.fa or topic.alt.en:
            message, hint = (
                Message("“{topic}” has no entries, but other words lead to it", topic=topic.id),
                Message("add triggers, or take its alt away"),
            )
            problems.add(Problem(path, topic.line, 1, "V004", message, hint))
        else:
            message, hint = (
                Message("“{topic}” has no entries", topic=topic.id),
                Message("add triggers, or leave it for later"),
            )
            problems.add(Problem(path, topic.line, 1, "V005", message, hint))


def _check_common(index: TopicIndex, vocabulary: Vocabulary, exchanges: int, problems: Problems) -> None:
    path = vocabulary.paths.get("topics.toml", "")
    for topic in vocabulary.topics.values():
        counts = Counter(entry.phrase for entry in index.entries(topic.id) if entry.phrase)
        for phrase, count in counts.items():
            if count * 2 > exchanges:
                message = Message(
                    "“{phrase}” of {topic} is found in {count} of {exchanges} exchanges",
                    phrase=phrase,
                    topic=topic.id,
                    count=count,
                    exchanges=exchanges,
                )
                hint = Message("make it a longer phrase, or move it to context")
                problems.add(Problem(path, topic.line, 1, "V006", message, hint))


def crowded(index: TopicIndex, vocabulary: Vocabulary) -> list[str]:
    """Return the ids of the headings that have many locators and no narrower heading."""
    divided = {above for topic in vocabulary.topics.values() for above in topic.broader}
    return [topic for topic in index.used() if len(index.entries(topic)) > MANY and topic not in divided]


def _check_crowded(index: TopicIndex, vocabulary: Vocabulary, problems: Problems) -> None:
    found = crowded(index, vocabulary)
    if found:
        path = vocabulary.paths.get("topics.toml", "")
        line = vocabulary.topics[found[0]].line
        names = Message("{names}", names=found)
        if len(found) > _NAMED:
            names = Message("{names} and {count} more headings", names=found[:_NAMED], count=len(found) - _NAMED)
        message = Message(
            "more than {many} exchanges are under {names}, and no narrower heading divides them", many=MANY, names=names
        )
        hint = Message("divide them by narrower headings, which name them as “broader”")
        problems.add(Problem(path, line, 1, "V007", message, hint))
