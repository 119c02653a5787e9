"""The key ``downloads`` of ``site.toml``, which an archive of the first format did not need."""

from __future__ import annotations

import tomllib
from typing import Final

from goftogu.exports import downloads
from goftogu.upgrading.lines import LineEdit

_KEY: Final = "downloads"


def edits(text: str, line: int) -> list[LineEdit]:
    """Return the edit by which an archive keeps all its downloads: without the key it would now have the usual ones.

    Args:
        text: Valid TOML.
        line: The line, from 1, before which a key of the whole archive may be written.
    """
    if _KEY in tomllib.loads(text):
        return []
    return [LineEdit(line, f'{_KEY} = ["{downloads.ALL}"]', new=True)]
