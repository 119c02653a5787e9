"""The names of this machine. What opens addresses takes time to import, and few commands need it."""

from __future__ import annotations

from typing import Final

LOCAL: Final = frozenset({"localhost", "127.0.0.1", "::1"})
"""Names of this machine."""
