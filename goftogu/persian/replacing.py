"""Replaces single characters of a text, quickly where few of them change.

:meth:`str.translate` looks up every character of a Persian text in its table, which takes long. A pattern finds those
that are in the table, and most texts have few.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial


def replacer(table: Mapping[int, str | int | None]) -> Callable[[str], str]:
    """Return a function that does what :meth:`str.translate` does with a table.

    Args:
        table: From :meth:`str.maketrans`; not empty.
    """
    strings = {chr(point): _string(replacement) for point, replacement in table.items()}
    pattern = re.compile(f"[{re.escape(''.join(strings))}]")
    return partial(pattern.sub, lambda found: strings[found[0]])


def _string(replacement: str | int | None) -> str:
    if replacement is None:
        return ""
    return chr(replacement) if isinstance(replacement, int) else replacement
