"""Finds the topics of each exchange, from its words and from the editor's marks; finds names and dates.

A topic whose trigger occurs in the question is *asked about*: a primary topic of the exchange. So is one that is hit
twice. All else is a passing mention. Words of ``mentions`` never make more than a passing mention. Words of ``context``
count only in an exchange that also has a trigger of the same topic, as «دریا» means the Caspian only where the
Caspian is the subject.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from goftogu.content.vocabulary import Vocabulary
from goftogu.index import chronology
from goftogu.index.chronology import DateMention
from goftogu.index.english_senses import EnglishSenses
from goftogu.index.senses import Register, Sense, Senses, Weight
from goftogu.locale.message import Message
from goftogu.model import Exchange, Interview, Language, Role, Turn
from goftogu.problems import Problem, Problems, did_you_mean


class Kind(StrEnum):
    """Whether an exchange is about a topic or only touches it."""

    PRIMARY = "primary"
    PASSING = "passing"


class GivenBy(StrEnum):
    """Who gave the exchange its topic: the editor or the matching."""

    EDITOR = "editor"
    MATCH = "match"


class Entry(NamedTuple):
    """One locator under a heading: an exchange, and the place where it is best shown.

    Attributes:
        interview: Id of the interview.
        exchange: Id of the exchange.
        turn: Id of the turn: the question when the topic is asked about, else the turn of the first hit.
        topic: Id of the topic.
        kind: Primary or passing.
        by: Editor or matching.
        paragraph: Id of the paragraph.
        start: Code point in the reading text of the paragraph at which the hit begins.
        end: Code point after the hit; both are 0 when the editor gave a topic that no word shows.
        phrase: The phrase of the vocabulary that was hit, or empty.
        number: Number of the turn in its interview, from 1.
    """

    interview: str
    exchange: str
    turn: str
    topic: str
    kind: Kind
    by: GivenBy
    paragraph: str
    start: int
    end: int
    phrase: str
    number: int


class Mention(NamedTuple):
    """One turn in which somebody or a place is named, at the first place where it is.

    Attributes:
        name: Id of the person, the organisation or the place.
        interview: Id of the interview.
        exchange: Id of the exchange.
        turn: Id of the turn.
        paragraph: Id of the paragraph.
        start: Code point in the reading text of the paragraph at which the name begins.
        end: Code point after its end.
        number: Number of the turn in its interview, from 1.
    """

    name: str
    interview: str
    exchange: str
    turn: str
    paragraph: str
    start: int
    end: int
    number: int


class Findings(NamedTuple):
    """The index entries of one interview.

    Attributes:
        exchanges: How many exchanges it has.
        entries: Its topics, exchange by exchange, in an exchange the primary ones first.
        people: Where public people and organisations are named.
        places: Where public places are named.
        dates: The dates that are spoken of.
        problems: Topics given by the editor that do not exist.
    """

    exchanges: int
    entries: tuple[Entry, ...]
    people: tuple[Mention, ...]
    places: tuple[Mention, ...]
    dates: tuple[DateMention, ...]
    problems: tuple[Problem, ...]

    def sparing(self) -> Findings:
        """Return the same with one copy of each id and phrase, of which a large archive has hundreds of thousands."""
        return self._replace(entries=tuple(map(_one_copy, self.entries)))

    def placeless(self) -> Findings:
        """Return the same without code points: what lists show, which another word before a hit does not change."""
        return self._replace(
            entries=tuple(entry._replace(start=0, end=0) for entry in self.entries),
            people=tuple(mention._replace(start=0, end=0) for mention in self.people),
            places=tuple(mention._replace(start=0, end=0) for mention in self.places),
            dates=tuple(date._replace(start=0, end=0) for date in self.dates),
        )


def _one_copy(entry: Entry) -> Entry:
    return entry._replace(
        interview=sys.intern(entry.interview),
        exchange=sys.intern(entry.exchange),
        turn=sys.intern(entry.turn),
        topic=sys.intern(entry.topic),
        paragraph=sys.intern(entry.paragraph),
        phrase=sys.intern(entry.phrase),
    )


class _Place(NamedTuple):
    """Where a topic was found: the turn and its number, the id of the paragraph, the code points, and the sense."""

    turn: Turn
    number: int
    paragraph: str
    start: int
    end: int
    sense: Sense


_Member = tuple[int, Turn]
"""A turn of an exchange, with its number in the interview."""


class Indexer:
    """Gives interviews their topics."""

    def __init__(self, labels: Iterable[str], vocabulary: Vocabulary) -> None:
        """Compile the phrases.

        Args:
            labels: Those of the speakers of all interviews to come; they are names.
            vocabulary: Topics and people.
        """
        self._order = {topic: number for number, topic in enumerate(vocabulary.topics)}
        self._senses = Senses(labels, vocabulary)
        self._english = EnglishSenses(vocabulary)
        self._public = {
            Register.PEOPLE: {person.id for person in vocabulary.people.values() if person.public},
            Register.PLACES: {place.id for place in vocabulary.places.values() if place.public},
        }

    def read(self, interview: Interview) -> Findings:
        """Index one interview; the dates that are spoken of are found in Persian alone."""
        mentions: dict[Register, list[Mention]] = {register: [] for register in Register}
        dates: list[DateMention] = []
        entries: list[Entry] = []
        turns = {turn.id: (number, turn) for number, turn in enumerate(interview.turns, 1)}
        sections = {section.id: section.add_topics for section in interview.sections if section.add_topics}
        for exchange in interview.exchanges:
            members = [turns[turn] for turn in exchange.turns]
            found = self._found(interview, exchange, members, mentions)
            entries += self._entries(interview, exchange, members, found, sections)
            dates += (date for number, turn in members for date in chronology.spoken(interview, exchange, turn, number))
        problems = Problems()
        _check_topics(interview, self._order, problems)
        return Findings(
            len(interview.exchanges),
            tuple(entries),
            tuple(mentions[Register.PEOPLE]),
            tuple(mentions[Register.PLACES]),
            tuple(dates),
            tuple(problems),
        )

    def _entries(
        self,
        interview: Interview,
        exchange: Exchange,
        members: Sequence[_Member],
        found: Mapping[str, Sequence[_Place]],
        sections: Mapping[str, tuple[str, ...]],
    ) -> Iterable[Entry]:
        entries = {entry.topic: entry for entry in _judged(interview, exchange, members[0][1], found)}
        edited = sections or any(turn.add_topics or turn.drop_topics for _, turn in members)
        for topic, member in (self._decided(members, sections) if edited else {}).items():
            matched = entries.pop(topic, None)
            if member is not None:
                entries[topic] = _by_editor(interview, exchange, topic, member, matched)
        return sorted(entries.values(), key=self._rank) if len(entries) > 1 else entries.values()

    def _rank(self, entry: Entry) -> tuple[bool, int]:
        return entry.kind != Kind.PRIMARY, self._order[entry.topic]

    def _decided(
        self, members: Sequence[_Member], sections: Mapping[str, tuple[str, ...]]
    ) -> dict[str, _Member | None]:
        """Return the editor's decisions: a topic with the turn that has it, or with ``None`` where it is dropped."""
        decided: dict[str, _Member | None] = {}
        for member in members:
            for topic in sections.get(member[1].section, ()):
                decided.setdefault(topic, member)
        for _, turn in members:
            decided.update(dict.fromkeys(turn.drop_topics))
        for member in members:
            decided.update(dict.fromkeys(member[1].add_topics, member))
        return {topic: member for topic, member in decided.items() if topic in self._order}

    def _found(
        self,
        interview: Interview,
        exchange: Exchange,
        members: Iterable[_Member],
        mentions: Mapping[Register, list[Mention]],
    ) -> dict[str, list[_Place]]:
        """Return the places of each topic in an exchange, and note the names."""
        find = (self._english if interview.original is Language.EN else self._senses).find
        found: dict[str, list[_Place]] = {}
        for number, turn in members:
            noted = set()
            for paragraph in turn.paragraphs:
                meant, named = find(paragraph.reading, interview.speakers)
                for start, end, senses in meant:
                    for sense in senses:
                        found.setdefault(sense.topic, []).append(_Place(turn, number, paragraph.id, start, end, sense))
                for start, end, names in named:
                    for name in names:
                        if name[:2] not in noted and name.id in self._public[name.register]:
                            noted.add(name[:2])
                            place = (turn.id, paragraph.id, start, end, number)
                            mentions[name.register].append(Mention(name.id, interview.id, exchange.id, *place))
        return found


