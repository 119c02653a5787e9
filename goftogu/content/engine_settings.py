"""The table ``[translation]`` of ``site.toml``: which engine translates, with what, and under which licence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from goftogu.content import licences
from goftogu.content.schema import ID, Table, Text, Whole
from goftogu.locale.message import Message
from goftogu.storage import hosts
from goftogu.translation.chat import service
from goftogu.translation.engine.processors import (
    AS_THERE_ARE,
    MOST_BATCH,
    MOST_BEAM,
    MOST_THREADS,
    Device,
    Processors,
)
from goftogu.translation.engine.protocol import ARGOS

_ADDRESS: Final = Text(
    pattern=r"https://[^\s?#@/]+(/[^\s?#]*)?|http://(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(/[^\s?#]*)?",
    expects=Message("an address that begins with https://, or with http://127.0.0.1 on this machine"),
    test=hosts.is_address,
)
_PRICE: Final = Text(
    pattern=rf"{service.PRICE}", expects=Message("the price of a million tokens, given and returned, as 0.15/0.60 USD")
)

TRANSLATION: Final = Table(
    {
        "engine": ID,
        "model": Text(),
        "device": Text(choices=tuple(Device)),
        "threads": Whole(MOST_THREADS),
        "beam": Whole(MOST_BEAM),
        "batch": Whole(MOST_BATCH),
        "address": _ADDRESS,
        "may_send_to": Text(),
        "instructions": Text(),
        "price": _PRICE,
        "licence": licences.LICENCE,
    }
)


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """What an archive says about its engine.

    Attributes:
        engine: Its name.
        model: The model that it uses, as the engine names models, or empty.
        processors: What it may use of a machine.
        address: Where a language model answers.
        may_send_to: The host to which text may be sent without asking, or empty.
        instructions: What a language model is told beside the rules, or empty.
        price: What it costs, for an estimate, or empty.
        licence: Address of the licence of translations, or empty.
    """

    engine: str = ARGOS
    model: str = ""
    processors: Processors = AS_THERE_ARE
    address: str = service.USUAL
    may_send_to: str = ""
    instructions: str = ""
    price: str = ""
    licence: str = ""

    def model_of(self, engine: str) -> str:
        """Return the model that is meant for an engine: none for one that the archive does not name."""
        return self.model if engine == self.engine else ""


NO_SETTINGS: Final = EngineSettings()
"""An archive that says nothing about its engine."""


def read_engine(table: Mapping[str, Any]) -> EngineSettings:
    """Return what a checked table says."""
    said = {name: table[name] for name in ("threads", "beam", "batch") if name in table}
    device = Device(table["device"]) if "device" in table else None
    texts = {name: table[name] for name in ("address", "may_send_to", "instructions", "price") if name in table}
    texts["licence"] = licences.address(table.get("licence", ""))
    return EngineSettings(table.get("engine", ARGOS), table.get("model", ""), Processors(device, **said), **texts)
