"""Dates of people's lives that mean something else since the second format: a year such as 1325 is Jalali now."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from goftogu.locale.message import Message
from goftogu.model import Source

FILE: Final = "content/people.toml"
_DATE: Final = re.compile(r"""^\s*(?:born|died)\s*=\s*["']((\d{4})(?:-\d{2}){0,2})["']""", re.ASCII | re.MULTILINE)
_CHANGED: Final = range(1178, 1601)
"""Years that were Gregorian in the first format; later ones up to 1699 are refused, and so found by the build."""


def told(source: Source) -> Iterator[Message]:
    """Yield the lines that a person has to look at."""
    for found in _DATE.finditer(source.text):
        if int(found[2]) in _CHANGED:
            line = source.text.count("\n", 0, found.start(1)) + 1
            yield Message(
                "{place}: {date} is a Jalali date now; if it is Gregorian, write gregorian:{date}",
                place=f"{source.path}:{line}",
                date=found[1],
            )
