"""The values that travel through the program: sources, interviews, vocabularies and pages.

All are frozen. Texts exist twice: ``record`` is what the archivist put into ``content/``, ``reading`` is the same text
with its half-spaces restored (see :mod:`goftogu.persian.orthography.layer`). Markup belongs to neither; it is made on
the way to the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from goftogu.content.details import Details, Particulars, Provenance, Reference, Revision, Rights
from goftogu.content.units import DIRECTIONS, Bilingual, Footnote, Language, MediaMention, Paragraph, Picture, StageNote

__all__ = [
    "DIRECTIONS",
    "Bilingual",
    "Details",
    "Exchange",
    "Footnote",
    "InterfaceMessage",
    "Interview",
    "Language",
    "MediaMention",
    "Paragraph",
    "Particulars",
    "Picture",
    "Provenance",
    "Reference",
    "Revision",
    "Rights",
    "Role",
    "Section",
    "Source",
    "Speaker",
    "StageNote",
    "Turn",
]

InterfaceMessage = NewType("InterfaceMessage", str)
"""An English text of the interface that the program hands to a template; ``templates/locale/fa.po`` has its Persian."""


class Role(StrEnum):
    """What a speaker does in an interview."""

    INTERVIEWER = "interviewer"
    INTERVIEWEE = "interviewee"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Source:
    """One file of ``content/`` as read from the disk.

    Attributes:
        path: Relative to the project root, with ``/``.
        data: The bytes as they are, offered as “text as received”.
        text: The decoded text, with newlines as line ends and without a byte-order mark.
    """

    path: str
    data: bytes
    text: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks in one interview.

    Attributes:
        label: As written in the transcript, before the colon.
        role: Interviewer, interviewee or other.
        person: Id in ``people.toml``, or empty.
        organisation: Id in ``people.toml`` of the body the speaker speaks for, or empty.
        description: A few Persian words about the speaker in this interview (``id`` is ``speaker.N``), or ``None``.
        inferred: True when nobody declared the speaker.
    """

    label: str
    role: Role = Role.OTHER
    person: str = ""
    organisation: str = ""
    description: Paragraph | None = None
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says before another one speaks.

    Attributes:
        id: Permanent when stamped (``t7``), else made from a hash of the text (``h1f3c9a02``). The anchor on all pages.
        speaker: Label of the speaker, a key of ``Interview.speakers``.
        paragraphs: At least one.
        exchange: Index into ``Interview.exchanges``.
        section: Id of the section, or empty.
        add_topics: Topic ids that the editor adds to what is matched.
        drop_topics: Topic ids that the editor removes.
        inferred: True when the speaker was inferred, not labelled.
        stamped: True when the id is in the source.
        line: Line of the source file, from 1.
    """

    id: str
    speaker: str
    paragraphs: tuple[Paragraph, ...]
    exchange: int
    section: str
    add_topics: tuple[str, ...]
    drop_topics: tuple[str, ...]
    inferred: bool
    stamped: bool
    line: int

    @property
    def time(self) -> int | None:
        """Second at which it begins on the clock of the transcript, or ``None``."""
        return self.paragraphs[0].time


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question with its answer: ``x-`` and the id of its first turn, and the ids of its turns, in order."""

    id: str
    turns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A titled range of turns.

    Attributes:
        id: Permanent when stamped (``s1``).
        title: The heading; its id is the section's id.
        first: Id of the first turn.
        add_topics: Topic ids set for the whole range.
        synopsis: What is spoken about in it; ``id`` is ``s1.synopsis``.
        keywords: Its keywords, with commas between; ``id`` is ``s1.keywords``.
    """

    id: str
    title: Paragraph
    first: str
    add_topics: tuple[str, ...] = ()
    synopsis: Paragraph | None = None
    keywords: Paragraph | None = None

    def units(self) -> Iterator[Paragraph]:
        """Yield its paragraphs: title, synopsis, keywords."""
        yield from filter(None, (self.title, self.synopsis, self.keywords))


@dataclass(frozen=True, slots=True)
class Interview(Details):
    """One interview, read and checked.

    Attributes:
        id: Name of the source file without its ending; used in every address.
        path: The source file.
        title: Paragraph ``title``.
        speakers: By label, in order of appearance.
        lede: The summary above the text, or ``None``.
        introduction: Paragraphs before the first turn.
        note: The line that leads to the text («متن کامل …»), or ``None``.
        turns: In order.
        exchanges: In order.
        raw: True when the source is a raw ``.txt``.
        sections: In order.
        mentions: Every file of ``content/media/`` that it names.
        footnotes: The notes of the archive, in the order in which the text leads to them.
        stage_notes: Those that the text has.
        portrait: The picture of who is interviewed, or ``None``.
        pictures: Those in the text, in order.
    """

    id: str
    path: str
    title: Paragraph
    speakers: Mapping[str, Speaker]
    lede: Paragraph | None
    introduction: tuple[Paragraph, ...]
    note: Paragraph | None
    turns: tuple[Turn, ...]
    exchanges: tuple[Exchange, ...]
    raw: bool
    sections: tuple[Section, ...] = ()
    mentions: tuple[MediaMention, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    stage_notes: tuple[StageNote, ...] = ()
    portrait: Picture | None = None
    pictures: tuple[Picture, ...] = ()

    def front(self) -> Iterator[Paragraph]:
        """Yield the paragraphs above the first turn: lede, introduction, note."""
        if self.lede is not None:
            yield self.lede
        yield from self.introduction
        if self.note is not None:
            yield self.note

    def units(self) -> Iterator[Paragraph]:
        """Yield every paragraph that is translated, in the order of the page."""
        placed = self.placed()
        for unit in self._texts():
            yield unit
            for picture in placed.get(unit.id, ()):
                yield from picture.units()

    def turn_ids(self) -> Mapping[str, str]:
        """Return the id of the turn of each paragraph that is in one."""
        return {unit.id: turn.id for turn in self.turns for unit in turn.paragraphs}

    def placed(self) -> Mapping[str, Sequence[Picture]]:
        """Return the pictures by the id of what they follow; what precedes all texts is below the title."""
        found: dict[str, list[Picture]] = {}
        for picture in self.pictures:
            found.setdefault(picture.after or self.title.id, []).append(picture)
        return found

    def _texts(self) -> Iterator[Paragraph]:
        """Yield every paragraph but what belongs to the pictures in the text."""
        yield self.title
        yield from filter(None, (self.particulars.summary, self.particulars.keywords))
        if self.portrait is not None:
            yield from self.portrait.units()
        yield from (speaker.description for speaker in self.speakers.values() if speaker.description is not None)
        yield from self.front()
        sections = {section.first: section for section in self.sections}
        for turn in self.turns:
            if turn.id in sections:
                yield from sections[turn.id].units()
            yield from turn.paragraphs
        yield from (note.text for note in self.footnotes)
