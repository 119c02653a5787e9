"""What the server shows of an edit before the build is done that finds out what else has changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from goftogu.build.pipeline import PagesOf
from goftogu.serve.reload import Preview


class EditPreview:
    """Shows the pages of the interviews under edit as soon as they can be made.

    What is needed for that comes from the last build. As long as no build had anything to do, an edit waits until the
    build under way has read the archive.
    """

    def __init__(self) -> None:
        """Begin without knowing anything."""
        self._pages: PagesOf | None = None
        self._changed: Collection[Path] = ()
        self._show: Preview = _nowhere

    def begin(self, show: Preview, changed: Iterable[Path]) -> None:
        """Show what is under edit, if enough is known.

        Args:
            show: Takes pages, by path.
            changed: The files that have changed.
        """
        self._show, self._changed = show, tuple(changed)
        self._run()

    def learn(self, pages: PagesOf) -> None:
        """Take what makes pages from now on; an edit that has waited for it is shown."""
        waited, self._pages = self._pages is None, pages
        if waited:
            self._run()

    def _run(self) -> None:
        if self._pages is not None and self._changed and (files := self._pages(self._changed)):
            self._show(files)


def _nowhere(_: Mapping[str, bytes]) -> None:
    """Show nothing: no build has begun."""
