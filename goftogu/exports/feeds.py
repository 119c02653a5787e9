"""Feeds of the newest interviews for feed readers: Atom and JSON Feed 1.1, in each language.

An interview is dated by the day on which the archive received it, and by that of its last revision: never by a clock,
so that the same archive gives the same bytes, and never by the day on which it was held, so that an old one which is
added today is new. Those without such a day come last. A feed holds full addresses; an archive that does not know its
own has none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Final

from goftogu import urls
from goftogu.edition import rights, tags, wording
from goftogu.edition.material import Material
from goftogu.edition.site import Site, ordered
from goftogu.exports import json_text
from goftogu.exports.xml import Element, dump, lines, node
from goftogu.model import Language, Rights, Role
from goftogu.persian import bidi

LATEST: Final = 30
"""How many interviews a feed has at most."""

_ATOM: Final = "http://www.w3.org/2005/Atom"
_VERSION: Final = "https://jsonfeed.org/version/1.1"
_UNKNOWN: Final = "1970-01-01"
"""What Atom, which asks for a day, is told where nobody knows one."""
_DECLARATION: Final = '<?xml version="1.0" encoding="utf-8"?>'


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An interview in a feed, in plain text.

    Attributes:
        address: Its address.
        language: Tag of the language of its text.
        title: Its title.
        published: ISO date on which the archive received it, or empty.
        updated: ISO date of its last change, or empty.
        authors: Names of those who are interviewed.
        summary: Its first paragraph, or empty.
        state: Which text it is.
        rights: Those in the interview, where they are not those of the archive.
    """

    address: str
    language: str
    title: str
    published: str
    updated: str
    authors: tuple[str, ...]
    summary: str
    state: str
    rights: str


def newest(site: Site) -> list[str]:
    """Return the ids of the interviews in a feed, the newest first; none where the site does not know its address.

    Args:
        site: Lists all interviews.
    """
    if not site.config.url:
        return []
    dated = [(outline.changed or outline.provenance.received, outline.id) for outline in ordered(site)]
    dated.sort(key=itemgetter(0), reverse=True)
    return [name for _, name in dated[:LATEST]]


def files(site: Site, entries: Mapping[Language, Sequence[FeedEntry]]) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the bytes of each feed.

    Args:
        site: What all pages share.
        entries: Those of each language, the newest first.
    """
    for language in site.config.editions if site.config.url else ():
        yield urls.feed(language, "xml"), _atom(site, language, entries[language])
        yield urls.feed(language, "json"), _json(site, language, entries[language])


def entry(given: Material, language: Language) -> FeedEntry:
    """Return an interview as an entry of a feed."""
    first = given.particulars.summary or next(given.interview.front(), None)
    tongue = given.tongue(language)
    return FeedEntry(
        address=given.address(language),
        language=given.page_tag(tongue),
        title=bidi.isolated(given.plain(given.interview.title, language), tongue),
        published=given.interview.provenance.received,
        updated=given.interview.changed or given.interview.provenance.received,
        authors=tuple(credit.name(language) for credit in given.credits(Role.INTERVIEWEE)),
        summary=bidi.isolated(given.plain(first, language), tongue) if first else "",
        state=wording.quoted(given, given.interview.units(), language),
        rights=given.rights.brief(language) if given.interview.rights != Rights() else "",
    )


def _time(day: str) -> str:
    return f"{day or _UNKNOWN}T00:00:00Z"


def _atom(site: Site, language: Language, entries: Sequence[FeedEntry]) -> bytes:
    config, tag = site.config, tags.tags(dari=site.config.dari)[language]
    usual = rights.of_archive(config).brief(language)
    home, own = (urls.absolute(config.url, path) for path in (urls.home(language), urls.feed(language, "xml")))
    feed = lines(
        "feed",
        {"xmlns": _ATOM, "xml:lang": tag},
        node("title", {}, config.title[language]),
        node("subtitle", {}, config.description[language]),
        node("id", {}, home),
        node("link", {"rel": "alternate", "type": "text/html", "href": home}),
        node("link", {"rel": "self", "type": "application/atom+xml", "href": own}),
        node("updated", {}, _time(entries[0].updated if entries else "")),
        node("author", {}, node("name", {}, (config.editor or config.title)[language])),
        *([node("rights", {}, usual)] if usual else []),
        *(_atom_entry(entry, tag) for entry in entries),
    )
    return dump(feed, _DECLARATION)


def _atom_entry(entry: FeedEntry, tag: str) -> Element:
    published = [node("published", {}, _time(entry.published))] if entry.published else []
    return lines(
        "entry",
        {"xml:lang": entry.language if entry.language != tag else ""},
        node("title", {}, entry.title),
        node("id", {}, entry.address),
        node("link", {"rel": "alternate", "type": "text/html", "href": entry.address}),
        *published,
        node("updated", {}, _time(entry.updated)),
        *(node("author", {}, node("name", {}, name)) for name in entry.authors),
        node("summary", {}, _told(entry)),
        *([node("rights", {}, entry.rights)] if entry.rights else []),
    )


def _told(entry: FeedEntry) -> str:
    return "\n\n".join(filter(None, (entry.summary, entry.state)))


def _json(site: Site, language: Language, entries: Sequence[FeedEntry]) -> bytes:
    config = site.config
    feed = {
        "version": _VERSION,
        "title": config.title[language],
        "description": config.description[language],
        "home_page_url": urls.absolute(config.url, urls.home(language)),
        "feed_url": urls.absolute(config.url, urls.feed(language, "json")),
        "language": tags.tags(dari=config.dari)[language],
        "items": list(map(_json_item, entries)),
    }
    return json_text.dump(feed)


def _json_item(entry: FeedEntry) -> Mapping[str, object]:
    days = {"date_published": entry.published, "date_modified": entry.updated}
    return {
        "id": entry.address,
        "url": entry.address,
        "title": entry.title,
        "content_text": _told(entry),
        **{name: _time(day) for name, day in days.items() if day},
        "authors": [{"name": name} for name in entry.authors],
        "language": entry.language,
    }
