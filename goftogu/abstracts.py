"""What pages may show of an interview that is not their own, and a name for it: with the same name, the same page.

Lists and indexes of an archive show little of an interview. They are made anew when that has changed, not when any
word of its text has. So nothing else may be open to them: an outline has no text at all, and what an abstract has of
the text comes from :meth:`goftogu.model.Interview.recall`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from goftogu import cache as caches
from goftogu import feeds
from goftogu.indexing import Findings
from goftogu.model import Interview, Language
from goftogu.site import Site
from goftogu.views import hits
from goftogu.views.edition import Edition


class Abstract(NamedTuple):
    """The names of what pages show of one interview.

    Attributes:
        outline: Names what lists of all interviews show: titles, dates, speakers, the turns that the index leads to.
        whole: Names that, and the lines of its text that the pages of topics, people and places show, what feeds say of
            it, and the states of its translation.
    """

    outline: str
    whole: str


def make(site: Site, interview: Interview, light: Mapping[str, object]) -> Abstract:
    """Make the abstract of an interview.

    Args:
        site: The archive.
        interview: The interview.
        light: What of it is known without its text.
    """
    english = site.translations[interview.id]
    near = [english.get(unit.id) for unit in (interview.title, interview.lede) if unit is not None]
    outline = caches.key("outline", repr((light, near, _placeless(site.findings[interview.id]))))
    shown: list[object] = [site.states[interview.id]]
    for language in Language:
        shown.append(hits.lines(Edition(site, language), interview))
        if site.config.url:
            shown.append(feeds.entry(site, interview, language))
    return Abstract(outline, caches.key("abstract", outline, repr(shown)))


def _placeless(findings: Findings) -> list[object]:
    """Return what the index has of an interview but for the code points, which lists do not show."""
    return [
        *(entry._replace(start=0, end=0) for entry in findings.entries),
        *(mention._replace(start=0, end=0) for mention in (*findings.people, *findings.places)),
        *(date._replace(start=0, end=0) for date in findings.dates),
    ]
