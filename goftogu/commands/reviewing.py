"""``serve --review`` and ``corrections``: the workbench for reviewers."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Final

from goftogu import terminal
from goftogu.content import settings
from goftogu.locale.message import Message, plural
from goftogu.problems import Problems
from goftogu.translation import corrections as letters
from goftogu.translation.corrections import Correction
from goftogu.translation.memory import checks as memory_checks

_PORT: Final = 8001
_NOWHERE: Final = "?"
"""What the list has in the place of a turn that a letter does not name."""


def workbench(options: argparse.Namespace) -> int:
    """Serve the workbench until the person stops it."""
    return _served(options, (), options.jobs)


def corrections(options: argparse.Namespace) -> int:
    """List what readers have written, or show it in the workbench."""
    problems = Problems()
    found = [letter for file in options.files for letter in letters.read(file, problems)]
    terminal.show_problems(problems)
    if options.print:
        for letter in found:
            print(_line(letter))
    placed = sum(bool(letter.place) for letter in found)
    terminal.say(Message("{letters}, {placed:,} of a turn", letters=plural(len(found), "letter"), placed=placed))
    failed = int(problems.has_errors())
    return failed if failed or options.print else _served(options, found, 0)


def _line(letter: Correction) -> str:
    text = " ".join(letter.text.split())
    return "\t".join([letter.place or _NOWHERE, letter.day, letter.sender, text])


def _served(options: argparse.Namespace, found: Sequence[Correction], jobs: int) -> int:
    problems = Problems()
    config = settings.of_archive(options.root, problems)
    if not memory_checks.check_translated(config, problems):
        terminal.show_problems(problems.errors())
        return 1
    from goftogu.serve.review import server  # noqa: PLC0415  it reads whole interviews

    port = _PORT if options.port is None else options.port
    return server.serve(options.root, by=options.by or "", port=port, jobs=jobs, letters=found)
