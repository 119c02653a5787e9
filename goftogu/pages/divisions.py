"""Sub-headings: divides the locators of a heading when there are many.

What else is spoken about helps a reader most. Where that divides too few of the locators, the interviews do, as far
as they are few, and else their years.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Sized
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import Final

from goftogu.edition.edition import Edition, Link
from goftogu.edition.site import Site
from goftogu.index.indexing import Mention
from goftogu.index.topics import MANY, Kind
from goftogu.model import Language
from goftogu.pages.locators import LocatorLine, LocatorMark, Locators, height
from goftogu.persian import collation
from goftogu.persian.digits import to_persian

_MOST: Final = 3 * MANY
"""How many locators a heading with sub-headings shows, or one for each where there are more of these."""

_TOPICS: Final = 12
"""How many topics divide a heading at most."""


class Divider(StrEnum):
    """What the sub-headings are."""

    TOPIC = "topic"
    INTERVIEW = "interview"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Division:
    """Locators under sub-headings.

    Attributes:
        by: What the sub-headings are.
        parts: The locators by topic, interview or year; under the empty one what belongs to none.
    """

    by: Divider
    parts: Mapping[str, Sequence[LocatorMark]]

    @property
    def most(self) -> int:
        """How many locators each sub-heading may show."""
        return MANY if self.by == Divider.INTERVIEW else share(self.parts)

    @property
    def height(self) -> int:
        """How many lines it takes at most, when the titles of interviews precede their locators."""
        if self.by == Divider.INTERVIEW:
            return min(len(self.parts), _MOST + 1)
        return sum(height(marks, self.most) for marks in self.parts.values())


def share(parts: Sized) -> int:
    """Return how many locators each of some sub-headings may show, so that the heading stays in sight."""
    return max(1, min(MANY, _MOST // max(1, len(parts))))


def named(mentions: Iterable[Mention]) -> list[LocatorMark]:
    """Return the places where a name occurs."""
    return [
        LocatorMark(item.interview, item.turn, item.number, about=False, exchange=item.exchange) for item in mentions
    ]


def divide(site: Site, language: Language, marks: Sequence[LocatorMark], apart: Collection[str] = ()) -> Division:
    """Divide the locators of a heading.

    Args:
        site: The archive.
        language: Tells the calendar of the years.
        marks: In the order of the interviews and their turns.
        apart: Topics that divide nothing: the heading itself, and those above and below it.
    """
    topics = by_topic(site, marks, apart)
    names = set(map(attrgetter("interview"), marks))
    telling = len(topics.parts) > 1 and 2 * len(topics.parts.get("", ())) <= len(marks)
    if telling or len(names) == 1:
        return topics
    if len(names) > _MOST:
        years = {item.id: str(item.year(language) or "") for item in site.interviews if item.id in names}
        parts = _grouped((years[mark.interview], mark) for mark in marks)
        if 1 < len(parts) <= _MOST:
            return Division(Divider.YEAR, parts)
    return Division(Divider.INTERVIEW, _grouped((mark.interview, mark) for mark in marks))


def by_topic(site: Site, marks: Sequence[LocatorMark], apart: Collection[str] = ()) -> Division:
    """Divide locators by what their exchanges are about, of many topics by those that have the most of them."""
    found = {name: site.index.marks(name) for name in {mark.interview for mark in marks}}
    about = [
        [
            item.topic
            for item in found[mark.interview].get(mark.exchange, ())
            if item.kind == Kind.PRIMARY and item.topic not in apart
        ]
        for mark in marks
    ]
    often = Counter(topic for topics in about for topic in topics)
    kept = {topic for topic, _ in often.most_common(_TOPICS)}
    pairs = (
        (topic, mark)
        for mark, topics in zip(marks, about, strict=True)
        for topic in [topic for topic in topics if topic in kept] or [""]
    )
    return Division(Divider.TOPIC, _grouped(pairs))


def lines(edition: Edition, locators: Locators, division: Division) -> Iterator[LocatorLine]:
    """Yield a line for each sub-heading, after the locators without one; the last line says how many more there are."""
    parts = in_order(edition, division)
    shown = parts if len(parts) <= _MOST + 1 else parts[:_MOST]
    titles = division.by != Divider.INTERVIEW
    most = division.most if len(edition.site.interviews) > 1 else MANY
    for name, marks in shown:
        yield locators.line(marks, _label(edition, locators, division.by, name), most, titles=titles)
    rest = sum(len(marks) for _, marks in parts[len(shown) :])
    if rest:
        yield LocatorLine(None, (), rest)


def in_order(edition: Edition, division: Division) -> list[tuple[str, Sequence[LocatorMark]]]:
    """Return the parts of a division, topics in alphabetical order; what belongs to none comes first."""
    if division.by == Divider.INTERVIEW:
        return list(division.parts.items())
    known = edition.site.vocabulary.topics
    key = collation.persian_key if edition.language == Language.FA else collation.english_key
    named = division.by == Divider.TOPIC
    return sorted(
        division.parts.items(),
        key=lambda part: key(known[part[0]].label[edition.language] if named else part[0]) if part[0] else (),
    )


def _label(edition: Edition, locators: Locators, by: Divider, name: str) -> Link | None:
    if not name:
        return None
    if by == Divider.TOPIC:
        return locators.topic(name)
    if by == Divider.INTERVIEW:
        return locators.title(name)
    return Link("", edition.words(to_persian(name) if edition.language == Language.FA else name))


def _grouped(pairs: Iterable[tuple[str, LocatorMark]]) -> dict[str, list[LocatorMark]]:
    parts: dict[str, list[LocatorMark]] = {}
    for name, mark in pairs:
        parts.setdefault(name, []).append(mark)
    return parts
