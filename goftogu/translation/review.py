"""Lists what waits for a person, and records approvals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from goftogu.conventions.first_words import opening
from goftogu.index import index
from goftogu.index.indexing import Findings
from goftogu.locale.message import Message
from goftogu.model import Interview, Language
from goftogu.problems import Problem, Problems, did_you_mean
from goftogu.translation.memory.approval import Reviewer
from goftogu.translation.memory.memory import Memory, State, Translation, Unit
from goftogu.translation.quality import flags

_OPENING = 60
_WAITING = frozenset({State.MACHINE, State.DRAFT, State.STALE})


@dataclass(frozen=True, slots=True)
class Waiting:
    """A paragraph that no person has approved as it is.

    Attributes:
        place: Id of the interview and of the paragraph, separated by a colon.
        links: How many entries of the indexes lead to it.
        translation: Its English.
        flags: What the checks find in the pair.
    """

    place: str
    links: int
    translation: Translation
    flags: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Render as a line of a list."""
        text = " ".join(self.translation.text.split())
        shown = opening(text, _OPENING)
        told = f" [{', '.join(map(flags.shown, self.flags))}]" if self.flags else ""
        return f"{self.links:4} {self.translation.state.value:8} {self.place}{told}  {shown}"


def waiting(
    interviews: Iterable[Interview],
    english: Mapping[str, Mapping[str, Translation]],
    findings: Mapping[str, Findings],
) -> list[Waiting]:
    """Return the paragraphs that wait for review, those first to which most leads.

    Args:
        interviews: All of them.
        english: By id of the interview, then by id of the paragraph.
        findings: What leads to their turns, by id of the interview.
    """
    rows = [
        row
        for interview in interviews
        for row in _of_interview(
            interview, english.get(interview.id, {}), index.links(findings[interview.id], interview.title.id)
        )
    ]
    return sorted(rows, key=lambda row: -row.links)


def _of_interview(
    interview: Interview, english: Mapping[str, Translation], links: Mapping[str, int]
) -> Iterator[Waiting]:
    turns = interview.turn_ids()
    for unit in interview.units():
        found = english.get(unit.id)
        if found is not None and found.state in _WAITING:
            number = links.get(turns.get(unit.id, unit.id), 0)
            told = flags.of(unit.reading, found) if interview.original is Language.FA else found.flags
            yield Waiting(f"{interview.id}:{unit.id}", number, found, told)


def unread(memory: Memory, units: Sequence[Unit]) -> int:
    """Count the paragraphs with English that nobody has approved as it is.

    Args:
        memory: Of the interview; it is brought in step.
        units: What the interview has now.
    """
    memory.merge(units)
    return sum(memory.lookup(unit).state in _WAITING for unit in units)


def approve(memory: Memory, units: Sequence[Unit], wanted: str, reviewer: Reviewer, problems: Problems) -> int:
    """Record the approval of a paragraph, of a turn, or of a whole interview.

    Args:
        memory: Of the interview; it is brought in step and changed.
        units: What the interview has now.
        wanted: Id of a paragraph or a turn; empty for all.
        reviewer: Who approves, and when.
        problems: A paragraph that does not exist is added.

    Returns:
        How many paragraphs were approved; those without English are not.
    """
    chosen = [unit for unit in units if not wanted or wanted in {unit.id, unit.id.partition(".")[0]}]
    if not chosen:
        hint = did_you_mean(wanted, [unit.id for unit in units])
        problems.add(
            Problem.of_file(
                "", "C007", Message("{memory} has no paragraph “{wanted}”", memory=memory.name, wanted=wanted), hint
            )
        )
        return 0
    memory.merge(units)
    return sum(memory.approve(unit, reviewer.name, reviewer.day) for unit in chosen)
