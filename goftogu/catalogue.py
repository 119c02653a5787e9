"""The index of an archive: its topics, people, places and dates, all found in one reading of the texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from goftogu import chronology, people, places, topics
from goftogu.chronology import DateMention
from goftogu.indexing import Findings, Indexer
from goftogu.model import Interview
from goftogu.people import People
from goftogu.places import Places
from goftogu.problems import Problem
from goftogu.topics import Index
from goftogu.vocabulary import Vocabulary


class Catalogue(NamedTuple):
    """Where each topic, person and place is spoken of, the dates that are, and all of this by interview."""

    topics: Index
    people: People
    places: Places
    dates: tuple[DateMention, ...]
    findings: Mapping[str, Findings]


def build(interviews: Sequence[Interview], vocabulary: Vocabulary) -> tuple[Catalogue, list[Problem]]:
    """Index an archive.

    Args:
        interviews: In the order in which they are to be listed.
        vocabulary: Topics, people and places.

    Returns:
        The index, and its problems.
    """
    indexer = Indexer(interviews, vocabulary)
    return arrange(interviews, vocabulary, [indexer.read(interview) for interview in interviews])


def arrange(
    interviews: Sequence[Interview], vocabulary: Vocabulary, findings: Sequence[Findings]
) -> tuple[Catalogue, list[Problem]]:
    """Make the index of an archive from what each interview has.

    Args:
        interviews: In the order in which they are to be listed; their texts are not looked at.
        vocabulary: Topics, people and places.
        findings: From :meth:`goftogu.indexing.Indexer.read`, in the same order.
    """
    index, problems = topics.build(findings, vocabulary)
    who, faults = people.build(interviews, vocabulary, findings)
    where, unused = places.build(findings, vocabulary)
    dates = sorted((date for found in findings for date in found.dates), key=chronology.order)
    unknown = (problem for found in findings for problem in found.problems)
    known = {interview.id: found for interview, found in zip(interviews, findings, strict=True)}
    return Catalogue(index, who, where, tuple(dates), known), [*unknown, *problems, *faults, *unused]
