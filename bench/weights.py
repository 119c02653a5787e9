"""Weighs a built site: ``python -m bench.weights OUTPUT`` shows what an interview adds to it, by kind of file.

The figures are kilobytes of files, as a host counts them, for each interview of the site. What an archive has once
(style sheet, scripts, its front pages) is shared by all of them, so a small archive weighs more for each.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from goftogu import urls
from goftogu.checks import permalinks
from goftogu.exports.downloads import DOWNLOADS, TRANSCRIPT

_PAGES: Final = re.compile(r"(?:fa|en|both|both-en)/(?P<id>[^/]+)\.html")
_REST: Final = "everything else"


def kinds(output: Path) -> Counter[str]:
    """Return the bytes of a built site by kind of file: a word of ``downloads``, ``pages``, ``search`` and so on.

    Args:
        output: Its folder.
    """
    ids = frozenset(json.loads((output / permalinks.IDS).read_bytes()))
    found: Counter[str] = Counter()
    for file in output.rglob("*"):
        if file.is_file() and not file.is_symlink():
            found[kind_of(file.relative_to(output).as_posix(), ids)] += file.stat().st_size
    return found


def kind_of(path: str, ids: frozenset[str]) -> str:
    """Return the kind of a file.

    Args:
        path: From the folder of the site, with ``/``.
        ids: Those of the interviews.
    """
    if (page := _PAGES.fullmatch(path)) and page["id"] in ids:
        return "pages"
    for download in DOWNLOADS:
        name = download.name or ("transcript" if download == TRANSCRIPT else "received")
        if download.whole and path == urls.archive_data(download.ending):
            return name
        if not download.whole and path in {urls.data(found, download.ending) for found in _named(path, ids)}:
            return name
    folder = path.split("/")[1:2]
    return "search" if folder == ["search"] else "lists" if path.startswith(("fa/", "en/")) else _REST


def _named(path: str, ids: frozenset[str]) -> Iterator[str]:
    """Yield the interviews to which a file of the data may belong: an id may have dots, and so has an ending."""
    words = path.rpartition("/")[2].split(".")
    return (name for end in range(1, len(words)) if (name := ".".join(words[:end])) in ids)


def table(found: Counter[str], interviews: int) -> Iterator[str]:
    """Yield the lines of the table, the heaviest kind first, and their sum.

    Args:
        found: From :func:`kinds`.
        interviews: How many there are.
    """
    for name, size in (*found.most_common(), ("all", found.total())):
        yield f"{name:16}{size / interviews / 1000:8.1f} kB"


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    count = len(json.loads((folder / permalinks.IDS).read_bytes()))
    print(*table(kinds(folder), count), sep="\n")
