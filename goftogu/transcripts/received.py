"""The text received, as ``import`` reads it: for the comparison with what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from goftogu.locale.message import Message
from goftogu.model import Source
from goftogu.problems import Problem, Problems
from goftogu.transcripts import labelled
from goftogu.transcripts.draft import Draft

if TYPE_CHECKING:
    from goftogu.transcripts.formats.document import Document

UNREAD: Final = "S017"
REVEALS: Final = "S018"
_BESIDE: Final = {
    "tracked deletion": Message("{count} tracked deletions"),
    "comment": Message("{count} comments"),
}


@dataclass(frozen=True, slots=True)
class Received:
    """What a file from outside holds.

    Attributes:
        passages: The paragraphs and headings of the interview, in order, with their markup.
        whole: All its words, also those that are not part of the interview.
        labels: What was taken for the label of a speaker.
        beside: Messages that say what else is in the file: comments, and words deleted while changes were tracked.
    """

    passages: tuple[str, ...]
    whole: str
    labels: frozenset[str] = frozenset()
    beside: tuple[Message, ...] = ()


def read(data: bytes, path: str, told: Problems | None = None) -> Received | None:
    """Read a file as it came.

    Args:
        data: All of it.
        path: Its name tells its form.
        told: Why it cannot be read is added.

    Returns:
        ``None`` when ``import`` cannot read it, or must be told its encoding.
    """
    from goftogu.transcripts.formats import encodings, registry  # noqa: PLC0415  most builds read no such file

    problems = Problems()
    document = registry.read(data, path, problems)
    asked = [message for message, hint in document.asked if hint == encodings.ASK] if document else []
    if document is None or asked:
        if told is not None:
            told.extend(_unread(path, reason) for reason in asked or (fault.message for fault in problems.errors()))
        return None
    found = _received(document, data, path, problems)
    return replace(found, beside=tuple(_beside(document)))


def _unread(path: str, reason: Message) -> Problem:
    message = Message("the pages claim nothing of the text received: {reason}", reason=reason)
    hint = Message("keep the text in a form that import reads, and name that file under source")
    return Problem.of_file(path, UNREAD, message, hint)


def _beside(document: Document) -> Iterator[Message]:
    """Yield what a reader of the file sees, or can have shown, that is not part of its text."""
    count = Counter(piece.note for piece in document.pieces)
    yield from (message.of(count=count[note]) for note, message in _BESIDE.items() if count[note])


def _received(document: Document, data: bytes, path: str, problems: Problems) -> Received:
    from goftogu.transcripts.rough import read as rough_read  # noqa: PLC0415  most builds read no such file

    if document.labelled:
        draft = labelled.read_labelled(Source(path, data, document.labelled), problems)
        whole = document.labelled
    else:
        draft = rough_read.of_document(document, problems)
        whole = "\n".join(piece.text for piece in (*document.pieces, *document.footnotes.values()))
    if draft is None:
        return Received(tuple(piece.record for piece in document.pieces), whole)
    shown = frozenset(speech.shown or speech.label for speech in draft.speeches)
    return Received(tuple(_passages(draft)), whole, shown)


def reveals(path: str, beside: tuple[Message, ...]) -> Problem:
    """Say that a file which is published holds more than its text.

    Args:
        path: The file.
        beside: What it holds.
    """
    message = Message("the file is published, and whoever opens it finds more than its text: {what}", what=list(beside))
    hint = Message("keep a copy without them as the file received, or write publish: false under source")
    return Problem.of_file(path, REVEALS, message, hint)


def _passages(draft: Draft) -> Iterator[str]:
    yield from (passage.record for _, passage in draft.front)
    for speech in draft.speeches:
        if speech.heading is not None:
            yield speech.heading.title.record
        yield from (passage.record for passage in speech.passages)
