"""Reads interviews with their English, each only when it or the way it is read has changed.

The result is kept under a digest of all that it was made from: the bytes of the transcript and of its memory, the
archive's own spellings, and the program. Nothing with an error is kept; it is read again until it has none.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from goftogu.build import embargo
from goftogu.build.summaries import Summary, summary
from goftogu.build.workers import Shared, Workers
from goftogu.content import files, ignored
from goftogu.content.transcript_language import USUAL_LANGUAGES, SiteLanguages
from goftogu.conventions import stage_notes
from goftogu.edition import published_english
from goftogu.edition.site import Site
from goftogu.failures import doing
from goftogu.locale.message import Message
from goftogu.model import Interview, Language, StageNote
from goftogu.pages import plan
from goftogu.persian.orthography import layer
from goftogu.persian.orthography.layer import Orthography
from goftogu.problems import Problem, Problems
from goftogu.storage import cache as caches
from goftogu.storage import files as disk
from goftogu.storage import names, values
from goftogu.storage.cache import Cache
from goftogu.storage.fingerprints import Fingerprints
from goftogu.transcripts import read as transcript_read
from goftogu.transcripts.archive import CACHE, check_code_points, id_of
from goftogu.translation.memory import checks as memory_checks
from goftogu.translation.memory import missing_marks, store
from goftogu.translation.memory.entry import NOTHING, Translation

_TITLE: Final = Message("Reading")


@dataclass(frozen=True, slots=True)
class Body:
    """An interview with its text, and its English by paragraph."""

    interview: Interview
    english: dict[str, Translation]


class Spelling(NamedTuple):
    """How the reading layer spells words.

    Attributes:
        lexicon: Folder of the compiled lexicon, if this machine has it.
        words: The archive's own words and their spellings.
        keep: Words that stay as they are.
        join_blanks: Read half-spaces that were typed as blanks.
        stage: The archive's own stage notes.
        languages: What the archive says of languages.
    """

    lexicon: str
    words: tuple[tuple[str, str], ...]
    keep: tuple[str, ...]
    join_blanks: bool
    stage: tuple[StageNote, ...] = ()
    languages: SiteLanguages = USUAL_LANGUAGES


class ReadInput(NamedTuple):
    """The bytes of a transcript, and those of its memory when there is one."""

    path: str
    data: bytes
    memory: bytes | None


class ReadResult(NamedTuple):
    """The result of reading a transcript: its path, its summary when it can be used, its text, and what is wrong."""

    path: str
    summary: Summary | None
    body: bytes
    problems: list[Problem]


class InterviewReader:
    """Reads the interviews of a project."""

    def __init__(self, root: Path, cache: Cache, fingerprints: Fingerprints, site: Site) -> None:
        """Prepare to read.

        Args:
            root: The project's folder.
            cache: Holds what is known.
            fingerprints: Of the project's files.
            site: Has the archive's own spellings, and says whether blanks are joined.
        """
        self._root = root
        self._cache = cache
        self._fingerprints = fingerprints
        self._spelling = spelling(root, site)
        self._ignored = ignored.matcher(site.config.ignore)
        self._translated = site.config.translated
        self._persian = store.names(root, Language.FA) if self._translated else frozenset()
        self._names: dict[str, str] = {}
        self._paths: dict[str, str] = {}
        self._sound: set[str] = set()

    def read(self, workers: Workers, problems: Problems) -> list[Summary]:
        """Return the summary of each interview that can be read, and add what is wrong to the problems."""
        paths = files.transcripts(self._root, self._ignored, problems)
        known = {path: self._known(path) for path in paths}
        known.update(self._read(workers, [path for path, held in known.items() if held is None], problems))
        summaries = [held for held in known.values() if held is not None]
        for held in summaries:
            problems.extend([embargo.problem(held)] if held.kept_back else held.problems)
            self._paths[held.id] = held.path
        return summaries

    def name(self, interview: str) -> str:
        """Return the name of an interview's entry in the cache: a digest of all that it was made from."""
        return self._names[self._paths[interview]]

    def body(self, interview: str) -> bytes:
        """Return an interview with its text, encoded; it is read again if it was lost."""
        path, name = self._paths[interview], self.name(interview)
        data = self._cache.get(f"{name}.body")
        if data is None or (name not in self._sound and values.decode(data, Body) is None):
            data = next(read_interview(self._spelling, given).body for given in self._texts([path], Problems()))
            self._cache.put(f"{name}.body", data)
        self._sound.add(name)
        return data

    def again(self, interview: str) -> ReadResult | None:
        """Read an interview from its files as they are now, and keep nothing; ``None`` when they cannot be read."""
        given = next(self._texts([self._paths[interview]], Problems()), None)
        return read_interview(self._spelling, given) if given is not None else None

    def interview(self, name: str) -> Interview:
        """Return an interview with its text."""
        body = values.decode(self.body(name), Body)
        assert body is not None  # noqa: S101  body() has seen to it
        return body.interview

    def _known(self, path: str) -> Summary | None:
        memory = self._fingerprints.first(self._memory(path)) if self._translated else ""
        digests = self._fingerprints.first(path), memory
        return self._cache.take(f"{self._named(path, *digests)}.summary", Summary)

    def _memory(self, path: str) -> str:
        """Return the path of the memory of a transcript, whose language is not known before it is read."""
        name = id_of(path)
        return store.path_of(name, Language.FA if name in self._persian else Language.EN)

    def _named(self, path: str, data: str, memory: str) -> str:
        name = self._names[path] = caches.key("read", repr(self._spelling[1:]), path, data, memory)
        self._cache.spare(name)
        return name

    def _read(self, workers: Workers, paths: list[str], problems: Problems) -> dict[str, Summary]:
        """Read transcripts, and keep what was found."""
        shared = Shared(self._spelling, values.digest(self._spelling))
        list(workers.map(_TITLE, prepare, shared, paths[:1], len(paths)))
        summaries = {}
        for found in workers.map(_TITLE, read_interview, shared, self._texts(paths, problems), len(paths)):
            if found.summary is None:
                problems.extend(found.problems)
            else:
                summaries[found.path] = found.summary
                self._keep(found, found.summary)
        return summaries

    def _keep(self, found: ReadResult, made: Summary) -> None:
        name = self._names[found.path]
        self._sound.add(name)
        self._cache.put(f"{name}.body", found.body)
        if not Problems(found.problems).has_errors():
            self._cache.keep(f"{name}.summary", made)

    def _texts(self, paths: Iterable[str], problems: Problems) -> Iterator[ReadInput]:
        """Yield the bytes of transcripts and memories. What is kept is named after the very bytes that were read."""
        for path in paths:
            own = self._memory(path)
            there = self._translated and bool(disk.mode(str(self._root / names.spelled(self._root, own))))
            data = files.data(self._root, path, problems, files.LARGEST)
            memory = files.data(self._root, own, problems, files.LARGEST) if there else None
            if data is not None and (memory is not None or not there):
                self._named(path, _digest(data), _digest(memory))
                yield ReadInput(path, data, memory)


