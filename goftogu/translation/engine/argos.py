"""Argos Translate as an engine: its packages, with pieces of SentencePiece or BPE, and its way of decoding.

Argos decodes nearly every sentence alone; here they are decoded together. Nothing of Argos that needs Stanza is
imported.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import Final

from goftogu.locale.message import Message
from goftogu.problems import Problem, Problems
from goftogu.translation.engine import devices
from goftogu.translation.engine.modelled import Manner, ModelEngine
from goftogu.translation.engine.processors import AS_THERE_ARE, Processors
from goftogu.translation.engine.protocol import LENGTH_PENALTY
from goftogu.translation.packages.installed import HINT, InstalledPackage

_PROBE: Final = "سلام"
_NEEDED: Final = ("argostranslate", "ctranslate2", "packaging", "sentencepiece")
_INSTALL: Final = Message("pip install --no-deps {names}")
_BPE_NEEDS: Final = "sacremoses"


def is_installed() -> bool:
    """Tell whether the translation software is there, without loading it."""
    return all(map(find_spec, ("argostranslate", "ctranslate2", "sentencepiece")))


def load(package: InstalledPackage, problems: Problems, processors: Processors = AS_THERE_ARE) -> ModelEngine | None:
    """Load a package.

    Args:
        package: See :func:`goftogu.translation.packages.installed.choose`.
        problems: Why the package cannot be used is added; then the engine is ``None``.
        processors: Where it works, and how; without them as the environment says, or as there are.
    """
    try:
        import ctranslate2  # noqa: F401, PLC0415  heavy; asked for here, used on a device
        from argostranslate.package import Package  # noqa: PLC0415  # heavy, and makes folders in the home

        tokenizer = Package(package.path).tokenizer
        tokenizer.encode(_PROBE)
        found = devices.load(package.path / "model", processors, problems)
    except ImportError as error:
        problems.add(missing(error))
        return None
    except (OSError, RuntimeError, ValueError) as error:
        message = Message("cannot be loaded: {error}", error=error)
        problems.add(Problem.of_file(str(package.path), "A009", message, HINT))
        return None
    manner = Manner(prefix=package.prefix, length_penalty=LENGTH_PENALTY)
    return ModelEngine(package.origin, tokenizer, manner, *found) if found else None


def missing(error: ImportError) -> Problem:
    """Return the problem of software that is not installed."""
    message = Message("the translation software is not installed: {error}", error=error.name)
    if (error.name or "").startswith(_BPE_NEEDS):  # only packages with BPE pieces need it
        return Problem.of_file("", "A009", message, Message("pip install {names}", names=_BPE_NEEDS))
    return Problem.of_file("", "A009", message, _INSTALL.of(names=" ".join(_NEEDED)))
