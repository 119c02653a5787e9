"""``publish``: prove that the site can be published, and say how."""

from __future__ import annotations

import argparse

from goftogu import terminal
from goftogu.checks import site
from goftogu.commands import build
from goftogu.content import archive
from goftogu.problems import Problems

_NEXT = "fit for GitHub Pages; push the repository and the workflow publishes it: docs/publishing.md"


def publish(options: argparse.Namespace) -> int:
    """Build the site unless it is only to be checked, then read it from the disk and check it."""
    if not options.check and (code := build.build(options)):
        return code
    problems = Problems()
    settings = archive.settings(options.root, problems)
    extent = site.check(options.output or options.root / "output", options.url or settings.url, problems)
    terminal.show_problems(problems, options.format)
    if problems.has_errors(strict=options.strict):
        return 1
    terminal.say(f"{terminal.plural(extent.files, 'file')}, {extent.size / 1_000_000:.1f} MB: {_NEXT}")
    return 0
