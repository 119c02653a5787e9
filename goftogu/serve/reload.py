"""The site as the server shows it between builds and during one; pages wait here for changes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from threading import Condition
from typing import Final, NamedTuple, Protocol
from urllib.parse import unquote, urlsplit

from goftogu.content import settings
from goftogu.problems import Problem, Problems, Severity
from goftogu.storage.staging import Result

_HEARTBEAT: Final = 10.0
"""Seconds after which a waiting page gets an empty message; this reveals which pages are gone."""

_ASSETS: Final = "static/"
"""Where the style sheets and scripts are that pages share."""

Preview = Callable[[Mapping[str, bytes]], None]
"""Takes pages that are made while the rest of the site is not, by path."""


class BuildOutcome(Protocol):
    """What the server needs to know of a build."""

    @property
    def problems(self) -> Problems:
        """All problems."""

    @property
    def result(self) -> Result | None:
        """What was published; ``None`` when nothing was."""


Build = Callable[[Preview, Iterable[Path]], BuildOutcome]
"""Builds the site after some files have changed."""


class ServerWork(NamedTuple):
    """What is done while the server runs.

    Attributes:
        build: Builds the site and shows its problems; it shows us pages before the site is published.
        rest: Does something when a second has passed without a change.
    """

    build: Build
    rest: Callable[[], object] = bool


class LiveSite:
    """The site between two builds; pages wait here for the next one.

    Attributes:
        base: Path under which the site is served, with ``/`` at both ends.
        version: Counts the builds that changed something.
        faults: Why the last build published nothing.
    """

    def __init__(self, root: Path, output: Path, url: str) -> None:
        """Begin with what the last build left.

        Args:
            root: The project's folder.
            output: The folder of the site.
            url: Address of the site, in place of that of ``site.toml``.
        """
        self.base = "/"
        self.version = 0
        self.faults: tuple[Problem, ...] = ()
        self._root = root
        self._url = url
        self._output = output.resolve()
        self._changed = Condition()
        self._closed = False
        self._shown: dict[str, bytes] = {}
        self._since: dict[str, int] = {}
        self._whole = 0

    def take(self, report: BuildOutcome) -> None:
        """Take the report of a build, and wake the pages that have changed, or all when that is what changed.

        What was shown before and is published as it was wakes nobody again.
        """
        failed = report.result is None or report.problems.has_errors()
        grave = [problem for problem in report.problems if problem.severity is not Severity.NOTE]
        faults = tuple(sorted(set(grave))) if failed else ()
        changed = {*report.result.written, *report.result.removed} if report.result else set()
        with self._changed:
            self.base = _base(self._url or settings.of_archive(self._root, Problems()).url)
            published = {path for path, data in self._shown.items() if data == self._published(path)}
            changed = (changed | self._shown.keys()) - published
            whole = faults != self.faults or not self.version or any(path.startswith(_ASSETS) for path in changed)
            self._shown.clear()
            self.faults = faults
            self._tell(changed, whole=whole)

    def show(self, files: Mapping[str, bytes]) -> None:
        """Show pages of a build before it is done, and wake who waits for one of them; faults hide them until it is."""
        with self._changed:
            changed = {path for path, data in files.items() if data != self._shown.get(path, self._published(path))}
            self._shown.update(files)
            self._tell(changed if not self.faults else ())

    def _tell(self, changed: Collection[str], *, whole: bool = False) -> None:
        if changed or whole:
            self.version += 1
            self._since.update(dict.fromkeys(changed, self.version))
            self._whole = self.version if whole else self._whole
            self._changed.notify_all()

    def wait(self, after: str, page: str) -> bool | None:
        """Wait until a page is another one than in the version ``after``.

        Args:
            after: The version in which a browser has the page.
            page: Its path.

        Returns:
            True when it is, ``None`` when nothing has happened for a while, False when the server ends.
        """
        with self._changed:
            if self._changed.wait_for(lambda: self._closed or self._is_new(after, page), _HEARTBEAT):
                return not self._closed
        return None

    def _is_new(self, after: str, page: str) -> bool:
        """Tell whether a page has changed since a version; one of an earlier server is not known."""
        known = after.isdecimal() and int(after) <= self.version
        return not known or max(self._whole, self._since.get(page, 0)) > int(after)

    def _published(self, path: str) -> bytes | None:
        file = self.find(path)
        return file.read_bytes() if file and file.is_file() else None

    def close(self) -> None:
        """Send the waiting pages away."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def shown(self, path: str) -> bytes | None:
        """Return a page of a build that is not done; ``None`` when the published one is the newest."""
        return self._shown.get(path)

    def find(self, path: str) -> Path | None:
        """Return the file or the folder at a path of the site; ``None`` when there is none inside of it."""
        with suppress(OSError, ValueError):
            file = (self._output / path).resolve(strict=True)
            return file if file.is_relative_to(self._output) else None
        return None


def _base(url: str) -> str:
    return unquote(urlsplit(url).path) or "/"
