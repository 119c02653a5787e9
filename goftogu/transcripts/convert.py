"""From a file from outside to a labelled, stamped transcript that a person can check and correct."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Final

from goftogu import markup
from goftogu.content import times
from goftogu.conventions import forms
from goftogu.locale.message import Message
from goftogu.model import Interview, Language, Role, Source
from goftogu.persian.dates.calendar import DateError, DateValue, parse
from goftogu.problems import Problem, Problems
from goftogu.transcripts import blocks, labels, language, open_questions
from goftogu.transcripts import read as transcript_read
from goftogu.transcripts.assign_ids import stamp
from goftogu.transcripts.decisions import ImportDecision, Subject
from goftogu.transcripts.draft import Draft, Reading, Speech
from goftogu.transcripts.formats import escaping, plain
from goftogu.transcripts.formats.document import Document, SectionWords
from goftogu.transcripts.rough import dates as rough_dates
from goftogu.transcripts.rough import head as rough_head
from goftogu.transcripts.rough import read as rough_read
from goftogu.transcripts.rough import report

_PLAIN: Final = re.compile(r"\w(?:[\w\u200c «»()،؛؟./+-]*[\w»)،؛؟.])?")
_NOT_PLAIN: Final = {"null", "Null", "NULL"}


@dataclass(frozen=True, slots=True)
class Answers:
    """What a person has decided.

    Attributes:
        speakers: By label: another label, or a role.
        title: Or empty.
        date: Or empty.
        received: When the archive received the file, an ISO date; or empty.
    """

    speakers: Mapping[str, str] = field(default_factory=dict)
    title: str = ""
    date: str = ""
    received: str = ""


@dataclass(frozen=True, slots=True)
class Converted:
    """What became of a file.

    Attributes:
        text: The labelled transcript; empty when there are no turns.
        decisions: What was taken for what, and what a person must decide.
        draft: What was understood; ``None`` when there are no turns, and for what was labelled already.
        interview: The result, read back; ``None`` when it cannot be used.
    """

    text: str
    decisions: tuple[ImportDecision, ...] = ()
    draft: Draft | None = None
    interview: Interview | None = None


def convert(source: Source, reading: Reading, problems: Problems) -> str:
    """Turn a plain text into the text of a labelled transcript; see :func:`of_document`."""
    return of_document(plain.document(source.text, source.path), reading, problems).text


def of_document(document: Document, reading: Reading, problems: Problems, answers: Answers | None = None) -> Converted:
    """Turn a file from outside into the text of a labelled transcript with permanent ids.

    No word is dropped: what is not part of the interview is kept under ``source: notes:``.

    Args:
        document: The file.
        reading: The reading layer, with which the result is read back as a check.
        problems: What is wrong, and each decision, is added.
        answers: What a person has decided.
    """
    made = _converted(document, reading, problems, answers or Answers())
    problems.extend(decision.problem(document.path) for decision in made.decisions)
    return made


def _converted(document: Document, reading: Reading, problems: Problems, answers: Answers) -> Converted:
    if document.labelled:
        text = stamp(document.labelled)
        found = Problems()
        interview = transcript_read.read_transcript(_source(document, text), reading, found)
        problems.extend(_of_labelled(found, document.path))
        return Converted("" if found.has_errors() else text, tuple(report.of_document(document)), None, interview)
    draft = rough_read.of_document(document, problems)
    if draft is None:
        return Converted("")
    _answer(draft, answers, problems)
    draft.details = replace(draft.details, language=language.of_draft(draft, draft.details.language))
    text = stamp("\n".join([*_front_matter(draft, document, answers.received), *_body(draft, document)]))
    found = Problems()
    interview = transcript_read.read_transcript(_source(document, text), reading, found)
    problems.extend(found.errors())
    return Converted(text, tuple(draft.decisions), draft, interview)


def _of_labelled(found: Problems, path: str) -> Iterator[Problem]:
    """Yield what is wrong with a labelled transcript; one that was made of another form has no lines to name."""
    if path.lower().endswith(".md") or not found.has_errors():
        yield from found
    else:
        message = Message("what the file holds is no sound interview: {fault}", fault=found.errors()[0].message)
        yield Problem.of_file(path, "S011", message, Message("take it from the archive again"))


def _source(document: Document, text: str) -> Source:
    target = PurePosixPath(document.path).with_suffix(".md").as_posix()
    return Source(target, text.encode(), text)


def _answer(draft: Draft, answers: Answers, problems: Problems) -> None:
    """Put in what a person has decided, and drop the questions that are answered."""
    for label, said in answers.speakers.items():
        known = next(
            (speaker.label for speaker in draft.speakers if labels.key(speaker.label) == labels.key(label)), None
        )
        if known is None:
            hint = Message("known: {names}", names=[speaker.label for speaker in draft.speakers])
            problems.add(Problem(draft.path, 0, 0, "C007", Message("nobody is labelled «{label}»", label=label), hint))
        elif said in set(Role):
            _set_role(draft, known, Role(said))
            _settle(draft, Subject.ROLES)
        else:
            rough_read.rename(draft, known, said)
            _settle(draft, Subject.NAME, known)
    if answers.title:
        draft.title = replace(draft.title, record=answers.title)
        _settle(draft, Subject.TITLE)
    if answers.date:
        _settle(draft, Subject.DATE)
        _set_date(draft, answers.date, problems)


def _settle(draft: Draft, subject: Subject, label: str = "") -> None:
    """Drop the questions about something, or about one speaker."""
    draft.decisions = [
        decision
        for decision in draft.decisions
        if not (decision.asked and decision.subject is subject and (not label or decision.label == label))
    ]


def _set_role(draft: Draft, label: str, role: Role) -> None:
    """Give a speaker a role; the only other one takes the other side."""
    other = {Role.INTERVIEWER: Role.INTERVIEWEE, Role.INTERVIEWEE: Role.INTERVIEWER}.get(role)
    two = len(draft.speakers) == 2 and other is not None  # noqa: PLR2004  a conversation of two
    draft.speakers = [
        replace(speaker, role=role if speaker.label == label else (other or role) if two else speaker.role)
        for speaker in draft.speakers
    ]


def _set_date(draft: Draft, text: str, problems: Problems) -> None:
    """Set the date that a person gives, in digits or as it is read in a text: «۱۲ آبان ۱۳۹۷»."""
    found: DateValue | None
    try:
        found = parse(text)
    except DateError as error:
        found = rough_dates.of_value(text)
        if found is None:
            problems.add(Problem(draft.path, 0, 0, "C006", error.message, error.hint))
            return
    draft.details = replace(draft.details, date=found)


def _front_matter(draft: Draft, document: Document, received: str) -> Iterator[str]:
    yield "---"
    yield from open_questions.lines(draft, document.unit)
    yield f"title: {_quoted(draft.title.record)}"
    if draft.details.date is not None:
        yield f"date: {rough_head.written(draft.details.date)}"
    if draft.details.original is Language.EN:
        yield f"language: {draft.details.language}"
    yield "speakers:"
    for speaker in draft.speakers:
        yield f"  {_quoted(speaker.label)}: {{role: {speaker.role}}}"
    yield "source:"
    if draft.details.provenance.name_text:
        yield f"  name: {_quoted(draft.details.provenance.name_text)}"
    if draft.details.provenance.url:
        yield f"  url: {_quoted(draft.details.provenance.url)}"
    if draft.details.provenance.published:
        yield f"  published: {draft.details.provenance.published}"
    if received:
        yield f"  received: {received}"
    yield f"  file: {_quoted(PurePosixPath(draft.path).name)}"
    if draft.notes:
        yield "  notes:"
        yield from (f"    - {_quoted(note)}" for note in draft.notes)
    yield "---"


def _body(draft: Draft, document: Document) -> Iterator[str]:
    known = labels.Labels(speaker.label for speaker in draft.speakers)
    for kind, passage in draft.front:
        yield labels.unlabelled(forms.escaped(passage.record), known)
        if kind:
            yield f"{{: .{kind} }}"
        yield ""
    for speech in draft.speeches:
        if speech.heading is not None:
            yield f"## {speech.heading.title.record}"
            yield ""
            yield from _about(document.sections.get(markup.bare(speech.heading.title.record)), known)
        yield from _turn(speech, known)
    for label, note in document.footnotes.items():
        yield f"[^{label}]: {note.record}"
        yield ""


def _about(said: SectionWords | None, known: labels.Labels) -> Iterator[str]:
    """Yield what a file says of a section, below its heading."""
    for name, text in said._asdict().items() if said else ():
        if text:
            yield labels.unlabelled(forms.escaped(escaping.escape(text)), known)
            yield f"{{: .{name} }}"
            yield ""


def _turn(speech: Speech, known: labels.Labels) -> Iterator[str]:
    first, *others = speech.passages
    shown = speech.shown if labels.key(speech.shown) == labels.key(speech.label) else ""
    yield blocks.escape(f"{shown or speech.label}: {forms.escaped(first.record)}")
    yield from _timed(speech.time)
    for passage in others:
        yield labels.unlabelled(forms.escaped(passage.record), known)
        yield from _timed(passage.time)


def _timed(seconds: int | None) -> Iterator[str]:
    """Yield what follows a paragraph: an attribute list with its time, if it has one, and a blank line."""
    if seconds is not None:
        yield f'{{: time="{times.clock(seconds)}" }}'
    yield ""


def _quoted(text: str) -> str:
    """Write a text for YAML: as it is when that is safe, else in double quotes."""
    plain_text = _PLAIN.fullmatch(text) is not None and text not in _NOT_PLAIN
    return text if plain_text else json.dumps(text, ensure_ascii=False)
