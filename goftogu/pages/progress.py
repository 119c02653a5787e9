"""The pages that tell how far people have reviewed the English, interview by interview."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from goftogu import urls
from goftogu.edition.edition import About, Edition, Link
from goftogu.edition.site import Page, Site
from goftogu.model import Interview, Language
from goftogu.pages.list_entries import ordered
from goftogu.pages.pagination import Numbered, numbered
from goftogu.translation.memory.entry import State

STATES = (State.REVIEWED, State.DRAFT, State.MACHINE, State.STALE, State.MISSING)
"""The states in the order of the columns."""


@dataclass(frozen=True, slots=True)
class Row:
    """An interview in the table.

    Attributes:
        link: The interview.
        total: How many paragraphs it has.
        counts: How many of them are in each of :data:`STATES`.
    """

    link: Link
    total: int
    counts: tuple[int, ...]


def pages(site: Site) -> Iterator[Page]:
    """Plan the pages in both languages."""
    names = [interview.id for interview in ordered(site)]
    for language in Language:
        for numbers in numbered(urls.progress(language), names):
            yield page(site, language, numbers)


def page(site: Site, language: Language, numbers: Numbered[str]) -> Page:
    """Plan one of the pages. The first tells of all interviews together, too; the others of their own alone.

    Args:
        site: Has the interviews of the page, and the states of all.
        language: Language of the page.
        numbers: The ids of its interviews.
    """
    values = partial(_context, Edition(site, language), numbers)
    return Page(numbers.path, "progress.html.jinja", language, values)


def _context(edition: Edition, page: Numbered[str]) -> Mapping[str, object]:
    states = edition.site.states
    whole = sum(states.values(), Counter[State]()) if page.number == 1 else Counter[State]()
    interviews = {interview.id: interview for interview in edition.site.interviews}
    return {
        "frame": edition.frame(partial(_path, page.number), About(section="progress")),
        "rows": [_row(edition, page.path, interviews[name], states[name]) for name in page.items],
        "total": whole.total(),
        "counts": _columns(whole),
        **page.turning(),
    }


def _path(number: int, language: str) -> str:
    return urls.numbered(urls.progress(language), number)


def _row(edition: Edition, here: str, interview: Interview, states: Counter[State]) -> Row:
    href = urls.href(here, urls.interview(edition.language, interview.id))
    return Row(Link(href, edition.text(interview, interview.title)), states.total(), _columns(states))


def _columns(states: Counter[State]) -> tuple[int, ...]:
    return tuple(states[state] for state in STATES)
