"""Names of machines. What opens addresses takes time to import, and few commands need it."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

LOCAL: Final = frozenset({"localhost", "127.0.0.1", "::1"})
"""Names of this machine."""

_MACHINE: Final = re.compile(r"(?:[^][@:]+|\[[0-9A-Fa-f:.]+])(?::\d+)?")
"""A name or number, and a port."""


def is_address(url: str) -> bool:
    """Tell whether an address names one machine, and a port that there is, if any.

    ``https://[::1`` names none; ``https://[::1].example.org`` names one to some programs and another to others.
    """
    try:
        parts = urlsplit(url)
        return bool(parts.hostname) and parts.port != 0 and _MACHINE.fullmatch(parts.netloc) is not None
    except ValueError:
        return False
