"""The smallest values: a text in both languages, paragraphs, pictures, the files that an interview names, its notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from goftogu.problems import SourcePlace


class Language(StrEnum):
    """The two languages of an archive; the value is the BCP 47 tag and the first folder of a page's path."""

    FA = "fa"
    EN = "en"

    @property
    def other(self) -> Language:
        """The other one of the two."""
        return Language.EN if self is Language.FA else Language.FA


DIRECTIONS: Final[Mapping[str, str]] = {Language.FA: "rtl", Language.EN: "ltr"}
"""The direction in which each language is written."""


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A text that is given in both languages by hand (a label of a vocabulary, a site title)."""

    fa: str
    en: str

    def __getitem__(self, language: str) -> str:
        """Return the text of one language, ``"fa"`` or ``"en"``."""
        return self.fa if language == Language.FA else self.en


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The smallest addressable piece of text, and the unit of the translation memory.

    Attributes:
        id: Unique in its interview (``t7.1``, ``p2``, ``title``).
        record: The text as received.
        reading: The record with its half-spaces restored.
        line: Line of the source file, from 1.
        time: Second at which it begins on the clock of the transcript, or ``None``.
        language: Tag of its language (``ku``), or empty for that of the interview.
        form: Its form, a value of :class:`goftogu.conventions.forms.TextForm`.
    """

    id: str
    record: str
    reading: str
    line: int
    time: int | None = None
    language: str = ""
    form: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in an interview.

    Attributes:
        id: Permanent when stamped (``f1``), the anchor on all pages; ``portrait`` for that of the front matter.
        file: Its name in ``content/media/``.
        alt: What it shows, for those who do not see it: plain text.
        caption: The words below it, or ``None``.
        credit: Who made it or owns it, in Persian, or empty.
        after: Id of the paragraph or heading that it follows; empty when nothing precedes it.
    """

    id: str
    file: str
    alt: Paragraph
    caption: Paragraph | None
    credit: str
    after: str

    def units(self) -> Iterator[Paragraph]:
        """Yield what is translated of it."""
        yield self.alt
        if self.caption is not None:
            yield self.caption


class MediaMention(NamedTuple):
    """The name of a file in ``content/media/``, and where an author wrote it.

    Attributes:
        file: Its name.
        place: Where it is written.
        widths: In which widths, in pixels, the file is shown as a picture; empty when it is no picture.
    """

    file: str
    place: SourcePlace
    widths: tuple[int, ...] = ()


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
