"""The material of every export: an interview with its English, topics and settings."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from goftogu import markup, urls
from goftogu.content.settings import SiteConfig
from goftogu.content.transcript_language import TranscriptLanguage
from goftogu.content.vocabulary import Person, PersonKind, Series, Topic, Vocabulary
from goftogu.conventions import marks
from goftogu.conventions.marks import Conventions
from goftogu.edition import dates, published_english, recordings, rights, tags
from goftogu.edition.pictures import NO_PICTURES, InterviewPictures
from goftogu.edition.recordings import MediaFacts, PublishedRecording
from goftogu.edition.rights import OwnedRights
from goftogu.edition.site import Site
from goftogu.index.topics import Kind, TopicMark
from goftogu.model import Interview, Language, Paragraph, Particulars, Role, Speaker, Turn
from goftogu.transcripts import labels
from goftogu.transcripts.collation import Collation
from goftogu.translation.memory.entry import NOTHING, Translation

_VERSION: Final = 4
"""Bytes of a version; two texts of one archive are very unlikely to share one."""


@dataclass(frozen=True, slots=True)
class CitedName:
    """A name as reference lists need it: family and given name, or only ``family`` when it is written as one."""

    family: str
    given: str = ""


@dataclass(frozen=True, slots=True)
class Credit:
    """Somebody who is named for an interview.

    Attributes:
        label: As the transcript calls the speaker.
        known: The person, else the body that the speaker speaks for, else ``None``.
    """

    label: str
    known: Person | None

    def name(self, language: str) -> str:
        """Return the established name, or the label."""
        return self.known.name[language] if self.known else self.label

    def parts(self, language: str) -> CitedName:
        """Return the name with the family name apart, from the form by which it is sorted."""
        if self.known is None or self.known.kind == PersonKind.ORGANISATION:
            return CitedName(self.name(language))
        family, comma, given = self.known.sort[language].partition("،" if language == Language.FA else ",")
        return CitedName(family.strip(), given.strip()) if comma else CitedName(self.name(language))


@dataclass(frozen=True)
class Material:
    """One interview with everything that its exports contain.

    Attributes:
        interview: The interview.
        translations: The translation by id of the paragraph; what is not there is missing.
        marks: The topics by id of the exchange.
        vocabulary: Names of people and topics.
        config: The archive.
        collation: The result of comparing it with the text received, or ``None``.
        pictures: What is published of the pictures that it shows.
        media: What its recordings were found to be, by the name of the file.
    """

    interview: Interview
    translations: Mapping[str, Translation]
    marks: Mapping[str, tuple[TopicMark, ...]]
    vocabulary: Vocabulary
    config: SiteConfig
    collation: Collation | None = None
    pictures: InterviewPictures = NO_PICTURES
    media: Mapping[str, MediaFacts] = field(default_factory=dict)

    @classmethod
    def of(cls, site: Site, interview: Interview, pictures: InterviewPictures = NO_PICTURES) -> Material:
        """Collect what a site has of an interview, and the pictures that it shows."""
        english, marks = site.translations.get(interview.id, {}), site.index.marks(interview.id)
        said = site.vocabulary, site.config, site.collation, pictures, site.media
        return cls(interview, english, marks, *said)

    def english(self, unit: Paragraph) -> Translation:
        """Return the translation of a paragraph, Persian if it was said in English; ``missing`` when there is none."""
        found = self.translations.get(unit.id, NOTHING)
        return found if found.text else NOTHING

    def text(self, unit: Paragraph, language: str) -> str:
        """Return a paragraph in one language; the original when it is not translated."""
        return unit.reading if language == self.original else self.english(unit).text or unit.reading

    def plain(self, unit: Paragraph, language: str, *, notes: bool = False) -> str:
        """Return a paragraph in one language without its markup; with the numbers of its notes if they are wanted."""
        translated = language != self.original and bool(self.english(unit).text)
        text = self.text(unit, language)
        if notes:
            text = marks.numbered(text, language, self.conventions)
        return markup.bare(text, self.original.other if translated else self.original)

    def languages(self, unit: Paragraph) -> list[Language]:
        """Return the languages in which a paragraph is there."""
        return list(Language) if self.english(unit).text else [self.original]

    @property
    def original(self) -> Language:
        """The language of the site that shows the transcript as it is; the other one shows a translation."""
        return self.interview.original

    @property
    def dari(self) -> bool:
        """Whether the interview was held in Dari."""
        return self.interview.language is TranscriptLanguage.DARI

    def date(self, language: str) -> str:
        """Return when the interview was held, as an edition writes it; empty when nobody knows."""
        day = self.interview.date
        return dates.written(day, language, dari=self.dari) if day else ""

    def tag_of(self, language: Language) -> str:
        """Return the tag of one of the two languages in records: its Persian may be Dari."""
        return tags.record(language, dari=self.dari)

    def page_tag(self, language: Language) -> str:
        """Return the tag of one of the two languages on pages and in books."""
        return tags.tags(dari=self.dari)[language]

    def tag(self, language: Language) -> str:
        """Return the tag of the text that an edition shows, for records; see :meth:`tongue`."""
        return self.tag_of(self.tongue(language))

    @cached_property
    def conventions(self) -> Conventions | None:
        """What brackets in the texts mean, or ``None``."""
        return marks.of(self.interview)

    @cached_property
    def rights(self) -> OwnedRights:
        """Who owns the text, and what one may do with it."""
        found = rights.of(self.interview.rights, self.config, self.vocabulary, self.series)
        return found if len(self.tongues) > 1 else replace(found, translation="")

    @cached_property
    def particulars(self) -> Particulars:
        """What the catalogue says of it, with what holds for all interviews of the archive."""
        return self.config.defaults.given_to(self.interview.particulars)

    @property
    def series(self) -> Series | None:
        """The series that it belongs to, or ``None``."""
        return self.vocabulary.series.get(self.interview.particulars.series)

    @cached_property
    def recordings(self) -> tuple[PublishedRecording, ...]:
        """The recordings that are published, in the order of the clock."""
        return recordings.of(self.interview, self.media)

    @cached_property
    def tongues(self) -> tuple[Language, ...]:
        """The languages of the text: both when at least one paragraph is translated."""
        translated = published_english.has_words(map(self.english, self.interview.units()))
        return tuple(Language) if translated else (self.original,)

    def tongue(self, language: Language) -> Language:
        """Return the language of the text that an edition shows; the original as long as nothing is translated."""
        return language if language in self.tongues else self.original

    def credit(self, speaker: Speaker) -> Credit:
        """Return by which name a speaker is credited."""
        people = self.vocabulary.people
        return Credit(speaker.label, people.get(speaker.person) or people.get(speaker.organisation))

    def credits(self, role: Role) -> list[Credit]:
        """Return who had a role, each once. Only who is interviewed is credited by a mere label, if it is a name."""
        speakers = (item for item in self.interview.speakers.values() if item.role == role and labels.is_named(item))
        named = {found.known.id if found.known else found.label: found for found in map(self.credit, speakers)}
        return [found for found in named.values() if found.known or role == Role.INTERVIEWEE]

    def publisher(self, language: str) -> str:
        """Return who published the text before the archive had it, or an empty string."""
        provenance = self.interview.provenance
        known = self.vocabulary.people.get(provenance.name)
        return known.name[language] if known else provenance.name_text

    def topics(self) -> list[Topic]:
        """Return what the interview is about, in the order of the vocabulary."""
        used = {mark.topic for marks in self.marks.values() for mark in marks if mark.kind == Kind.PRIMARY}
        return [topic for topic in self.vocabulary.topics.values() if topic.id in used]

    def address(self, language: str, fragment: str = "") -> str:
        """Return the address of the interview or a turn; its path within the site when nobody knows more."""
        path = urls.interview(language, self.interview.id)
        if self.config.url:
            return urls.absolute(self.config.url, path, fragment)
        return f"{path}#{fragment}" if fragment else path

    def version(self, language: str) -> str:
        """Return ``v`` and eight hexadecimal digits that change with every letter of the text in one language."""
        return self._versions[language]

    @cached_property
    def _versions(self) -> Mapping[str, str]:
        return {
            language: _version(self.text(unit, language) for unit in self.interview.units()) for language in Language
        }

    def turn(self, turn_id: str) -> tuple[int, Turn]:
        """Return a turn and its number in the interview, from 1.

        Raises:
            KeyError: When there is no such turn.
        """
        for number, turn in enumerate(self.interview.turns, 1):
            if turn.id == turn_id:
                return number, turn
        raise KeyError(turn_id)


def _version(texts: Iterable[str]) -> str:
    return f"v{hashlib.blake2s(chr(0).join(texts).encode(), digest_size=_VERSION).hexdigest()}"
