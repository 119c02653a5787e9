"""The table ``defaults`` of ``site.toml``: what holds for every interview that does not say otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from goftogu.content import contributors
from goftogu.content.contributors import CONTRIBUTORS
from goftogu.content.languages import LANGUAGES
from goftogu.content.positions import Positions
from goftogu.content.schema import ID, Table
from goftogu.model import Particulars, Reference

DEFAULTS: Final = Table({"place": ID, "languages": LANGUAGES, "contributors": CONTRIBUTORS})
"""The keys of the table."""


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds for every interview that does not say otherwise.

    Attributes:
        place: Id in ``places.toml`` of where interviews are held, or empty.
        languages: Tags of the languages that are spoken.
        contributors: Ids of ``people.toml`` or names, by role.
        references: The ids that it names.
    """

    place: str = ""
    languages: tuple[str, ...] = ()
    contributors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    references: tuple[Reference, ...] = ()

    def given_to(self, said: Particulars) -> Particulars:
        """Return the particulars of an interview with what it does not say itself; ``camera: []`` says nobody."""
        return replace(
            said,
            place=said.place or self.place,
            languages=said.languages or self.languages,
            contributors=contributors.in_order({**self.contributors, **said.contributors}),
        )


NO_DEFAULTS: Final = Defaults()


def read_defaults(table: Mapping[str, Any], where: Positions) -> Defaults:
    """Make defaults of a checked table.

    Args:
        table: The table.
        where: The places of its values.
    """
    return Defaults(**table, references=tuple(_references(table, where)))


def _references(table: Mapping[str, Any], where: Positions) -> Iterator[Reference]:
    if "place" in table:
        yield Reference("places.toml", "defaults.place", table["place"], *where(("defaults", "place")))
    for role, names in table.get("contributors", {}).items():
        for number, name in enumerate(names):
            if ID.fits(name):
                place = where(("defaults", "contributors", role, number))
                yield Reference("people.toml", f"defaults.contributors.{role}", name, *place)
