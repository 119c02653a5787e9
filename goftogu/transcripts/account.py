"""What an import found, on one screen: title, date, speakers, turns, what was set aside, and what is to be decided."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from goftogu.locale.message import Message, plural
from goftogu.model import Role
from goftogu.transcripts.convert import Answers, Converted
from goftogu.transcripts.decisions import ASKED, ImportDecision, Subject
from goftogu.transcripts.draft import Draft
from goftogu.transcripts.rough import head as rough_head

_OPTION: Final = re.compile(r"--(?P<name>speaker|title|date)\b")
_WORD: Final = re.compile(r"[^\W_]+")
_LINES: Final = 10

# Names of lines; the texts after them are below each other.
_TITLE: Final = Message("title      ")
_DATE: Final = Message("date       ")
_PUBLISHED: Final = Message("published  ")
_SPEAKING: Final = Message("speakers   ")
_TEXT: Final = Message("text       ")
_READ_BY: Final = Message("read by    ")
_TOLD: Final = Message("told       ")
_ASIDE: Final = Message("set aside  ")
_DRAFT: Final = Message("draft      ")
_BOILERPLATE: Final = Message("data and boilerplate")
_SPEAKERS: Final = {
    Role.INTERVIEWER: Message("{label} (interviewer, {turns})"),
    Role.INTERVIEWEE: Message("{label} (interviewee, {turns})"),
    Role.OTHER: Message("{label} (other, {turns})"),
}
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

    text: Message
    option: str
    label: str


def lines(made: Converted) -> Iterator[Message]:
    """Yield the account of one import."""
    if made.draft is not None:
        yield from _found(made.draft)
    told = [decision for decision in made.decisions if not decision.asked]
    by = [rule for decision in told if decision.subject is Subject.ROLES for rule in _rule(decision.message)]
    yield from (_line(_READ_BY, rule) for rule in by[:1])
    yield from _aside(told)
    others = (decision for decision in told if decision.subject not in {*_TOLD_ELSEWHERE, Subject.ROLES})
    yield from (_line(_TOLD, decision.message) for decision in others)
    asked = [decision for decision in made.decisions if decision.asked]
    if asked:
        open_ = plural(len(asked), "question")
        yield _line(_DRAFT, Message("{questions} to decide; until then it is not published", questions=open_))
        yield from (_asked(decision) for decision in asked)


def questions(decisions: Iterable[ImportDecision]) -> Iterator[Question]:
    """Yield the questions that an option answers."""
    for decision in decisions:
        found = _OPTION.match(decision.hint) if decision.asked else None
        if found is not None:
            yield Question(decision.text, found["name"], decision.label)


def answered(answers: Answers, question: Question, said: str) -> Answers:
    """Return the answers with one more."""
    if question.option == "speaker":
        return replace(answers, speakers={**answers.speakers, question.label: said})
    return replace(answers, title=said) if question.option == "title" else replace(answers, date=said)


def _found(draft: Draft) -> Iterator[Message]:
    yield _line(_TITLE, draft.title.record)
    if (date := draft.details.date) is not None:
        yield _line(_DATE, rough_head.written(date))
    if draft.details.provenance.published:
        yield _line(_PUBLISHED, draft.details.provenance.published)
    turns = Counter(speech.label for speech in draft.speeches)
    speakers = [
        _SPEAKERS[speaker.role].of(label=speaker.label, turns=plural(turns[speaker.label], "turn"))
        for speaker in draft.speakers
    ]
    yield _line(_SPEAKING, Message("{speakers}", speakers=speakers))
    yield _line(_TEXT, Message("{counts}", counts=_counts(draft)))


def _counts(draft: Draft) -> list[Message]:
    passages = [passage for speech in draft.speeches for passage in speech.passages]
    words = sum(len(_WORD.findall(passage.record)) for passage in passages)
    sections = sum(speech.heading is not None for speech in draft.speeches)
    seconds = (*(speech.time for speech in draft.speeches), *(passage.time for passage in passages))
    times = sum(second is not None for second in seconds)
    counts = {
        plural(len(draft.speeches), "turn"): len(draft.speeches),
        plural(len(passages), "paragraph"): len(passages),
        plural(words, "word"): words,
        plural(sections, "section"): sections,
        plural(times, "time"): times,
        Message("{paragraphs} above them", paragraphs=plural(len(draft.front), "paragraph")): len(draft.front),
    }
    return [shown for shown, number in counts.items() if number]


def _aside(told: Sequence[ImportDecision]) -> Iterator[Message]:
    kinds: dict[str, list[int]] = defaultdict(list)
    counts: Counter[str] = Counter()
    for decision in told:
        if decision.subject is Subject.ASIDE:
            kind = decision.label or _BOILERPLATE
            kinds[kind] += decision.lines
            counts[kind] += 1
    for kind, places in kinds.items():
        said = (
            Message("{count} of {kind}", count=counts[kind], kind=kind)
            if counts[kind] > 1
            else Message("{kind}", kind=kind)
        )
        yield _line(_ASIDE, Message("{what} ({places})", what=said, places=_lines(places)) if places else said)


def _lines(places: Sequence[int]) -> Message:
    if len(places) == 1:
        return Message("line {line}", line=places[0])
    shown = [Message("{line}", line=line) for line in places[:_LINES]]
    return Message("lines {lines} …", lines=shown) if len(places) > _LINES else Message("lines {lines}", lines=shown)


def _rule(message: Message) -> Iterator[str]:
    """Yield by which rule the speakers were found, which the message about their roles tells."""
    rule = message.values.get("rule")
    if isinstance(rule, str):
        yield rule


def _asked(decision: ImportDecision) -> Message:
    if len(decision.lines) == 1:
        place = Message("line {line}", line=decision.lines[0])
        return Message("    {place}: {message} ({hint})", place=place, message=decision.text, hint=decision.hint)
    return Message("    {message} ({hint})", message=decision.text, hint=decision.hint)


def _line(name: Message, text: str) -> Message:
    return Message("  {name}{text}", name=name, text=text)