def _judged(
    interview: Interview, exchange: Exchange, first: Turn, found: Mapping[str, Sequence[_Place]]
) -> Iterator[Entry]:
    if not found:
        return
    asked = first.id if interview.speakers[first.speaker].role == Role.INTERVIEWER else ""
    for topic, places in found.items():
        judged = _judge(places, asked)
        if judged:
            kind, place = judged
            shown = (place.paragraph, place.start, place.end, place.sense.phrase, place.number)
            yield Entry(interview.id, exchange.id, place.turn.id, topic, kind, GivenBy.MATCH, *shown)


def _judge(places: Sequence[_Place], asked: str) -> tuple[Kind, _Place] | None:
    """Decide how much the places of one topic in one exchange say together, and which of them shows it best."""
    strong = [place for place in places if place.sense.weight is Weight.TRIGGER]
    if not strong:
        mentions = [place for place in places if place.sense.weight is Weight.MENTION]
        return (Kind.PASSING, mentions[0]) if mentions else None
    counted = [place for place in places if place.sense.weight is not Weight.MENTION]
    for place in (*strong, *counted):
        if place.turn.id == asked:
            return Kind.PRIMARY, place
    twice = any(first.paragraph != second.paragraph or first.end <= second.start for first, second in pairwise(counted))
    return (Kind.PRIMARY if twice else Kind.PASSING), strong[0]


def _by_editor(interview: Interview, exchange: Exchange, topic: str, member: _Member, matched: Entry | None) -> Entry:
    """Make the entry of a topic that the editor added: shown where it was found, else at the beginning of the turn."""
    if matched is not None:
        return matched._replace(kind=Kind.PRIMARY, by=GivenBy.EDITOR)
    number, turn = member
    place = (turn.paragraphs[0].id, 0, 0, "", number)
    return Entry(interview.id, exchange.id, turn.id, topic, Kind.PRIMARY, GivenBy.EDITOR, *place)


def _check_topics(interview: Interview, known: Collection[str], problems: Problems) -> None:
    given = [(turn.line, topic) for turn in interview.turns for topic in (*turn.add_topics, *turn.drop_topics)]
    given += [(section.title.line, topic) for section in interview.sections for topic in section.add_topics]
    for line, topic in given:
        if topic not in known:
            hint = did_you_mean(topic, known)
            problems.add(
                Problem(interview.path, line, 0, "C007", Message("topic “{topic}” does not exist", topic=topic), hint)
            )
