"""Folders of CTranslate2 as an engine: NLLB, M2M-100, MADLAD and OPUS-MT, as its converters leave them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from goftogu.locale.message import Message
from goftogu.problems import Problem, Problems
from goftogu.storage import files
from goftogu.translation.engine import argos, devices, families
from goftogu.translation.engine.families import END, Family, Pieces
from goftogu.translation.engine.modelled import Manner, ModelEngine
from goftogu.translation.engine.processors import AS_THERE_ARE, Processors
from goftogu.translation.memory.entry import HOUSE

_MODEL: Final = "model.bin"
_VOCABULARIES: Final = tuple(
    f"{name}_vocabulary.{ending}" for name in ("shared", "source") for ending in ("json", "txt")
)
_HINT: Final = Message("docs/translating.md says how a model is converted, and where it goes")


def choose(model: str, root: Path, places: Iterable[Path], problems: Problems) -> Path | None:
    """Return the folder of a model.

    Args:
        model: Its path, from the project's folder, or the name of its folder in one of the places; empty for the only
            one that is there.
        root: The project's folder.
        places: Folders of packages.
        problems: Why there is no such folder is added.
    """
    there = sorted({file.parent for place in places for file in place.glob(f"*/{_MODEL}")})
    if model:
        named = [root / model, *(folder for folder in there if folder.name == model)]
        found = [folder for folder in named if (folder / _MODEL).is_file()]
        message = Message("no converted model is here: it has no {name}", name=_MODEL)
    else:
        found = there
        message = Message("which converted model? There is none, or more than one: {names}", names=_names(there))
    if not found or (len(found) > 1 and not model):
        problems.add(Problem.of_file(model, "A009", message, _HINT))
        return None
    return found[0]


def load(folder: Path, problems: Problems, processors: Processors = AS_THERE_ARE) -> ModelEngine | None:
    """Load a model.

    Args:
        folder: The folder that a converter has written, with the files of its pieces.
        problems: Why it cannot be used is added; then the engine is ``None``.
        processors: Where it works, and how.
    """
    try:
        from sentencepiece import SentencePieceProcessor  # noqa: PLC0415  heavy

        family = families.recognised(_vocabulary(folder), folder)
        pieces = family.find(folder) if family else None
        if family is None or pieces is None:
            problems.add(_unknown(folder, family))
            return None
        source, target = (SentencePieceProcessor(model_file=str(file)) for file in pieces)
        found = devices.load(folder, processors, problems)
    except ImportError as error:
        problems.add(argos.missing(error))
        return None
    except (OSError, RuntimeError, ValueError, RecursionError) as error:
        reason = files.reason(error) if isinstance(error, OSError) else str(error)
        message = Message("cannot be loaded: {error}", error=reason)
        problems.add(Problem.of_file(str(folder), "A009", message, _HINT))
        return None
    if found is None:
        return None
    tokenizer = Pieces(source, target, family.spoken)
    return ModelEngine(f"{HOUSE}{folder.resolve().name}", tokenizer, _manner(family.manner, folder), *found)


def _vocabulary(folder: Path) -> frozenset[str]:
    """Return the pieces of the source.

    Raises:
        ValueError: When there are none, or they are no list of texts.
        OSError: When they cannot be read.
    """
    file = next((folder / name for name in _VOCABULARIES if (folder / name).is_file()), None)
    if file is None:
        raise ValueError(f"it has no {_VOCABULARIES[0]}")
    text = file.read_text(encoding="utf-8")
    found = json.loads(text) if file.suffix == ".json" else text.splitlines()
    if not isinstance(found, list) or not all(isinstance(piece, str) for piece in found):
        raise ValueError(f"{file.name} is not a list of pieces")
    return frozenset(found)


def _manner(usual: Manner, folder: Path) -> Manner:
    """Return how a model is asked: some conversions add the token that ends a sentence by themselves."""
    said: Any = json.loads((folder / "config.json").read_bytes()) if (folder / "config.json").is_file() else {}
    adds = isinstance(said, dict) and said.get("add_source_eos") is True
    return replace(usual, after=tuple(token for token in usual.after if token != END)) if adds else usual


def _unknown(folder: Path, family: Family | None) -> Problem:
    if family is None:
        names = ", ".join(dict.fromkeys(known.name for known in families.FAMILIES))
        message = Message("the model is of no family that is known here: {names}", names=names)
    else:
        wanted = " or ".join(dict.fromkeys(" and ".join(dict.fromkeys(pair)) for pair in family.files))
        message = Message("a model of {family} needs its pieces: {names}", family=family.name, names=wanted)
    return Problem.of_file(str(folder), "A009", message, _HINT)


def _names(there: Iterable[Path]) -> str:
    return ", ".join(folder.name for folder in there) or "–"
