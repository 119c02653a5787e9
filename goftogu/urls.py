"""Addresses: the only module that makes a path of the site or a link between two of its pages.

A path is relative to the output folder, with ``/``. Links are relative, so that the site works under any folder of
a server and from ``file://``. Absolute addresses are made only where a reader outside needs them.
"""

from __future__ import annotations

import posixpath
from functools import lru_cache
from typing import Final
from urllib.parse import quote, urlsplit

LANDING: Final = "index.html"
NOT_FOUND: Final = "404.html"
SITEMAP: Final = "sitemap.xml"
ROBOTS: Final = "robots.txt"
NO_JEKYLL: Final = ".nojekyll"
DOMAIN: Final = "CNAME"
STYLE: Final = "static/site.css"
OWN_STYLE: Final = "static/own.css"
SCRIPT: Final = "static/site.js"
SEARCH_SCRIPTS: Final = ("static/fold.js", "static/stem.js", "static/lookup.js", "static/search.js")
SEARCH_FILTERS: Final = "static/filters.js"
CITE_SCRIPT: Final = "static/cite.js"
CITE_STYLE: Final = "static/cite.css"
PASSAGES_SCRIPT: Final = "static/passages.js"
PASSAGES_STYLE: Final = "static/passages.css"
DRAWN_STYLE: Final = "static/drawn.css"
REACH_SCRIPT: Final = "static/reach.js"
PLAYER_SCRIPT: Final = "static/player.js"
PLAYER_STYLE: Final = "static/player.css"
ICON: Final = "static/icon.svg"
CARD: Final = "static/card.png"
FONT: Final = "static/vazirmatn.woff2"
FONT_COVERAGE: Final = "static/vazirmatn.txt"
BOTH: Final = "both"
BOTH_IN_ENGLISH: Final = "both-en"
PARALLEL: Final = (BOTH, BOTH_IN_ENGLISH)
"""The folders of the pages with both languages: with a Persian and with an English interface."""

_BREAK: Final = "\r\n"
"""The end of a line in a mail."""


def home(language: str) -> str:
    """Return the path of the front page of one language."""
    return f"{language}/index.html"


def interview(view: str, interview_id: str) -> str:
    """Return the path of an interview; ``view`` is a language or one of :data:`PARALLEL`."""
    return f"{view}/{interview_id}.html"


def edits(language: str, interview_id: str) -> str:
    """Return the path of the list of what the archive edited in an interview."""
    return f"{language}/edits/{interview_id}.html"


def interviews(language: str) -> str:
    """Return the path of the list of all interviews."""
    return f"{language}/interviews/index.html"


def topics(language: str) -> str:
    """Return the path of the list of topics."""
    return f"{language}/topics/index.html"


def topic(language: str, topic_id: str) -> str:
    """Return the path of one topic."""
    return f"{language}/topics/{topic_id}.html"


def people(language: str) -> str:
    """Return the path of the list of people."""
    return f"{language}/people/index.html"


def person(language: str, person_id: str) -> str:
    """Return the path of a person or an organisation."""
    return f"{language}/people/{person_id}.html"


def places(language: str) -> str:
    """Return the path of the list of places."""
    return f"{language}/places/index.html"


def place(language: str, place_id: str) -> str:
    """Return the path of a place."""
    return f"{language}/places/{place_id}.html"


def all_series(language: str) -> str:
    """Return the path of the list of series."""
    return f"{language}/series/index.html"


def series(language: str, series_id: str) -> str:
    """Return the path of a series."""
    return f"{language}/series/{series_id}.html"


def a_to_z(language: str) -> str:
    """Return the path of the alphabetical index."""
    return f"{language}/a-z/index.html"


def chronology(language: str) -> str:
    """Return the path of the chronology."""
    return f"{language}/chronology/index.html"


def sheet(index: str, name: str) -> str:
    """Return the path of a part of a list that is too long for one page; ``name`` is a letter, or a decade."""
    return f"{index.removesuffix('index.html')}part/{name}.html"


def numbered(path: str, number: int) -> str:
    """Return the path of a page that goes on another one; the first is that page itself."""
    return path if number == 1 else f"{path.removesuffix('.html')}/{number}.html"


def vocabulary(ending: str) -> str:
    """Return the path of the topics as data; ``ending`` is ``ttl``, ``jsonld`` or ``json``."""
    return f"data/vocabulary/topics.{ending}"


