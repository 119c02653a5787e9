"""The pages that show how far people have reviewed the English, interview by interview."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final, NamedTuple

from goftogu import urls
from goftogu.edition.edition import Edition, Link
from goftogu.edition.outline import Outline
from goftogu.edition.site import Page, Site, ordered
from goftogu.model import Language
from goftogu.pages.frame import frame
from goftogu.pages.head import About
from goftogu.pages.pagination import Numbered, PageSpace, numbered
from goftogu.translation.memory.entry import State

STATES = (State.REVIEWED, State.DRAFT, State.MACHINE, State.STALE, State.MISSING)
"""The states in the order of the columns."""


_ROW: Final = 120
"""Pixels of an interview in the table, on a telephone."""
_HEAD: Final = PageSpace(height=2 * _ROW, rows=0)
"""What is above and below the interviews on the first page."""


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """An interview in the table.

    Attributes:
        link: The interview.
        total: How many paragraphs it has.
        counts: How many of them are in each of :data:`STATES`.
    """

    link: Link
    total: int
    counts: tuple[int, ...]


class ProgressPage(NamedTuple):
    """What one of the pages is made of.

    Attributes:
        language: Language of the page.
        page: The interviews that it lists, each with the number of its paragraphs in each state.
        whole: The same for all interviews together, on the first page.
    """

    language: Language
    page: Numbered[tuple[Outline, Mapping[State, int]]]
    whole: Mapping[State, int]


def pages(site: Site, states: Mapping[str, Mapping[State, int]]) -> Iterator[ProgressPage]:
    """Plan the pages in both languages; an archive without a translation has none.

    Args:
        site: Lists all interviews.
        states: How many paragraphs of each interview are in each state, by its id.
    """
    whole: Counter[State] = Counter()
    for counts in states.values():
        whole.update(counts)
    rows = [(outline, states[outline.id]) for outline in ordered(site)]
    for language in site.config.editions if site.config.translated else ():
        for page in numbered(urls.progress(language), rows, [PageSpace(_ROW)] * len(rows), _HEAD):
            yield ProgressPage(language, page, whole if page.number == 1 else {})


def page(site: Site, values: ProgressPage) -> Page:
    """Return one of the pages. The first also counts all interviews together; the others count only their own.

    Args:
        site: What all pages share.
        values: What the page is made of.
    """
    edition = Edition(site.showing(outline for outline, _ in values.page.items), values.language)
    return Page(values.page.path, "progress.html.jinja", values.language, partial(_context, edition, values))


def _context(edition: Edition, values: ProgressPage) -> Mapping[str, object]:
    page = values.page
    return {
        "frame": frame(edition, partial(_path, page.number), About(section="progress")),
        "rows": [_row(edition, page.path, outline, states) for outline, states in page.items],
        "total": sum(values.whole.values()),
        "counts": _columns(values.whole),
        **page.turning(),
    }


def _path(number: int, language: str) -> str:
    return urls.numbered(urls.progress(language), number)


def _row(edition: Edition, here: str, outline: Outline, states: Mapping[State, int]) -> ProgressRow:
    href = urls.href(here, urls.interview(edition.language, outline.id))
    return ProgressRow(Link(href, edition.text(outline, outline.title)), sum(states.values()), _columns(states))


def _columns(states: Mapping[State, int]) -> tuple[int, ...]:
    return tuple(states.get(state, 0) for state in STATES)
