"""Reads entries of people, bodies and places, with all their names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final

from goftogu.content import other_names
from goftogu.content.given_pictures import PICTURE, GivenPicture, read_picture
from goftogu.content.lifetimes import LIFE_DATE, LifeDate, is_before
from goftogu.content.other_names import NAMES, SCHEME, OtherName, Scheme
from goftogu.content.positions import Positions
from goftogu.content.schema import BILINGUAL, ID, TITLE, Flag, Kind, Many, Table, Text
from goftogu.content.settings import bilingual
from goftogu.locale.message import Message
from goftogu.model import Bilingual
from goftogu.problems import Problem, Problems

WORDS: Final = Many(Text(pattern=r".*\w.*", expects=Message("at least one word")))
IDS: Final = Many(replace(ID, expects=Message("an id")))
BOTH_LISTS: Final = Table({"fa": WORDS, "en": WORDS})
ADDRESSES: Final = Many(
    Text(pattern=r'https?://[^\s<>"{}|\\^`]+', expects=Message("an address that begins with https:// or http://"))
)
PLACE_KINDS: Final = (
    "country", "region", "province", "city", "village", "quarter", "road", "building",
    "sea", "gulf", "ocean", "river", "lake", "island", "mountain", "desert", "place",
)  # fmt: skip
"""What a place can be; the last one is the usual."""

_COORDINATES: Final = Text(
    pattern=r"-?(?:[0-8]?\d(?:\.\d+)?|90(?:\.0+)?), ?-?(?:(?:\d?\d|1[0-7]\d)(?:\.\d+)?|180(?:\.0+)?)",
    expects=Message("latitude and longitude in degrees, as 35.69, 51.42"),
)
_NAMED: Final[Mapping[str, Kind]] = {
    "name": TITLE,
    "scheme": SCHEME,
    "sort": TITLE,
    "aliases": BOTH_LISTS,
    "names": NAMES,
    "exclude": WORDS,
    "description": BILINGUAL,
    "exact": ADDRESSES,
    "public": Flag(),
}
"""The keys that people and places share."""


PERSON: Final = Table(
    {
        "kind": Text(choices=("person", "organisation")),
        **_NAMED,
        "biography": Table({"fa": Text(), "en": Text()}, required=("fa",)),
        "born": LIFE_DATE,
        "died": LIFE_DATE,
        "ids": Table(others=Text(), name=ID),
        "portrait": PICTURE,
    },
    required=("name",),
)
"""An entry of ``people.toml``."""

PLACE: Final = Table({"kind": Text(choices=PLACE_KINDS), **_NAMED, "coordinates": _COORDINATES}, required=("name",))
"""An entry of ``places.toml``."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words in each of the two languages."""

    fa: tuple[str, ...] = ()
    en: tuple[str, ...] = ()

    def __getitem__(self, language: str) -> tuple[str, ...]:
        """Return the words of one language, ``"fa"`` or ``"en"``."""
        return self.fa if language == "fa" else self.en


