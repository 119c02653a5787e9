"""``upgrade``: an older archive, brought to the format of this version."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from goftogu import terminal
from goftogu.content import settings
from goftogu.locale.message import Message
from goftogu.problems import Problems
from goftogu.storage import files
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
    write(options.root, found.files)
    terminal.say(Message("the archive has format {format} now", format=settings.FORMAT))
    return 0


def write(root: Path, wanted: Mapping[str, bytes]) -> None:
    """Write files as a whole or not at all.

    Args:
        root: What their paths are relative to.
        wanted: Their bytes, in the order in which they are written.

    Raises:
        OSError: When one of them cannot be written; those before it have been put back.
    """
    before: dict[Path, bytes | None] = {}
    try:
        for path, data in wanted.items():
            file = root / path
            before[file] = file.read_bytes() if file.exists() else None
            files.write(file, data)
    except BaseException:
        for file, old in before.items():
            with suppress(OSError):
                _put_back(file, old)
        raise


def _put_back(file: Path, data: bytes | None) -> None:
    if data is None:
        file.unlink(missing_ok=True)
    elif file.read_bytes() != data:
        files.write(file, data)
