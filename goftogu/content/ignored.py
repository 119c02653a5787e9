"""What an archive keeps in its folders beside what Goftogu reads: ``ignore`` in ``site.toml``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fnmatch import fnmatchcase
from itertools import accumulate
from pathlib import Path

from goftogu.content import settings
from goftogu.problems import Problems


def matcher(patterns: Iterable[str]) -> Callable[[str], bool]:
    """Return what tells whether a path is to be left alone.

    Args:
        patterns: Paths (``content/notes``) or names (``*.bak``), also with ``*`` and ``?``.
    """
    kept = [pattern.removesuffix("/") for pattern in patterns]
    if not kept:
        return lambda _: False

    def matches(path: str) -> bool:
        steps = path.split("/")
        above = accumulate(steps, "{}/{}".format)
        return any(fnmatchcase(name, pattern) for pattern in kept for name in (*steps, *above))

    return matches


def of_archive(root: Path) -> Callable[[str], bool]:
    """Return what tells whether an archive wants a path to be left alone.

    Args:
        root: Its folder; what is wrong with its settings is told elsewhere.
    """
    return matcher(settings.of_archive(root, Problems()).ignore)
