"""The page that tells how far people have reviewed the English, interview by interview."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from goftogu import urls
from goftogu.model import Interview, Language
from goftogu.site import Page, Site
from goftogu.translation.entries import NOTHING, State
from goftogu.views.edition import About, Edition
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
    """Plan the page in both languages."""
    own = frozenset(interview.id for interview in site.interviews)
    for language in Language:
        values = partial(_context, Edition(site, language))
        yield Page(urls.progress(language), "progress.html.jinja", language, values, own)


def _context(edition: Edition) -> Mapping[str, object]:
    here = urls.progress(edition.language)
    rows = [_row(edition, here, interview) for interview in ordered(edition.site)]
    return {
        "frame": edition.frame(urls.progress, About(section="progress")),
        "rows": rows,
        "total": sum(row.total for row in rows),
        "counts": [sum(row.counts[column] for row in rows) for column in range(len(STATES))],
    }


def _row(edition: Edition, here: str, interview: Interview) -> Row:
    english = edition.site.translations.get(interview.id, {})
    found = interview.recall(
        "states", lambda: Counter(english.get(unit.id, NOTHING).state for unit in interview.units())
    )
    return Row(work(edition, here, interview), found.total(), tuple(found[state] for state in STATES))