def progress(language: str) -> str:
    """Return the path of the page that shows how far the translation has been reviewed."""
    return f"{language}/progress/index.html"


def search(language: str) -> str:
    """Return the path of the page with the search."""
    return f"{language}/search/index.html"


def search_data(language: str, name: str) -> str:
    """Return the path of a part of the search index; ``name`` is made of ASCII letters, digits and hyphens."""
    return f"{language}/search/{name}.js"


def passages(language: str) -> str:
    """Return the path of the page of the passages that a reader has chosen."""
    return f"{language}/passages/index.html"


def use_of_data(language: str) -> str:
    """Return the path of the page that offers the archive as data."""
    return f"{language}/data/index.html"


def feed(language: str, ending: str) -> str:
    """Return the path of a feed; ``ending`` is ``xml`` or ``json``."""
    return f"{language}/feed.{ending}"


def free(language: str, page_id: str) -> str:
    """Return the path of a free page, such as ``about``."""
    return f"{language}/{page_id}.html"


def data(interview_id: str, kind: str) -> str:
    """Return the path of a download; ``kind`` is its ending, such as ``json`` or ``received.txt``."""
    return f"data/{interview_id}.{kind}"


def picture(name: str, width: int, ending: str) -> str:
    """Return the path of a picture in one width, in pixels; ``name`` is that of its file in ``content/media/``."""
    return f"media/{name.rpartition('.')[0] or name}-{width}.{ending}"


def recording(name: str) -> str:
    """Return the path of a recording; ``name`` is that of the file in ``content/media/``."""
    return f"media/{name}"


def interview_card(language: str, interview_id: str, ending: str) -> str:
    """Return the path of what messengers show beside a link to an interview; ``ending`` is ``jpg`` or ``png``."""
    return f"media/card/{interview_id}.{language}.{ending}"


def archive_data(name: str) -> str:
    """Return the path of a download of the whole archive; ``name`` is that of the file, such as ``speakers.csv``."""
    return f"data/archive/{name}"


def catalogue(pattern: str, name: str) -> str:
    """Return the address of something in a catalogue outside; ``pattern`` has ``{}`` in the place of its id there."""
    return pattern.format(quote(name, safe=""))


def correction(contact: str, subject: str, body: str) -> str:
    """Return the link by which a reader reports a fault, with the first words filled in.

    Args:
        contact: A ``mailto:`` address, or that of a form for new issues, which may have a query (``?template=…``).
        subject: Subject of the mail, or title of the issue.
        body: The first line.
    """
    name = "subject" if contact.startswith("mailto:") else "title"
    sign = "&" if "?" in contact else "?"
    return f"{contact}{sign}{name}={quote(subject, safe='')}&body={quote(f'{body}{_BREAK * 2}', safe='')}"


@lru_cache(maxsize=4096)
def _relative(folder: str, target: str) -> str:
    source, path = folder.split("/") if folder else [], target.split("/")
    while source and len(path) > 1 and source[0] == path[0]:
        del source[0], path[0]
    return quote("/".join([".."] * len(source) + path))


def href(source: str, target: str, fragment: str = "") -> str:
    """Return the relative link from one page to another.

    Args:
        source: Path of the page that holds the link.
        target: Path of the page or file that is linked.
        fragment: Id in the target, without ``#``.

    Returns:
        A percent-encoded relative reference; only ``#fragment`` within one page.
    """
    tail = f"#{quote(fragment)}" if fragment else ""
    if source == target and fragment:
        return tail
    return _relative(source.rpartition("/")[0], target) + tail


def rooted(base: str, target: str) -> str:
    """Return the path of a page from the root of its server.

    Args:
        base: Address of the site's folder, with or without a final ``/``.
        target: Path of the page.
    """
    return urlsplit(absolute(base, target)).path


def absolute(base: str, target: str, fragment: str = "") -> str:
    """Return the full address of a page.

    Args:
        base: Address of the site's folder, with or without a final ``/``.
        target: Path of the page; an ``index.html`` is left out of the address.
        fragment: Id in the target, without ``#``.
    """
    return _absolute(base, target) + (f"#{quote(fragment)}" if fragment else "")


@lru_cache(maxsize=4096)
def _absolute(base: str, target: str) -> str:
    path = target.removesuffix("index.html") if posixpath.basename(target) == "index.html" else target
    return f"{base.rstrip('/')}/{quote(path)}"
