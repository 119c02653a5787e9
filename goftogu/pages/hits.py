"""Places in the text that an entry of the index leads to: who speaks there, and a line around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from markupsafe import Markup

from goftogu import markup, urls
from goftogu.edition.edition import Edition
from goftogu.index.indexing import Entry, Mention
from goftogu.index.topics import context
from goftogu.model import Interview, Language, Turn
from goftogu.pages.list_entries import Work, work

_ENGLISH_CONTEXT = 150

_Place = tuple[str, int, int]
"""Id of a paragraph, and the code points of the hit."""


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


class Line(NamedTuple):
    """What every page shows of one place: the role and the name of the speaker, and a line of the text."""

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
        (work(edition, here, interviews[name]), list(_hits(edition, here, interviews[name], items)))
        for name, items in groupby(places, key=attrgetter("interview"))
    ]


def lines(edition: Edition, interview: Interview) -> Mapping[_Place, Line]:
    """Return what pages show of every place in an interview that the index leads to."""
    return interview.recall(f"lines-{edition.language}", partial(_lines, edition, interview))


def _hits(edition: Edition, here: str, interview: Interview, places: Iterable[Entry | Mention]) -> Iterator[Hit]:
    path = urls.interview(edition.language, interview.id)
    known = lines(edition, interview)
    for place in places:
        yield Hit(urls.href(here, path, place.turn), place.number, *known[_place(place)])


def _lines(edition: Edition, interview: Interview) -> dict[_Place, Line]:
    found = edition.site.findings[interview.id]
    places: list[Entry | Mention] = [*found.entries, *found.people, *found.places]
    return {_place(place): _line(edition, interview, place) for place in places}


def _place(place: Entry | Mention) -> _Place:
    return place.paragraph, place.start, place.end


def _line(edition: Edition, interview: Interview, place: Entry | Mention) -> Line:
    turn = interview.turns[place.number - 1]
    speaker = interview.speakers[turn.speaker]
    return Line(str(speaker.role), edition.name(speaker), _text(edition, interview, turn, place))


def _bare(part: str) -> str:
    """Return a part of a paragraph without markup, with the blanks around it."""
    bare = markup.bare(part)
    if bare == part:
        return part
    start = len(part) - len(part.lstrip())
    return part[:start] + bare.strip() + part[len(part.rstrip()) :]


def _text(edition: Edition, interview: Interview, turn: Turn, place: Entry | Mention) -> Markup:
    paragraph = next((item for item in turn.paragraphs if item.id == place.paragraph), turn.paragraphs[0])
    if edition.language == Language.FA and place.end:
        before, hit, after = context(paragraph.reading, place.start, place.end)
        return markup.marked(_bare(before), _bare(hit), _bare(after), Language.FA)
    return edition.text(interview, paragraph, _ENGLISH_CONTEXT)
