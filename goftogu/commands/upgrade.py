"""``upgrade``: an older archive, brought to the format of this version."""

from __future__ import annotations

import argparse

from goftogu import terminal
from goftogu.content import record, settings
from goftogu.locale.message import Message
from goftogu.problems import Problems
from goftogu.upgrading import steps


def upgrade(options: argparse.Namespace) -> int:
    """Print what is done and what a person should look at; write it all, or nothing."""
    problems = Problems()
    found = steps.plan(options.root, problems)
    terminal.show_problems(problems)
    if found is None:
        return 1
    for line in (*found.done, *found.told):
        print(terminal.as_said(line))
    if not found.files:
        terminal.say(Message("the archive has format {before}, the newest; nothing to do", before=found.before))
        return 0
    if options.check:
        terminal.say(
            Message("the archive has format {before}; {goftogu} upgrade would write this", before=found.before)
        )
        return 1
    if not record.put(options.root, found.files, problems):
        terminal.show_problems(problems)
        return 1
    terminal.say(Message("the archive has format {format} now", format=settings.FORMAT))
    return 0
