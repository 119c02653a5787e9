"""What pages may show of an interview that is not their own, and a name for it: with the same name, the same page.

Lists and indexes of an archive show little of an interview. They are made anew when that has changed, not when any
word of its text has. So nothing else may be open to them: an outline has no text at all, and what an abstract has of
the text comes from :meth:`goftogu.model.Interview.recall`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from goftogu.edition.edition import Edition
from goftogu.edition.site import Site
from goftogu.exports import feeds
from goftogu.index.indexing import Findings
from goftogu.model import Interview, Language
from goftogu.pages import hits
from goftogu.search import documents, postings
from goftogu.storage import cache as caches


class Abstract(NamedTuple):
    """The names of what pages show of one interview.

    Attributes:
        outline: Names what lists of all interviews show: titles, dates, speakers, the turns that the index leads to.
        lines: Names the lines of its text that the pages of topics, people and places show.
        states: Names the states of its translation.
        feed: Names what feeds say of it; empty in an archive that has none.
        words: The marks of its words, by language (see :func:`goftogu.search.postings.marks`).
    """

    outline: str
    lines: str
    states: str
    feed: str
    words: dict[str, bytes]


def make(site: Site, interview: Interview, light: Mapping[str, object]) -> Abstract:
    """Make the abstract of an interview.

    Args:
        site: Has the interview.
        interview: The interview.
        light: What of it is known without its text.
    """
    editions = {str(language): Edition(site, language) for language in Language}
    near = [site.translations[interview.id].get(unit.id) for unit in (interview.title, interview.lede) if unit]
    told = [feeds.entry(site, interview, language) for language in Language] if site.config.url else []
    return Abstract(
        outline=_name("outline", light, near, _placeless(site.findings[interview.id])),
        lines=_name("lines", *(hits.lines(edition, interview) for edition in editions.values())),
        states=_name("states", sorted(site.states[interview.id].items())),
        feed=_name("feed", told) if told else "",
        words={language: postings.marks(documents.words(edition, interview)) for language, edition in editions.items()},
    )


def _name(kind: str, *shown: object) -> str:
    return caches.key(kind, repr(shown))


def _placeless(findings: Findings) -> list[object]:
    """Return what the index has of an interview but for the code points, which lists do not show."""
    return [
        findings.exchanges,
        findings.problems,
        *(entry._replace(start=0, end=0) for entry in findings.entries),
        *(mention._replace(start=0, end=0) for mention in (*findings.people, *findings.places)),
        *(date._replace(start=0, end=0) for date in findings.dates),
    ]
