"""Places in the text that an entry of the index leads to: who speaks there, and a line around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, NamedTuple, TypeVar

from markupsafe import Markup

from goftogu import markup, urls
from goftogu.edition.edition import Edition
from goftogu.edition.outline import Outline
from goftogu.index.indexing import Entry, Findings, Kind, Mention
from goftogu.index.topics import context
from goftogu.model import Interview, Language, Turn
from goftogu.pages import heights, list_entries
from goftogu.pages.list_entries import Work, work
from goftogu.pages.pagination import NOTHING, Numbered, PageSpace

T = TypeVar("T")

_ENGLISH_CONTEXT: Final = 150

FIRST: Final = 10
"""How many places of a subject are in sight; a reader opens the others, interview by interview."""

_GROUP: Final = PageSpace(size=420)
_HIT: Final = PageSpace(height=heights.HIT, rows=0)
_LINE: Final = PageSpace(size=480, rows=0)
_MORE: Final = PageSpace(height=heights.LINE, rows=0)


class ContextLine(NamedTuple):
    """What pages show of one place.

    Attributes:
        role: Role of the speaker.
        speaker: Label of the speaker.
        before: What is written before the hit.
        hit: The hit; empty where none is marked.
        after: What is written after the hit.
        english: Whether the line is English.
    """

    role: str
    speaker: str
    before: str
    hit: str
    after: str
    english: bool


Lines = Mapping[str, Sequence[ContextLine]]
"""The lines of some interviews, by id, in the order of their places."""


class Item(NamedTuple):
    """A place as a page lists it.

    Attributes:
        interview: Id of the interview.
        turn: Id of the turn.
        number: Number of the turn in its interview, from 1.
        ordinal: Which of the places of its subject in its interview it is, from 0.
        about: Whether the exchange is about the subject.
    """

    interview: str
    turn: str
    number: int
    ordinal: int
    about: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """A turn on the page of a topic, a person or a place.

    Attributes:
        href: The turn.
        number: Number of the turn in its interview.
        role: Role of the speaker.
        name: Name of the speaker, or empty: then the role takes its place.
        line: A line of the text; in the original with the hit marked.
    """

    href: str
    number: int
    role: str
    name: Markup
    line: Markup


class HitGroup(NamedTuple):
    """An interview, its hits that are in sight, and those that a reader opens."""

    work: Work
    hits: list[Hit]
    rest: list[Hit]


def topic(name: str) -> str:
    """Return the name of a topic among all subjects."""
    return f"topic:{name}"


def named(name: str, *, place: bool) -> str:
    """Return the name of a person or a place among all subjects."""
    return f"{'place' if place else 'person'}:{name}"


def items(places: Iterable[Entry | Mention]) -> list[Item]:
    """Return the places of one subject as pages list them.

    Args:
        places: In the order of the interviews and their text.
    """
    counts: dict[str, int] = {}
    found = []
    for place in places:
        ordinal = counts[place.interview] = counts.get(place.interview, -1) + 1
        about = isinstance(place, Entry) and place.kind == Kind.PRIMARY
        found.append(Item(place.interview, place.turn, place.number, ordinal, about))
    return found


def interviews(found: Iterable[object]) -> list[str]:
    """Return the ids of the interviews in which some places are, each once; items that are not places do not count."""
    return list(dict.fromkeys(item.interview for item in found if isinstance(item, Item)))


def in_sight(pages: Iterable[Numbered[T]]) -> Iterator[tuple[Numbered[T], int]]:
    """Yield pages, each with the number of places that it may show openly: together they show the first ten of all."""
    left = FIRST
    for page in pages:
        yield page, left
        left = max(0, left - sum(isinstance(item, Item) for item in page.items))


def extents(outlines: Mapping[str, Outline], found: Sequence[Item]) -> list[PageSpace]:
    """Return what each place takes of a page, in the languages together, so that their pages correspond.

    Args:
        outlines: The interviews, by id.
        found: The places of a subject, those that are in sight first.
    """
    made: list[PageSpace] = []
    last, closed = "", False
    for place, item in enumerate(found):
        new = item.interview != last
        extent = _GROUP._replace(height=list_entries.most(outlines[item.interview])) if new else NOTHING
        if place < FIRST:
            extent = extent.beside(_HIT)
            closed = False
        elif not new and not closed:
            extent = extent.beside(_MORE)
            closed = True
        else:
            closed = True
        made.append(extent.beside(_LINE))
        last = item.interview
    return made


class HitList(NamedTuple):
    """The places on a page.

    Attributes:
        outlines: The interviews, by id.
        lines: What is shown of each place of the subject.
        items: The places.
        openly: How many of them are in sight.
    """

    outlines: Mapping[str, Outline]
    lines: Lines
    items: Sequence[Item]
    openly: int


def grouped(edition: Edition, here: str, given: HitList) -> list[HitGroup]:
    """Return the hits of each interview.

    Args:
        edition: The language of the page.
        here: Path of the page.
        given: The places.
    """
    groups = []
    for name, found in groupby(enumerate(given.items), key=lambda pair: pair[1].interview):
        outline, lines = given.outlines[name], given.lines[name]
        hits: tuple[list[Hit], list[Hit]] = [], []
        for place, item in found:
            hits[place >= given.openly].append(_hit(edition, here, outline, item, lines[item.ordinal]))
        groups.append(HitGroup(work(edition, here, outline), *hits))
    return groups


def by_subject(edition: Edition, interview: Interview, findings: Findings) -> dict[str, list[ContextLine]]:
    """Return what pages show of the places of an interview, by subject.

    Args:
        edition: The language of the pages.
        interview: The interview.
        findings: What the index has of it.
    """
    lines: dict[str, list[ContextLine]] = {}
    for subject, place in _places(findings):
        lines.setdefault(subject, []).append(_line(edition, interview, place))
    return lines


def _places(findings: Findings) -> Iterator[tuple[str, Entry | Mention]]:
    yield from ((topic(entry.topic), entry) for entry in findings.entries)
    yield from ((named(mention.name, place=False), mention) for mention in findings.people)
    yield from ((named(mention.name, place=True), mention) for mention in findings.places)


def _line(edition: Edition, interview: Interview, place: Entry | Mention) -> ContextLine:
    turn = interview.turns[place.number - 1]
    role = str(interview.speakers[turn.speaker].role)
    return ContextLine(role, turn.speaker, *_text(edition, interview, turn, place))


def _bare(part: str) -> str:
    """Return a part of a paragraph without markup, with the blanks around it."""
    bare = markup.bare(part)
    if bare == part:
        return part
    start = len(part) - len(part.lstrip())
    return part[:start] + bare.strip() + part[len(part.rstrip()) :]


def _text(edition: Edition, interview: Interview, turn: Turn, place: Entry | Mention) -> tuple[str, str, str, bool]:
    paragraph = next((item for item in turn.paragraphs if item.id == place.paragraph), turn.paragraphs[0])
    if edition.language == interview.original and place.end:
        before, hit, after = map(_bare, context(paragraph.reading, place.start, place.end))
        return before, hit, after, edition.language is Language.EN
    text, english = edition.first_words(interview, paragraph, _ENGLISH_CONTEXT)
    return text, "", "", english


def _hit(edition: Edition, here: str, outline: Outline, item: Item, line: ContextLine) -> Hit:
    path = urls.interview(edition.language, outline.id)
    name = edition.name(outline.speakers[line.speaker], outline.original)
    return Hit(urls.href(here, path, item.turn), item.number, line.role, name, _shown(edition, line))


def _shown(edition: Edition, line: ContextLine) -> Markup:
    if line.hit:
        language = Language.EN if line.english else Language.FA
        return markup.marked(line.before, line.hit, line.after, language)
    return edition.safe(line.before, line.english)
