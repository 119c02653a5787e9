"""The pages that tell how far people have reviewed the English, interview by interview."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial

from goftogu import urls
from goftogu.model import Interview, Language
from goftogu.site import Page, Site
from goftogu.translation.entries import State
from goftogu.views.edition import About, Edition
from goftogu.views.sheets import Numbered, numbered
from goftogu.views.works import Work, ordered, work

STATES = (State.REVIEWED, State.DRAFT, State.MACHINE, State.STALE, State.MISSING)
"""The states in the order of the columns."""


@dataclass(frozen=True, slots=True)
class Row:
    """An interview in the table.

    Attributes:
        work: The interview.
        total: How many paragraphs it has.
        counts: How many of them are in each of :data:`STATES`.
    """

    work: Work
    total: int
    counts: tuple[int, ...]


def pages(site: Site) -> Iterator[Page]:
    """Plan the pages in both languages."""
    own = frozenset(interview.id for interview in site.interviews)
    whole = cache(partial(_whole, site))
    for language in Language:
        for page in numbered(urls.progress(language), ordered(site)):
            values = partial(_context, Edition(site, language), page, whole)
            yield Page(page.path, "progress.html.jinja", language, values, own)


def _whole(site: Site) -> Counter[State]:
    return sum((site.states[interview.id] for interview in site.interviews), Counter())


def _context(
    edition: Edition, page: Numbered[Interview], counted: Callable[[], Counter[State]]
) -> Mapping[str, object]:
    states, whole = edition.site.states, counted()
    return {
        "frame": edition.frame(partial(_path, page.number), About(section="progress")),
        "rows": [_row(edition, page.path, interview, states[interview.id]) for interview in page.items],
        "total": whole.total(),
        "counts": _columns(whole),
        **page.turning(),
    }


def _path(number: int, language: str) -> str:
    return urls.numbered(urls.progress(language), number)


def _row(edition: Edition, here: str, interview: Interview, states: Counter[State]) -> Row:
    return Row(work(edition, here, interview), states.total(), _columns(states))


def _columns(states: Counter[State]) -> tuple[int, ...]:
    return tuple(states[state] for state in STATES)
