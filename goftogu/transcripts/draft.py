"""An interview while it is being read: texts and speakers, before ids, exchanges and the reading layer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields, replace
from pathlib import PurePosixPath

from goftogu.model import (
    Details,
    Interview,
    MediaMention,
    Paragraph,
    Particulars,
    Picture,
    Role,
    Section,
    Speaker,
    Turn,
)
from goftogu.persian.orthography.layer import as_persian
from goftogu.storage import names
from goftogu.transcripts import exchanges, ids
from goftogu.transcripts.decisions import ImportDecision

Reading = Callable[[str], str]
"""The reading layer: a text with its half-spaces restored."""


@dataclass(slots=True)
class DraftParagraph:
    """A paragraph or a heading as written in the source.

    Attributes:
        record: Its text.
        line: Line on which it begins.
        id: Stamped id, or empty.
        text_ends: Line on which its text ends; 0 in a raw text.
        listed: Line of its attribute list, or 0.
        time: Second at which it begins in the recording, or ``None``.
        language: Tag of its language when it is not that of the interview.
        form: Its form, when it is no plain paragraph.
    """

    record: str
    line: int
    id: str = ""
    text_ends: int = 0
    listed: int = 0
    time: int | None = None
    language: str = ""
    form: str = ""


@dataclass(slots=True)
class DraftFootnote:
    """A note as written in the source: its label, with ASCII digits, and its text."""

    label: str
    passage: DraftParagraph


@dataclass(slots=True)
class DraftPicture:
    """A picture as written in the source.

    Attributes:
        file: Its name in ``content/media/``.
        alt: What it shows.
        caption: The words below it, or empty.
        credit: Who made it, or empty.
        after: What it follows, or ``None``.
        line: Line of the source.
        id: Stamped id, or empty.
        text_ends: The same line.
        listed: Line of its attribute list, or 0.
    """

    file: str
    alt: str
    caption: str
    credit: str
    after: DraftParagraph | None
    line: int
    id: str
    text_ends: int = 0
    listed: int = 0


@dataclass(slots=True)
class DraftHeading:
    """A section that begins with the turn that holds it; ``about`` has its synopsis and its keywords, by class."""

    title: DraftParagraph
    topics: tuple[str, ...] = ()
    about: dict[str, DraftParagraph] = field(default_factory=dict)


@dataclass(slots=True)
class Speech:
    """A turn as written in the source.

    Attributes:
        label: Of the speaker, as declared.
        shown: The label as written in the text; empty when the speaker was inferred.
        line: Of its label.
        passages: Its paragraphs.
        id: Stamped id, or empty.
        stamped: True when the id is in the source.
        add: Topics that the editor adds.
        drop: Topics that the editor removes.
        heading: The section that begins here.
        text_ends: Line below which its attribute list belongs; 0 while no text was seen, and in a raw text.
        listed: Line of its attribute list, or 0.
        time: Second at which it begins in the recording, or ``None``.
        language: Tag of the language of its paragraphs, or empty.
    """

    label: str
    shown: str
    line: int
    passages: list[DraftParagraph] = field(default_factory=list)
    id: str = ""
    stamped: bool = False
    add: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    heading: DraftHeading | None = None
    text_ends: int = 0
    listed: int = 0
    time: int | None = None
    language: str = ""


@dataclass(slots=True)
class Draft:
    """Everything that was understood of one file.

    Attributes:
        path: The file.
        title: Its heading.
        details: The other keys of the front matter.
        speakers: In the order in which the page names them; their descriptions have no reading yet.
        front: Paragraphs above the first turn in the order of the file, with their class: ``lede``, ``note`` or empty.
        speeches: The turns.
        footnotes: The notes of the archive, in the order of the file.
        raw: True for a raw text.
        notes: Lines that are not part of the interview.
        decisions: What was taken for what in a text from outside.
        mentions: Every file of ``content/media/`` that it names.
        portrait: The picture of who is interviewed, or ``None``.
        pictures: Those in the text, in the order of the file.
    """

    path: str
    title: DraftParagraph
    details: Details = field(default_factory=Details)
    speakers: list[Speaker] = field(default_factory=list)
    front: list[tuple[str, DraftParagraph]] = field(default_factory=list)
    speeches: list[Speech] = field(default_factory=list)
    footnotes: list[DraftFootnote] = field(default_factory=list)
    raw: bool = False
    notes: list[str] = field(default_factory=list)
    decisions: list[ImportDecision] = field(default_factory=list)
    mentions: list[MediaMention] = field(default_factory=list)
    portrait: DraftPicture | None = None
    pictures: list[DraftPicture] = field(default_factory=list)

    def stamped(self) -> Iterator[DraftParagraph | DraftPicture | Speech]:
        """Yield everything that may carry an id of its own, in the order of the file but for the pictures."""
        yield from (passage for _, passage in self.front)
        yield from self.pictures
        for speech in self.speeches:
            if speech.heading is not None:
                yield speech.heading.title
            yield speech

    def taken(self) -> set[str]:
        """Return the ids that must not be given again: those in the file, and those that were given up."""
        return {item.id for item in self.stamped()} | set(self.details.redirects)


def finish(draft: Draft, reading: Reading) -> Interview:
    """Give ids, find the exchanges and apply the reading layer.

    Args:
        draft: At least one turn, each with a paragraph; stamped ids are well formed and unique.
        reading: Called once for every paragraph.
    """
    _give_ids(draft)
    speakers = {as_persian(speaker.label): _read_speaker(speaker, reading) for speaker in draft.speakers}
    turns = _turns(draft, speakers, reading)
    front = [(kind, paragraph(passage, reading)) for kind, passage in draft.front]
    return Interview(
        id=names.composed(PurePosixPath(draft.path).stem),
        path=draft.path,
        title=paragraph(draft.title, reading),
        speakers=speakers,
        lede=next((paragraph for kind, paragraph in front if kind == "lede"), None),
        introduction=tuple(paragraph for kind, paragraph in front if not kind),
        note=next((paragraph for kind, paragraph in front if kind == "note"), None),
        turns=turns,
        exchanges=exchanges.of(turns),
        sections=_sections(draft, reading),
        raw=draft.raw,
        mentions=tuple(draft.mentions),
        portrait=_picture(draft.portrait, reading) if draft.portrait else None,
        pictures=tuple(_picture(picture, reading) for picture in draft.pictures),
        **{detail.name: getattr(draft.details, detail.name) for detail in fields(Details)}
        | {"particulars": _read_particulars(draft.details.particulars, reading)},
    )


def _give_ids(draft: Draft) -> None:
    taken = draft.taken()
    names, fronts, sections = ids.IdMaker(taken), ids.numbers("p", taken), ids.numbers("s", taken)
    pictures = ids.numbers("f", taken)
    draft.title.id = "title"
    for _, passage in draft.front:
        passage.id = passage.id or next(fronts)
    for picture in draft.pictures:
        picture.id = picture.id or next(pictures)
    for speech in draft.speeches:
        speech.passages[0].time = speech.passages[0].time if speech.time is None else speech.time
        text = "\n".join(passage.record for passage in speech.passages)
        speech.id = speech.id or names.free(ids.by_content(text))
        for number, passage in enumerate(speech.passages, 1):
            passage.id = f"{speech.id}.{number}"
        if speech.heading is not None:
            speech.heading.title.id = speech.heading.title.id or next(sections)
            for kind, passage in speech.heading.about.items():
                passage.id = f"{speech.heading.title.id}.{kind}"


def paragraph(passage: DraftParagraph, reading: Reading) -> Paragraph:
    """Return a paragraph with its id and its reading; one in another language is read letter by letter."""
    read = passage.record if passage.language else reading(passage.record)
    return Paragraph(passage.id, passage.record, read, passage.line, passage.time, passage.language, passage.form)


def _picture(picture: DraftPicture, reading: Reading) -> Picture:
    alt = Paragraph(f"{picture.id}.alt", picture.alt, reading(picture.alt), picture.line)
    said = picture.caption
    caption = Paragraph(f"{picture.id}.caption", said, reading(said), picture.line) if said else None
    after = picture.after.id if picture.after else ""
    return Picture(picture.id, picture.file, alt, caption, picture.credit, after)


def _read_speaker(speaker: Speaker, reading: Reading) -> Speaker:
    return replace(speaker, label=as_persian(speaker.label), description=_read(speaker.description, reading))


def _read_particulars(said: Particulars, reading: Reading) -> Particulars:
    return replace(said, summary=_read(said.summary, reading), keywords=_read(said.keywords, reading))


def _read(unit: Paragraph | None, reading: Reading) -> Paragraph | None:
    return replace(unit, reading=reading(unit.record)) if unit else None


def _turns(draft: Draft, speakers: dict[str, Speaker], reading: Reading) -> tuple[Turn, ...]:
    turns: list[Turn] = []
    exchange, section, asking = -1, "", False
    for speech in draft.speeches:
        label = as_persian(speech.label)
        was_asking, asking = asking, speakers[label].role == Role.INTERVIEWER
        exchange += not turns or (asking and not was_asking)
        section = speech.heading.title.id if speech.heading else section
        turns.append(
            Turn(
                id=speech.id,
                speaker=label,
                paragraphs=tuple(paragraph(passage, reading) for passage in speech.passages),
                exchange=exchange,
                section=section,
                add_topics=speech.add,
                drop_topics=speech.drop,
                inferred=not speech.shown,
                stamped=speech.stamped,
                line=speech.line,
            )
        )
    return tuple(turns)


def _sections(draft: Draft, reading: Reading) -> tuple[Section, ...]:
    headed = [(speech.heading, speech.id) for speech in draft.speeches if speech.heading is not None]
    return tuple(
        Section(
            heading.title.id,
            paragraph(heading.title, reading),
            first,
            heading.topics,
            **{kind: paragraph(passage, reading) for kind, passage in heading.about.items()},
        )
        for heading, first in headed
    )
