"""The work of ``translate``: of all interviews, only those are opened that have changed, or that an engine can help.

They are opened in groups, so that an archive of any size needs the same memory. What the rest has to give for Persian
that lacks English is known from the :mod:`survey <goftogu.translation.memory.survey>`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from goftogu.model import Interview
from goftogu.problems import Problems
from goftogu.storage.cache import Cache
from goftogu.transcripts.archive import ArchiveReader, id_of
from goftogu.translation.engine import terminology
from goftogu.translation.engine.fill import Job
from goftogu.translation.memory import store, survey
from goftogu.translation.memory.entry import State
from goftogu.translation.memory.store import MemoryUse, Outcome, Request
from goftogu.translation.memory.survey import Standing, Survey

MOST: Final = 10_000
"""Paragraphs that are held at once, if a single interview has no more."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What is to be translated.

    Attributes:
        paths: The transcripts.
        is_whole: Whether those are all of the archive.
        is_strict: Whether a warning stops the work, too.
    """

    paths: Sequence[str]
    is_whole: bool
    is_strict: bool


def translate(
    root: Path, reader: ArchiveReader, selection: Selection, request: Request, problems: Problems
) -> Outcome | None:
    """Fill the gaps of memories and write them, in step with their interviews.

    An engine that cannot be had, or that gave up, is asked for no more in the same run: the memories are only written.
    After an error that leaves work undone, as of a full disk, what has not been opened yet waits for the next run.

    Args:
        root: The project's folder.
        reader: Reads its transcripts.
        selection: What is to be translated.
        request: How.
        problems: What is wrong is added.

    Returns:
        What was done, without the English itself; ``None`` when transcripts have errors, so that nothing was done.
    """
    with Cache(root / survey.FOLDER) as cache:
        work = _Work(root, reader, Survey(root, cache), selection, request)
        outcome = work.do(problems)
        work.survey.save(whole=selection.is_whole)
    return outcome


class _Work:
    def __init__(
        self, root: Path, reader: ArchiveReader, known: Survey, selection: Selection, request: Request
    ) -> None:
        self.survey = known
        self._root, self._reader, self._selection, self._request = root, reader, selection, request
        self._terms = terminology.settled(reader.vocabulary)
        self._read: dict[str, Interview] = {}

    def do(self, problems: Problems) -> Outcome | None:
        """Look at every interview, open those that need it, and add up what all are like."""
        total, opened, strict = Outcome(), [], self._selection.is_strict
        for path in self._selection.paths:
            found = None if strict else self.survey.standing(path)  # which has no warnings
            if found is None or found.has_work(refresh=self._request.refresh):
                opened.append(path)
            else:
                _add(total, found)
        for path in opened:
            if strict or self.survey.standing(path) is None:
                self._interview(path, problems)
        if problems.has_errors(strict=strict):
            return None
        for group in self._groups(opened, problems):
            self._translate(group, total, problems)
            if total.unfinished and problems.has_errors():
                break
        return total

    def _interview(self, path: str, problems: Problems) -> Interview | None:
        """Read an interview; a few of those that were read are kept."""
        if path in self._read:
            return self._read.pop(path)
        source = self._reader.source(path, problems)
        found = None if source is None else self._reader.interview(source, problems)
        if found is not None and len(self._read) * 100 < MOST:
            self._read[path] = found
        return found

    def _groups(self, paths: Sequence[str], problems: Problems) -> Iterator[dict[str, Interview]]:
        group: dict[str, Interview] = {}
        size = 0
        for path in paths:
            found = self._interview(path, problems)
            self._read.pop(path, None)
            if found is not None:
                group[path] = found
                size += sum(1 for _ in found.units())
            if size >= MOST:
                yield group
                group, size = {}, 0
        if group:
            yield group

    def _translate(self, group: Mapping[str, Interview], total: Outcome, problems: Problems) -> None:
        with_donors = dict(sorted({**group, **self._donors(group, problems)}.items()))
        request = replace(self._request, use=MemoryUse.SYNC) if total.stopped else self._request
        found = store.update(self._root, with_donors.values(), self._reader.vocabulary, problems, request)
        total.origin = total.origin or found.origin
        total.unfinished |= found.unfinished
        total.stopped |= found.stopped
        total.reopened += found.reopened
        total.others += found.others
        jobs = {job.memory.name: job for job in found.jobs}
        for path in with_donors:
            job = jobs.get(id_of(path))
            if job is None:
                continue
            standing = survey.standing_of(job, self._terms)
            self.survey.note(path, standing)
            if path in group:
                _add(total, standing)

    def _donors(self, group: Mapping[str, Interview], problems: Problems) -> dict[str, Interview]:
        """Return the interviews that have English for Persian of a group that lacks it."""
        gaps = {gap for path, interview in group.items() for gap in self._gaps(path, interview)}
        others = [path for path in self._reader.paths(Problems()) if path not in group]
        found = {path: self._interview(path, problems) for path in self.survey.donors(others, gaps)}
        self._read.clear()
        return {path: interview for path, interview in found.items() if interview is not None}

    def _gaps(self, path: str, interview: Interview) -> Iterator[bytes]:
        known = self.survey.standing(path)
        if known is not None:
            yield from survey.split(known.gaps)
            return
        for item, memory in store.read_memories(self._root, [interview], Problems()):
            job = Job(memory, store.units(item))
            memory.merge(job.units)
            yield from survey.gaps_of(job)


def _add(total: Outcome, standing: Standing) -> None:
    for state, count in standing.states.items():
        total.states[State(state)] += count
    total.lacking += standing.lacking
