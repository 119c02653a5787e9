"""What the server shows of an edit before the build is done that finds out what else has changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path

from goftogu.build.pipeline import PagesOf
from goftogu.serve.reload import Preview


class EditPreview:
    """Shows the pages of the interviews under edit as soon as they can be made.

    What is needed for that comes from the last build, or from a look at the archive while nobody edits. An edit before
    either waits until the build under way has read the archive.
    """

    def __init__(self) -> None:
        """Begin without knowing anything."""
        self._pages: PagesOf | None = None
        self._changed: Collection[Path] = ()
        self._show: Preview = _nowhere
        self._rested = False

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

    def rest(self, read: Callable[[], object]) -> None:
        """Let the archive be read if nothing is known of it; it is tried once.

        Args:
            read: Reads it, and lets :meth:`learn` know.
        """
        if self._pages is None and not self._rested:
            self._rested = True
            read()

    def _run(self) -> None:
        if self._pages is not None and self._changed and (files := self._pages(self._changed)):
            self._show(files)


def _nowhere(_: Mapping[str, bytes]) -> None:
    """Show nothing: no build has begun."""
