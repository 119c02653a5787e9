"""What an engine may use of a machine: its device and threads, the beam and the size of batches.

Only the beam is meant to change the text. Batches of other shapes are rounded differently, which decides between
translations that are all but equal.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

BEAM: Final = 4
"""Hypotheses that are followed at once, as Argos does it."""
SHARD: Final = 400
"""Sentences that are translated before they are handed over, at least: little is lost when the work stops."""

MOST_THREADS: Final = 1024
MOST_BEAM: Final = 64
MOST_BATCH: Final = 1_000_000

_ROUNDS: Final = 4
"""Batches that every thread gets of a shard, so that few wait at its end."""
_SHORT_SENTENCE: Final = 12
"""Tokens of a sentence that is rather short: more of them fit into a batch."""


class Device(StrEnum):
    """Where an engine works: on the processor, on GPUs by NVIDIA, or on these where there are any."""

    CPU = "cpu"
    CUDA = "cuda"
    AUTO = "auto"


@dataclass(frozen=True, slots=True)
class Processors:
    """What a person says about devices; what is ``None`` or 0 is left to the program.

    Attributes:
        device: Where the engine works.
        threads: How many batches a processor decodes at once.
        beam: How many hypotheses are followed at once.
        batch: How many tokens a batch has.
    """

    device: Device | None = None
    threads: int = 0
    beam: int = 0
    batch: int = 0

    def over(self, other: Processors) -> Processors:
        """Return what this says, and what another one says where this says nothing."""
        return Processors(
            self.device or other.device,
            self.threads or other.threads,
            self.beam or other.beam,
            self.batch or other.batch,
        )


AS_THERE_ARE: Final = Processors()
"""All is left to the program."""


@dataclass(frozen=True, slots=True)
class Placement:
    """How a loaded model works.

    Attributes:
        device: Where it is: ``CPU`` or ``CUDA``.
        streams: How many batches are decoded at once: threads of a processor, or GPUs.
        beam: How many hypotheses are followed at once.
        batch: How many tokens a batch has.
    """

    device: Device
    streams: int
    beam: int
    batch: int

    @property
    def shard(self) -> int:
        """How many sentences are handed over together, enough for full batches on every stream."""
        return max(SHARD, _ROUNDS * self.streams * self.batch // _SHORT_SENTENCE)


_BATCHES: Final = {Device.CPU: 512, Device.CUDA: 8192}


def placement(wanted: Processors, device: Device, streams: int) -> Placement:
    """Return how a model works on a device.

    Args:
        wanted: What a person says.
        device: ``CPU`` or ``CUDA``.
        streams: How many batches can be decoded at once.
    """
    return Placement(device, streams, wanted.beam or BEAM, wanted.batch or _BATCHES[device])
