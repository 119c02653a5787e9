"""Locators: the turns to which a heading of the index leads, interview by interview."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from goftogu import urls
from goftogu.edition.edition import Edition, Link
from goftogu.index.topics import MANY

_TITLE = 44
"""How many characters of an interview's title are shown beside locators."""


class LocatorMark(NamedTuple):
    """A place that a heading leads to.

    Attributes:
        interview: Id of the interview.
        turn: Id of the turn.
        number: Number of the turn in its interview, from 1.
        about: Whether the exchange is about the heading.
        exchange: Id of the exchange, where it is needed.
    """

    interview: str
    turn: str
    number: int
    about: bool
    exchange: str


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
class LocatorLine:
    """Locators in one line. A line without locators only says how many more there are.

    Attributes:
        label: Sub-heading, or ``None``; without an address it is words alone.
        runs: The locators, interview by interview.
        rest: How many more there are.
        more: Where these are; empty for the page of the heading.
    """

    label: Link | None
    runs: tuple[Run, ...]
    rest: int = 0
    more: str = ""


class Locators:
    """Makes locators with links from one page."""

    def __init__(self, edition: Edition, here: str, *, titles: bool) -> None:
        """Prepare.

        Args:
            edition: The language of the page.
            here: Path of the page.
            titles: Whether the titles of the interviews precede their locators.
        """
        self._with_titles = titles
        self._edition = edition
        self._here = here
        self._interviews = {interview.id: interview for interview in edition.site.interviews}
        self._links: dict[str, Link] = {}

    def line(
        self, marks: Iterable[LocatorMark], label: Link | None = None, most: int = MANY, *, titles: bool = True
    ) -> LocatorLine:
        """Return a line.

        Args:
            marks: In the order of the interviews and their turns; several in one turn count once.
            label: Sub-heading.
            most: How many locators to show.
            titles: Whether the titles of the interviews precede their locators, where the page has them.
        """
        places: dict[tuple[str, str], LocatorMark] = {}
        for mark in marks:
            known = places.get((mark.interview, mark.turn), mark)
            places[mark.interview, mark.turn] = mark._replace(about=known.about or mark.about)
        shown = list(places.values())
        if len(shown) > most + 1:  # “and 1 more” would take as much room as that one
            shown = shown[:most]
        runs = (self._run(name, list(found), titles=titles) for name, found in groupby(shown, attrgetter("interview")))
        return LocatorLine(label, tuple(runs), len(places) - len(shown))

    def narrower(self, topic: str, marks: Iterable[LocatorMark], most: int) -> LocatorLine:
        """Return a line of a narrower heading, whose page has the rest."""
        label = self.topic(topic)
        return replace(self.line(marks, label, most), more=label.href)

    def topic(self, topic: str) -> Link:
        """Return a link to a topic."""
        label = self._edition.label(self._edition.site.vocabulary.topics[topic].label)
        return Link(urls.href(self._here, urls.topic(self._edition.language, topic)), label)

    def titles(self, interviews: Iterable[str], most: int = MANY) -> tuple[Link, ...]:
        """Return links to interviews, the first ones of many."""
        return tuple(self.title(name) for name in list(interviews)[:most])

    def title(self, name: str) -> Link:
        """Return a link to an interview."""
        if name not in self._links:
            interview = self._interviews[name]
            title = self._edition.text(interview, interview.title, _TITLE)
            self._links[name] = Link(urls.href(self._here, urls.interview(self._edition.language, name)), title)
        return self._links[name]

    def _run(self, name: str, marks: list[LocatorMark], *, titles: bool) -> Run:
        path = urls.interview(self._edition.language, name)
        places = tuple(Locator(urls.href(self._here, path, mark.turn), mark.number, mark.about) for mark in marks)
        return Run(self.title(name) if titles and self._with_titles else None, places)


def height(marks: Iterable[LocatorMark], most: int = MANY) -> int:
    """Return how many lines a line of locators takes at most: one for each interview that is shown."""
    return min(most, len({mark.interview for mark in marks}))
