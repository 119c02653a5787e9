"""Locators: the turns to which a heading of the index leads, interview by interview."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Sized
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from goftogu import urls
from goftogu.indexing import Mention
from goftogu.model import Language
from goftogu.persian import collation
from goftogu.site import Site
from goftogu.topics import MANY, Kind
from goftogu.views.edition import Edition, Link

_TITLE = 44
"""How many signs of an interview's title stand beside locators."""
_DIVIDED = 3 * MANY
"""How many locators a heading with sub-headings shows, or one for each where there are more of these."""


class Mark(NamedTuple):
    """A place that a heading leads to: ids of the interview and the turn, its number, and whether it is about it."""

    interview: str
    turn: str
    number: int
    about: bool = False


@dataclass(frozen=True, slots=True)
class Locator:
    """A link to a turn; ``about`` where it is the subject."""

    href: str
    number: int
    about: bool


@dataclass(frozen=True, slots=True)
class Run:
    """The locators in one interview; the title is left out where only one can be meant."""

    title: Link | None
    locators: tuple[Locator, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """Locators in one line, under a sub-heading or none; ``rest`` tells how many more there are."""

    label: Link | None
    runs: tuple[Run, ...]
    rest: int = 0


class Locators:
    """Makes locators with links from one page."""

    def __init__(self, edition: Edition, here: str, *, titles: bool = True) -> None:
        """Prepare.

        Args:
            edition: The language of the page.
            here: Path of the page.
            titles: Whether the titles of the interviews stand before their locators.
        """
        self._with_titles = titles
        self._edition = edition
        self._here = here
        self._interviews = {interview.id: interview for interview in edition.site.interviews}
        self._links: dict[str, Link] = {}

    def line(self, marks: Iterable[Mark], label: Link | None = None, most: int = MANY) -> Line:
        """Return a line.

        Args:
            marks: In the order of the interviews and their turns; several in one turn count once.
            label: Sub-heading.
            most: How many locators to show.
        """
        about: dict[Mark, bool] = {}
        for mark in marks:
            place = mark._replace(about=False)
            about[place] = about.get(place, False) or mark.about
        shown = [place._replace(about=strong) for place, strong in about.items()]
        if len(shown) > most + 1:  # “and 1 more” would take as much room as that one
            shown = shown[:most]
        runs = (self._run(name, list(found)) for name, found in groupby(shown, attrgetter("interview")))
        return Line(label, tuple(runs), len(about) - len(shown))

    def by_topic(self, parts: Mapping[str, Sequence[Mark]]) -> list[Line]:
        """Return a line for each topic, after what belongs to none.

        Args:
            parts: From :func:`divided`.
        """
        most = share(parts) if self._with_titles else MANY
        return [self.line(marks, self.topic(topic) if topic else None, most) for topic, marks in self.in_order(parts)]

    def in_order(self, parts: Mapping[str, Sequence[Mark]]) -> list[tuple[str, Sequence[Mark]]]:
        """Return the parts in the alphabetical order of their topics; what belongs to none comes first."""
        language, known = self._edition.language, self._edition.site.vocabulary.topics
        key = collation.persian_key if language == Language.FA else collation.english_key
        return sorted(parts.items(), key=lambda part: key(known[part[0]].label[language]) if part[0] else ())

    def topic(self, topic: str) -> Link:
        """Return a link to a topic."""
        label = self._edition.label(self._edition.site.vocabulary.topics[topic].label)
        return Link(urls.href(self._here, urls.topic(self._edition.language, topic)), label)

    def titles(self, interviews: Iterable[str], most: int = MANY) -> tuple[Link, ...]:
        """Return links to interviews, the first ones of many."""
        return tuple(self._link(name) for name in list(interviews)[:most])

    def _run(self, name: str, marks: list[Mark]) -> Run:
        path = urls.interview(self._edition.language, name)
        places = tuple(Locator(urls.href(self._here, path, mark.turn), mark.number, mark.about) for mark in marks)
        return Run(self._link(name) if self._with_titles else None, places)

    def _link(self, name: str) -> Link:
        if name not in self._links:
            interview = self._interviews[name]
            title = self._edition.text(interview, interview.title, _TITLE)
            self._links[name] = Link(urls.href(self._here, urls.interview(self._edition.language, name)), title)
        return self._links[name]


def height(marks: Iterable[Mark], most: int = MANY) -> int:
    """Return how many lines a line of locators takes at most: one for each interview, as far as they are shown."""
    return min(most, len({mark.interview for mark in marks}))


def share(parts: Sized) -> int:
    """Return how many locators each of some sub-headings may show, so that the heading stays in sight."""
    return max(1, min(MANY, _DIVIDED // len(parts)))


def divided(site: Site, mentions: Iterable[Mention]) -> dict[str, list[Mark]]:
    """Divide the places where a name stands by what the exchanges there are about.

    Args:
        site: The archive.
        mentions: In the order of the interviews and their turns.

    Returns:
        By id of the topic; under the empty one what stands in exchanges that are about nothing in particular.
    """
    found: dict[str, list[Mark]] = {"": []}
    for name, mentioned in groupby(mentions, attrgetter("interview")):
        marks = site.index.marks(name)
        for mention in mentioned:
            about = [mark.topic for mark in marks.get(mention.exchange, ()) if mark.kind == Kind.PRIMARY]
            for topic in about or [""]:
                found.setdefault(topic, []).append(Mark(name, mention.turn, mention.number))
    return {topic: marks for topic, marks in found.items() if marks}
