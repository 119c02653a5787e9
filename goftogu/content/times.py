"""Times of a recording: ``0:12:31``."""

from __future__ import annotations

import re
from typing import Final

from goftogu.persian.digits import to_persian

_SIXTY: Final = r"[0-5۰-۵٠-٥]\d"
_CLOCK: Final = re.compile(rf"(?:(\d{{1,3}}):)?(\d{{1,2}}):({_SIXTY})(?:[.,]\d{{1,3}})?")
WRITTEN: Final = rf"\d{{1,3}}:{_SIXTY}:{_SIXTY}"
"""How a person writes a time, as a regular expression: hours, minutes and seconds, in digits of any script."""

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


def whole(text: str) -> int | None:
    """Return the whole seconds of a time, or ``None``."""
    found = seconds(text)
    return None if found is None else int(found)


def shown(moment: float, language: str) -> str:
    """Return a time as an edition of one language writes it."""
    return to_persian(clock(moment)) if language == "fa" else clock(moment)
