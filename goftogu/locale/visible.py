"""What is printed shows every character of it: none moves the cursor, begins a line, or speaks to a runner."""

from __future__ import annotations

import re
from typing import Final

_HIDDEN: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e]")
_COMMAND: Final = re.compile(r"^(\s*)(::|##\[)")
_NAMED: Final = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}


def visible(text: str, kept: str = "") -> str:
    r"""Return a text as one line in which control characters and overrides of the direction are written out.

    Args:
        text: What is to be printed.
        kept: Characters that stay as they are.

    Example:
        >>> visible("a\x1b[31m\n::error::b"), visible("::error::b")
        ('a\\x1b[31m\\n::error::b', '\\::error::b')
    """
    shown = _HIDDEN.sub(lambda found: found[0] if found[0] in kept else _written(found[0]), text)
    return _COMMAND.sub(r"\1\\\2", shown)


def _written(character: str) -> str:
    number = ord(character)
    return _NAMED.get(character) or (f"\\x{number:02x}" if number <= 0xFF else f"\\u{number:04x}")  # noqa: PLR2004
