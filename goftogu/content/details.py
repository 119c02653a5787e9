"""What the front matter says of an interview: where it came from, its rights, and what a catalogue needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from goftogu.content.recording import Recording
from goftogu.content.transcript_language import TranscriptLanguage
from goftogu.content.units import Bilingual, Language, Paragraph
from goftogu.persian.dates.calendar import DateValue


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a transcript came from.

    Attributes:
        name: Id in ``people.toml`` of the body that published it, or empty.
        name_text: The name as written in the transcript, when no id is given.
        url: Address of the publication, or empty.
        received: ISO date on which the archive received it, or empty.
        file: Name of the file in ``content/received/`` as it came, or empty.
        published: ISO date on which it was published there, or empty.
        publish: False when the file is not published.
    """

    name: str = ""
    name_text: str = ""
    url: str = ""
    received: str = ""
    file: str = ""
    published: str = ""
    publish: bool = True


@dataclass(frozen=True, slots=True)
class Revision:
    """A change that the archive tells: its ISO date, and what was changed, in Persian, or nothing."""

    date: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Rights:
    """What a transcript says of the rights in it.

    Attributes:
        holder: Id in ``people.toml`` of who owns it, or a name, or empty.
        licence: Address of its licence, or empty.
        statement: What is said of it in both languages, or ``None``.
        note: What the archive adds, in Persian, or empty.
        translation: Address of the licence of the translation, or empty.
    """

    holder: str = ""
    licence: str = ""
    statement: Bilingual | None = None
    note: str = ""
    translation: str = ""


class Reference(NamedTuple):
    """An id that a file names, and where: the vocabulary that must have it, the key, the id, line and column."""

    vocabulary: str
    key: str
    id: str
    line: int
    column: int


class SeriesPart(NamedTuple):
    """A part of a series: the id of the series, the number, and its line and column."""

    series: str
    part: int
    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """What the archive's catalogue says of an interview.

    Attributes:
        summary: What it is about; ``id`` is ``summary``.
        keywords: Its keywords, with «، » between; ``id`` is ``keywords``. See :func:`keywords`.
        place: Id in ``places.toml`` of where it was held, or empty.
        languages: Tags of the languages that are spoken, as in :data:`goftogu.content.languages.NAMES`.
        duration: Seconds, or 0.
        series: Id in ``series.toml``, or empty.
        numbered: Its number in the series, or ``None``.
        identifier: Its call number in the archive, or empty.
        doi: Its DOI without an address, as ``10.5072/x``, or empty.
        contributors: Ids of ``people.toml`` or names, by role; see :data:`goftogu.content.contributors.ROLES`.
    """

    summary: Paragraph | None = None
    keywords: Paragraph | None = None
    place: str = ""
    languages: tuple[str, ...] = ()
    duration: int = 0
    series: str = ""
    numbered: SeriesPart | None = None
    identifier: str = ""
    doi: str = ""
    contributors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def part(self) -> int:
        """Its number in the series, or 0."""
        return self.numbered.part if self.numbered else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """The keys of the front matter that an interview takes as they are.

    A new key needs a field here and an entry in the schema of :mod:`goftogu.transcripts.header`, nothing else.

    Attributes:
        date: When it was held, or ``None``.
        language: In which it was held and transcribed.
        provenance: Where the text came from.
        redirects: Retired ids, each with the id that replaced it.
        draft: True when it is not to be published yet.
        embargo: ISO date of the last day on which it must not be published, or empty.
        rights: Who owns it, and what one may do with it.
        revisions: What was changed after it was published first.
        media: Its recordings.
        particulars: What the archive's catalogue says of it.
        references: The ids of vocabularies that the front matter names.
    """

    date: DateValue | None = None
    language: TranscriptLanguage = TranscriptLanguage.PERSIAN
    provenance: Provenance = field(default_factory=Provenance)
    redirects: Mapping[str, str] = field(default_factory=dict)
    draft: bool = False
    embargo: str = ""
    rights: Rights = Rights()
    revisions: tuple[Revision, ...] = ()
    media: tuple[Recording, ...] = ()
    particulars: Particulars = Particulars()
    references: tuple[Reference, ...] = ()

    @property
    def original(self) -> Language:
        """The language of the site that shows the transcript as it is; the other one shows a translation."""
        return self.language.edition

    @property
    def changed(self) -> str:
        """ISO date of the last change that the archive tells, or empty."""
        return max((revision.date for revision in self.revisions), default="")

    @property
    def named(self) -> tuple[tuple[str, str], ...]:
        """The entries of vocabularies that the front matter names, each once: file and id."""
        return tuple(sorted({(reference.vocabulary, reference.id) for reference in self.references}))
