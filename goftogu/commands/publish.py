"""``publish``: prove that the site can be published, and say how."""

from __future__ import annotations

import argparse

from goftogu import terminal
from goftogu.checks import site
from goftogu.commands import build
from goftogu.content import archive
from goftogu.problems import has_errors

_NEXT = "fit for GitHub Pages; push the repository and the workflow publishes it: docs/publishing.md"


def publish(options: argparse.Namespace) -> int:
    """Build the site unless it is only to be checked, then read it from the disk and judge it."""
    if not options.check and (code := build.build(options)):
        return code
    settings, problems = archive.settings(options.root)
    verdict = site.check(options.output or options.root / "output", options.url or settings.url)
    problems = [*problems, *verdict.problems]
    terminal.show_problems(problems, options.format)
    if has_errors(problems, strict=options.strict):
        return 1
    terminal.say(f"{terminal.plural(verdict.files, 'file')}, {verdict.size / 1_000_000:.1f} MB: {_NEXT}")
    return 0
