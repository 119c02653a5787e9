"""Values that several tests begin with."""

from __future__ import annotations

from goftogu.model import Source


def source(name: str, text: str) -> Source:
    """A file of ``content/`` with the given text."""
    return Source(f"content/{name}", text.encode(), text)
