"""Times of a recording: ``0:12:31``."""

from __future__ import annotations

import re
from typing import Final

_CLOCK: Final = re.compile(r"(?:(\d{1,3}):)?(\d{1,2}):([0-5۰-۵]\d)(?:[.,]\d{1,3})?")


LONGEST: Final = 360_000
"""Seconds of a recording; no interview takes a hundred hours."""


def clock(seconds: float) -> str:
    """Return seconds as hours, minutes and seconds."""
    whole = int(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"


def seconds(text: str) -> float | None:
    """Return the seconds of ``12:31``, ``0:12:31`` or ``00:12:31,500``, or ``None``."""
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        return None
    hours, minutes, rest = (int(part or 0) for part in found.groups())
    return hours * 3600 + minutes * 60 + rest
