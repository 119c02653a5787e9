"""Counts how often each heading, person and place is spoken of, and says which ones ask for a decision."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Final, NamedTuple

from goftogu.content.vocabulary import Vocabulary
from goftogu.index import topics
from goftogu.index.index import ArchiveIndex
from goftogu.index.indexing import Entry, Mention
from goftogu.index.topics import Kind
from goftogu.model import Interview

_COLUMNS: Final = ("about", "passing", "interviews")


class UsageRow(NamedTuple):
    """An entry of a vocabulary.

    Attributes:
        register: ``topics``, ``people`` or ``places``.
        id: Its id.
        about: In how many exchanges it is the subject; for people and places always 0.
        passing: In how many other exchanges, or turns for people and places, it occurs.
        interviews: In how many interviews.
        remark: ``unused``, ``over-used``, ``needs sub-headings``, or empty.
    """

    register: str
    id: str
    about: int
    passing: int
    interviews: int
    remark: str


def take(interviews: Sequence[Interview], vocabulary: Vocabulary, index: ArchiveIndex) -> list[UsageRow]:
    """Count.

    Args:
        interviews: All interviews of the archive.
        vocabulary: Topics, people and places.
        index: Of the same interviews.

    Returns:
        A row for each entry that is or may be in the index, the most used ones of each vocabulary first.
    """
    exchanges = sum(len(interview.exchanges) for interview in interviews)
    crowded = topics.crowded(index.topics, vocabulary)
    rows = [_topic(topic, index.topics.entries(topic), exchanges, crowded) for topic in vocabulary.topics]
    for person in (person.id for person in vocabulary.people.values() if person.public):
        speaks = {part.interview for part in index.people.parts(person)}
        gave = {interview.id for interview in interviews if interview.provenance.name == person}
        rows.append(_named("people", person, index.people.mentions(person), speaks | gave))
    places = (place.id for place in vocabulary.places.values() if place.public)
    rows += [_named("places", place, index.places.mentions(place), ()) for place in places]
    order = ("topics", "people", "places")
    return sorted(rows, key=lambda row: (order.index(row.register), -row.about - row.passing, row.id))


def as_text(rows: Iterable[UsageRow]) -> str:
    """Write rows as a table, a line for each."""
    lines = [f"{'':<12}{'':<28}" + "".join(f"{name:>11}" for name in _COLUMNS)]
    for row in rows:
        counts = "".join(f"{count:>11,}" for count in (row.about, row.passing, row.interviews))
        lines.append(f"{row.register:<12}{row.id:<28}{counts}  {row.remark}".rstrip())
    return "\n".join(lines) + "\n"


def _topic(topic: str, entries: Sequence[Entry], exchanges: int, crowded: Collection[str]) -> UsageRow:
    about = sum(entry.kind == Kind.PRIMARY for entry in entries)
    remarks = {
        "unused": not entries,
        "over-used": exchanges >= topics.FEW and len(entries) * 2 > exchanges,
        "needs sub-headings": topic in crowded,
    }
    interviews = len({entry.interview for entry in entries})
    return UsageRow("topics", topic, about, len(entries) - about, interviews, _first(remarks))


def _named(register: str, name: str, mentions: Sequence[Mention], speaks: Collection[str]) -> UsageRow:
    interviews = {mention.interview for mention in mentions} | set(speaks)
    return UsageRow(register, name, 0, len(mentions), len(interviews), _first({"unused": not interviews}))


def _first(remarks: dict[str, bool]) -> str:
    return next((remark for remark, holds in remarks.items() if holds), "")
