"""The topics: by hierarchy and by letter, and for each of them the exchanges about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, NamedTuple

from markupsafe import Markup

from goftogu import urls
from goftogu.content.vocabulary import Topic
from goftogu.edition.edition import Edition, Link
from goftogu.edition.outline import Outline
from goftogu.edition.site import Page, Site
from goftogu.index.topics import Kind
from goftogu.model import Language
from goftogu.pages import heights, hits, letters
from goftogu.pages.frame import frame
from goftogu.pages.head import About
from goftogu.pages.hits import HitList, Item, Lines
from goftogu.pages.pagination import MOST_ROWS, ListPage, ListRow, Numbered, PageSpace, numbered, packed
from goftogu.persian import collation

_DATA = ("ttl", "jsonld", "json")
_ROW: Final = 74
"""Pixels of a topic in a list of them, on a telephone."""
_HEAD: Final = PageSpace(height=8 * heights.LINE, rows=0)
"""What is above the places on the first page of a topic."""


@dataclass(frozen=True, slots=True)
class TopicHeading:
    """A topic in a list of topics; ``narrower`` are those below it where the list is a tree."""

    href: str
    text: Markup
    counterpart: Markup
    count: int
    narrower: tuple[TopicHeading, ...] = ()


class TopicPage(NamedTuple):
    """What one of the pages of a topic is made of.

    Attributes:
        topic: Id of the topic.
        language: Language of the page.
        page: The places that it lists, those that are about the topic first.
        outlines: Their interviews, by id.
        openly: How many of the places are in sight.
    """

    topic: str
    language: Language
    page: Numbered[Item]
    outlines: Mapping[str, Outline]
    openly: int


def pages(site: Site) -> Iterator[TopicPage]:
    """Plan the pages of each topic."""
    outlines = {outline.id: outline for outline in site.interviews}
    for topic in site.vocabulary.topics:
        items = sorted(hits.items(site.index.entries(topic)), key=lambda item: not item.about)
        extents = hits.extents(outlines, items)
        for language in site.config.editions:
            for page, openly in hits.in_sight(numbered(urls.topic(language, topic), items, extents, _HEAD)):
                shown = {item.interview: outlines[item.interview] for item in page.items}
                yield TopicPage(topic, language, page, shown, openly)


def page(site: Site, values: TopicPage, lines: Lines) -> Page:
    """Return one of the pages of a topic.

    Args:
        site: What all pages share.
        values: What the page is made of.
        lines: What is shown of each place of the topic.
    """
    edition = Edition(site.showing(values.outlines.values()), values.language)
    context = partial(_topic, edition, site.vocabulary.topics[values.topic], values, lines)
    return Page(values.page.path, "topic.html.jinja", values.language, context)


def lists(site: Site) -> Iterator[Page]:
    """Plan the list of topics."""
    for language in site.config.editions:
        edition = Edition(site, language)
        rows = [_row(edition, topic) for topic in site.vocabulary.topics.values()]
        for sheet in packed(urls.topics(language), letters.lettered(language, rows), _tree_extent(edition)):
            yield Page(sheet.path, "topics.html.jinja", language, partial(_list, edition, sheet))


def _tree_extent(edition: Edition) -> PageSpace:
    """Return what the tree takes of the first page."""
    topics = sum(map(len, _below(edition).values()))
    return PageSpace(_ROW * topics if topics <= MOST_ROWS else 0, rows=0)


def headings(edition: Edition, here: str) -> list[TopicHeading]:
    """Return the topics in alphabetical order, as linked from the page ``here``; no more than a page may list."""
    return [_heading(edition, topic, here) for topic in _ordered(edition)[:MOST_ROWS]]


def _ordered(edition: Edition) -> list[Topic]:
    language = edition.language
    key = collation.persian_key if language == Language.FA else collation.english_key
    return sorted(edition.site.vocabulary.topics.values(), key=lambda topic: (key(topic.label[language]), topic.id))


def _row(edition: Edition, topic: Topic) -> ListRow:
    return ListRow(topic.label[edition.language], _ROW, partial(_heading, edition, topic))


def _heading(edition: Edition, topic: Topic, here: str, narrower: tuple[TopicHeading, ...] = ()) -> TopicHeading:
    return TopicHeading(
        href=urls.href(here, urls.topic(edition.language, topic.id)),
        text=edition.label(topic.label),
        counterpart=edition.counterpart(topic.label),
        count=sum(entry.kind == Kind.PRIMARY for entry in edition.site.index.entries(topic.id)),
        narrower=narrower,
    )


def _list(edition: Edition, sheet: ListPage) -> Mapping[str, object]:
    index = urls.topics(edition.language)
    first = sheet.path == index
    return {
        "frame": frame(edition, edition.only(sheet.path, urls.topics), About(section="topics", paired=first)),
        "tree": _tree(edition, index) if first else (),
        "data": {ending: urls.href(sheet.path, urls.vocabulary(ending)) for ending in _DATA},
        **letters.view(edition.language, sheet),
    }


def _tree(edition: Edition, here: str) -> tuple[TopicHeading, ...]:
    """Return the topics that have others below them, with these; none when there is no hierarchy, or too much of it."""
    below = _below(edition)
    if sum(map(len, below.values())) > MOST_ROWS:
        return ()
    tops = [topic for topic in _ordered(edition) if topic.id in below and not topic.broader]
    return tuple(_branch(edition, here, topic, below) for topic in tops)


def _below(edition: Edition) -> dict[str, list[Topic]]:
    """Return the topics below each other one, in alphabetical order."""
    below: dict[str, list[Topic]] = {}
    for topic in _ordered(edition):
        for parent in topic.broader:
            below.setdefault(parent, []).append(topic)
    return below


def _branch(edition: Edition, here: str, topic: Topic, below: Mapping[str, Sequence[Topic]]) -> TopicHeading:
    narrower = (_branch(edition, here, other, below) for other in below.get(topic.id, ()))
    return _heading(edition, topic, here, tuple(narrower))


def _topic(edition: Edition, topic: Topic, values: TopicPage, lines: Lines) -> Mapping[str, object]:
    page, language = values.page, edition.language
    here = page.path
    narrower = [other.id for other in edition.site.vocabulary.topics.values() if topic.id in other.broader]
    about = About(topic.label[language], topic.scope[language] if topic.scope else "", "topics")
    primary, passing = ([item for item in page.items if item.about == kind] for kind in (True, False))
    shown = HitList(values.outlines, lines, primary, values.openly)
    return {
        "frame": frame(edition, partial(_path, topic.id, page.number), about),
        "title": edition.label(topic.label),
        "counterpart": edition.counterpart(topic.label),
        "scope": edition.label(topic.scope) if topic.scope else "",
        "alt": [edition.words(text) for text in topic.alt[language]],
        "broader": _links(edition, here, topic.broader),
        "narrower": _links(edition, here, narrower),
        "related": [*_links(edition, here, topic.related), *edition.people(here, topic.people)],
        "exact": topic.exact,
        "primary": hits.grouped(edition, here, shown),
        "passing": hits.grouped(edition, here, shown._replace(items=passing, openly=values.openly - len(primary))),
        **page.turning(),
    }


def _path(topic_id: str, number: int, language: str) -> str:
    return urls.numbered(urls.topic(language, topic_id), number)


def _links(edition: Edition, here: str, topics: Iterable[str]) -> list[Link]:
    known = edition.site.vocabulary.topics
    return [
        Link(urls.href(here, urls.topic(edition.language, item)), edition.label(known[item].label))
        for item in topics
        if item in known
    ]
