"""Reads the vocabularies of an archive: topics, people, places, series, glossary and orthography.

Each is a TOML file in ``content/``. The keys are declared in ``SCHEMAS``, the faults of single values are found by
:mod:`goftogu.content.schema`, and those between entries (a reference to nothing, a circle, two labels that read alike)
by :mod:`goftogu.content.cross_references`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from goftogu.content import cross_references, toml
from goftogu.content.entries import (
    ADDRESSES,
    BOTH_LISTS,
    IDS,
    NO_WORDS,
    PERSON,
    PLACE,
    WORDS,
    EntryReader,
    Person,
    PersonKind,
    Place,
    Words,
    words,
)
from goftogu.content.needed import within
from goftogu.content.positions import Positions
from goftogu.content.schema import BILINGUAL, ID, LINE, Table, Text
from goftogu.content.series import SERIES, Series, read_series
from goftogu.content.settings import bilingual
from goftogu.locale.message import Message
from goftogu.model import Bilingual, Language, Source
from goftogu.problems import Problems

__all__ = [
    "SCHEMAS",
    "OwnSpellings",
    "Person",
    "PersonKind",
    "Place",
    "Series",
    "Term",
    "Topic",
    "Vocabulary",
    "Words",
    "read_vocabulary",
]

SCHEMAS: Final[Mapping[str, Table]] = {
    "topics.toml": Table(
        others=Table(
            {
                "fa": LINE,
                "en": LINE,
                "alt": BOTH_LISTS,
                "broader": IDS,
                "related": IDS,
                "scope": BILINGUAL,
                "triggers": WORDS,
                "mentions": WORDS,
                "context": WORDS,
                "exclude": WORDS,
                "people": IDS,
                "exact": ADDRESSES,
            },
            required=("fa", "en"),
        ),
        name=ID,
    ),
    "people.toml": Table(others=PERSON, name=ID),
    "places.toml": Table(others=PLACE, name=ID),
    "series.toml": Table(others=SERIES, name=ID),
    "glossary.toml": Table(others=WORDS, name=Text(pattern=r".*\w.*", expects=Message("at least one word"))),
    "orthography.toml": Table({"words": WORDS, "keep": WORDS}),
}
"""The files and their keys."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A heading of the topic index.

    Attributes:
        id: Part of its address, and never changed.
        label: The heading.
        alt: Other words for it; the index leads from them to the heading (*see*).
        broader: Ids of the headings above it.
        related: Ids of headings to look at as well (*see also*).
        scope: What belongs under it, or ``None``.
        triggers: Phrases that mean it.
        mentions: Phrases that only ever make a passing mention.
        context: Phrases that mean it only where a trigger occurs in the same exchange.
        exclude: Phrases within which nothing means it.
        people: Ids of people whose name means it.
        exact: Addresses of the same concept in other vocabularies.
        line: Line of its id in the file.
    """

    id: str
    label: Bilingual
    alt: Words = NO_WORDS
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    scope: Bilingual | None = None
    triggers: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    line: int = field(kw_only=True)


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
    line: int


@dataclass(frozen=True, slots=True)
class OwnSpellings:
    """What an archive adds to the rules of Persian spelling.

    Attributes:
        words: Words as they should be written, with their half-spaces, each under itself.
        keep: Words that are left as they are.
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
        places: By id, in the order of the file.
        series: By id, in the order of the file.
    """

    topics: Mapping[str, Topic] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    glossary: Mapping[str, Term] = field(default_factory=dict)
    orthography: OwnSpellings = field(default_factory=OwnSpellings)
    paths: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    series: Mapping[str, Series] = field(default_factory=dict)


def read_vocabulary(
    texts: Mapping[str, Source], problems: Problems, languages: Collection[str] = tuple(Language)
) -> Vocabulary:
    """Read the vocabularies and check them.

    Args:
        texts: The files that are there, by name (``topics.toml``). A missing file is an empty vocabulary.
        problems: What is wrong is added.
        languages: Those of the archive; names in another one are not needed.

    Returns:
        The vocabularies without faulty values.
    """
    tables: dict[str, dict[str, Any]] = {}
    where: dict[str, Positions] = {}
    for name, both in SCHEMAS.items():
        schema = within(both, languages)
        source = texts.get(name)
        path = source.path if source else name
        tables[name], where[name] = toml.read_toml(source.text if source else "", path, schema, problems)
    reader = EntryReader({name: source.path for name, source in texts.items()}, where, problems)
    vocabulary = Vocabulary(
        topics={id_: _topic(id_, table, where["topics.toml"]) for id_, table in tables["topics.toml"].items()},
        people={id_: reader.person(id_, table) for id_, table in tables["people.toml"].items()},
        glossary={fa: Term(fa, en, where["glossary.toml"]((fa,))[0]) for fa, en in tables["glossary.toml"].items()},
        orthography=_orthography(tables["orthography.toml"]),
        paths=reader.paths,
        places={id_: reader.place(id_, table) for id_, table in tables["places.toml"].items()},
        series={id_: read_series(id_, table, where["series.toml"]) for id_, table in tables["series.toml"].items()},
    )
    cross_references.check(vocabulary, where, problems)
    return vocabulary


def _topic(id_: str, table: Mapping[str, Any], where: Positions) -> Topic:
    lists = ("broader", "related", "triggers", "mentions", "context", "exclude", "people", "exact")
    return Topic(
        id_,
        Bilingual(table.get("fa", id_), table.get("en", "")),
        alt=words(table.get("alt", {})),
        scope=bilingual(table.get("scope")),
        line=where((id_,))[0],
        **{key: table[key] for key in lists if key in table},
    )


def _orthography(table: Mapping[str, tuple[str, ...]]) -> OwnSpellings:
    return OwnSpellings({word: word for word in table.get("words", ())}, table.get("keep", ()))
