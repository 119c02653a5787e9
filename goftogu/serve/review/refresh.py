"""Keeps the list in step with the files: looks at what has changed, in the background, and tells the windows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from threading import Event as Signal
from typing import Final

from goftogu import failures, terminal
from goftogu.build import read
from goftogu.build.workers import Shared, Workers
from goftogu.locale.message import Message
from goftogu.model import Language
from goftogu.problems import Problems
from goftogu.serve.review.archive import ReviewArchive
from goftogu.serve.review.desk import Desk
from goftogu.serve.review.news import Event, News
from goftogu.serve.review.queue import Queue
from goftogu.serve.review.rows import Looked, look, of_desk
from goftogu.storage import cache as caches
from goftogu.storage.cache import Cache
from goftogu.storage.fingerprints import Fingerprints
from goftogu.transcripts.archive import CACHE
from goftogu.translation.memory import store

FOLDER: Final = Path(CACHE) / "review"
_PORTION: Final = 20
"""How many interviews are written into the list at once."""


class Refresher:
    """Brings the list up to date again and again.

    Attributes:
        archive: The archive as it was read last.
        queue: The list.
        news: Where it is told.
    """

    def __init__(self, root: Path, jobs: int) -> None:
        """Prepare; nothing is looked at yet.

        Args:
            root: The project's folder.
            jobs: How many processes may work; 0 for one for each processor.
        """
        self._jobs = jobs
        self._wanted = Signal()
        self._ended = False
        self.archive = ReviewArchive(root)
        self.queue = Queue(root / FOLDER)
        self.news = News()

    def wake(self) -> None:
        """Let it look again."""
        self._wanted.set()

    def end(self) -> None:
        """Let it end, and everybody who waits for news."""
        self._ended = True
        self.news.end()
        self._wanted.set()

    def run(self) -> None:
        """Look whenever it is woken, until the end; a failure is told, and the next time may go better."""
        while self._wanted.wait() and not self._ended:
            self._wanted.clear()
            try:
                self.refresh()
            except Exception as error:  # noqa: BLE001  the workbench stays
                terminal.show_problems([failures.problem(error)])
                failures.show_traceback(error)

    def refresh(self) -> None:
        """Look at every interview that has changed since it was looked at, and tell it."""
        archive = ReviewArchive(self.archive.root)
        if archive.digest != self.archive.digest:
            self.archive = archive
        wanted = self._digests()
        known = self.queue.digests()
        gone = known.keys() - wanted.keys()
        self.queue.forget(gone)
        for name in sorted(gone):
            self.news.tell(Event("gone", name))
        self._look({name: digest for name, digest in wanted.items() if known.get(name) != digest})

    def saved(self, desk: Desk) -> None:
        """List an interview as it was saved here, unless its transcript has changed since: then look again, later."""
        archive, name, path = self.archive, desk.interview.id, desk.interview.path
        with Cache(None) as cache:
            digest = _digest(archive, Fingerprints(cache, archive.root), name, path)
        if archive.interview(name, Problems()) is desk.interview:
            self._put([(name, digest, of_desk(desk, archive.shared, path))])
        else:
            self.wake()

    def _digests(self) -> dict[str, str]:
        """Return a digest of all that is looked at in each interview, by its id."""
        archive = self.archive
        with Cache(archive.root / FOLDER) as cache:
            known = Fingerprints(cache, archive.root)
            found = {name: _digest(archive, known, name, path) for name, path in archive.paths().items()}
            known.save()
        return found

    def _look(self, changed: Mapping[str, str]) -> None:
        """Look at some interviews, a portion at a time."""
        names = list(changed)
        with Workers(self._jobs) as workers:
            for start in range(0, len(names), _PORTION):
                if self._ended:
                    return
                part = names[start : start + _PORTION]
                found = self._looked(workers, part, len(names))
                self._put((name, changed[name], looked) for name, looked in found.items())
                if len(names) > _PORTION:
                    self.news.tell(Event("progress", done=start + len(part), total=len(names)))

    def _looked(self, workers: Workers, names: Iterable[str], total: int) -> dict[str, Looked]:
        paths = self.archive.paths()
        known = {name: paths[name] for name in names if name in paths}
        shared = Shared(self.archive.shared, self.archive.digest)
        if total > _PORTION:
            read.prepare(self.archive.shared.spelling, "")
        results = workers.map(Message("Looking at the interviews"), look, shared, known.values(), total)
        return dict(zip(known, results, strict=True))

    def _put(self, found: Iterable[tuple[str, str, Looked]]) -> None:
        held = list(found)
        self.queue.put(held)
        for name, *_ in held:
            self.news.tell(Event("changed", name))


def _digest(archive: ReviewArchive, known: Fingerprints, name: str, path: str) -> str:
    """Return a digest of all that is looked at in an interview: its files, and what an archive says of all."""
    memories = (known.digest(store.path_of(name, language)) for language in Language)
    return caches.key("review", archive.digest, path, known.digest(path), *memories)
