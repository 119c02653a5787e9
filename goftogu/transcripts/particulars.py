"""The keys of the front matter that say for a catalogue what an interview is, from its summary to its contributors.

The values are those of :class:`~goftogu.model.Particulars`. Ids of vocabularies are noted with their places, so that
the build, which knows the vocabularies, can name one that is not there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from goftogu.content import contributors
from goftogu.content.details import Particulars, Reference, SeriesPart
from goftogu.content.languages import LANGUAGES
from goftogu.content.positions import Keys, Positions
from goftogu.content.schema import ID, Kind, Many, Text, Whole
from goftogu.locale.message import Message
from goftogu.model import Paragraph
from goftogu.persian.digits import to_ascii
from goftogu.problems import Problem, Problems

_PARAGRAPH: Final = Text(pattern=r"(?:[^\n]|\n(?![ \t]*\n))+", expects=Message("one paragraph, without a blank line"))
_KEYWORD: Final = Text(pattern=r"[^\n،,;؛]+", expects=Message("one keyword, without a comma"))
_DIGIT: Final = "[0-9۰-۹٠-٩]"
_DURATION: Final = Text(
    pattern=rf"{_DIGIT}{{1,3}}(?::[0-5۰-۵٠-٥]{_DIGIT}){{2}}",
    expects=Message("hours, minutes and seconds, as 1:12:30"),
)
_RESOLVER: Final = r"(?i:https?://(?:dx\.)?doi\.org/|doi:[ ]?)"
_DOI: Final = Text(pattern=rf"(?:{_RESOLVER})?10\.\d{{4,9}}/[^\s\"<>]+", expects=Message("a DOI, as 10.5072/garden-1"))
KEYS: Final[Mapping[str, Kind]] = {
    "summary": _PARAGRAPH,
    "keywords": Many(_KEYWORD, alone=True),
    "place": ID,
    "languages": LANGUAGES,
    "duration": _DURATION,
    "series": ID,
    "part": Whole(),
    "identifier": Text(pattern=r"[^\n]+", expects=Message("it on one line")),
    "doi": _DOI,
    "contributors": contributors.CONTRIBUTORS,
}
"""The keys, and what they may hold."""

_BETWEEN: Final = "، "
_PEOPLE: Final = "people.toml"


def read_particulars(said: Mapping[str, Any], where: Positions, problems: Problems) -> Particulars:
    """Make particulars of a checked front matter.

    Args:
        said: The front matter.
        where: The places of its values.
        problems: A part without a series is added.
    """
    if "part" in said and "series" not in said:
        message, hint = Message("a part of no series"), Message("name its series: series: ID")
        problems.add(Problem(where.path, *where.key(("part",)), "C003", message, hint))
    return Particulars(
        summary=_unit("summary", said.get("summary", "").strip(), where),
        keywords=_unit("keywords", _BETWEEN.join(word.strip() for word in said.get("keywords", ())), where),
        duration=seconds(said.get("duration", "")),
        doi=re.sub(rf"^{_RESOLVER}", "", said.get("doi", "")),
        contributors=said.get("contributors", {}),
        numbered=SeriesPart(said["series"], said["part"], *where(("part",)))
        if {"series", "part"} <= said.keys()
        else None,
        **{name: said[name] for name in ("place", "languages", "series", "identifier") if name in said},
    )


def seconds(text: str) -> int:
    """Return how many seconds ``1:12:30`` has, in digits of any set; 0 for an empty text."""
    parts = [int(part) for part in to_ascii(text).split(":") if part]
    return sum(part * 60**power for power, part in enumerate(reversed(parts)))


def references(said: Mapping[str, Any], where: Positions) -> tuple[Reference, ...]:
    """Return the ids of vocabularies that a checked front matter names, in the order of its keys.

    A name in other letters than those of an id is no reference.
    """
    found = (Reference(file, _say(keys), name, *where(keys)) for file, keys, name in _named(said) if ID.fits(name))
    return tuple(sorted(found, key=lambda reference: (reference.line, reference.column)))


def _say(keys: Keys) -> str:
    return ".".join(key for key in keys if isinstance(key, str))


def _named(said: Mapping[str, Any]) -> Iterator[tuple[str, Keys, str]]:
    """Yield the vocabulary, the way and the value of everything that may be an id."""
    for label, speaker in said.get("speakers", {}).items():
        for key in speaker.keys() & {"person", "organisation"}:
            yield _PEOPLE, ("speakers", label, key), speaker[key]
    for table, key in (("source", "name"), ("rights", "holder")):
        if name := said.get(table, {}).get(key):
            yield _PEOPLE, (table, key), name
    for role, names in said.get("contributors", {}).items():
        for number, name in enumerate(names):
            yield _PEOPLE, ("contributors", role, number), name
    for key, file in (("place", "places.toml"), ("series", "series.toml")):
        if key in said:
            yield file, (key,), said[key]


def _unit(name: str, text: str, where: Positions) -> Paragraph | None:
    return Paragraph(name, text, "", where((name,))[0]) if text else None
