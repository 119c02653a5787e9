"""The folding of :mod:`goftogu.persian.folding` as data, for the script that folds what a reader searches for.

There is one table for two programs. The patterns are those of the Python module in the words of ECMAScript: without
looking back, which older phones cannot do, and with Unicode classes written out. A test in a browser compares the two.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from goftogu.persian import endings
from goftogu.persian.folding import COMPOUNDS, FOREIGN_LETTERS, LETTERS

_WORD: Final = r"\p{L}\p{N}_"
_COMPOUNDS: Final = COMPOUNDS.replace(r"\w", f"[{_WORD}]")
_BEFORE: Final = ((rf"([{_WORD}\u200c])ه(?:[\s\u200c]+ی)+(?![{_WORD}])", "$1ه"),)
"""What is replaced while the half-spaces are there."""

_AFTER: Final = (
    (r"\s+", " "),
    ("[ئو]+و", "و"),
    (r"((?![آاو])\p{L})ئ(?=[تل])", "$1ا"),
    ("ئ", "ی"),
    (rf"(^|[^{_WORD}])({_COMPOUNDS}) ?و ?", "$1$2"),
    (rf"([{_WORD}])آ", "$1ا"),
)
"""What is replaced when they are gone."""


def tables() -> Mapping[str, Any]:
    """Return what the script needs to fold a text, and to take endings off a word."""
    return {
        "letters": {chr(sign): chr(other) if isinstance(other, int) else "" for sign, other in LETTERS.items()},
        "foreign": {chr(sign): other for sign, other in FOREIGN_LETTERS.items()},
        "before": _BEFORE,
        "after": _AFTER,
        **endings.table(),
    }
