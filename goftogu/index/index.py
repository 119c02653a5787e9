"""The index of an archive: its topics, people, places and dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from goftogu.content.vocabulary import Vocabulary
from goftogu.index import chronology, people, places, topics
from goftogu.index.chronology import DateMention
from goftogu.index.indexing import Findings, Indexer
from goftogu.index.people import Credited, People
from goftogu.index.places import Places
from goftogu.index.topics import TopicIndex
from goftogu.model import Interview
from goftogu.problems import Problems


class ArchiveIndex(NamedTuple):
    """Where each topic, person, place and date is spoken of, and the same by interview."""

    topics: TopicIndex
    people: People
    places: Places
    dates: tuple[DateMention, ...]
    findings: Mapping[str, Findings]


def build(interviews: Sequence[Interview], vocabulary: Vocabulary, problems: Problems) -> ArchiveIndex:
    """Index an archive.

    Args:
        interviews: In the order in which they are to be listed.
        vocabulary: Topics, people and places.
        problems: What is wrong is added.
    """
    indexer = Indexer((label for interview in interviews for label in interview.speakers), vocabulary)
    made = arrange(interviews, vocabulary, [indexer.read(interview) for interview in interviews])
    check(made, interviews, vocabulary, problems)
    return made


def arrange(interviews: Sequence[Credited], vocabulary: Vocabulary, findings: Sequence[Findings]) -> ArchiveIndex:
    """Make the index of an archive from the findings of each interview.

    Args:
        interviews: In the order in which they are to be listed.
        vocabulary: Topics, people and places.
        findings: From :meth:`goftogu.index.indexing.Indexer.read`, in the same order.
    """
    return ArchiveIndex(
        TopicIndex((entry for found in findings for entry in found.entries), vocabulary),
        people.arrange(interviews, vocabulary, findings),
        places.arrange(findings, vocabulary),
        tuple(sorted((date for found in findings for date in found.dates), key=chronology.order)),
        {interview.id: found for interview, found in zip(interviews, findings, strict=True)},
    )


def links(found: Findings, title: str) -> Mapping[str, int]:
    """Count what leads to each turn of an interview: its topics, and the people who are named in it.

    Args:
        found: What the interview has.
        title: Id of its title, which is beside every link.

    Returns:
        How many links there are, by id of the turn and of the title; turns without any are absent.
    """
    counts = Counter(place.turn for places in (found.entries, found.people) for place in places)
    return {**counts, title: counts.total()}


def check(made: ArchiveIndex, interviews: Collection[Credited], vocabulary: Vocabulary, problems: Problems) -> None:
    """Report what is wrong with an index, and with what the interviews refer to.

    Args:
        made: The index of the archive.
        interviews: All of its interviews.
        vocabulary: Topics, people and places.
        problems: What is wrong is added.
    """
    problems.extend(problem for found in made.findings.values() for problem in found.problems)
    topics.check(made.topics, vocabulary, made.findings.values(), problems)
    people.check(made.people, interviews, vocabulary, problems)
    if interviews:
        named = {entry for interview in interviews for entry in interview.named}
        places.check(made.places, named, vocabulary, problems)