def spelling(root: Path, site: Site) -> Spelling:
    """Return how the reading layer of a project spells words.

    Args:
        root: The project's folder.
        site: Has the archive's own spellings, and says whether blanks are joined.
    """
    own, config = site.vocabulary.orthography, site.config
    folder = str((root / CACHE).resolve())
    words, keep = tuple(sorted(own.words.items())), tuple(sorted(own.keep))
    return Spelling(folder, words, keep, config.join_blanks, config.stage_notes, config.spoken)


def prepare(spelling: Spelling, _: str) -> None:
    """Compile the lexicon, so that other processes find it in the cache; all at once they would all compile it."""
    _layer(spelling)


def read_interview(spelling: Spelling, given: ReadInput) -> ReadResult:
    """Read one interview.

    Args:
        spelling: How the reading layer spells words.
        given: The bytes of its files.
    """
    with doing(given.path):
        return _read(spelling, given)


def transcript(spelling: Spelling, path: str, data: bytes, problems: Problems) -> Interview | None:
    """Read one transcript, without its translation.

    Args:
        spelling: How the reading layer spells words.
        path: The transcript.
        data: Its bytes.
        problems: What is wrong is added.
    """
    source = files.decoded(path, data, problems)
    if source is None:
        return None
    reader, stage = _layer(spelling).reader(source.text), _stage(spelling.stage)
    interview = transcript_read.read_transcript(source, reader, problems, spelling.languages, stage)
    if interview is None or interview.original is Language.FA:
        check_code_points(source, _layer(spelling), problems, interview)
    return interview


def _read(spelling: Spelling, given: ReadInput) -> ReadResult:
    problems = Problems()
    interview = transcript(spelling, given.path, given.data, problems)
    if interview is None:
        return ReadResult(given.path, None, b"", list(problems))
    plan.check_links(interview, problems)
    memory_checks.check_language(interview, spelling.languages, problems)
    held = _english(interview, given, problems) if len(spelling.languages.offered) > 1 else {}
    return ReadResult(
        given.path, summary(interview, held, problems), values.encode(Body(interview, held)), list(problems)
    )


def _english(interview: Interview, given: ReadInput, problems: Problems) -> dict[str, Translation]:
    english = store.own(interview, given.memory, problems)
    path = store.path_of(interview.id, interview.original.other)
    missing_marks.check(interview, path, english or {}, problems)
    texts = [found.text for found in (english or {}).values()]
    plan.check_translated_links(path, (given.memory or b"").decode("utf-8", "replace"), texts, problems)
    return published_english.publishable(
        interview, english or dict.fromkeys((unit.id for unit in interview.units()), NOTHING)
    )


@lru_cache(maxsize=2)
def _stage(own: tuple[StageNote, ...]) -> Mapping[str, StageNote]:
    return stage_notes.table(own) if own else stage_notes.USUAL


@lru_cache(maxsize=2)
def _layer(spelling: Spelling) -> Orthography:
    folder = Path(spelling.lexicon)
    known = folder if folder.parent.is_dir() else None
    return layer.load(known, dict(spelling.words), spelling.keep, join=spelling.join_blanks)


def _digest(data: bytes | None) -> str:
    return "" if data is None else hashlib.sha256(data).hexdigest()
