"""Finds out who speaks in the interviews and who is spoken of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from goftogu.matching import Matcher, longest
from goftogu.model import Interview, Role
from goftogu.problems import Problem, did_you_mean
from goftogu.vocabulary import Person, Vocabulary


@dataclass(frozen=True, slots=True)
class Part:
    """What somebody is in one interview.

    Attributes:
        person: Id of the person, or of the organisation that a speaker speaks for.
        interview: Id of the interview.
        label: Label of the speaker in the transcript.
        role: Role of the speaker.
    """

    person: str
    interview: str
    label: str
    role: Role


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where somebody is named.

    Attributes:
        person: Id of the person or organisation.
        interview: Id of the interview.
        exchange: Id of the exchange.
        turn: Id of the turn.
        paragraph: Id of the paragraph.
        start: Code point in the reading text of the paragraph at which the name begins.
        end: Code point after its end.
    """

    person: str
    interview: str
    exchange: str
    turn: str
    paragraph: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class People:
    """Who speaks and who is spoken of, of those who are public."""

    _parts: Mapping[str, tuple[Part, ...]]
    _mentions: Mapping[str, tuple[Mention, ...]]

    def parts(self, person: str) -> tuple[Part, ...]:
        """Return where somebody speaks, in the order of the interviews."""
        return self._parts.get(person, ())

    def mentions(self, person: str) -> tuple[Mention, ...]:
        """Return where somebody is named, in the order of the interviews and their text."""
        return self._mentions.get(person, ())

    def used(self) -> tuple[str, ...]:
        """Return the ids of all who speak or are spoken of, in the order of the vocabulary."""
        return tuple(person for person in self._parts if self._parts[person] or self._mentions[person])


def build(interviews: Sequence[Interview], vocabulary: Vocabulary) -> tuple[People, list[Problem]]:
    """Index the people of an archive.

    Args:
        interviews: In the order in which they are to be listed.
        vocabulary: The people, with the names by which they are found.

    Returns:
        The index, and the problems: references to nobody, and people who neither speak nor are spoken of.
    """
    public = {person.id: person for person in vocabulary.people.values() if person.public}
    parts: dict[str, list[Part]] = {person: [] for person in public}
    mentions: dict[str, list[Mention]] = {person: [] for person in public}
    matcher = Matcher((name, person.id) for person in vocabulary.people.values() for name in names(person))
    for interview in interviews:
        for part in _speaking(interview):
            parts.get(part.person, []).append(part)
        for mention in _mentioned(interview, matcher):
            mentions.get(mention.person, []).append(mention)
    people = People(
        {key: tuple(value) for key, value in parts.items()}, {key: tuple(value) for key, value in mentions.items()}
    )
    sources = {interview.provenance.name for interview in interviews}
    idle = [person for person in public.values() if person.id not in {*people.used(), *sources}] if interviews else []
    return people, [*_unknown(interviews, vocabulary), *(_unused(person, vocabulary) for person in idle)]


def names(person: Person) -> Iterator[str]:
    """Yield the Persian names by which somebody is found in a text."""
    yield person.name.fa
    yield from person.aliases.fa


def _speaking(interview: Interview) -> Iterable[Part]:
    for speaker in interview.speakers.values():
        for person in filter(None, (speaker.person, speaker.organisation)):
            yield Part(person, interview.id, speaker.label, speaker.role)


def _mentioned(interview: Interview, matcher: Matcher[str]) -> Iterator[Mention]:
    for turn in interview.turns:
        for paragraph in turn.paragraphs:
            for start, end, persons in longest(matcher.find(paragraph.reading)):
                for person in persons:
                    exchange = interview.exchanges[turn.exchange].id
                    yield Mention(person, interview.id, exchange, turn.id, paragraph.id, start, end)


def _unknown(interviews: Iterable[Interview], vocabulary: Vocabulary) -> Iterator[Problem]:
    for interview in interviews:
        references = {part.person: f"speaker “{part.label}”" for part in _speaking(interview)}
        for person, where in {interview.provenance.name: "source", **references}.items():
            if person and person not in vocabulary.people:
                message = f"{where} names “{person}”, who does not exist in people.toml"
                yield Problem(interview.path, 0, 0, "C007", message, did_you_mean(person, vocabulary.people))


def _unused(person: Person, vocabulary: Vocabulary) -> Problem:
    path = vocabulary.paths["people.toml"]
    return Problem(
        path,
        person.line,
        1,
        "V005",
        f"nobody speaks as or of “{person.id}”",
        "add other forms of the name, or leave it for later",
    )
