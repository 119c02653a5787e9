"""What happens while the workbench is open, numbered, so that every window hears all of it once."""

from __future__ import annotations

from collections import deque
from threading import Condition
from typing import Final, NamedTuple

_KEPT: Final = 1000
"""How many events are kept; a window that has slept longer begins again."""


class Event(NamedTuple):
    """Something that has happened.

    Attributes:
        kind: ``changed`` (the list has other rows of an interview), ``gone`` (an interview is not there any more),
            ``progress`` (interviews are being looked at), ``all`` (begin again) or ``end``.
        interview: Id of the interview, or empty.
        done: How many interviews have been looked at.
        total: How many there are to look at.
    """

    kind: str
    interview: str = ""
    done: int = 0
    total: int = 0


class News:
    """The events of a run."""

    def __init__(self) -> None:
        """Begin without any."""
        self._events: deque[Event] = deque(maxlen=_KEPT)
        self._number = 0
        self._changed = Condition()
        self._ended = False

    def tell(self, event: Event) -> None:
        """Add an event, and wake who waits."""
        with self._changed:
            self._events.append(event)
            self._number += 1
            self._changed.notify_all()

    def end(self) -> None:
        """Wake who waits; nobody waits any more from now on."""
        with self._changed:
            self._ended = True
            self._changed.notify_all()

    def wait(self, after: int, seconds: float) -> tuple[int, list[Event]]:
        """Wait for events.

        Args:
            after: Number of the last event that is known; one of another run leads to ``all``.
            seconds: How long to wait at most.

        Returns:
            The number of the newest event, and those after ``after``.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._ended or self._number != after, seconds)
            if self._ended:
                return self._number, [Event("end")]
            missed = self._number - after
            if not 0 <= missed <= len(self._events):
                return self._number, [Event("all")]
            return self._number, list(self._events)[len(self._events) - missed :]

    @property
    def number(self) -> int:
        """Number of the newest event."""
        return self._number
