"""The chronology: the dates that interviews speak of, and the years in which they were held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby, islice
from operator import attrgetter

from goftogu import urls
from goftogu.edition.edition import Edition
from goftogu.edition.site import Page, Site
from goftogu.index.chronology import DateMention
from goftogu.pages import heights
from goftogu.pages.frame import frame
from goftogu.pages.head import About
from goftogu.pages.locators import LocatorLine, LocatorMark, Locators, height
from goftogu.pages.pagination import Group, ListPage, ListRow, sheets
from goftogu.pages.time_chart import time_chart
from goftogu.pages.years import InterviewList
from goftogu.persian.dates import calendar

_MOST = 24
"""How many places of a date are shown together; where there are more, it has several rows."""
_SAID = 3
"""How many ways of saying a date are shown."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date that is spoken of: as it was said, where, and its first day for programs, or empty."""

    date: str
    day: str
    said: tuple[object, ...]
    line: LocatorLine


def pages(site: Site) -> Iterator[Page]:
    """Plan the chronology in both languages."""
    for language in site.config.editions:
        edition = Edition(site, language)
        for sheet in sheets(urls.chronology(language), _groups(edition)):
            yield Page(sheet.path, "chronology.html.jinja", language, partial(_page, edition, sheet))


def _groups(edition: Edition) -> list[Group]:
    """Return the dates by decades of the calendar that readers of the language expect."""
    decades: dict[int, list[ListRow]] = {}
    for value, found in groupby(edition.site.dates, key=attrgetter("value")):
        rows = decades.setdefault(calendar.decade(calendar.year(value, edition.language)), [])
        while mentions := tuple(islice(found, _MOST)):
            above = heights.LINE if rows else heights.HEADING + heights.LINE
            lines = height(_marks(mentions), len(mentions))
            rows.append(ListRow("", above + lines * heights.RUN, partial(_dated, edition, value, mentions)))
    return [(f"d{first}", rows) for first, rows in sorted(decades.items())]


def _dated(edition: Edition, value: calendar.DateValue, mentions: Sequence[DateMention], here: str) -> Dated:
    said = list(dict.fromkeys(mention.said for mention in mentions))[:_SAID]
    locators = Locators(edition, here, titles=len(edition.site.interviews) > 1)
    line = locators.line(_marks(mentions), most=len(mentions))  # no other page has the rest
    shown = calendar.listed(value, edition.language, dari=edition.site.config.dari)
    return Dated(shown, calendar.iso(value), tuple(edition.persian(words) for words in said), line)


def _marks(mentions: Iterable[DateMention]) -> list[LocatorMark]:
    return [
        LocatorMark(mention.interview, mention.turn, mention.number, about=False, exchange="") for mention in mentions
    ]


def _page(edition: Edition, sheet: ListPage) -> Mapping[str, object]:
    first = sheet.path == urls.chronology(edition.language)
    return {
        "frame": frame(edition, edition.only(sheet.path, urls.chronology), About(section="chronology", paired=first)),
        "decades": [(name, int(name.removeprefix("d")), sheet.link(name), rows) for name, rows in sheet.shown()],
        "drawn": urls.href(sheet.path, urls.DRAWN_STYLE),
        "chart": time_chart(edition) if first else None,
        "years": list(InterviewList(edition).years(sheet.path)) if first else [],
        "counts": sheet.counts,
        **sheet.turning(),
    }
