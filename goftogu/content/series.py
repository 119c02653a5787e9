"""``content/series.toml``: series of interviews, with a title, a description and rights of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from goftogu.content import rights
from goftogu.content.given_pictures import PICTURE, GivenPicture, read_picture
from goftogu.content.positions import Positions
from goftogu.content.schema import BILINGUAL, Table
from goftogu.content.settings import bilingual
from goftogu.model import Bilingual, Rights

SERIES: Final = Table(
    {"title": BILINGUAL, "description": BILINGUAL, "rights": rights.RIGHTS, "picture": PICTURE}, required=("title",)
)
"""An entry of ``series.toml``."""


@dataclass(frozen=True, slots=True)
class Series:
    """Interviews that belong together, in an order.

    Attributes:
        id: Part of its address, written once for ever.
        title: Its title.
        line: Line of its id in the file.
        description: What it is, in a few sentences, or ``None``.
        rights: What holds for its interviews, where they say nothing else.
        picture: Shown on its page, or ``None``.
    """

    id: str
    title: Bilingual
    line: int
    description: Bilingual | None = None
    rights: Rights = field(default_factory=Rights)
    picture: GivenPicture | None = None


def read_series(id_: str, table: Mapping[str, Any], where: Positions) -> Series:
    """Read an entry of the file.

    Args:
        id_: Its id.
        table: Its keys, checked.
        where: The places of the keys.
    """
    title = bilingual(table.get("title")) or Bilingual(id_, id_)
    said = rights.read_rights(table.get("rights", {}))
    picture = read_picture(table.get("picture"), where, (id_, "picture"))
    return Series(id_, title, where((id_,))[0], bilingual(table.get("description")), said, picture)
