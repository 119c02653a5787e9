"""The notes of an archive: ``[^1]`` in the text, and ``[^1]: …`` where it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from goftogu.conventions import marks
from goftogu.locale.message import Message
from goftogu.model import Footnote
from goftogu.problems import Problem, Problems
from goftogu.transcripts.draft import Draft, DraftParagraph, Reading, paragraph

_DEFINITION: Final = re.compile(rf"\[\^({marks.LABEL})\]:[ \t\u00a0]*")
_LIKE: Final = re.compile(r"(?<!\\)\[\^")


def definition(text: str) -> tuple[str, str] | None:
    """Return the name and the text of a note that a paragraph defines, or ``None``."""
    found = _DEFINITION.match(text)
    return (found[1], text[found.end() :].strip()) if found else None


def arrange(draft: Draft, reading: Reading) -> Iterator[Footnote]:
    """Yield the notes of a draft with ids, in the order in which the text leads to them."""
    known = {note.label: note for note in draft.footnotes}
    places = {label: passage.id for passage in _text(draft) for label, _ in references(passage.record)}
    for number, label in enumerate((label for label in places if label in known), 1):
        said = known[label].passage
        said.id = f"note-{label}"
        yield Footnote(label, number, paragraph(said, reading), places[label])


def references(text: str) -> Iterator[tuple[str, int]]:
    """Yield the labels to which a text refers, with the places of the references."""
    if "[^" in text:
        yield from ((marks.label(found[1]), found.start()) for found in marks.REFERENCE.finditer(text))


def check(draft: Draft, problems: Problems) -> None:
    """Report notes and references that do not belong together, and those in the wrong place."""
    for passage in (draft.title, *_elsewhere(draft)):
        if found := next(_likes(passage.record), None):
            message = Message("a heading, a few words about a speaker and a note can have no note")
            problems.add(_problem(draft, passage, message, Message("write it into the text"), found))
    known = _defined(draft, problems)
    referred: set[str] = set()
    for passage in _text(draft):
        _check_text(draft, passage, known, referred, problems)
    for note in draft.footnotes:
        if note.label not in referred:
            hint = Message("write [^{name}] where it belongs, or delete the note", name=note.label)
            message = Message("nothing refers to the note “{name}”", name=note.label)
            problems.add(_problem(draft, note.passage, message, hint))


def _defined(draft: Draft, problems: Problems) -> set[str]:
    known: set[str] = set()
    for note in draft.footnotes:
        if note.label in known:
            message = Message("a second note “{name}”", name=note.label)
            problems.add(_problem(draft, note.passage, message, Message("give it another name")))
        elif not note.passage.record:
            message = Message("the note “{name}” has no text", name=note.label)
            problems.add(_problem(draft, note.passage, message, Message("write it after the colon")))
        known.add(note.label)
    return known


def _check_text(draft: Draft, passage: DraftParagraph, known: set[str], referred: set[str], problems: Problems) -> None:
    sound = {place: label for label, place in references(passage.record)}
    for place in _likes(passage.record):
        label = sound.get(place)
        if label is None:
            hint = Message("write [^1] or [^name]: letters, digits and hyphens; to show the characters: \\[^")
            problems.add(_problem(draft, passage, Message("this refers to no note"), hint, place))
        elif label not in known:
            message = Message("there is no note “{name}”", name=label)
            hint = Message("write it on a line of its own: [^{name}]: …", name=label)
            problems.add(_problem(draft, passage, message, hint, place))
        elif label in referred:
            message = Message("a second reference to the note “{name}”", name=label)
            problems.add(_problem(draft, passage, message, Message("write a note of its own for this place"), place))
        referred.add(label or "")


def _likes(text: str) -> Iterator[int]:
    if "[^" in text:
        yield from (found.start() for found in _LIKE.finditer(text))


def _text(draft: Draft) -> Iterator[DraftParagraph]:
    """Yield the paragraphs that may have notes, in the order of the page."""
    order: Sequence[str] = ("lede", "", "note")
    yield from (passage for kind in order for own, passage in draft.front if own == kind)
    yield from (passage for speech in draft.speeches for passage in speech.passages)


def _elsewhere(draft: Draft) -> Iterator[DraftParagraph]:
    for speaker in draft.speakers:
        if speaker.description is not None:
            yield DraftParagraph(speaker.description.record, speaker.description.line)
    yield from (speech.heading.title for speech in draft.speeches if speech.heading is not None)
    yield from (note.passage for note in draft.footnotes)


def _problem(draft: Draft, passage: DraftParagraph, message: Message, hint: Message, place: int = 0) -> Problem:
    before = passage.record[:place]
    column = len(before) - before.rfind("\n") if "\n" in before else 1
    return Problem(draft.path, passage.line + before.count("\n"), column, "T030", message, hint)
