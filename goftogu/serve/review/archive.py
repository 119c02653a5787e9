"""The archive as the workbench reads it: one interview at a time, with its translation as its PO file has it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final

from goftogu.build import read
from goftogu.build.read import Spelling
from goftogu.content import files, ignored
from goftogu.content import settings as content_settings
from goftogu.content.vocabulary import Vocabulary
from goftogu.edition.site import Site
from goftogu.index.indexing import Indexer
from goftogu.model import Interview
from goftogu.problems import Problems
from goftogu.serve.review.desk import Desk
from goftogu.transcripts import archive
from goftogu.translation.engine import terminology
from goftogu.translation.engine.terminology import Terminology

_REMEMBERED: Final = 8
"""How many interviews stay in memory."""


class SharedReading:
    """What the reading of every interview shares.

    Attributes:
        root: The project's folder.
        spelling: How the reading layer spells words.
        vocabulary: That of the archive.
    """

    def __init__(self, root: Path, spelling: Spelling, vocabulary: Vocabulary) -> None:
        """Share the folder, the spelling and the vocabulary of an archive."""
        self.root = root
        self.spelling = spelling
        self.vocabulary = vocabulary
        self.indexer: Callable[[frozenset[str]], Indexer] = lru_cache(_REMEMBERED)(self._indexer)

    def __reduce__(self) -> tuple[object, ...]:
        """Return how it is made in another process."""
        return SharedReading, (self.root, self.spelling, self.vocabulary)

    @cached_property
    def terms(self) -> Terminology:
        """Names and terms whose English is settled."""
        return terminology.settled(self.vocabulary)

    def _indexer(self, labels: frozenset[str]) -> Indexer:
        """Return what finds topics and people in the interviews of speakers with some labels."""
        return Indexer(labels, self.vocabulary)


class ReviewArchive:
    """Reads interviews with their translations.

    Attributes:
        root: The project's folder.
        config: Its settings.
        shared: What the reading of every interview shares.
        digest: A digest of that.
    """

    def __init__(self, root: Path) -> None:
        """Read the settings and vocabularies of an archive."""
        self.root = root
        self.config = content_settings.of_archive(root, Problems())
        vocabulary = archive.vocabularies(root, Problems(), self.config.languages)
        site = Site(self.config, vocabulary)
        self.shared = SharedReading(root, read.spelling(root, site), vocabulary)
        self.digest = site.digest()
        self._paths: Mapping[str, str] = {}
        self._read: Callable[[str, bytes], Interview | None] = lru_cache(_REMEMBERED)(self._transcript)

    def paths(self) -> Mapping[str, str]:
        """Return the path of each transcript by the id of its interview, as the folder has them now."""
        found = files.transcripts(self.root, ignored.matcher(self.config.ignore), Problems())
        self._paths = {archive.id_of(path): path for path in found}
        return self._paths

    def desk(self, name: str, problems: Problems) -> Desk | None:
        """Return an interview with its translation; ``None`` when there is no such interview or it cannot be read.

        Args:
            name: Id of the interview.
            problems: What is wrong is added.
        """
        interview = self.interview(name, problems)
        return None if interview is None else Desk.opened(self.root, interview, problems)

    def interview(self, name: str, problems: Problems) -> Interview | None:
        """Return an interview, the same object while its file has the same bytes; ``None`` when it cannot be read.

        Args:
            name: Its id.
            problems: What is wrong is added.
        """
        path = self._paths.get(name) or self.paths().get(name)
        data = files.data(self.root, path, problems, files.LARGEST) if path else None
        return self._read(path, data) if path and data is not None else None

    def _transcript(self, path: str, data: bytes) -> Interview | None:
        return read.transcript(self.shared.spelling, path, data, Problems())
