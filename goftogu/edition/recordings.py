"""The recordings of an interview as they are published: what plays at a time of the transcript, and where.

The clock of the transcript goes through all recordings. Each begins at its ``offset`` on that clock; of those that
begin together the first one is meant.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from goftogu import urls
from goftogu.content.recording import Recording
from goftogu.content.settings import SiteConfig
from goftogu.conventions import withheld
from goftogu.model import Bilingual, Interview

NAMES: Final = {True: Bilingual("فیلم", "Video"), False: Bilingual("صدا", "Audio")}
"""What a recording without a label is called, by whether there is a picture."""


class MediaFacts(NamedTuple):
    """What a file of ``content/media/`` was found to be: its media type, and its seconds, or 0."""

    type: str
    seconds: float


@dataclass(frozen=True, slots=True)
class PublishedRecording:
    """A recording that readers can play.

    Attributes:
        path: Its path in the site, or empty.
        url: Its address elsewhere, or empty; one of the two is there.
        type: Its media type.
        label: What it is called.
        offset: Second on the clock of the transcript at which it begins.
        seconds: How long it is, or 0.
    """

    path: str
    url: str
    type: str
    label: Bilingual
    offset: int
    seconds: float

    @property
    def is_video(self) -> bool:
        """Whether there is a picture."""
        return self.type.startswith("video/")

    def href(self, page: str) -> str:
        """Return the link to it from a page."""
        return self.url or urls.href(page, self.path)

    def moment(self, page: str, time: int) -> str:
        """Return the link from a page that plays it from a time of the transcript on, as a media fragment."""
        address = self.href(page).partition("#")[0]
        return f"{address}#t={max(0, time - self.offset)}"

    def address(self, config: SiteConfig) -> str:
        """Return its full address; its path within the site when the archive does not know its own."""
        return self.url or (urls.absolute(config.url, self.path) if config.url else self.path)

    @property
    def origin(self) -> str:
        """What a page must allow to play it: the origin of its address, or that of the page."""
        if not self.url:
            return "'self'"
        parts = urlsplit(self.url)
        return f"{parts.scheme.lower()}://{parts.netloc.rpartition('@')[2].lower()}"


def of(interview: Interview, facts: Mapping[str, MediaFacts]) -> tuple[PublishedRecording, ...]:
    """Return the recordings of an interview, in the order of the clock.

    Args:
        interview: The interview.
        facts: What its files were found to be, by name.
    """
    made = (_published(item, facts.get(item.file)) for item in withheld.open_recordings(interview))
    return tuple(sorted(made, key=lambda item: item.offset))


def _published(item: Recording, found: MediaFacts | None) -> PublishedRecording:
    kind = found.type if found else item.usual_type
    seconds = found.seconds if found and found.seconds else item.duration
    label = Bilingual(*item.label) if item.label else NAMES[kind.startswith("video/")]
    path = urls.recording(unicodedata.normalize("NFC", item.file)) if item.file else ""
    return PublishedRecording(path, item.url, kind, label, item.offset, seconds)


def playing(recordings: Sequence[PublishedRecording], time: int) -> PublishedRecording | None:
    """Return what plays at a time of the transcript; ``None`` when nothing does."""
    begun = [item.offset for item in recordings if item.offset <= time]
    found = next((item for item in recordings if begun and item.offset == begun[-1]), None)
    return None if found is None or ends_before(found.offset, found.seconds, time) else found


def ends_before(offset: int, seconds: float, time: int) -> bool:
    """Tell whether a recording whose length is known has ended at a time."""
    return bool(seconds) and time > offset + seconds


def is_timed(interview: Interview) -> bool:
    """Tell whether any paragraph says when it is spoken."""
    return any(unit.time is not None for turn in interview.turns for unit in turn.paragraphs)


def origins(recordings: Iterable[PublishedRecording]) -> tuple[str, ...]:
    """Return what a page must allow to play some recordings and their captions, each once."""
    return tuple(dict.fromkeys(["'self'", *(item.origin for item in recordings)]))
