"""Which interviews are related: those that share topics and people that few others have.

A subject that one interview in eight has weighs three, one in a thousand nine: the logarithm of its rarity to the base
of two, in whole numbers. What more than half of the interviews have weighs nothing. The subjects that two interviews
share are added up. Of a subject that many interviews have, only those that are near in time count, so that the work
grows with the archive and not with its square, and a new interview changes few others.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import nsmallest
from typing import Final, NamedTuple

from goftogu.edition.neighbours import Neighbours, Related, in_time, neighbour, neighbours
from goftogu.edition.outline import Listed
from goftogu.index.topics import Kind
from goftogu.model import Role

MOST: Final = 3
"""How many related interviews are named, and how many subjects each of them shares."""

LEAST: Final = 2
"""What related interviews share weighs this much at least: as a subject that one interview in four has."""

NEAR: Final = 5
"""How many interviews before and after one count, of those that have the same subject."""


PERSON: Final = "person"


class SharedSubject(NamedTuple):
    """A topic or a person: which of the two, and its id."""

    kind: str
    id: str


def around(listed: Sequence[Listed]) -> dict[str, Neighbours]:
    """Return what is around each interview: beside it in its series and in time, and related to it.

    Args:
        listed: All interviews.
    """
    outlines = [outline for outline, _ in listed]
    order = [outline.id for outline in in_time(outlines)]
    order += sorted({outline.id for outline in outlines}.difference(order))
    found, known = neighbours(outlines), {outline.id: outline for outline in outlines}
    subjects = {item.outline.id: subjects_of(item) for item in listed}
    for name, others in related(order, subjects, found).items():
        rows = (
            Related(
                neighbour(known[other]),
                tuple(subject.id for subject in shared if subject.kind != PERSON),
                tuple(subject.id for subject in shared if subject.kind == PERSON),
            )
            for other, shared in others
        )
        found[name] = found[name]._replace(related=tuple(rows))
    return found


def subjects_of(listed: Listed) -> frozenset[SharedSubject]:
    """Return the topics that an interview is about, the people who are named in it, and those who are interviewed."""
    outline, findings = listed
    topics = {entry.topic for entry in findings.entries if entry.kind == Kind.PRIMARY}
    people = {mention.name for mention in findings.people}
    people |= {item.person for item in outline.speakers.values() if item.role == Role.INTERVIEWEE and item.person}
    return frozenset(
        (*(SharedSubject("topic", name) for name in topics), *(SharedSubject(PERSON, name) for name in people))
    )


def related(
    order: Sequence[str], subjects: Mapping[str, frozenset[SharedSubject]], beside: Mapping[str, Neighbours]
) -> dict[str, list[tuple[str, list[SharedSubject]]]]:
    """Return the interviews that are related to each one, the closest first, with the rarest subjects that they share.

    Args:
        order: All interviews, in time.
        subjects: Those of each interview.
        beside: What is named beside each interview anyway.
    """
    holders: dict[SharedSubject, list[int]] = {}
    for place, name in enumerate(order):
        for subject in subjects[name]:
            holders.setdefault(subject, []).append(place)
    weights = {subject: weight(len(order), len(held)) for subject, held in holders.items()}
    found = {}
    reached = dict.fromkeys(holders, 0)
    for place, name in enumerate(order):
        scores: dict[int, int] = {}
        for subject in subjects[name]:
            at = reached[subject]
            reached[subject] = at + 1
            if value := weights[subject]:
                for other in holders[subject][max(0, at - NEAR) : at + NEAR + 1]:
                    scores[other] = scores.get(other, 0) + value
        scores.pop(place, None)
        near = {item.id for item in beside[name][:4] if item}
        chosen = [other for other in _closest(scores, place, order) if other not in near][:MOST]
        found[name] = [(other, _rarest(subjects[name] & subjects[other], weights)) for other in chosen]
    return found


def _closest(scores: Mapping[int, int], place: int, order: Sequence[str]) -> list[str]:
    """Return the interviews that share enough with the one at a place: more before less, then the nearer in time.

    The key of an interview is one number, which is sorted faster than a tuple.
    """
    size = len(order)
    keys = ((abs(other - place) - score * size) * size + other for other, score in scores.items() if score >= LEAST)
    return [order[key % size] for key in nsmallest(MOST + 4, keys)]


def weight(archive: int, held: int) -> int:
    """Return how much a subject weighs that so many interviews of an archive have."""
    return (archive // held).bit_length() - 1


def _rarest(shared: frozenset[SharedSubject], weights: Mapping[SharedSubject, int]) -> list[SharedSubject]:
    return sorted(
        filter(weights.get, shared), key=lambda subject: (-weights[subject], subject.kind == PERSON, subject)
    )[:MOST]
