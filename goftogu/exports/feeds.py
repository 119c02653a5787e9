"""Feeds of the newest interviews for feed readers: Atom and JSON Feed 1.1, in each language.

A feed is dated by the day on which the archive received a text, else by that of the interview: never by a clock, so
that the same archive gives the same bytes. What has no day at all is left to the list of all interviews. A feed holds
full addresses; an archive that does not know its own has none.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Final

from goftogu import markup, urls
from goftogu.edition import wording
from goftogu.edition.material import Material
from goftogu.edition.outline import Outline
from goftogu.edition.site import Site
from goftogu.exports.xml import Element, dump, lines, node
from goftogu.model import Interview, Language, Role
from goftogu.pages.list_entries import ordered

LATEST: Final = 30
"""How many interviews a feed has at most."""

_ATOM: Final = "http://www.w3.org/2005/Atom"
_VERSION: Final = "https://jsonfeed.org/version/1.1"
_DECLARATION: Final = '<?xml version="1.0" encoding="utf-8"?>'


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An interview in a feed, in plain text."""

    address: str
    title: str
    day: str
    authors: tuple[str, ...]
    summary: str
    state: str


def newest(site: Site) -> list[str]:
    """Return the ids of the interviews in a feed, the newest first; none where the site does not know its address.

    Args:
        site: Lists all interviews.
    """
    if not site.config.url:
        return []
    dated = [(day, outline.id) for outline in ordered(site) if (day := _day(outline))]
    dated.sort(key=itemgetter(0), reverse=True)
    return [name for _, name in dated[:LATEST]]


def files(site: Site, entries: Mapping[Language, Sequence[FeedEntry]]) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the bytes of each feed.

    Args:
        site: What all pages share.
        entries: Those of each language, the newest first.
    """
    for language in Language if site.config.url else ():
        yield urls.feed(language, "xml"), _atom(site, language, entries[language])
        yield urls.feed(language, "json"), _json(site, language, entries[language])


def entry(given: Material, language: Language) -> FeedEntry:
    """Return an interview as an entry of a feed."""
    first = next(given.interview.front(), None)
    return FeedEntry(
        address=given.address(language),
        title=markup.bare(given.text(given.interview.title, language)),
        day=f"{_day(given.interview)}T00:00:00Z",
        authors=tuple(credit.name(language) for credit in given.credits(Role.INTERVIEWEE)),
        summary=markup.bare(given.text(first, language)) if first else "",
        state=wording.quoted(given, given.interview.units(), language),
    )


def _day(interview: Interview | Outline) -> str:
    return interview.provenance.received or (interview.date.first.isoformat() if interview.date else "")


def _atom(site: Site, language: Language, entries: Sequence[FeedEntry]) -> bytes:
    config = site.config
    home, own = (urls.absolute(config.url, path) for path in (urls.home(language), urls.feed(language, "xml")))
    feed = lines(
        "feed",
        {"xmlns": _ATOM, "xml:lang": language},
        node("title", {}, config.title[language]),
        node("subtitle", {}, config.description[language]),
        node("id", {}, home),
        node("link", {"rel": "alternate", "type": "text/html", "href": home}),
        node("link", {"rel": "self", "type": "application/atom+xml", "href": own}),
        node("updated", {}, entries[0].day if entries else "1970-01-01T00:00:00Z"),
        node("author", {}, node("name", {}, (config.editor or config.title)[language])),
        *map(_atom_entry, entries),
    )
    return dump(feed, _DECLARATION)


def _atom_entry(entry: FeedEntry) -> Element:
    return lines(
        "entry",
        {},
        node("title", {}, entry.title),
        node("id", {}, entry.address),
        node("link", {"rel": "alternate", "type": "text/html", "href": entry.address}),
        node("updated", {}, entry.day),
        *(node("author", {}, node("name", {}, name)) for name in entry.authors),
        *([node("summary", {}, entry.summary)] if entry.summary else []),
        node("rights", {}, entry.state),
    )


def _json(site: Site, language: Language, entries: Sequence[FeedEntry]) -> bytes:
    config = site.config
    feed = {
        "version": _VERSION,
        "title": config.title[language],
        "description": config.description[language],
        "home_page_url": urls.absolute(config.url, urls.home(language)),
        "feed_url": urls.absolute(config.url, urls.feed(language, "json")),
        "language": language,
        "items": [
            {
                "id": entry.address,
                "url": entry.address,
                "title": entry.title,
                "content_text": "\n\n".join(filter(None, (entry.summary, entry.state))),
                "date_published": entry.day,
                "authors": [{"name": name} for name in entry.authors],
                "language": language,
            }
            for entry in entries
        ],
    }
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()
