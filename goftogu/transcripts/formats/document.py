"""What every form of file becomes: paragraphs, with what the file says about each of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from goftogu.content import times
from goftogu.locale.message import Message
from goftogu.transcripts.formats import escaping

STRONG: Final = "**"
EMPHASIS: Final = "*"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of a text that is bold or italic, or the place of a note.

    Attributes:
        start: Where it begins in the text.
        end: Where it ends; that is where it begins for a note.
        mark: ``STRONG``, ``EMPHASIS``, or what leads to the note: ``[^1]``.
    """

    start: int
    end: int
    mark: str

    @property
    def leads(self) -> bool:
        """Whether it leads to a note."""
        return self.mark.startswith("[^")


NOTES: Final = {
    "footnote": Message("footnote"),
    "endnote": Message("endnote"),
    "comment": Message("comment"),
    "caption": Message("caption"),
    "index": Message("index"),
    "message of the program": Message("message of the program"),
    "time": Message("time"),
}
"""What is said of the kinds of notes."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph.

    Attributes:
        text: Its plain text, with its bullet.
        line: Line, paragraph or cue of the file, from 1.
        spans: What is bold or italic, and where notes belong, in order, without overlap.
        heading: Level of a heading, or 0.
        mark: What a list of a word processor puts before it: ``-`` or ``1.``; it is not in the text.
        time: When it is spoken, as ``0:12:31``, or empty.
        speaker: Who speaks, when the file says so.
        note: What it is when it is no speech: ``footnote``, ``comment``, ``index`` …; or empty.
        is_ours: Whether the text is our Markdown already.
    """

    text: str
    line: int
    spans: tuple[Span, ...] = ()
    heading: int = 0
    mark: str = ""
    time: str = ""
    speaker: str = ""
    note: str = ""
    is_ours: bool = False

    def cut(self, start: int, end: int | None = None) -> Piece:
        """Return a part of the paragraph, without white space around it."""
        part = self.text[start:end]
        first = start + len(part) - len(part.lstrip())
        text = part.strip()

        def moved(place: int) -> int:
            return min(max(place - first, 0), len(text))

        kept = (span for span in self.spans if not span.leads or self._is_led(span, start, start + len(part)))
        spans = (Span(moved(span.start), moved(span.end), span.mark) for span in kept)
        shown = tuple(span for span in spans if span.leads or span.start < span.end)
        return replace(self, text=text, line=self.line + self.text.count("\n", 0, first), spans=shown)

    def _is_led(self, span: Span, start: int, end: int) -> bool:
        """Tell whether a part leads to a note: what leads there goes with the letter before it, or its word."""
        begins = not self.text[span.start - 1 : span.start].strip()
        return start <= span.start - (not begins or span.start == len(self.text)) < end

    def after(self, words: str) -> Piece:
        """Return the paragraph with some words and a blank before it."""
        moved = (Span(span.start + len(words) + 1, span.end + len(words) + 1, span.mark) for span in self.spans)
        return replace(self, text=f"{words} {self.text}".rstrip(), spans=tuple(moved))

    def leading(self, spans: Iterable[Span]) -> Piece:
        """Return the paragraph, if it says anything, with what led to a note before it at its beginning."""
        own = {span.mark for span in self.spans}
        more = [Span(0, 0, span.mark) for span in spans if span.leads and span.mark not in own]
        return replace(self, spans=(*more, *self.spans)) if self.text and more else self

    def unmarked(self) -> Piece:
        """Return the paragraph with nothing bold or italic; it leads to its notes as before."""
        return replace(self, spans=tuple(span for span in self.spans if span.leads))

    def is_below(self, other: Piece) -> bool:
        """Tell whether it begins on the line below another one, with no blank line between."""
        return self.line == other.line + other.text.count("\n") + 1

    @property
    def seconds(self) -> int | None:
        """The second at which it is spoken, or ``None``."""
        return times.whole(self.time)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold, but for signs around it."""
        strong = [span for span in self.spans if span.mark == STRONG]
        if len(strong) != 1:
            return False
        outside = self.text[: strong[0].start] + self.text[strong[0].end :]
        return not any(map(str.isalnum, outside))

    def as_note(self) -> Piece:
        """Return a note of the text, in our Markdown."""
        return Piece(self.record, self.line, note="footnote", is_ours=True)

    @property
    def record(self) -> str:
        """The text in our Markdown: bold and italic are marked, and every other sign means itself."""
        if self.is_ours:
            return self.text
        made, place = [], 0
        for span in self.spans:
            inner = self.text[span.start : span.end].strip()
            if span.leads:
                made += [self.text[place : span.start], span.mark, "", ""]
                place = span.start
            elif inner and "\n\n" not in inner:
                start = self.text.index(inner, span.start)
                made += [self.text[place:start], span.mark, inner, span.mark]
                place = start + len(inner)
        parts = [*made, self.text[place:]]
        return "".join(part if number % 4 in {1, 3} else escaping.escape(part) for number, part in enumerate(parts))


class Twin(NamedTuple):
    """The English of a Persian text, as a file from outside has it.

    Attributes:
        persian: The Persian without its label.
        english: The English.
        origin: Who made it, or where it comes from.
        id: Of the paragraph in an archive, when the file says it.
    """

    persian: str
    english: str
    origin: str
    id: str = ""


class SectionWords(NamedTuple):
    """What a file says of a section: what is spoken about in it, and its keywords; either may be empty."""

    synopsis: str
    keywords: str


@dataclass(slots=True)
class Document:
    """A file from outside.

    Attributes:
        path: The file.
        pieces: Its paragraphs, in order.
        unit: What ``Piece.line`` counts: ``line``, ``paragraph`` or ``cue``.
        title: When the file says it apart from the text.
        date: The same; as it is written there.
        published: When it was published, the same.
        source: Who published it, the same.
        url: Where it was published, the same.
        interviewers: Names, the same.
        interviewees: The same.
        told: What the account tells about the way in which it was read.
        asked: What a person must decide: messages with their hints.
        structured: Whether it names the speaker of every paragraph.
        labelled: The text, when it is a labelled transcript already.
        twins: The English that it holds, in order.
        sections: What it says of its sections, by their titles.
        footnotes: Its notes in our Markdown, by the labels that the text has for them; the others are pieces.
    """

    path: str
    pieces: list[Piece] = field(default_factory=list)
    unit: str = "line"
    title: str = ""
    date: str = ""
    published: str = ""
    source: str = ""
    url: str = ""
    interviewers: tuple[str, ...] = ()
    interviewees: tuple[str, ...] = ()
    told: list[Message] = field(default_factory=list)
    asked: list[tuple[Message, Message]] = field(default_factory=list)
    structured: bool = False
    labelled: str = ""
    twins: list[Twin] = field(default_factory=list)
    sections: dict[str, SectionWords] = field(default_factory=dict)
    footnotes: dict[str, Piece] = field(default_factory=dict)


class Refused(Exception):  # noqa: N818  it never leaves the wing
    """A file that cannot be read: the message, the hint, the code and the place."""

    def __init__(self, message: Message, hint: Message, *, line: int = 0, column: int = 0, code: str = "S011") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.line = line
        self.column = column
        self.code = code


def joined(pieces: Iterable[Piece]) -> Piece:
    """Return pieces that follow each other as one, with blanks between."""
    first, *others = pieces
    text, spans = first.text, list(first.spans)
    for piece in others:
        moved = len(text) + 1
        spans += [Span(span.start + moved, span.end + moved, span.mark) for span in piece.spans]
        text = f"{text} {piece.text}"
    return replace(first, text=text, spans=tuple(spans))
