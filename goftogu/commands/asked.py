"""Which interviews and paragraphs a command line asks for, as ``azar`` or ``azar:t7``."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from goftogu.content import files as content_files
from goftogu.content import ignored
from goftogu.locale.message import Message
from goftogu.problems import Problem, Problems, did_you_mean
from goftogu.transcripts.archive import id_of


def interviews(given: Iterable[str]) -> list[str]:
    """Return the ids of the interviews that are asked for, each once."""
    return list(dict.fromkeys(name.partition(":")[0] for name in given))


def paragraphs(given: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return the turns and paragraphs that are asked for, by interview, without what is asked for as a whole."""
    wanted: dict[str, set[str]] = {}
    for text in given:
        name, _, paragraph = text.partition(":")
        wanted.setdefault(name, set()).add(paragraph)
    return {name: frozenset(some) for name, some in wanted.items() if "" not in some}


def unknown(given: Iterable[str], root: Path) -> Iterator[Problem]:
    """Yield a problem for each interview that is asked for and not there.

    Args:
        given: What is asked for.
        root: The project's folder.
    """
    known = [id_of(path) for path in content_files.transcripts(root, ignored.of_archive(root), Problems())]
    yield from (of_name(name, known) for name in sorted(set(interviews(given)).difference(known)))


def of_name(name: str, known: Collection[str], path: str = "") -> Problem:
    """Say that an interview does not exist.

    Args:
        name: Its id.
        known: The ids that exist.
        path: The file that names it.
    """
    message = Message("interview “{name}” does not exist", name=name)
    return Problem.of_file(path, "C007", message, did_you_mean(name, sorted(known)))
