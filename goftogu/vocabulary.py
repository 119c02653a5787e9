"""Reads the vocabularies of an archive: topics, people, glossary and orthography.

Each is a TOML file in ``content/``. The keys are declared in ``SCHEMAS``, the faults of single values are found by
:mod:`goftogu.schema`, and those between entries (a reference to nothing, a circle, two labels that read alike) by
:mod:`goftogu.headings`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from goftogu import headings, toml
from goftogu.config import bilingual
from goftogu.model import Bilingual, Source
from goftogu.problems import Problem
from goftogu.schema import BILINGUAL, ID, Flag, Many, Table, Text

_WORDS: Final = Many(Text(pattern=r"(?s).*\w.*", expects="at least one word"))
_IDS: Final = Many(Text(pattern=ID, expects="an id"))
_BOTH_LISTS: Final = Table({"fa": _WORDS, "en": _WORDS})
_ADDRESSES: Final = Many(
    Text(pattern=r'https?://[^\s<>"{}|\\^`]+', expects="an address that begins with https:// or http://")
)
_DATE: Final = Text(pattern=r"-?\d{4}(?:-\d{2}(?:-\d{2})?)?", expects="a Gregorian date as 1979-02-11, 1979-02 or 1979")

SCHEMAS: Final[Mapping[str, Table]] = {
    "topics.toml": Table(
        others=Table(
            {
                "fa": Text(),
                "en": Text(),
                "alt": _BOTH_LISTS,
                "broader": _IDS,
                "related": _IDS,
                "scope": BILINGUAL,
                "triggers": _WORDS,
                "mentions": _WORDS,
                "context": _WORDS,
                "exclude": _WORDS,
                "people": _IDS,
                "exact": _ADDRESSES,
            },
            required=("fa", "en"),
        ),
        name=ID,
    ),
    "people.toml": Table(
        others=Table(
            {
                "kind": Text(choices=("person", "organisation")),
                "name": BILINGUAL,
                "sort": BILINGUAL,
                "aliases": _BOTH_LISTS,
                "description": BILINGUAL,
                "born": _DATE,
                "died": _DATE,
                "ids": Table(others=Text(), name=ID),
                "public": Flag(),
            },
            required=("name",),
        ),
        name=ID,
    ),
    "glossary.toml": Table(others=_WORDS),
    "orthography.toml": Table({"words": _WORDS, "keep": _WORDS}),
}
"""The files and their keys."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words in each of the two languages."""

    fa: tuple[str, ...] = ()
    en: tuple[str, ...] = ()

    def __getitem__(self, language: str) -> tuple[str, ...]:
        """Return the words of one language, ``"fa"`` or ``"en"``."""
        return self.fa if language == "fa" else self.en


@dataclass(frozen=True, slots=True)
class Topic:
    """A heading of the topic index.

    Attributes:
        id: Part of its address, written once for ever.
        label: The heading.
        alt: Other words for it; the index leads from them to the heading (*see*).
        broader: Ids of the headings above it.
        related: Ids of headings to look at as well (*see also*).
        scope: What belongs under it, or ``None``.
        triggers: Phrases that mean it.
        mentions: Phrases that only ever make a passing mention.
        context: Phrases that mean it only where a trigger stands in the same exchange.
        exclude: Phrases within which nothing means it.
        people: Ids of people whose name means it.
        exact: Addresses of the same concept in other vocabularies.
        line: Line of its id in the file.
    """

    id: str
    label: Bilingual
    alt: Words = Words()
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    scope: Bilingual | None = None
    triggers: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    line: int = 0


