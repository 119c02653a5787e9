"""Interviews by the year in which they were held."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import groupby

from goftogu import urls
from goftogu.edition.edition import About, Edition
from goftogu.edition.outline import Outline
from goftogu.edition.site import Page, Site
from goftogu.model import Language
from goftogu.pages.list_entries import ordered, work
from goftogu.pages.pagination import Group, ListPage, ListRow, sheets
from goftogu.persian.dates import calendar
from goftogu.persian.digits import to_ascii

_UNDATED = "undated"


def pages(site: Site) -> Iterator[Page]:
    """Plan the lists of all interviews."""
    for language in site.config.editions:
        edition = Edition(site, language)
        for sheet in listed(edition):
            yield Page(sheet.path, "interviews.html.jinja", language, partial(_list, edition, sheet))


def listed(edition: Edition) -> list[ListPage]:
    """Return the pages of the list; the first one knows where each year is."""
    return list(sheets(urls.interviews(edition.language), _groups(edition)))


def _groups(edition: Edition) -> list[Group]:
    years = groupby(ordered(edition.site), key=partial(year, edition.language))
    return [
        (f"y{year}" if year else _UNDATED, [ListRow("", 1, partial(_work, edition, item)) for item in items])
        for year, items in years
    ]


def year_of(group: str) -> int | None:
    """Return the year that a group is about."""
    return None if group == _UNDATED else int(group.removeprefix("y"))


def _work(edition: Edition, interview: Outline, here: str) -> object:
    return work(edition, here, interview)


def _list(edition: Edition, sheet: ListPage) -> Mapping[str, object]:
    first = sheet.path == urls.interviews(edition.language)
    return {
        "frame": edition.frame(edition.only(sheet.path, urls.interviews), About(section="interviews", paired=first)),
        "series": urls.href(sheet.path, urls.all_series(edition.language)) if edition.site.vocabulary.series else "",
        "years": [(name, year_of(name), sheet.link(name), works) for name, works in sheet.shown()],
        **sheet.turning(),
    }


def year(language: str, interview: Outline) -> str:
    """Return the year of an interview in the calendar that readers of a language expect; empty without a date."""
    if interview.date is None:
        return ""
    if language == Language.FA:
        return to_ascii(calendar.numeric_fa(calendar.to_jalali(interview.date)))[:4]
    return str(interview.date.first.year)
