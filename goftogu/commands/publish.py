"""``publish``: prove that the site can be published, and say how."""

from __future__ import annotations

import argparse
from pathlib import Path

from goftogu import terminal
from goftogu.checks import permalinks, site
from goftogu.commands import build
from goftogu.content import record
from goftogu.content import settings as content_settings
from goftogu.locale.message import Message, plural
from goftogu.problems import Problems

_NEXT = Message(
    "fit for GitHub Pages; push the repository, and its workflow publishes it, or copy the folder to any web server"
)


def publish(options: argparse.Namespace) -> int:
    """Build the site unless it is only to be checked, read it from the disk, check it, and keep the list of its ids."""
    if not options.check and (code := build.build(options)):
        return code
    problems = Problems()
    before = build.published(options, problems) if options.check else {}
    settings = content_settings.of_archive(options.root, problems)
    output: Path = options.output or options.root / "output"
    extent = site.check(output, options.url or settings.url, problems, before)
    terminal.show_problems(problems, options.format)
    if problems.has_errors(strict=options.strict):
        return 1
    if not options.check:
        _record(options.root, (output / permalinks.IDS).read_bytes(), problems)
    if problems.has_errors():
        terminal.show_problems(problems.errors(), options.format)
        return 1
    terminal.say(
        Message(
            "{files}, {size:.1f} MB: {next}",
            files=plural(extent.files, "file"),
            size=extent.size / 1_000_000,
            next=_NEXT,
        )
    )
    return 0


def _record(root: Path, ids: bytes, problems: Problems) -> None:
    """Keep the list of the ids that are published now."""
    file = root / permalinks.RECORD
    same = file.exists() and file.read_bytes() == ids
    if not same and record.put(root, {permalinks.RECORD: ids}, problems):
        terminal.say(Message("kept the list of published ids: {file}", file=file))
