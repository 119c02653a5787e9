r"""Text from outside is text: its stars, brackets and backslashes mean themselves in our Markdown.

Only what the reader of our Markdown would take for a mark gets a backslash: ``*``, ``_`` at the edge of a word, a
backslash before a sign, ``](`` of a link, ``[^`` of a note and ``{:`` of an attribute list.
"""

from __future__ import annotations

import re
from typing import Final

_SIGN: Final = re.compile(r"\\(?=[\\`*_{}\[\]()>#+.!:-]|\Z)|\*|(?<!\w)_|_(?!\w)|(?<=\])\(|\[(?=\^)|\{(?=:)")


def escape(text: str) -> str:
    """Return a plain text as our Markdown has it; :func:`goftogu.markup.bare` gives it back."""
    return _SIGN.sub(r"\\\g<0>", text)
