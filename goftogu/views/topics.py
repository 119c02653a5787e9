"""The topic index: the list of topics, and for each topic the exchanges about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from operator import attrgetter

from markupsafe import Markup

from goftogu import markup, urls
from goftogu.model import Interview, Language, Paragraph, Turn
from goftogu.persian import collation
from goftogu.site import Page, Site
from goftogu.topics import Entry, Kind, context
from goftogu.views.edition import About, Edition, Link
from goftogu.views.works import Work, work
from goftogu.vocabulary import Topic

_ENGLISH_CONTEXT = 150


@dataclass(frozen=True, slots=True)
class Heading:
    """A topic in the list of topics."""

    href: str
    text: Markup
    counterpart: Markup
    count: int


@dataclass(frozen=True, slots=True)
class Hit:
    """An exchange on a topic's page.

    Attributes:
        href: The turn.
        number: Number of the turn in its interview.
        role: Role of the speaker.
        name: Name of the speaker, or empty: then the role stands in its place.
        line: A line of the text; in Persian with the hit marked.
    """

    href: str
    number: int
    role: str
    name: Markup
    line: Markup


Group = tuple[Work, list[Hit]]
"""An interview, and its exchanges on a topic."""


def pages(site: Site) -> Iterator[Page]:
    """Plan the list of topics and the page of each topic."""
    interviews = {interview.id: interview for interview in site.interviews}
    for language in Language:
        edition = Edition(site, language)
        yield Page(urls.topics(language), "topics.html.jinja", language, partial(_list, edition))
        for topic in site.vocabulary.topics.values():
            values = partial(_topic, edition, topic, interviews)
            yield Page(urls.topic(language, topic.id), "topic.html.jinja", language, values)


def headings(edition: Edition, here: str) -> list[Heading]:
    """Return the topics in alphabetical order, as linked from the page ``here``."""
    language = edition.language
    key = collation.persian_key if language == Language.FA else collation.english_key
    topics = sorted(edition.site.vocabulary.topics.values(), key=lambda topic: (key(topic.label[language]), topic.id))
    return [
        Heading(
            href=urls.href(here, urls.topic(language, topic.id)),
            text=edition.label(topic.label),
            counterpart=edition.counterpart(topic.label),
            count=sum(entry.kind == Kind.PRIMARY for entry in edition.site.index.entries(topic.id)),
        )
        for topic in topics
    ]


def _list(edition: Edition) -> Mapping[str, object]:
    return {
        "frame": edition.frame(urls.topics, About(section="topics")),
        "headings": headings(edition, urls.topics(edition.language)),
    }


def _topic(edition: Edition, topic: Topic, interviews: Mapping[str, Interview]) -> Mapping[str, object]:
    language = edition.language
    here = urls.topic(language, topic.id)
    entries = edition.site.index.entries(topic.id)
    narrower = [other.id for other in edition.site.vocabulary.topics.values() if topic.id in other.broader]
    return {
        "frame": edition.frame(
            partial(_path, topic.id),
            About(topic.label[language], topic.scope[language] if topic.scope else "", "topics"),
        ),
        "title": edition.label(topic.label),
        "counterpart": edition.counterpart(topic.label),
        "scope": edition.label(topic.scope) if topic.scope else "",
        "broader": _links(edition, here, topic.broader),
        "narrower": _links(edition, here, narrower),
        "related": _links(edition, here, topic.related),
        "primary": _groups(edition, here, interviews, [entry for entry in entries if entry.kind == Kind.PRIMARY]),
        "passing": _groups(edition, here, interviews, [entry for entry in entries if entry.kind == Kind.PASSING]),
    }


def _path(topic_id: str, language: str) -> str:
    return urls.topic(language, topic_id)


def _links(edition: Edition, here: str, topics: Iterable[str]) -> list[Link]:
    known = edition.site.vocabulary.topics
    language = edition.language
    return [
        Link(urls.href(here, urls.topic(language, item)), edition.label(known[item].label))
        for item in topics
        if item in known
    ]


def _groups(edition: Edition, here: str, interviews: Mapping[str, Interview], entries: Iterable[Entry]) -> list[Group]:
    return [
        (work(edition, here, interviews[name]), [_hit(edition, here, interviews[name], entry) for entry in items])
        for name, items in groupby(entries, key=attrgetter("interview"))
    ]


def _hit(edition: Edition, here: str, interview: Interview, entry: Entry) -> Hit:
    number, turn = _turn(interview, entry.turn)
    paragraph = next((item for item in turn.paragraphs if item.id == entry.paragraph), turn.paragraphs[0])
    speaker = interview.speakers[turn.speaker]
    return Hit(
        href=urls.href(here, urls.interview(edition.language, interview.id), turn.id),
        number=number,
        role=str(speaker.role),
        name=edition.name(speaker),
        line=_line(edition, interview, paragraph, entry),
    )


def _turn(interview: Interview, turn_id: str) -> tuple[int, Turn]:
    return next((number, turn) for number, turn in enumerate(interview.turns, 1) if turn.id == turn_id)


def _line(edition: Edition, interview: Interview, paragraph: Paragraph, entry: Entry) -> Markup:
    if edition.language == Language.FA and entry.end:
        return markup.marked(*context(paragraph.reading, entry.start, entry.end), Language.FA)
    return edition.text(interview, paragraph, _ENGLISH_CONTEXT)
