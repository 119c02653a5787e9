"""Bounds of one page: a template that never ends, or writes without end, is a fault of the template."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Final

LONGEST: Final = 100_000_000
"""Characters of a page; the longest real one has some millions."""

SECONDS: Final = 60.0
"""Seconds of the processor that a page may take; a real one takes a second or two."""

_PIECES: Final = 10_000
_CAN_COUNT: Final = sys.platform != "win32"
"""Windows has no timer that a program can ask to interrupt it."""


class BoundError(Exception):
    """A page takes too long, or is too long."""


def text(pieces: Iterator[str]) -> str:
    """Return the text of a page.

    Args:
        pieces: As the template makes them.

    Raises:
        BoundError: When there are too many.
    """
    parts, size = list[str](), 0
    while found := list(islice(pieces, _PIECES)):
        parts.append("".join(found))
        size += len(parts[-1])
        if size > LONGEST:
            raise BoundError
    return "".join(parts)


@contextmanager
def limited(seconds: float = SECONDS) -> Iterator[None]:
    """Interrupt what takes too long; only the main thread of a process can be interrupted.

    Args:
        seconds: Of the processor, so that a busy machine gives as much time as an idle one.

    Raises:
        BoundError: When the time is over.
    """
    if not _CAN_COUNT or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _interrupt)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _interrupt(*_: object) -> None:
    raise BoundError
