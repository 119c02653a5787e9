"""Outlines: interviews as the archive's lists show them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from goftogu.content.defaults import NO_DEFAULTS, Defaults
from goftogu.content.transcript_language import TranscriptLanguage
from goftogu.edition import published_english
from goftogu.index.indexing import Findings
from goftogu.model import Interview, Language, Paragraph, Provenance, Speaker
from goftogu.persian.dates import calendar
from goftogu.persian.dates.calendar import DateValue
from goftogu.translation.memory.entry import Translation


@dataclass(frozen=True, slots=True)
class Outline:
    """What lists may show of an interview. They cannot show anything else, and they are made again when it changes.

    Attributes:
        id: Its id.
        path: The source file.
        title: Its title.
        language: In which it was held and transcribed.
        date: When it was held or published, or ``None``.
        speakers: By label, in order of appearance, without their descriptions.
        lede: The summary above the text, or ``None``.
        provenance: Where the text came from.
        english: The translation of title and lede, by id of the paragraph.
        translated: Whether at least one paragraph is translated.
        changed: ISO date of the last change that the archive tells, or empty.
        place: Id of the place where it was held, or empty.
        series: Id of its series, or empty.
        part: Its number in the series, or 0.
        contributors: Ids of people or names, by role.
        named: The entries of vocabularies that its front matter names: file and id.
        length: How many turns it has.
        duration: How long it took, in seconds, or 0.
    """

    id: str
    path: str
    title: Paragraph
    language: TranscriptLanguage
    date: DateValue | None
    speakers: Mapping[str, Speaker]
    lede: Paragraph | None
    provenance: Provenance
    english: Mapping[str, Translation]
    translated: bool
    changed: str
    place: str
    series: str
    part: int
    contributors: Mapping[str, tuple[str, ...]]
    named: tuple[tuple[str, str], ...]
    length: int
    duration: int

    @property
    def original(self) -> Language:
        """The language of the site that shows the transcript as it is."""
        return self.language.edition

    def year(self, language: str) -> int | None:
        """Return the year of the date, in the calendar that readers of a language expect; ``None`` without a date."""
        return calendar.year(self.date, language) if self.date else None


class Listed(NamedTuple):
    """An interview in a list: its outline, and where the index leads in it."""

    outline: Outline
    findings: Findings


def outline(interview: Interview, english: Mapping[str, Translation], defaults: Defaults = NO_DEFAULTS) -> Outline:
    """Return the outline of an interview.

    Args:
        interview: The interview.
        english: The English of its paragraphs.
        defaults: What holds where the interview says nothing.
    """
    said = defaults.given_to(interview.particulars)
    shown = [unit for unit in (interview.title, interview.lede) if unit is not None]
    return Outline(
        id=interview.id,
        path=interview.path,
        title=interview.title,
        language=interview.language,
        date=interview.date,
        speakers={
            label: Speaker(speaker.label, speaker.role, speaker.person, speaker.organisation)
            for label, speaker in interview.speakers.items()
        },
        lede=interview.lede,
        provenance=interview.provenance,
        english={unit.id: english[unit.id] for unit in shown if unit.id in english},
        translated=published_english.has_words(english.values()),
        changed=interview.changed,
        place=said.place,
        series=said.series,
        part=said.part,
        contributors=said.contributors,
        named=tuple(sorted({*interview.named, *((found.vocabulary, found.id) for found in defaults.references)})),
        length=len(interview.turns),
        duration=said.duration,
    )
