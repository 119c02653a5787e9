"""Loads a model of CTranslate2 on the device that was asked for, or on one that there is."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from goftogu import terminal
from goftogu.locale.message import Message
from goftogu.problems import Problem, Problems
from goftogu.translation.engine.processors import Device, Placement, Processors, placement

if TYPE_CHECKING:
    import ctranslate2

VARIABLE: Final = "ARGOS_DEVICE_TYPE"
"""The environment variable by which Argos is told its device."""

_PROBE: Final = "\u2581"
_MISSING: Final = Message(
    "it needs a GPU by NVIDIA, its driver, and cuBLAS of CUDA 12 (pip install nvidia-cublas-cu12); without them: "
    "--device cpu, or auto"
)


class DeviceError(Exception):
    """A device that gave up while it was at work, as when its memory was full."""


def load(folder: Path, wanted: Processors, problems: Problems) -> tuple[ctranslate2.Translator, Placement] | None:
    """Load a model.

    Args:
        folder: The model.
        wanted: Where, and how; what it leaves open is decided by ``ARGOS_DEVICE_TYPE`` and by what there is.
        problems: Why the device cannot be used is added; then the result is ``None``.

    Raises:
        OSError: When the model cannot be read.
        RuntimeError: When it is damaged.
        ValueError: When CTranslate2 does not know its form.
    """
    device = _device(wanted, problems)
    if device is None:
        return None
    if device is Device.CUDA or (device is Device.AUTO and gpus()):
        try:
            return _on_gpus(folder, wanted)
        except (RuntimeError, ValueError) as error:
            if device is Device.CUDA:
                problems.add(_unusable("", Message("CUDA cannot be used: {error}", error=error), _MISSING))
                return None
            terminal.say(Message("CUDA cannot be used: {error}; the processor translates", error=error))
    return _on_processor(folder, wanted)


def gpus() -> int:
    """Return how many GPUs CTranslate2 sees."""
    import ctranslate2  # noqa: PLC0415  heavy

    return int(ctranslate2.get_cuda_device_count())


def stopped(error: DeviceError, hint: Message) -> Problem:
    """Return the problem of a device that gave up.

    Args:
        error: Why.
        hint: What is kept.
    """
    smaller = Message("a smaller --batch needs less memory; {hint}", hint=hint)
    return _unusable("", Message("the engine stopped: {error}", error=error), smaller)


def _device(wanted: Processors, problems: Problems) -> Device | None:
    """Return the device that a person asks for, in the command, the settings or the environment."""
    said = os.environ.get(VARIABLE, "")
    if wanted.device or not said:
        return wanted.device or Device.AUTO
    try:
        return Device(said)
    except ValueError:
        message = Message("“{device}” is not a device", device=said)
        problems.add(_unusable(VARIABLE, message, Message("set it to cpu, cuda or auto")))
        return None


def _unusable(where: str, message: Message, hint: Message) -> Problem:
    return Problem.of_file(where, "A014", message, hint)


def _on_gpus(folder: Path, wanted: Processors) -> tuple[ctranslate2.Translator, Placement]:
    """Load a model on every GPU, and try it: some libraries are looked for only when there is work."""
    import ctranslate2  # noqa: PLC0415  heavy

    every = list(range(max(gpus(), 1)))
    translator = ctranslate2.Translator(str(folder), device="cuda", device_index=every, compute_type="auto")
    translator.translate_batch([[_PROBE]], max_decoding_length=1)
    return translator, placement(wanted, Device.CUDA, len(every))


def _on_processor(folder: Path, wanted: Processors) -> tuple[ctranslate2.Translator, Placement]:
    import ctranslate2  # noqa: PLC0415  heavy

    threads = wanted.threads or os.cpu_count() or 1
    translator = ctranslate2.Translator(
        str(folder), device="cpu", compute_type="auto", inter_threads=threads, intra_threads=1
    )
    return translator, placement(wanted, Device.CPU, threads)
