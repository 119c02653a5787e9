"""The key ``format`` of ``site.toml``."""

from __future__ import annotations

import re
import tomllib
from typing import Final

from goftogu.content import toml
from goftogu.upgrading.lines import Edit

_KEY: Final = "format"
_NUMBER: Final = re.compile(r"\d+")


def of(text: str) -> int:
    """Return the format of an archive; the first one where ``site.toml`` does not say it.

    Args:
        text: Valid TOML.
    """
    found = tomllib.loads(text).get(_KEY, 1)
    return found if isinstance(found, int) else 1


def edit(text: str, number: int) -> Edit:
    """Return the edit by which ``site.toml`` says a format.

    The key comes above all others: below the comments at the top of the file, if a blank line separates them from what
    follows.

    Args:
        text: Valid TOML, with newlines as line ends.
        number: The format.
    """
    lines = text.split("\n")
    if _KEY in tomllib.loads(text):
        line, column = toml.positions(text)((_KEY,))
        before, after = lines[line - 1][: column - 1], lines[line - 1][column - 1 :]
        return Edit(line, before + _NUMBER.sub(str(number), after, count=1))
    return Edit(_below_comments(lines), f"{_KEY} = {number}", new=True)


def _below_comments(lines: list[str]) -> int:
    """Return the line, from 1, before which the first key may be written."""
    count = next((at for at, line in enumerate(lines) if not line.lstrip().startswith("#")), 0)
    return count + 2 if count and not lines[count].strip() else 1
