"""What the workbench needs to know of every paragraph of an archive to list it: a row, without its texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from goftogu.build import read
from goftogu.content import files
from goftogu.conventions import marks, withheld
from goftogu.conventions.first_words import opening
from goftogu.index import index
from goftogu.index.indexing import Findings
from goftogu.model import Interview, Language
from goftogu.problems import Problem, Problems
from goftogu.serve.review.archive import SharedReading
from goftogu.serve.review.desk import Desk
from goftogu.translation.engine.terminology import Terminology
from goftogu.translation.memory.memory import Translation, Unit
from goftogu.translation.quality import flags

OPENING: Final = 90
"""Letters of a paragraph that a list shows."""
CHANGES: Final = frozenset({"source-changed", "text-changed"})
"""Flags that say what the state “stale” says already."""


class Row(NamedTuple):
    """A paragraph in the list.

    Attributes:
        unit: Its id.
        turn: Id of its turn, or its own.
        state: The state of its translation.
        sure: How many of its flags are nearly always faults.
        doubtful: How many are only a reason for doubt.
        links: How many entries of the indexes lead to its turn.
        opening: Its first words.
    """

    unit: str
    turn: str
    state: str
    sure: int
    doubtful: int
    links: int
    opening: str


class TurnSubject(NamedTuple):
    """A turn that belongs to a topic, or in which a person speaks or is named."""

    kind: str
    name: str
    turn: str


TOPIC: Final = "topic"
PERSON: Final = "person"


class Looked(NamedTuple):
    """What was found in one interview.

    Attributes:
        path: Its transcript.
        interview: Its id; empty when it could not be read.
        title: Its title.
        rows: Its paragraphs, in order.
        subjects: Where topics and people are spoken of.
        problems: What is wrong with its files: why it could not be read, or that it has a stray memory.
    """

    path: str
    interview: str
    title: str
    rows: list[Row]
    subjects: list[TurnSubject]
    problems: list[Problem]


def look(shared: SharedReading, path: str) -> Looked:
    """Look at one interview.

    Args:
        shared: What the reading of every interview shares.
        path: The transcript.
    """
    problems = Problems()
    data = files.data(shared.root, path, problems, files.LARGEST)
    interview = None if data is None else read.transcript(shared.spelling, path, data, problems)
    desk = None if interview is None else Desk.opened(shared.root, interview, problems)
    return Looked(path, "", "", [], [], problems.errors()) if desk is None else of_desk(desk, shared, path)


def of_desk(desk: Desk, shared: SharedReading, path: str) -> Looked:
    """Return what the list needs of an interview.

    Args:
        desk: The interview with its translation.
        shared: What the reading of every interview shares.
        path: The transcript.
    """
    interview = desk.interview
    indexer = shared.indexer(frozenset(interview.speakers))
    findings = indexer.read(marks.blanked(withheld.blanked(interview)))
    turns, links = interview.turn_ids(), index.links(findings, interview.title.id)
    rows = [_row(desk, unit, turns, links, shared.terms) for unit in desk.units.values()]
    subjects = sorted(set(_subjects(interview, findings)))
    return Looked(path, interview.id, interview.title.reading, rows, subjects, [desk.stray] if desk.stray else [])


def found_in(desk: Desk, unit: Unit, found: Translation, terms: Terminology) -> tuple[str, ...]:
    """Return the flags of a translation; of one into Persian there are none but those of the memory."""
    return flags.of(unit.source, found, terms) if desk.source_language is Language.FA else found.flags


def _row(desk: Desk, unit: Unit, turns: Mapping[str, str], links: Mapping[str, int], terms: Terminology) -> Row:
    told = [flag for flag in found_in(desk, unit, desk.found(unit), terms) if flag not in CHANGES]
    sure = sum(map(flags.is_sure, told))
    turn = turns.get(unit.id, unit.id)
    shown = opening(" ".join(unit.source.split()), OPENING)
    return Row(unit.id, turn, str(desk.found(unit).state), sure, len(told) - sure, links.get(turn, 0), shown)


def _subjects(interview: Interview, findings: Findings) -> Iterator[TurnSubject]:
    exchanges = {exchange.id: exchange.turns for exchange in interview.exchanges}
    for entry in findings.entries:
        yield from (TurnSubject(TOPIC, entry.topic, turn) for turn in exchanges[entry.exchange])
    yield from (TurnSubject(PERSON, mention.name, mention.turn) for mention in findings.people)
    for turn in interview.turns:
        if person := interview.speakers[turn.speaker].person:
            yield TurnSubject(PERSON, person, turn.id)
