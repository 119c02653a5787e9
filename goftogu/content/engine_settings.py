"""The table ``[translation]`` of ``site.toml``: which engine translates, with which model, and what it may use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from goftogu.content.schema import ID, Table, Text, Whole
from goftogu.translation.engine.processors import (
    AS_THERE_ARE,
    MOST_BATCH,
    MOST_BEAM,
    MOST_THREADS,
    Device,
    Processors,
)
from goftogu.translation.engine.protocol import ARGOS

TRANSLATION: Final = Table(
    {
        "engine": ID,
        "model": Text(),
        "device": Text(choices=tuple(Device)),
        "threads": Whole(MOST_THREADS),
        "beam": Whole(MOST_BEAM),
        "batch": Whole(MOST_BATCH),
    }
)


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """What an archive says about its engine.

    Attributes:
        engine: Its name.
        model: The model that it uses, as the engine names models, or empty.
        processors: What it may use of a machine.
    """

    engine: str = ARGOS
    model: str = ""
    processors: Processors = AS_THERE_ARE

    def model_of(self, engine: str) -> str:
        """Return the model that is meant for an engine: none for one that the archive does not name."""
        return self.model if engine == self.engine else ""


NO_SETTINGS: Final = EngineSettings()
"""An archive that says nothing about its engine."""


def read_engine(table: Mapping[str, Any]) -> EngineSettings:
    """Return what a checked table says."""
    said = {name: table[name] for name in ("threads", "beam", "batch") if name in table}
    device = Device(table["device"]) if "device" in table else None
    return EngineSettings(table.get("engine", ARGOS), table.get("model", ""), Processors(device, **said))
