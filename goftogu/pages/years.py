"""The lists of all interviews: by decade and, within each of them, by year; they are also where filters begin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import groupby, islice
from operator import attrgetter
from typing import Final, NamedTuple

from goftogu import urls
from goftogu.edition.edition import Edition
from goftogu.edition.outline import Outline
from goftogu.edition.site import Page, Site, ordered
from goftogu.pages import facets, heights
from goftogu.pages.frame import frame
from goftogu.pages.head import About
from goftogu.pages.list_entries import Work, height, work
from goftogu.pages.pagination import Group, ListPage, ListRow, sheets
from goftogu.persian.dates import calendar

_UNDATED: Final = "undated"
_NEWEST: Final = 20
"""How many interviews the first page of a long list shows."""
_MOST_YEARS: Final = 60
"""With more years than this, the first page of a long list leads to decades alone."""


@dataclass(frozen=True, slots=True)
class YearLink:
    """A year in which interviews were held, where they are, and how many; ``None`` for those without a date."""

    year: int | None
    href: str
    count: int


@dataclass(frozen=True, slots=True)
class Decade:
    """A decade: its first year, or ``None`` for what has no date; its id, its page, and how many interviews it has.

    Attributes:
        first: Its first year, or ``None``.
        name: Its id, and its name in addresses.
        href: Where it is.
        count: How many interviews it has.
        years: Its years, where they are to be shown.
        current: Whether the page is about this decade alone.
    """

    first: int | None
    name: str
    href: str
    count: int
    years: tuple[YearLink, ...]
    current: bool


class YearSection(NamedTuple):
    """The interviews of a year on a page: the id of its heading, the year, or ``None``, and the interviews."""

    name: str
    year: int | None
    works: list[object]


class InterviewList:
    """The list of all interviews in one language."""

    def __init__(self, edition: Edition) -> None:
        """Prepare."""
        self._edition = edition
        self._ordered = ordered(edition.site)
        self._years = {item.id: str(item.year(edition.language) or "") for item in self._ordered}
        self.pages = list(sheets(urls.interviews(edition.language), self._groups()))

    def _groups(self) -> list[Group]:
        """Return the interviews by decade; the first one of each year is under a heading."""
        found: dict[str, list[ListRow]] = {}
        for number, items in groupby(self._ordered, key=lambda item: self._years[item.id]):
            rows = found.setdefault(_decade_name(number), [])
            above = heights.HEADING
            for item in items:
                rows.append(ListRow(number, above + height(self._edition, item), partial(_work, self._edition, item)))
                above = 0
        return list(found.items())

    def years(self, here: str) -> Iterator[YearLink]:
        """Yield the years, as linked from a page."""
        return (self._link(number, here) for number in self._first_pages)

    def decades(self, sheet: ListPage) -> Iterator[Decade]:
        """Yield the decades as linked from a page, with their years where they help to find one's way."""
        every = len(self._first_pages) <= _MOST_YEARS and not sheet.current
        for name, count in sheet.counts.items():
            years, current = self._by_decade[name], name == sheet.current
            shown = years if len(years) > 1 and (current or every) else ()
            links = tuple(self._link(number, sheet.path) for number in shown)
            href = sheet.link(name) if len(self.pages) > 1 else self._link(years[0], sheet.path).href
            yield Decade(decade_of(name), name, href, count, links, current)

    def newest(self, here: str) -> list[Work]:
        """Return the first interviews of all, as linked from a page."""
        return [_work(self._edition, item, here) for item in islice(self._ordered, _NEWEST)]

    def _link(self, number: str, here: str) -> YearLink:
        href = urls.href(here, self._first_pages[number].path, year_id(number))
        return YearLink(year_of(number), href, self._counts[number])

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(self._years.values())

    @cached_property
    def _by_decade(self) -> Mapping[str, Sequence[str]]:
        """The years of each decade."""
        return {name: tuple(found) for name, found in groupby(self._first_pages, key=_decade_name)}

    @cached_property
    def _first_pages(self) -> Mapping[str, ListPage]:
        """The page on which each year begins."""
        found: dict[str, ListPage] = {}
        for page in self.pages:
            for _, rows in page.groups:
                for row in rows:
                    found.setdefault(row.key, page)
        return found


def pages(site: Site) -> Iterator[Page]:
    """Plan the lists of all interviews."""
    for language in site.config.editions:
        edition = Edition(site, language)
        listed = InterviewList(edition)
        for sheet in listed.pages:
            yield Page(sheet.path, "interviews.html.jinja", language, partial(_list, edition, listed, sheet))


def year_of(name: str) -> int | None:
    """Return a year as a number; ``None`` for none."""
    return int(name) if name else None


def year_id(name: str) -> str:
    """Return the id of the heading of a year."""
    return f"y{name}" if name else _UNDATED


def decade_of(name: str) -> int | None:
    """Return the first year of a decade by its id."""
    return None if name == _UNDATED else int(name.removeprefix("d"))


def _decade_name(number: str) -> str:
    return f"d{calendar.decade(int(number))}" if number else _UNDATED


def _work(edition: Edition, interview: Outline, here: str) -> Work:
    return work(edition, here, interview)


def _list(edition: Edition, listed: InterviewList, sheet: ListPage) -> Mapping[str, object]:
    first = sheet.path == urls.interviews(edition.language)
    decades = list(listed.decades(sheet))
    sections = list(_sections(sheet))
    return {
        "frame": frame(edition, edition.only(sheet.path, urls.interviews), About(section="interviews", paired=first)),
        "series": urls.href(sheet.path, urls.all_series(edition.language)) if edition.site.vocabulary.series else "",
        "all": "" if first else urls.href(sheet.path, urls.interviews(edition.language)),
        "decades": decades if len(decades) > 1 or not first or not sections else [],
        "decade": decade_of(sheet.current) if sheet.current else 0,
        "sections": sections,
        "newest_first": edition.site.config.newest_first,
        "newest": [] if sections else listed.newest(sheet.path),
        "facets": facets.facets(edition, sheet.path) if first else None,
        **sheet.turning(),
    }


def _sections(sheet: ListPage) -> Iterator[YearSection]:
    for _, rows in sheet.groups:
        for number, found in groupby(rows, key=attrgetter("key")):
            yield YearSection(year_id(number), year_of(number), [row.make(sheet.path) for row in found])
