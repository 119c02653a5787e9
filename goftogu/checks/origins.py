"""Finds where a faulty link of a page was written: file, line and column in ``content/``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from goftogu import urls
from goftogu.checks import links
from goftogu.content import files
from goftogu.model import Language
from goftogu.problems import Problems, SourcePlace, line_and_column

SHARED: Final = tuple(f"content/{name}.toml" for name in ("topics", "people", "places", "series", "glossary", "site"))
"""Files that any page may show something of; they are searched after its own."""

_LINK: Final = re.compile(r"\]\(\s*<?([^)\s>]*)|\]:\s*<?([^\s>]+)|<((?:https?|mailto):[^\s>]+)>")
"""The links of Markdown: in place, by reference, and by themselves."""


class Origins:
    """Finds out where the links of pages were written."""

    def __init__(self, root: Path, base: str, pages: Mapping[str, Sequence[str]]) -> None:
        """Prepare to search.

        Args:
            root: The project's folder.
            base: Full address of the site, or empty.
            pages: The files that a page is made of, by the path of the page.
        """
        self._root = root
        self._base = f"{base.rstrip('/')}/" if base else ""
        self._pages = pages

    def place(self, page: str, subject: str) -> SourcePlace | None:
        """Return where the link that a problem is about was written.

        Args:
            page: Path of the page.
            subject: The link as it was written, empty when it has no address, or the file that it leads to with its
                fragment.
        """
        for path in (*self._pages.get(page, ()), *SHARED):
            source = files.text(self._root / path, Problems(), self._root)
            for found in _LINK.finditer(source.text) if source else ():
                link = next(filter(None, found.groups()), "")
                if subject == link or (subject and link and subject == links.target(page, link, self._base)):
                    return SourcePlace(
                        path, *line_and_column(source.text if source else "", found.start(found.lastindex or 0))
                    )
        return None


def of_interview(name: str, paths: Sequence[str]) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield the pages of an interview with the files that they are made of."""
    for view in (*Language, *urls.PARALLEL):
        yield urls.interview(view, name), paths
