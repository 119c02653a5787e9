"""Who speaks in the interviews and who is spoken of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from goftogu.content.vocabulary import Vocabulary
from goftogu.index.indexing import Findings, Mention
from goftogu.locale.message import Message
from goftogu.model import Role, Speaker
from goftogu.problems import Problem, Problems

FILE: Final = "people.toml"


class Credited(Protocol):
    """An interview, or its outline: what is needed to know who takes part."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def speakers(self) -> Mapping[str, Speaker]:
        """By label, in order of appearance."""

    @property
    def named(self) -> tuple[tuple[str, str], ...]:
        """The entries of vocabularies that its front matter names: file and id."""


@dataclass(frozen=True, slots=True)
class Part:
    """The role of a person in one interview.

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
class People:
    """The public people who speak or are spoken of."""

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
        return tuple(person for person in self._parts if self._parts[person] or self.mentions(person))


def arrange(interviews: Iterable[Credited], vocabulary: Vocabulary, findings: Iterable[Findings]) -> People:
    """Arrange the people of an archive.

    Args:
        interviews: In the order in which they are to be listed.
        vocabulary: The people.
        findings: What each interview has, in the same order.
    """
    public = [person.id for person in vocabulary.people.values() if person.public]
    parts: dict[str, list[Part]] = {person: [] for person in public}
    named: dict[str, list[Mention]] = {person: [] for person in public}
    for part in (part for interview in interviews for part in _speaking(interview)):
        parts.get(part.person, []).append(part)
    for mention in (mention for found in findings for mention in found.people):
        named[mention.name].append(mention)
    return People(
        {key: tuple(value) for key, value in parts.items()}, {key: tuple(value) for key, value in named.items()}
    )


def check(people: People, interviews: Collection[Credited], vocabulary: Vocabulary, problems: Problems) -> None:
    """Report people who neither speak nor are spoken of, and whom no interview names.

    Args:
        people: The people of the archive.
        interviews: All of its interviews.
        vocabulary: The people.
        problems: What is wrong is added.
    """
    busy = {*people.used(), *(name for interview in interviews for file, name in interview.named if file == FILE)}
    for person in vocabulary.people.values() if interviews else ():
        if person.public and person.id not in busy:
            path, message = (
                vocabulary.paths[FILE],
                Message("“{person}” neither speaks nor is spoken of", person=person.id),
            )
            hint = Message("add other forms of the name, or leave it for later")
            problems.add(Problem(path, person.line, 1, "V005", message, hint))


def _speaking(interview: Credited) -> Iterable[Part]:
    for speaker in interview.speakers.values():
        for person in filter(None, (speaker.person, speaker.organisation)):
            yield Part(person, interview.id, speaker.label, speaker.role)
