"""The rights as an interview or a series states them: ``{holder, licence, statement, note, translation}``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from goftogu.content import licences
from goftogu.content.schema import BILINGUAL, Table, Text
from goftogu.content.settings import bilingual
from goftogu.locale.message import Message
from goftogu.model import Rights

_LINE: Final = Text(pattern=r"[^\n]*", expects=Message("it on one line"))
RIGHTS: Final = Table(
    {
        "holder": _LINE,
        "licence": licences.LICENCE,
        "statement": BILINGUAL,
        "note": _LINE,
        "translation": licences.LICENCE,
    }
)
"""The keys of rights."""


def read_rights(said: Mapping[str, Any]) -> Rights:
    """Make rights of a checked table."""
    return Rights(
        said.get("holder", ""),
        licences.address(said.get("licence", "")),
        bilingual(said.get("statement")),
        said.get("note", ""),
        licences.address(said.get("translation", "")),
    )
