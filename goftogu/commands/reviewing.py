"""``serve --review``: the workbench for reviewers."""

from __future__ import annotations

import argparse
from typing import Final

from goftogu import terminal
from goftogu.content import settings
from goftogu.problems import Problems
from goftogu.translation.memory import checks as memory_checks

_PORT: Final = 8001


def workbench(options: argparse.Namespace) -> int:
    """Serve the workbench until the person stops it."""
    problems = Problems()
    config = settings.of_archive(options.root, problems)
    if not memory_checks.check_translated(config, problems):
        terminal.show_problems(problems.errors(), options.format)
        return 1
    from goftogu.serve.review import server  # noqa: PLC0415  it reads whole interviews

    port = _PORT if options.port is None else options.port
    return server.serve(options.root, by=options.by or "", port=port, jobs=options.jobs)