class PersonKind(StrEnum):
    """A human being or a body."""

    PERSON = "person"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who speaks or is spoken of.

    Attributes:
        id: Part of the address, written once for ever.
        kind: Person or organisation.
        name: The established name.
        sort: The name as it is put into alphabetical order.
        aliases: Other forms of the name.
        description: Who it is, in a few words, or ``None``.
        born: Gregorian date, month or year, or empty.
        died: Gregorian date, month or year, or empty.
        ids: Ids in authority files, by the name of the file (``wikidata``).
        public: Whether the name has a page and is indexed. Living private people are not, unless somebody decides so.
        line: Line of the id in the file.
    """

    id: str
    kind: PersonKind
    name: Bilingual
    sort: Bilingual
    aliases: Words = Words()
    description: Bilingual | None = None
    born: str = ""
    died: str = ""
    ids: Mapping[str, str] = field(default_factory=dict)
    public: bool = False
    line: int = 0


@dataclass(frozen=True, slots=True)
class Term:
    """A term whose English is settled.

    Attributes:
        fa: The Persian term.
        en: Its accepted English forms, the preferred one first.
        line: Its line in the file.
    """

    fa: str
    en: tuple[str, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Orthography:
    """What an archive adds to the rules of Persian spelling.

    Attributes:
        words: Words as they should be written, with their half-spaces, each under itself.
        keep: Words that are left as they stand.
    """

    words: Mapping[str, str] = field(default_factory=dict)
    keep: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All vocabularies of an archive.

    Attributes:
        topics: By id, in the order of the file.
        people: By id, in the order of the file.
        glossary: By Persian term, in the order of the file.
        orthography: Additions to the rules.
        paths: The path of each file, by its name.
    """

    topics: Mapping[str, Topic] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    glossary: Mapping[str, Term] = field(default_factory=dict)
    orthography: Orthography = field(default_factory=Orthography)
    paths: Mapping[str, str] = field(default_factory=dict)


def read(texts: Mapping[str, Source]) -> tuple[Vocabulary, list[Problem]]:
    """Read the vocabularies and check them.

    Args:
        texts: The files that are there, by name (``topics.toml``). A missing file is an empty vocabulary.

    Returns:
        The vocabularies without faulty values, and the problems of all files.
    """
    tables: dict[str, dict[str, Any]] = {}
    places: dict[str, toml.Positions] = {}
    problems: list[Problem] = []
    for name, schema in SCHEMAS.items():
        source = texts.get(name)
        path = source.path if source else name
        tables[name], places[name], found = toml.read(source.text if source else "", path, schema)
        problems += found
    vocabulary = Vocabulary(
        topics={id_: _topic(id_, table, places["topics.toml"]) for id_, table in tables["topics.toml"].items()},
        people={id_: _person(id_, table, places["people.toml"]) for id_, table in tables["people.toml"].items()},
        glossary={
            fa: Term(fa, tuple(en), places["glossary.toml"]((fa,))[0]) for fa, en in tables["glossary.toml"].items()
        },
        orthography=_orthography(tables["orthography.toml"]),
        paths={name: source.path for name, source in texts.items()},
    )
    return vocabulary, [*problems, *headings.check(vocabulary, places)]


def _topic(id_: str, table: Mapping[str, Any], where: toml.Positions) -> Topic:
    lists = ("broader", "related", "triggers", "mentions", "context", "exclude", "people", "exact")
    return Topic(
        id_,
        Bilingual(table.get("fa", id_), table.get("en", id_)),
        alt=_words(table.get("alt", {})),
        scope=bilingual(table.get("scope")),
        line=where((id_,))[0],
        **{key: tuple(table.get(key, ())) for key in lists},
    )


def _person(id_: str, table: Mapping[str, Any], where: toml.Positions) -> Person:
    name = bilingual(table.get("name")) or Bilingual(id_, id_)
    return Person(
        id_,
        PersonKind(table.get("kind", "person")),
        name,
        bilingual(table.get("sort")) or name,
        _words(table.get("aliases", {})),
        bilingual(table.get("description")),
        table.get("born", ""),
        table.get("died", ""),
        table.get("ids", {}),
        table.get("public", False),
        where((id_,))[0],
    )


def _orthography(table: Mapping[str, list[str]]) -> Orthography:
    return Orthography({word: word for word in table.get("words", ())}, tuple(table.get("keep", ())))


def _words(table: Mapping[str, list[str]]) -> Words:
    return Words(tuple(table.get("fa", ())), tuple(table.get("en", ())))
