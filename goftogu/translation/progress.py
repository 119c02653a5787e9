"""How translating gets on: a bar with the time left on a terminal, and else a line now and then."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import ExitStack
from typing import Final, Self

from goftogu import terminal
from goftogu.locale.message import Message, plural
from goftogu.translation.engine.fill import Done

PAUSE: Final = 10.0
"""Seconds between two lines."""
_MINUTE: Final = 60


class SentenceProgress:
    """Tells how many sentences are translated, and about how long the rest will take."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin.

        Args:
            clock: Tells the seconds.
        """
        self._clock = clock
        self._stack = ExitStack()
        self._bar: terminal.Advance | None = None
        self._first: tuple[float, int] | None = None
        self._told = 0.0

    def __enter__(self) -> Self:
        """Return the progress itself."""
        return self

    def __exit__(self, *error: object) -> None:
        """Take the bar away."""
        self._stack.close()

    def __call__(self, done: Done) -> None:
        """Tell how far the work is."""
        if not terminal.is_terminal():
            self._line(done)
            return
        if self._bar is None:
            self._bar = self._stack.enter_context(terminal.progress(Message("Translating"), done.total))
        self._bar(done.sentences)

    def _line(self, done: Done) -> None:
        now = self._clock()
        if self._first is None:
            self._first, self._told = (now, done.sentences), now
        elif now - self._told >= PAUSE and done.sentences < done.total:
            self._told = now
            start, before = self._first
            sentences = plural(done.total, "sentence")
            told = Message("translated {done:,} of {sentences}", done=done.sentences, sentences=sentences)
            new = done.sentences - before
            if new:
                left = (now - start) * (done.total - done.sentences) / new
                told = Message("{told}, {left}", told=told, left=_left(left))
            terminal.say(told)


def _left(seconds: float) -> Message:
    if seconds < _MINUTE:
        return Message("less than a minute left")
    if seconds < _MINUTE * _MINUTE:
        return Message("about {minutes:,} min left", minutes=round(seconds / _MINUTE))
    return Message("about {hours:,.1f} h left", hours=seconds / _MINUTE / _MINUTE)
