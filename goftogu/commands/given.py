"""The files that a person gives to ``import``: a folder stands for all files in it that can be imported."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from goftogu import terminal
from goftogu.content import leftovers
from goftogu.locale.message import Message, plural
from goftogu.problems import Problem, Problems
from goftogu.transcripts.formats import foreign, registry


def files(given: Iterable[Path], problems: Problems) -> list[Path]:
    """Return the files to import, each once; say what is left out of a folder.

    Args:
        given: Files and folders.
        problems: Folders that hold nothing to import are added.
    """
    found: list[Path] = []
    for path in given:
        if not path.is_dir():
            found.append(path)
            continue
        held = sorted(file for file in path.rglob("*") if file.is_file() and not _is_hidden(file.relative_to(path)))
        inner = dict.fromkeys(file for file in held if registry.can_be_imported(file.name))
        found += inner
        _tell_left_out(file for file in held if file not in inner)
        if not inner:
            hint = Message("known endings: {names}", names=sorted(registry.ENDINGS))
            message = Message("the folder holds nothing that can be imported")
            problems.add(Problem.of_file(path.as_posix(), "S007", message, hint))
    return list(dict.fromkeys(found))


def _is_hidden(file: Path) -> bool:
    """Tell whether a file of a folder, or a folder on the way to it, is hidden or was left by a program."""
    return any(part.startswith(".") or leftovers.is_left(part) for part in file.parts)


def _tell_left_out(files: Iterable[Path]) -> None:
    """Say of each kind of file in a folder that it is not imported, and what can be done."""
    kinds: dict[str, list[Path]] = {}
    for file in files:
        kinds.setdefault(file.suffix.lower(), []).append(file)
    for ending, held in kinds.items():
        count = plural(len(held), "file")
        if ending:
            said = Message("left out {count} ending in “{ending}”", count=count, ending=ending)
        else:
            said = Message("left out {count} without an ending", count=count)
        kind = foreign.by_name(held[0].name)
        if kind:
            said = Message("{fault}: {message} ({hint})", fault=said, message=kind.message, hint=kind.hint)
        terminal.say(said)