NO_WORDS: Final = Words()


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
        born: Date, month or year, or empty.
        died: The same.
        ids: Ids in authority files, by the name of the file (``wikidata``).
        public: Whether the name has a page and is indexed. A body and a person who has died are; a living person is
            considered private, unless the file says otherwise.
        line: Line of the id in the file.
        scheme: Where the Latin letters of the name come from, or ``None``.
        names: Names beside the established one, with what is known of them.
        exclude: Phrases within which the name means somebody or something else.
        exact: Addresses of the same person or body in other vocabularies.
        biography: Paragraphs about the life, with blank lines between; the English may be empty.
        portrait: A picture, or ``None``.
    """

    id: str
    kind: PersonKind
    name: Bilingual
    sort: Bilingual
    aliases: Words
    description: Bilingual | None
    born: LifeDate
    died: LifeDate
    ids: Mapping[str, str]
    public: bool
    line: int
    scheme: Scheme | None
    names: tuple[OtherName, ...]
    exclude: tuple[str, ...]
    exact: tuple[str, ...]
    biography: Bilingual
    portrait: GivenPicture | None


@dataclass(frozen=True, slots=True)
class Place:
    """A place that is spoken of.

    Attributes:
        id: Part of the address, written once for ever.
        kind: One of ``PLACE_KINDS``.
        name: The established name.
        sort: The name as it is put into alphabetical order.
        aliases: Other forms of the name.
        description: What it is, in a few words, or ``None``.
        coordinates: Latitude and longitude in degrees, with a comma between, or empty.
        public: Whether the place has a page and is indexed; it has, unless the file says otherwise.
        line: Line of the id in the file.
        scheme: Where the Latin letters of the name come from, or ``None``.
        names: Names beside the established one, with what is known of them.
        exclude: Phrases within which the name means something else.
        exact: Addresses of the same place in other vocabularies.
    """

    id: str
    kind: str
    name: Bilingual
    sort: Bilingual
    aliases: Words
    description: Bilingual | None
    coordinates: str
    public: bool
    line: int
    scheme: Scheme | None
    names: tuple[OtherName, ...]
    exclude: tuple[str, ...]
    exact: tuple[str, ...]


def spellings(entry: Person | Place, language: str) -> Iterator[str]:
    """Yield every name of somebody or of a place in one language, the established one first.

    An archive in Persian alone need not have an English one.
    """
    if entry.name[language]:
        yield entry.name[language]
    yield from entry.aliases[language]
    yield from (other[language] for other in entry.names if other[language])


class EntryReader:
    """Reads the entries of people and places."""

    def __init__(self, paths: Mapping[str, str], where: Mapping[str, Positions], problems: Problems) -> None:
        self.paths = paths
        self._where = where
        self._problems = problems

    def person(self, id_: str, table: Mapping[str, Any]) -> Person:
        """Read an entry of ``people.toml``."""
        kind = PersonKind(table.get("kind", "person"))
        life, born, died = table.get("biography", {}), table.get("born", ""), table.get("died", "")
        if born and died and is_before(died, born):
            where = self._where["people.toml"]
            message = Message("{person} died before birth", person=id_)
            hint = Message("correct one of the two dates; the year tells the calendar")
            self._problems.add(Problem(where.path, *where((id_, "died")), "C005", message, hint))
        return Person(
            kind=kind,
            born=born,
            died=died,
            biography=Bilingual(life.get("fa", ""), life.get("en", "")),
            ids=table.get("ids", {}),
            portrait=read_picture(table.get("portrait"), self._where["people.toml"], (id_, "portrait")),
            public=table.get("public", kind == PersonKind.ORGANISATION or "died" in table),
            **self._shared(id_, table, "people.toml"),
        )

    def place(self, id_: str, table: Mapping[str, Any]) -> Place:
        """Read an entry of ``places.toml``."""
        return Place(
            kind=table.get("kind", PLACE_KINDS[-1]),
            coordinates=table.get("coordinates", ""),
            public=table.get("public", True),
            **self._shared(id_, table, "places.toml"),
        )

    def _shared(self, id_: str, table: Mapping[str, Any], file: str) -> dict[str, Any]:
        name = bilingual(table.get("name")) or Bilingual(id_, id_)
        where = self._where[file]
        return {
            "id": id_,
            "name": name,
            "sort": bilingual(table.get("sort")) or name,
            "aliases": words(table.get("aliases", {})),
            "description": bilingual(table.get("description")),
            "line": where((id_,))[0],
            "scheme": table.get("scheme"),
            "names": other_names.read_names(id_, table.get("names", ()), where, self._problems),
            "exclude": table.get("exclude", ()),
            "exact": table.get("exact", ()),
        }


def words(table: Mapping[str, tuple[str, ...]]) -> Words:
    """Return the words of a checked table."""
    return Words(table.get("fa", ()), table.get("en", ()))
