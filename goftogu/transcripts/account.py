"""What an import found, on one screen: title, date, speakers, turns, what was set aside, and what is to be decided."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from goftogu.problems import Problem
from goftogu.transcripts.convert import Answers, Converted
from goftogu.transcripts.draft import Draft

_ASIDE: Final = re.compile(r"not part of the interview(?: \((?P<kind>[^()]+)\))?: ")
_OPTION: Final = re.compile(r"--(?P<name>speaker|title|date)\b(?: (?P<label>[^=«'\"]+)=)?")
_WORD: Final = re.compile(r"[^\W_]+")
_LINES: Final = 10
_WIDTH: Final = 10
QUESTION: Final = "T012"
TOLD: Final = frozenset({"T007", "T008", QUESTION})
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
    by = [
        problem.message.partition("; ")[2] for problem in made.problems if problem.code == "T007" and not problem.line
    ]
    yield from (_line("read by", rule) for rule in by[:1])
    told = [problem for problem in made.problems if problem.code == "T008"]
    yield from _aside(told)
    plain = ("title: ", "date: ", "not part of", "introduction: ", "lede: ", "note: ", "section: ", "source: ")
    yield from (_line("told", problem.message) for problem in told if not problem.message.startswith(plain))
    asked = [problem for problem in made.problems if problem.code == QUESTION]
    if asked:
        yield _line("to decide", _count(len(asked), "question"))
        yield from (f"    {_place(problem)}{problem.message} ({problem.hint})" for problem in asked)


def questions(problems: Iterable[Problem]) -> Iterator[Question]:
    """Yield the questions that an option answers."""
    for problem in problems:
        found = _OPTION.match(problem.hint) if problem.code == QUESTION else None
        if found is not None:
            yield Question(problem.message, found["name"], (found["label"] or "").strip())


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


def _aside(told: Sequence[Problem]) -> Iterator[str]:
    kinds: dict[str, list[int]] = defaultdict(list)
    for problem in told:
        if found := _ASIDE.match(problem.message):
            kinds[found["kind"] or "data and boilerplate"].append(problem.line)
    for kind, places in kinds.items():
        shown = ", ".join(map(str, places[:_LINES])) + (" …" if len(places) > _LINES else "")
        yield _line(
            "set aside", f"{len(places)} of {kind} (lines {shown})" if len(places) > 1 else f"{kind} (line {shown})"
        )


def _line(name: str, text: str) -> str:
    return f"  {name:<{_WIDTH}} {text}"


def _place(problem: Problem) -> str:
    return f"line {problem.line}: " if problem.line else ""
