"""The key ``format`` of ``site.toml``."""

from __future__ import annotations

import re
import tomllib
from typing import Final

from goftogu.content import toml
from goftogu.upgrading.lines import LineEdit

_KEY: Final = "format"
_NUMBER: Final = re.compile(r"\d+")


def of(text: str) -> int:
    """Return the format of an archive; the first one where ``site.toml`` does not say it.

    Args:
        text: Valid TOML.
    """
    found = tomllib.loads(text).get(_KEY, 1)
    return found if isinstance(found, int) else 1


def edits(text: str, number: int) -> list[LineEdit]:
    """Return the edits by which ``site.toml`` says a format, that of its line first.

    The key comes above all others: below the comments at the top of the file, if a blank line separates them from what
    follows. A blank line keeps it apart from further comments.

    Args:
        text: Valid TOML, with newlines as line ends.
        number: The format.
    """
    lines = text.split("\n")
    if _KEY in tomllib.loads(text):
        line, column = toml.positions(text, "")((_KEY,))
        before, after = lines[line - 1][: column - 1], lines[line - 1][column - 1 :]
        return [LineEdit(line, before + _NUMBER.sub(str(number), after, count=1))]
    line = _below_comments(lines)
    key = LineEdit(line, f"{_KEY} = {number}", new=True)
    return [key, LineEdit(line, "", new=True)] if lines[line - 1 :][:1] and lines[line - 1].startswith("#") else [key]


def _below_comments(lines: list[str]) -> int:
    """Return the line, from 1, before which the first key may be written."""
    count = next((at for at, line in enumerate(lines) if not line.lstrip().startswith("#")), 0)
    return count + 2 if count and not lines[count].strip() else 1
