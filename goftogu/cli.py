"""The command line: one parser, one function a command, and the exit code.

Exit codes: 0 done, 1 the input has errors (or the work could not be finished), 2 the command line itself is wrong,
130 stopped by a person, 141 nobody reads what is printed.
Every import that costs time happens inside the command that needs it, so that ``--help`` is fast.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Final

from goftogu import __version__, terminal
from goftogu.commands.arguments import COMMANDS
from goftogu.failures import guarded

_ABOUT: Final = """\
Goftogu builds a bilingual archive of interviews: a Persian page, an English page and a parallel page for every
transcript in content/interviews/, with a topic index, as plain files in output/."""

_FIRST_STEPS: Final = {
    "import rough.txt": "turn a rough transcript into content/interviews/rough.md",
    "translate": "fill the gaps of the English with the installed package",
    "build": "build output/ (also what {} does without a command)",
    "serve": "build, show it at http://127.0.0.1:8000/ and rebuild on every change",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: The words after the program's name; the process's own by default.

    Returns:
        The exit code.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    options = _parser().parse_args(words if _names_command(words) else ["build", *words])
    module, _, function = options.run.partition(":")
    return guarded(lambda: _run(module, function, options))


def _run(module: str, function: str, options: argparse.Namespace) -> int:
    run: Callable[[argparse.Namespace], int] = getattr(import_module(f"goftogu.commands.{module}"), function)
    return run(options) if options.profile is None else _profiled(run, options)


def _profiled(run: Callable[[argparse.Namespace], int], options: argparse.Namespace) -> int:
    from goftogu.commands import profiling  # noqa: PLC0415  only who asks for it pays for it

    return profiling.profiled(lambda: run(options), options.profile)


def _names_command(words: Sequence[str]) -> bool:
    return bool(words) and (not words[0].startswith("-") or words[0] in {"-h", "--help", "--version"})


def _parser() -> argparse.ArgumentParser:
    called = terminal.command()
    steps = [f"  {called} {words:16}  {summary.format(called)}" for words, summary in _FIRST_STEPS.items()]
    parser = argparse.ArgumentParser(
        prog=called,
        description=_ABOUT,
        epilog="\n".join(["first steps:", *steps]),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"Goftogu {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, (add, summary) in COMMANDS.items():
        command = commands.add_parser(name, help=summary, description=summary[0].upper() + summary[1:] + ".")
        command.add_argument(
            "--root", type=Path, default=Path(), metavar="DIR", help="the project's folder (default: here)"
        )
        command.set_defaults(profile=None)
        add(command)
    return parser
