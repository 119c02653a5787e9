"""The series of the archive: a list of them, and pages for each, with its interviews in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Final, NamedTuple

from markupsafe import Markup

from goftogu import urls
from goftogu.content.series import Series
from goftogu.edition import neighbours, rights
from goftogu.edition.edition import Edition
from goftogu.edition.outline import Outline
from goftogu.edition.site import Page, Site
from goftogu.model import Rights
from goftogu.pages import figures, heights, list_entries
from goftogu.pages.frame import frame
from goftogu.pages.head import About
from goftogu.pages.list_entries import work
from goftogu.pages.pagination import Numbered, PageSpace, numbered

_HEAD: Final = PageSpace(height=10 * heights.LINE, rows=0)
"""What is above the interviews on the first page of a series."""

_MARGIN: Final = 40
"""Pixels around an interview of a series, more than around one in other lists."""


class SeriesEntry(NamedTuple):
    """A series in the list of them: its page, its title in both languages, what it is, how many interviews it has."""

    href: str
    text: Markup
    counterpart: Markup
    description: Markup
    interviews: int


def pages(site: Site) -> Iterator[Page]:
    """Plan the list of series and their pages; an archive without any has none."""
    held = neighbours.by_series(site.interviews)
    for language in site.config.editions if site.vocabulary.series else ():
        edition = Edition(site, language)
        yield Page(urls.all_series(language), "all-series.html.jinja", language, partial(_list, edition, held))
        for series in site.vocabulary.series.values():
            works = held.get(series.id, [])
            for page in numbered(urls.series(language, series.id), works, [_extent(item) for item in works], _HEAD):
                yield Page(page.path, "series.html.jinja", language, partial(_series, edition, series, page))


def _extent(interview: Outline) -> PageSpace:
    lede = [interview.lede.reading] if interview.lede else []
    return PageSpace(_MARGIN + list_entries.most(interview) + heights.prose(max(map(len, lede), default=0)))


def _list(edition: Edition, held: Mapping[str, Sequence[Outline]]) -> Mapping[str, object]:
    here = urls.all_series(edition.language)
    return {
        "frame": frame(edition, urls.all_series, About(section="interviews")),
        "entries": [
            SeriesEntry(
                urls.href(here, urls.series(edition.language, series.id)),
                edition.label(series.title),
                edition.counterpart(series.title),
                edition.label(series.description) if series.description else Markup(),
                len(held.get(series.id, ())),
            )
            for series in edition.site.vocabulary.series.values()
        ],
    }


def _series(edition: Edition, series: Series, page: Numbered[Outline]) -> Mapping[str, object]:
    description = series.description[edition.language] if series.description else ""
    return {
        "frame": frame(
            edition,
            partial(_path, series.id, page.number),
            About(series.title[edition.language], description, "interviews"),
        ),
        "title": edition.label(series.title),
        "counterpart": edition.counterpart(series.title),
        "description": edition.words(description),
        "picture": figures.given(edition.site, page.path, series.picture) if page.number == 1 else None,
        "all": urls.href(page.path, urls.all_series(edition.language)),
        "works": [(item.part, work(edition, page.path, item, lines=True)) for item in page.items],
        **_rights(edition, series),
        **page.turning(),
    }


def _path(name: str, number: int, language: str) -> str:
    return urls.numbered(urls.series(language, name), number)


def _rights(edition: Edition, series: Series) -> Mapping[str, object]:
    """Return what the series says of its rights itself; those of the archive are at the foot of the page."""
    config, vocabulary = edition.site.config, edition.site.vocabulary
    own = rights.of(Rights(), config, vocabulary, series) if series.rights != Rights() else rights.OwnedRights()
    links = {"licence": edition.licence(own.licence), "translated": edition.licence(series.rights.translation)}
    sentences = [edition.words(said) for said in (own.brief(edition.language), own.held(edition.language))]
    shown = [said for said in sentences if said and said != own.licence]
    return {"rights": shown, **links, "note": edition.persian(own.note) if own.note else Markup()}
