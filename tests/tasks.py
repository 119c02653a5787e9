"""Tasks for the tests of workers; other processes import them from here."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import NamedTuple


class Common(NamedTuple):
    """What the tasks share."""

    parent: int
    folder: str = ""


def shout(common: Common, word: str) -> tuple[str, bool]:
    """Return a word in capitals, and whether another process did so."""
    return word.upper(), os.getpid() != common.parent


def die_once(common: Common, number: int) -> int:
    """Kill the process that does the third task, but only once and never the one that asks."""
    mark = Path(common.folder) / "killed"
    if number == 3 and os.getpid() != common.parent and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number


def note_and_wait(common: Common, number: int) -> int:
    """Note which process this is, and wait for longer than any test."""
    (Path(common.folder) / str(os.getpid())).touch()
    time.sleep(60)
    return number


def fail(_: Common, number: int) -> int:
    """Fail at a number."""
    if number == 5:
        raise ValueError("five")
    return number
