"""The smallest pieces of an interview: paragraphs, the files that it names, its notes and stage notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from goftogu.problems import SourcePlace


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The smallest addressable piece of text, and the unit of the translation memory.

    Attributes:
        id: Unique in its interview (``t7.1``, ``p2``, ``title``).
        record: The text as received.
        reading: The record with its half-spaces restored.
        line: Line of the source file, from 1.
        time: Second at which it begins on the clock of the transcript, or ``None``.
    """

    id: str
    record: str
    reading: str
    line: int = 0
    time: int | None = None


class MediaMention(NamedTuple):
    """The name of a file in ``content/media/``, and where an author wrote it."""

    file: str
    place: SourcePlace


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note of the archive to a place in the text.

    Attributes:
        label: Its name in the transcript, with ASCII digits.
        number: Its place among the notes, from 1.
        text: What it says; its id is ``note-`` and the label.
        place: Id of the paragraph that refers to it.
    """

    label: str
    number: int
    text: Paragraph
    place: str


@dataclass(frozen=True, slots=True)
class StageNote:
    """What is heard or seen and not said: its words in both languages, and its kind."""

    fa: str
    en: str
    kind: str
