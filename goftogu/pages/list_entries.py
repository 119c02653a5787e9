"""Interviews as entries of lists, in the order of the archive."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from goftogu import urls
from goftogu.edition import particulars
from goftogu.edition.edition import Edition
from goftogu.edition.outline import Outline
from goftogu.edition.site import Site
from goftogu.index.topics import Kind
from goftogu.model import Bilingual, Role
from goftogu.pages import heights
from goftogu.persian.dates import calendar

_TOPICS: Final = 3
"""How many topics of an interview a list shows."""

_FIGURES: Final = 28
"""Characters of the date and the number of turns, with what parts them."""


@dataclass(frozen=True, slots=True)
class Work:
    """An interview in a list.

    Attributes:
        href: Its page.
        title: Its title.
        date: When it was held, or ``None``.
        day: The same as an ISO date, or empty.
        people: Names of those who are interviewed.
        lines: The first words about it.
        brief: The date in the calendar of the reader alone.
        turns: How many turns it has.
        duration: How long it took, in words, or empty.
        topics: What it is about most.
    """

    href: str
    title: Markup
    date: calendar.DateValue | None
    day: str
    people: tuple[Markup, ...]
    lines: Markup
    brief: str
    turns: int
    duration: str
    topics: tuple[Markup, ...] = ()


def work(edition: Edition, here: str, interview: Outline, *, lines: bool = False) -> Work:
    """Return an interview as an entry of a list.

    Args:
        edition: The language of the list.
        here: Path of the page with the list.
        interview: The interview.
        lines: Whether its first words are shown.
    """
    language = edition.language
    lede = interview.lede if lines else None
    return Work(
        href=urls.href(here, urls.interview(language, interview.id)),
        title=edition.text(interview, interview.title),
        date=interview.date,
        day=calendar.iso(interview.date) if interview.date else "",
        people=tuple(edition.interviewees(interview)),
        lines=edition.text(interview, lede) if lede else Markup(),
        brief=calendar.brief(interview.date, language, dari=edition.site.config.dari) if interview.date else "",
        turns=interview.length,
        duration=particulars.duration(interview.duration, language),
        topics=tuple(edition.label(topic) for topic in main_topics(edition.site, interview.id)),
    )


def main_topics(site: Site, interview: str) -> list[Bilingual]:
    """Return the topics that most exchanges of an interview are about, as far as the site knows them."""
    counts = Counter(
        mark.topic for marks in site.index.marks(interview).values() for mark in marks if mark.kind == Kind.PRIMARY
    )
    found = [topic for topic in site.vocabulary.topics.values() if topic.id in counts] if counts else []
    return [topic.label for topic in sorted(found, key=lambda topic: -counts[topic.id])[:_TOPICS]]


def height(edition: Edition, interview: Outline) -> int:
    """Return the height of an interview in a list on a telephone, in pixels."""
    names = [name.striptags() for name in edition.interviewees(interview)]
    topics = [label[edition.language] for label in main_topics(edition.site, interview.id)]
    meta = _FIGURES + sum(len(text) + 2 for text in (*names, *topics))
    return heights.work(len(edition.plain(interview, interview.title)), meta)


def most(interview: Outline) -> int:
    """Return the height of an interview without topics in the list of either language, whichever is higher."""
    titles = (interview.title.reading, *(found.text for found in interview.english.values()))
    labels = sum(len(label) + 2 for label, speaker in interview.speakers.items() if speaker.role == Role.INTERVIEWEE)
    return heights.work(max(map(len, titles)), _FIGURES + labels)
