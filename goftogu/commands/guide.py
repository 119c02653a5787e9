"""``help`` and ``completion``: what the program says of its own commands."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from goftogu import terminal
from goftogu.commands import parser

_NAME: Final = "goftogu"
"""A shell completes the words after the name of a program; ``python build.py`` has none."""


def explain(options: argparse.Namespace) -> int:
    """Print the help of a command, or of the program."""
    parser.make(terminal.command()).parse_args([*options.command, "--help"])
    return 0


def completion(options: argparse.Namespace) -> int:
    """Print a script for a shell."""
    import shtab  # noqa: PLC0415  only this command needs it

    whole = parser.make(_NAME)
    for action in _actions(whole):
        if action.type is Path:
            action.complete = shtab.DIRECTORY if action.metavar == "DIR" else shtab.FILE  # type: ignore[attr-defined]
    print(shtab.complete(whole, shell=options.shell))
    return 0


def _actions(of: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Yield the options of a parser and of all commands below it."""
    for action in of._actions:  # noqa: SLF001  argparse has no other list of them
        yield action
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            for command in action.choices.values():
                yield from _actions(command)
