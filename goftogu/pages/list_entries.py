"""Interviews as entries of lists, in the order of the archive."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter, itemgetter

from markupsafe import Markup

from goftogu import urls
from goftogu.edition.edition import Edition
from goftogu.edition.outline import Outline
from goftogu.edition.site import Site
from goftogu.persian.dates import calendar


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
    """

    href: str
    title: Markup
    date: calendar.DateValue | None
    day: str
    people: tuple[Markup, ...]
    lines: Markup


def ordered(site: Site) -> list[Outline]:
    """Return the interviews by date, in the archive's order; those without a date come last."""
    dated = [(item.date.first, item.id, item) for item in site.interviews if item.date is not None]
    rest = sorted((item for item in site.interviews if item.date is None), key=attrgetter("id"))
    dated.sort(key=itemgetter(0, 1), reverse=site.config.newest_first)
    return [*(item for _, _, item in dated), *rest]


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
    )
