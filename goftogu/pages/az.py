"""The alphabetical index: topics, people and places in one alphabet, with *see*, *see also* and locators.

A heading with many locators is divided by sub-headings, see :mod:`goftogu.pages.divisions`; those of a topic are with
its narrower headings. Where there are still more locators than a line should have, the heading's own page has the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from goftogu import urls
from goftogu.content import cross_references
from goftogu.content.entries import spellings
from goftogu.content.vocabulary import Person, Place, Topic
from goftogu.edition.edition import Edition, Link
from goftogu.edition.site import Page, Site
from goftogu.index.indexing import Mention
from goftogu.index.topics import MANY, Kind
from goftogu.model import Bilingual, Language
from goftogu.pages import divisions, front, heights, letters
from goftogu.pages.divisions import Division, share
from goftogu.pages.frame import frame
from goftogu.pages.head import About
from goftogu.pages.locators import LocatorLine, LocatorMark, Locators, height
from goftogu.pages.pagination import ListPage, ListRow, packed
from goftogu.persian import collation
from goftogu.persian.folding import fold


@dataclass(frozen=True, slots=True)
class IndexHeading:
    """A heading of the index.

    Attributes:
        text: The heading.
        href: Its page; empty for a word that only leads to another one.
        counterpart: The heading in the other language.
        speaks: The interviews in which the person speaks.
        lines: Its locators, the first line without a sub-heading as a rule.
        see: The heading to look at instead.
        also: The headings to look at as well.
    """

    text: Markup
    href: str = ""
    counterpart: Markup | str = ""
    speaks: tuple[Link, ...] = ()
    lines: tuple[LocatorLine, ...] = ()
    see: tuple[Link, ...] = ()
    also: tuple[Link, ...] = ()


def pages(site: Site) -> Iterator[Page]:
    """Plan the index in both languages."""
    for language in site.config.editions:
        edition = Edition(site, language)
        for sheet in packed(urls.a_to_z(language), letters.lettered(language, _Index(edition).rows())):
            yield Page(sheet.path, "a-z.html.jinja", language, partial(_page, edition, sheet))


def _page(edition: Edition, sheet: ListPage) -> Mapping[str, object]:
    first = sheet.path == urls.a_to_z(edition.language)
    interviews = edition.site.interviews
    return {
        "frame": frame(edition, edition.only(sheet.path, urls.a_to_z), About(section="index", paired=first)),
        "first": first,
        "counts": front.counts(edition.site),
        "only": edition.text(interviews[0], interviews[0].title) if len(interviews) == 1 else "",
        **letters.view(edition.language, sheet),
    }


@dataclass(frozen=True, slots=True)
class _Named:
    """A person or a place with its address, locators, topics and interviews."""

    entry: Person | Place
    address: Callable[[], str]
    marks: Sequence[LocatorMark]
    division: Division | None
    also: Sequence[str]
    speaks: Sequence[str]

    @property
    def height(self) -> int:
        """How high the heading is on a telephone, in pixels."""
        lines = _height(self.division, self.marks)
        return heights.LINE * (1 + bool(self.also)) + lines + heights.RUN * len(self.speaks[:MANY])


def _height(division: Division | None, marks: Sequence[LocatorMark]) -> int:
    """Return the height of locators on a telephone, in pixels."""
    return heights.DIVIDED * division.height if division else heights.RUN * height(marks)


class _Index:
    """The headings of one language."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._language = edition.language
        self._site = edition.site
        self._topics = edition.site.vocabulary.topics
        self._used = frozenset(edition.site.index.used())

    def rows(self) -> Iterator[ListRow]:
        """Yield every heading, and every word that leads to one."""
        people, places = self._site.vocabulary.people, self._site.vocabulary.places
        for topic in self._topics.values():
            if topic.id in self._used or self._below(topic):
                yield from self._topic(topic, people)
        for person in self._site.people.used():
            yield from self._named(people[person], self._site.people.mentions(person), urls.person)
        for place in self._site.places.used():
            yield from self._named(places[place], self._site.places.mentions(place), urls.place)

    def _below(self, topic: Topic) -> list[Topic]:
        return [other for other in self._topics.values() if topic.id in other.broader and other.id in self._used]

    def _topic(self, topic: Topic, people: Mapping[str, Person]) -> Iterator[ListRow]:
        below = self._below(topic)
        also = [other for other in topic.related if other in self._used]
        marks = self._marks(topic.id)
        division = self._divided(marks, topic.id)
        narrower = sum(height(self._marks(other.id), share(below)) for other in below)
        size = _height(division, marks) + heights.DIVIDED * narrower + heights.LINE * (1 + bool(also or topic.people))
        yield ListRow(topic.label[self._language], size, partial(self._topic_heading, topic, division, below, also))
        names = {
            fold(name) for item in topic.people if item in people for name in spellings(people[item], self._language)
        }
        words = [word for word in topic.alt[self._language] if fold(word) not in names]
        yield from self._see(words, topic.label, partial(urls.topic, self._language, topic.id))

    def _topic_heading(
        self, topic: Topic, division: Division | None, below: Sequence[Topic], also: Sequence[str], here: str
    ) -> IndexHeading:
        locators = Locators(self._edition, here, titles=len(self._site.interviews) > 1)
        return IndexHeading(
            text=self._edition.label(topic.label),
            href=urls.href(here, urls.topic(self._language, topic.id)),
            counterpart=self._edition.counterpart(topic.label),
            lines=(
                *self._lines(locators, self._marks(topic.id), division),
                *(locators.narrower(other.id, self._marks(other.id), share(below)) for other in below),
            ),
            also=(*(locators.topic(other) for other in also), *self._edition.people(here, topic.people)),
        )

    def _divided(self, marks: Sequence[LocatorMark], topic: str) -> Division | None:
        if len(marks) <= MANY:
            return None
        return divisions.divide(self._site, self._language, marks, self._kin(topic) if topic else ())

    def _lines(
        self, locators: Locators, marks: Sequence[LocatorMark], division: Division | None
    ) -> Iterable[LocatorLine]:
        if division:
            return divisions.lines(self._edition, locators, division)
        return [locators.line(marks)] if marks else []

    def _kin(self, topic: str) -> set[str]:
        """Return a topic and all topics above or below it."""
        broader = {item.id: item.broader for item in self._topics.values()}
        below = {item for item in self._topics if topic in cross_references.above(item, broader)}
        return {topic, *cross_references.above(topic, broader), *below}

    def _marks(self, topic: str) -> list[LocatorMark]:
        return [
            LocatorMark(entry.interview, entry.turn, entry.number, entry.kind == Kind.PRIMARY, entry.exchange)
            for entry in self._site.index.entries(topic)
        ]

    def _named(
        self, entry: Person | Place, mentions: Sequence[Mention], path: Callable[[str, str], str]
    ) -> Iterator[ListRow]:
        person = isinstance(entry, Person)
        marks = divisions.named(mentions)
        named = _Named(
            entry,
            partial(path, self._language, entry.id),
            marks,
            self._divided(marks, ""),
            [
                topic.id
                for topic in self._topics.values()
                if person and topic.id in self._used and entry.id in topic.people
            ],
            list(dict.fromkeys(part.interview for part in self._site.people.parts(entry.id))) if person else [],
        )
        yield ListRow(entry.sort[self._language], named.height, partial(self._named_heading, named))
        yield from self._see(list(spellings(entry, self._language))[1:], entry.sort, named.address)

    def _named_heading(self, named: _Named, here: str) -> IndexHeading:
        locators = Locators(self._edition, here, titles=len(self._site.interviews) > 1)
        return IndexHeading(
            text=self._edition.words(named.entry.sort[self._language]),
            href=urls.href(here, named.address()),
            counterpart=self._edition.counterpart(named.entry.name),
            speaks=locators.titles(named.speaks),
            lines=tuple(self._lines(locators, named.marks, named.division)),
            also=tuple(locators.topic(topic) for topic in named.also),
        )

    def _see(self, words: Iterable[str], heading: Bilingual, address: Callable[[], str]) -> Iterator[ListRow]:
        """Yield the words that lead to a heading, except those that would be next to it."""
        key = collation.persian_key if self._language == Language.FA else collation.english_key
        beside = key(heading[self._language])[:1]
        known = dict.fromkeys(map(fold, words))
        for word in words:
            if fold(word) in known and key(word)[:1] != beside:
                del known[fold(word)]
                yield ListRow(word, heights.LINE, partial(self._reference, word, heading, address))

    def _reference(self, word: str, heading: Bilingual, address: Callable[[], str], here: str) -> IndexHeading:
        target = Link(urls.href(here, address()), self._edition.words(heading[self._language]))
        return IndexHeading(text=self._edition.words(word), see=(target,))
