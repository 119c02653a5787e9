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

from goftogu import terminal
from goftogu.commands import parser
from goftogu.failures import doing, guarded
from goftogu.locale import language
from goftogu.locale.message import Message
from goftogu.problems import Problem, Problems


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: The words after the program's name; the process's own by default.

    Returns:
        The exit code.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    language.choose(language.wanted(words))
    return guarded(lambda: _run(words))


def _run(words: Sequence[str]) -> int:
    options = parser.read(words)
    terminal.VOICE.loudness, terminal.VOICE.root = options.loudness, None
    module, _, function = options.run.partition(":")
    problem = _find_archive(options) if options.archive else None
    if problem is None and options.archive == "needed" and not options.tells:
        problem = _newer(options.root)
    problem = problem or _mixed(options)
    if problem is not None:
        terminal.show_problems([problem])
        return 1
    run: Callable[[argparse.Namespace], int] = getattr(import_module(f"goftogu.commands.{module}"), function)
    with doing(options.parser.prog):
        return run(options) if options.profile is None else _profiled(run, options)


def _mixed(options: argparse.Namespace) -> Problem | None:
    """Return why a command may not write where it is told to: that is the record, the templates or the program."""
    given = {name: getattr(options, name, None) for name in ("output", "to", "report", "profile")}
    if not options.archive or not any(given.values()):
        return None
    from goftogu.commands import outputs  # noqa: PLC0415  only who names a place to write needs it

    site = given.pop("output")
    faults = [outputs.fault_of_folder(options.root, site)] if site else []
    faults += [outputs.fault_of_file(options.root, Path(place)) for place in given.values() if place]
    return next(filter(None, faults), None)


def _newer(root: Path) -> Problem | None:
    """Return why this version must leave an archive alone: the archive belongs to a newer one."""
    from goftogu.content import settings  # noqa: PLC0415  not needed for what only explains

    problems = Problems()
    settings.of_archive(root, problems)
    return next((problem for problem in problems if problem.code == "C009"), None)


def _profiled(run: Callable[[argparse.Namespace], int], options: argparse.Namespace) -> int:
    from goftogu.commands import profiling  # noqa: PLC0415  only who asks for it pays for it

    return profiling.profiled(lambda: run(options), options.profile)


def _find_archive(options: argparse.Namespace) -> Problem | None:
    """Set the folder of the archive that a command is about; return why there is none, if the command needs one."""
    from goftogu.content import location  # noqa: PLC0415  not needed for what only explains

    needed = options.archive == "needed" and not getattr(options, "print", False)
    if options.root is not None:
        problem = location.fault(options.root, whole=needed)
        terminal.VOICE.root = None if problem else options.root
        return problem
    here = Path.cwd()
    found = location.around(here)
    options.root = Path(*[".."] * found.steps) if found else Path()
    if found is None:
        return location.missing(here) if needed and not location.holds_content(here) else None
    if found.steps:
        terminal.say(Message("the archive in {root}", root=found.root))
    if found.outer:
        terminal.say(Message("it lies in another archive, which stays as it is: {outer}", outer=found.outer))
    return None
