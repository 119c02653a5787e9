"""How much a host holds. The bound is that of GitHub Pages, which publishes at most 1 GB; other hosts have others."""

from __future__ import annotations

from typing import Final

from goftogu.locale.message import Message
from goftogu.problems import Problem, Problems

LIMIT: Final = 1_000_000_000
"""Bytes of a site that GitHub Pages publishes."""

NEAR: Final = 900_000_000
"""Bytes of a site from which on somebody should know that it will not fit for ever."""

_MEGABYTE: Final = 1_000_000


def check(folder: str, size: int, problems: Problems) -> None:
    """Warn of a site that GitHub Pages takes hardly any more, or not at all.

    Args:
        folder: What the folder of the site is called.
        size: How many bytes it has.
        problems: The warning is added.
    """
    if size > NEAR:
        message = Message(
            "the site has {size} MB, and GitHub Pages publishes {limit} MB",
            size=size // _MEGABYTE,
            limit=LIMIT // _MEGABYTE,
        )
        hint = Message("choose fewer downloads in site.toml; docs/publishing.md says what each of them weighs")
        problems.add(Problem.of_file(folder, "W014", message, hint))
