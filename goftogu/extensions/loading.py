"""Loads what an entry point names, and calls it: whatever it raises becomes a problem that names its distribution."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from goftogu.extensions import discovery
from goftogu.extensions.discovery import Extension
from goftogu.locale.message import Message
from goftogu.problems import Problem

_KINDS: Final = {
    discovery.EXPORTS: Message("export “{name}” of {distribution} {version}: {why}"),
    discovery.FILTERS: Message("filter “{name}” of {distribution} {version}: {why}"),
    discovery.ENGINES: Message("engine “{name}” of {distribution} {version}: {why}"),
}


_LONGEST: Final = 500
"""How much of an error a problem tells."""


class ExtensionError(Exception):
    """An extension cannot be loaded, or has failed."""

    def __init__(self, problem: Problem) -> None:
        """Keep what is told to the person at the terminal."""
        super().__init__(problem)
        self.problem = problem


def load(extension: Extension) -> object:
    """Return the object of an entry point.

    Raises:
        ExtensionError: When it cannot be had, for whatever reason (``E001``).
    """
    from pkgutil import resolve_name  # noqa: PLC0415  few archives have an extension

    if not extension.name:
        raise ExtensionError(
            refusal(extension, Message("its entry_points.txt cannot be read: {error}", error=extension.value))
        )
    try:
        return resolve_name(extension.value.partition("[")[0].strip())
    except (Exception, SystemExit) as error:
        raise ExtensionError(refusal(extension, Message("it cannot be loaded: {error}", error=_told(error)))) from error


def refusal(extension: Extension, why: Message) -> Problem:
    """Return the problem of an extension that cannot be used."""
    hint = Message("correct it, or take it away: pip uninstall {distribution}", distribution=extension.distribution)
    return Problem.of_file("", "E001", _said(extension, why), hint)


def clash(extension: Extension, why: Message) -> Problem:
    """Return the problem of an extension that wants what is taken."""
    hint = Message(
        "give it another one, or take it away: pip uninstall {distribution}", distribution=extension.distribution
    )
    return Problem.of_file("", "E002", _said(extension, why), hint)


def failure(extension: Extension, why: Message, path: str = "") -> Problem:
    """Return the problem of an extension that has failed.

    Args:
        extension: The extension.
        why: What it did.
        path: The file that it was working on, or empty.
    """
    hint = Message(
        "correct {distribution}, or take it away: pip uninstall {distribution}", distribution=extension.distribution
    )
    return Problem.of_file(path, "E003", _said(extension, why), hint)


@contextmanager
def guarded(extension: Extension, path: str = "") -> Iterator[None]:
    """Turn whatever an extension raises into a problem (``E003``).

    Args:
        extension: The extension.
        path: The file that it is working on, or empty.

    Raises:
        ExtensionError: When it has raised something.
    """
    try:
        yield
    except ExtensionError:
        raise
    except (Exception, SystemExit) as error:
        raise ExtensionError(failure(extension, Message("it fails: {error}", error=_told(error)), path)) from error


def _said(extension: Extension, why: Message) -> Message:
    return _KINDS[extension.group].of(
        name=extension.name, distribution=extension.distribution, version=extension.version, why=why
    )


def _told(error: BaseException) -> str:
    """Return kind and text of an error on one line, with the last line of code on the way to it."""
    places = traceback.extract_tb(error.__traceback__)
    place = f" ({Path(places[-1].filename).name}:{places[-1].lineno})" if places else ""
    text = " ".join("".join(sign if sign.isprintable() else " " for sign in str(error)[:_LONGEST]).split())
    return f"{type(error).__name__}: {text}".removesuffix(": ") + place
