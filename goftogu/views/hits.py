"""Places in the text that an entry of the index leads to: who speaks there, and a line around it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from markupsafe import Markup

from goftogu import markup, urls
from goftogu.indexing import Entry, Mention
from goftogu.model import Interview, Language, Turn
from goftogu.topics import context
from goftogu.views.edition import Edition
from goftogu.views.works import Work, work

_ENGLISH_CONTEXT = 150


@dataclass(frozen=True, slots=True)
class Hit:
    """A turn on the page of a topic, a person or a place.

    Attributes:
        href: The turn.
        number: Number of the turn in its interview.
        role: Role of the speaker.
        name: Name of the speaker, or empty: then the role stands in its place.
        line: A line of the text; in Persian with the hit marked.
    """

    href: str
    number: int
    role: str
    name: Markup
    line: Markup


Group = tuple[Work, list[Hit]]
"""An interview, and its hits."""


def grouped(
    edition: Edition, here: str, interviews: Mapping[str, Interview], places: Iterable[Entry | Mention]
) -> list[Group]:
    """Return the hits of each interview.

    Args:
        edition: The language of the page.
        here: Path of the page.
        interviews: By id.
        places: In the order of the interviews and their text.
    """
    return [
        (work(edition, here, interviews[name]), [_hit(edition, here, interviews[name], place) for place in items])
        for name, items in groupby(places, key=attrgetter("interview"))
    ]


def _hit(edition: Edition, here: str, interview: Interview, place: Entry | Mention) -> Hit:
    turn = interview.turns[place.number - 1]
    speaker = interview.speakers[turn.speaker]
    return Hit(
        href=urls.href(here, urls.interview(edition.language, interview.id), turn.id),
        number=place.number,
        role=str(speaker.role),
        name=edition.name(speaker),
        line=_line(edition, interview, turn, place),
    )


def _line(edition: Edition, interview: Interview, turn: Turn, place: Entry | Mention) -> Markup:
    paragraph = next((item for item in turn.paragraphs if item.id == place.paragraph), turn.paragraphs[0])
    if edition.language == Language.FA and place.end:
        return markup.marked(*context(paragraph.reading, place.start, place.end), Language.FA)
    return edition.text(interview, paragraph, _ENGLISH_CONTEXT)
