"""Which places are spoken of, and where."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from goftogu.content.vocabulary import Vocabulary
from goftogu.index.indexing import Findings, Mention
from goftogu.locale.message import Message
from goftogu.problems import Problem, Problems

FILE: Final = "places.toml"


@dataclass(frozen=True, slots=True)
class Places:
    """The public places that are spoken of."""

    _mentions: Mapping[str, tuple[Mention, ...]] = field(default_factory=dict)

    def mentions(self, place: str) -> tuple[Mention, ...]:
        """Return where a place is named, in the order of the interviews and their text."""
        return self._mentions.get(place, ())

    def used(self) -> tuple[str, ...]:
        """Return the ids of all places that are spoken of, in the order of the vocabulary."""
        return tuple(place for place, mentions in self._mentions.items() if mentions)


def arrange(findings: Iterable[Findings], vocabulary: Vocabulary) -> Places:
    """Arrange the places of an archive.

    Args:
        findings: What each interview has, in the order in which they are to be listed.
        vocabulary: The places.
    """
    found: dict[str, list[Mention]] = {place.id: [] for place in vocabulary.places.values() if place.public}
    for mention in (mention for item in findings for mention in item.places):
        found[mention.name].append(mention)
    return Places({place: tuple(named) for place, named in found.items()})


def check(places: Places, named: Collection[tuple[str, str]], vocabulary: Vocabulary, problems: Problems) -> None:
    """Add a problem for each place that nobody speaks of, and where no interview was held.

    Args:
        places: The places of an archive that has interviews.
        named: The entries of vocabularies that interviews name: file and id.
        vocabulary: The places.
        problems: They are added here.
    """
    path = vocabulary.paths.get(FILE, "")
    hint = Message("add other forms of the name, or leave it for later")
    for place in vocabulary.places.values():
        if place.public and not places.mentions(place.id) and (FILE, place.id) not in named:
            problems.add(
                Problem(path, place.line, 1, "V005", Message("nobody speaks of “{place}”", place=place.id), hint)
            )
