"""Decides which exchange of an interview is about what, from its words and from what the editor said.

A topic whose trigger stands in the question is *asked about*: a primary topic of the exchange. So is one that is hit
twice. All else is a passing mention. Words of ``mentions`` never make more than a passing mention. Words of ``context``
count only in an exchange where a trigger of the same topic stands too, as «دریا» means the Caspian only where the
Caspian is the subject.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from goftogu.model import Exchange, Interview, Role, Turn
from goftogu.senses import Sense, Senses, Weight
from goftogu.vocabulary import Vocabulary


class Kind(StrEnum):
    """Whether an exchange is about a topic or only touches it."""

    PRIMARY = "primary"
    PASSING = "passing"


class By(StrEnum):
    """Who gave the exchange its topic: the editor or the matching."""

    EDITOR = "editor"
    MATCH = "match"


@dataclass(frozen=True, slots=True)
class Entry:
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
    """

    interview: str
    exchange: str
    turn: str
    topic: str
    kind: Kind
    by: By
    paragraph: str
    start: int
    end: int
    phrase: str


_Place = tuple[str, int, int, Sense]
"""Where a topic was found: the id of the paragraph, the code points, and the sense."""


class Indexer:
    """Gives interviews their topics."""

    def __init__(self, interviews: Iterable[Interview], vocabulary: Vocabulary) -> None:
        """Compile the phrases.

        Args:
            interviews: All interviews to come; the labels of their speakers are names.
            vocabulary: Topics and people.
        """
        self._order = {topic: number for number, topic in enumerate(vocabulary.topics)}
        self._senses = Senses(interviews, vocabulary)

    def entries(self, interview: Interview) -> Iterator[Entry]:
        """Yield the topics of an interview, exchange by exchange, primary topics first."""
        turns = {turn.id: turn for turn in interview.turns}
        sections = {section.id: section.add_topics for section in interview.sections}
        for exchange in interview.exchanges:
            members = [turns[turn] for turn in exchange.turns]
            entries = {entry.topic: entry for entry in self._matched(interview, exchange, members)}
            decided = self._decided(members, sections)
            for topic, turn in decided.items():
                matched = entries.pop(topic, None)
                if turn is not None:
                    entries[topic] = _by_editor(interview, exchange, topic, turn, matched)
            yield from sorted(
                entries.values(), key=lambda entry: (entry.kind != Kind.PRIMARY, self._order[entry.topic])
            )

    def _decided(self, turns: Sequence[Turn], sections: dict[str, tuple[str, ...]]) -> dict[str, Turn | None]:
        """Return the editor's decisions: a topic with the turn that has it, or with ``None`` where it is dropped."""
        decided: dict[str, Turn | None] = {}
        for turn in turns:
            for topic in sections.get(turn.section, ()):
                decided.setdefault(topic, turn)
        for turn in turns:
            decided.update(dict.fromkeys(turn.drop_topics))
        for turn in turns:
            decided.update(dict.fromkeys(turn.add_topics, turn))
        return {topic: turn for topic, turn in decided.items() if topic in self._order}

    def _matched(self, interview: Interview, exchange: Exchange, turns: Sequence[Turn]) -> Iterator[Entry]:
        found: dict[str, list[_Place]] = {}
        turn_of: dict[str, str] = {}
        for turn in turns:
            for paragraph in turn.paragraphs:
                turn_of[paragraph.id] = turn.id
                for start, end, senses in self._senses.find(paragraph.reading, interview.speakers):
                    for sense in senses:
                        found.setdefault(sense.topic, []).append((paragraph.id, start, end, sense))
        question = turns[0] if interview.speakers[turns[0].speaker].role == Role.INTERVIEWER else None
        asked = {paragraph.id for paragraph in question.paragraphs} if question else set()
        for topic, places in found.items():
            judged = _judge(places, asked)
            if judged:
                kind, (paragraph_id, start, end, sense) = judged
                place = (paragraph_id, start, end, sense.phrase)
                yield Entry(interview.id, exchange.id, turn_of[paragraph_id], topic, kind, By.MATCH, *place)


def _judge(places: Sequence[_Place], asked: Container[str]) -> tuple[Kind, _Place] | None:
    """Decide what the places of one topic in one exchange amount to, and which of them shows it best."""
    strong = [place for place in places if place[3].weight is Weight.TRIGGER]
    if not strong:
        mentions = [place for place in places if place[3].weight is Weight.MENTION]
        return (Kind.PASSING, mentions[0]) if mentions else None
    counted = [place for place in places if place[3].weight is not Weight.MENTION]
    for place in (*strong, *counted):
        if place[0] in asked:
            return Kind.PRIMARY, place
    twice = any(first[0] != second[0] or first[2] <= second[1] for first, second in pairwise(counted))
    return (Kind.PRIMARY if twice else Kind.PASSING), strong[0]


def _by_editor(interview: Interview, exchange: Exchange, topic: str, turn: Turn, matched: Entry | None) -> Entry:
    """Make the entry of a topic that the editor gave: shown where it was found, else at the beginning of her turn."""
    place = (
        (turn.paragraphs[0].id, 0, 0, "")
        if matched is None
        else (matched.paragraph, matched.start, matched.end, matched.phrase)
    )
    shown = turn.id if matched is None else matched.turn
    return Entry(interview.id, exchange.id, shown, topic, Kind.PRIMARY, By.EDITOR, *place)
