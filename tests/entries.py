"""People, places and topics that tests make by hand."""

from __future__ import annotations

from typing import Any, Final

from goftogu.content.entries import NO_WORDS, Person, PersonKind, Place, Words
from goftogu.content.vocabulary import Topic
from goftogu.model import Bilingual

_NOTHING: Final[dict[str, Any]] = {
    "description": None,
    "line": 0,
    "scheme": None,
    "names": (),
    "exclude": (),
    "exact": (),
}


def a_person(
    id_: str, kind: PersonKind, name: Bilingual, sort: Bilingual, aliases: Words = NO_WORDS, **said: Any
) -> Person:
    """Return a private person, or a body, of whom nothing is known but what is said."""
    life: dict[str, Any] = {"born": "", "died": "", "biography": Bilingual("", ""), "ids": {}, "portrait": None}
    return Person(id_, kind, name, sort, aliases, **_NOTHING | life | {"public": False} | said)


def a_place(id_: str, kind: str, name: Bilingual, sort: Bilingual, aliases: Words = NO_WORDS, **said: Any) -> Place:
    """Return a public place of which nothing is known but what is said."""
    return Place(id_, kind, name, sort, aliases, **_NOTHING | {"coordinates": "", "public": True} | said)


def a_topic(id_: str, label: Bilingual, **said: Any) -> Topic:
    """Return a topic of which nothing is known but what is said."""
    return Topic(id_, label, **{"line": 0} | said)
