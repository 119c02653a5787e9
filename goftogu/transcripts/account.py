"""What an import found, on one screen: title, date, speakers, turns, what was set aside, and what is to be decided."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from goftogu.transcripts.convert import Answers, Converted
from goftogu.transcripts.decisions import ASKED, Decision, Subject
from goftogu.transcripts.draft import Draft

_OPTION: Final = re.compile(r"--(?P<name>speaker|title|date)\b(?: (?P<label>[^=«'\"]+)=)?")
_WORD: Final = re.compile(r"[^\W_]+")
_LINES: Final = 10
_WIDTH: Final = 10
_TOLD_ELSEWHERE: Final = frozenset(
    {Subject.TITLE, Subject.DATE, Subject.FRONT, Subject.SOURCE, Subject.SECTION, Subject.ASIDE, Subject.TURN}
)
TOLD: Final = frozenset({"T007", "T008", ASKED})
"""Codes of problems that the account tells in its own way."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something that a person must decide and an option answers.

    Attributes:
        text: The question.
        option: ``speaker``, ``title`` or ``date``.
        label: Of the speaker who is meant, or empty.
    """

    text: str
    option: str
    label: str = ""


def lines(made: Converted) -> Iterator[str]:
    """Yield the account of one import."""
    if made.draft is not None:
        yield from _found(made.draft)
    told = [decision for decision in made.decisions if not decision.asked]
    by = [decision.message.partition("; ")[2] for decision in told if decision.subject is Subject.ROLES]
    yield from (_line("read by", rule) for rule in by[:1])
    yield from _aside(told)
    others = (decision for decision in told if decision.subject not in {*_TOLD_ELSEWHERE, Subject.ROLES})
    yield from (_line("told", decision.message) for decision in others)
    asked = [decision for decision in made.decisions if decision.asked]
    if asked:
        open_ = "question" if len(asked) == 1 else "questions"
        yield _line("draft", f"{len(asked)} {open_} to decide; until then it is not published")
        yield from (f"    {_place(decision)}{decision.text} ({decision.hint})" for decision in asked)


def questions(decisions: Iterable[Decision]) -> Iterator[Question]:
    """Yield the questions that an option answers."""
    for decision in decisions:
        found = _OPTION.match(decision.hint) if decision.asked else None
        if found is not None:
            yield Question(decision.text, found["name"], (found["label"] or "").strip())


def answered(answers: Answers, question: Question, said: str) -> Answers:
    """Return the answers with one more."""
    if question.option == "speaker":
        return Answers({**answers.speakers, question.label: said}, answers.title, answers.date)
    title = said if question.option == "title" else answers.title
    return Answers(answers.speakers, title, said if question.option == "date" else answers.date)


def _found(draft: Draft) -> Iterator[str]:
    yield _line("title", draft.title.record)
    if draft.details.date is not None:
        yield _line(
            "date",
            str(draft.details.date)
            if not hasattr(draft.details.date, "first")
            else draft.details.date.first.isoformat(),
        )
    if draft.details.provenance.published:
        yield _line("published", draft.details.provenance.published)
    turns = Counter(speech.label for speech in draft.speeches)
    speakers = (
        f"{speaker.label} ({speaker.role}, {_count(turns[speaker.label], 'turn')})" for speaker in draft.speakers
    )
    yield _line("speakers", "; ".join(speakers))
    passages = [passage for speech in draft.speeches for passage in speech.passages]
    words = sum(len(_WORD.findall(passage.record)) for passage in passages)
    counts = {
        "turn": len(draft.speeches),
        "paragraph": len(passages),
        "word": words,
        "section": sum(speech.heading is not None for speech in draft.speeches),
        "time": sum(bool(speech.time) for speech in draft.speeches),
    }
    shown = [_count(number, noun) for noun, number in counts.items() if number]
    shown += [f"{_count(len(draft.front), 'paragraph')} above them"] if draft.front else []
    yield _line("text", ", ".join(shown))


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _aside(told: Sequence[Decision]) -> Iterator[str]:
    kinds: dict[str, list[int]] = defaultdict(list)
    counts: Counter[str] = Counter()
    for decision in told:
        if decision.subject is Subject.ASIDE:
            kind = decision.label or "data and boilerplate"
            kinds[kind] += decision.lines
            counts[kind] += 1
    for kind, places in kinds.items():
        shown = ", ".join(map(str, places[:_LINES])) + (" …" if len(places) > _LINES else "")
        where = f" (line{'s' if len(places) > 1 else ''} {shown})" if places else ""
        yield _line("set aside", f"{counts[kind]} of {kind}{where}" if counts[kind] > 1 else f"{kind}{where}")


def _line(name: str, text: str) -> str:
    return f"  {name:<{_WIDTH}} {text}"


def _place(decision: Decision) -> str:
    return f"line {decision.lines[0]}: " if len(decision.lines) == 1 else ""
