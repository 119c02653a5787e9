"""An interview as lines of text, for expected results that a person can read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from goftogu.model import Interview, Turn
from goftogu.persian.dates import calendar
from goftogu.problems import Problem


def of_interview(interview: Interview) -> Iterator[str]:
    yield f"title: {interview.title.record}"
    yield f"date: {calendar.interval(interview.date) if interview.date else '-'}"
    for kind, paragraph in _front(interview):
        yield f"{kind} {paragraph}"
    sections = {section.first: section for section in interview.sections}
    for turn in interview.turns:
        if turn.id in sections:
            section = sections[turn.id]
            yield f"## {section.id} {section.title.record}{_topics(section.add_topics)}"
        yield from _turn(interview, turn)


def of_problems(problems: Iterable[Problem]) -> Iterator[str]:
    for problem in problems:
        yield f"{problem.code} {problem.line}: {problem.message}"


def _front(interview: Interview) -> Iterator[tuple[str, str]]:
    if interview.lede:
        yield "lede", f"{interview.lede.id}: {interview.lede.record}"
    yield from (("introduction", f"{paragraph.id}: {paragraph.record}") for paragraph in interview.introduction)
    if interview.note:
        yield "note", f"{interview.note.id}: {interview.note.record}"


def _turn(interview: Interview, turn: Turn) -> Iterator[str]:
    speaker = interview.speakers[turn.speaker]
    marks = [word for word, is_so in (("inferred", turn.inferred), ("unstamped", not turn.stamped)) if is_so]
    topics = _topics(turn.add_topics, turn.drop_topics)
    yield f"{turn.id} {turn.speaker} ({', '.join([speaker.role, f'exchange {turn.exchange}', *marks])}){topics}"
    yield from (f"    {paragraph.id}: {paragraph.record!r}" for paragraph in turn.paragraphs)


def _topics(add: Iterable[str], drop: Iterable[str] = ()) -> str:
    words = [*(f"+{name}" for name in add), *(f"-{name}" for name in drop)]
    return f" [{' '.join(words)}]" if words else ""
