"""A picture of a person or of the archive, from ``people.toml`` or ``site.toml``, with its words in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from goftogu.content.positions import Keys, Positions
from goftogu.content.schema import BILINGUAL, Table, Text
from goftogu.content.units import Bilingual, MediaMention
from goftogu.problems import SourcePlace

PICTURE: Final = Table({"file": Text(), "alt": BILINGUAL, "credit": BILINGUAL}, required=("file", "alt"))


@dataclass(frozen=True, slots=True)
class GivenPicture:
    """A picture with its words.

    Attributes:
        file: Its name in ``content/media/``.
        alt: What it shows, for those who do not see it.
        credit: Who made it or owns it, or ``None``.
        place: Where its name is written.
    """

    file: str
    alt: Bilingual
    credit: Bilingual | None
    place: SourcePlace

    def mention(self, widths: tuple[int, ...]) -> MediaMention:
        """Return the mention of its file.

        Args:
            widths: In which it is shown, in pixels.
        """
        return MediaMention(self.file, self.place, widths)


def read_picture(table: Mapping[str, Any] | None, where: Positions, keys: Keys) -> GivenPicture | None:
    """Read a picture from a checked table; ``None`` when there is none, or something of it is missing.

    Args:
        table: Its keys.
        where: The places of values.
        keys: The path to the table.
    """
    said = table or {}
    alt, credit = _both(said.get("alt")), _both(said.get("credit"))
    if alt is None or "file" not in said:
        return None
    return GivenPicture(said["file"], alt, credit, SourcePlace(where.path, *where((*keys, "file"))))


def _both(table: Mapping[str, str] | None) -> Bilingual | None:
    return Bilingual(table["fa"], table["en"]) if table and {"fa", "en"} <= table.keys() else None
