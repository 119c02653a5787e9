"""JSON as a text that people can read, too: the exports that are one document are written here."""

from __future__ import annotations

import json


def dump(value: object) -> bytes:
    """Return a document in UTF-8, with letters as they are and a line for each value."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
