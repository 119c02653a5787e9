"""What is known of the memories of an archive without opening them, from one run to the next.

For each interview the cache holds a standing: how many paragraphs are in which state, what an engine could do, the
Persian that lacks English, and the Persian whose English others may have. It is kept under a digest of the transcript,
the memory, the settings and the vocabularies, so one that is out of date is never found.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from goftogu.content import vocabulary
from goftogu.model import Language
from goftogu.storage import cache as caches
from goftogu.storage.cache import Cache
from goftogu.storage.fingerprints import Fingerprints
from goftogu.transcripts.archive import id_of
from goftogu.translation.engine import fill, reusing
from goftogu.translation.engine.fill import Job
from goftogu.translation.engine.terminology import Terminology
from goftogu.translation.memory import store
from goftogu.translation.memory.entry import ENGINES, State
from goftogu.translation.memory.keys import key

FOLDER: Final = Path(".cache/translation/memories")
"""Where standings are kept, below the project's folder."""

_SIZE: Final = 8
_SETTINGS: Final = ("content/site.toml", *(f"content/{name}" for name in vocabulary.SCHEMAS))


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of an interview's memory.

    Attributes:
        states: How many paragraphs are in each state, by the name of the state.
        open: How many an engine has to translate.
        reopened: How many depend on names or terms that have changed.
        lacking: How many a person approved without a settled name or term.
        origins: How many each engine made, by its origin; nobody has changed or approved them.
        drafts: How many are drafts of a language model.
        gaps: Digests of the Persian that has no English.
        offers: Digests of the Persian whose English others may have.
    """

    states: dict[str, int]
    open: int
    reopened: int
    lacking: int
    origins: dict[str, int]
    drafts: int
    gaps: bytes
    offers: bytes

    def has_work(self, *, refresh: bool) -> bool:
        """Tell whether an engine, or English from elsewhere, has anything to do for the interview."""
        return bool(self.open or self.reopened or (refresh and (self.origins or self.drafts)))


class Survey:
    """The standings of an archive."""

    def __init__(self, root: Path, cache: Cache) -> None:
        """Begin to ask.

        Args:
            root: The project's folder.
            cache: Holds the standings; see :data:`FOLDER`.
        """
        self._cache = cache
        self._fingerprints = Fingerprints(cache, root)
        self._settings = [self._fingerprints.digest(path) for path in _SETTINGS]

    def standing(self, path: str) -> Standing | None:
        """Return the standing of an interview, or ``None`` when it has to be opened.

        Args:
            path: Of its transcript, relative to the project.
        """
        return self._cache.take(self._name(path), Standing)

    def note(self, path: str, standing: Standing) -> None:
        """Keep the standing of an interview as its files are now."""
        self._cache.keep(self._name(path), standing)

    def donors(self, paths: Iterable[str], gaps: Iterable[bytes]) -> Iterator[str]:
        """Yield the transcripts whose English others may have.

        Args:
            paths: Transcripts to ask, in the order of the archive.
            gaps: Digests of the Persian that lacks English.
        """
        wanted = frozenset(gaps)
        for path in paths if wanted else ():
            found = self.standing(path)
            if found is not None and not wanted.isdisjoint(split(found.offers)):
                yield path

    def save(self, *, whole: bool) -> None:
        """Keep what was learnt of the files.

        Args:
            whole: Forget the standings that nobody has asked for: all of the archive was looked at.
        """
        self._fingerprints.save()
        if whole:
            self._cache.prune()

    def _name(self, path: str) -> str:
        memories = [self._fingerprints.digest(store.path_of(id_of(path), language)) for language in Language]
        return caches.key("memory", path, self._fingerprints.digest(path), *memories, *self._settings)


def split(digests: bytes) -> Iterator[bytes]:
    """Yield the digests in :attr:`Standing.gaps` or :attr:`Standing.offers`."""
    return (digests[start : start + _SIZE] for start in range(0, len(digests), _SIZE))


def standing_of(job: Job, terms: Terminology) -> Standing:
    """Return the standing of an interview that is open.

    Args:
        job: Its memory is in step.
        terms: What is settled.
    """
    found = [(unit, job.memory.lookup(unit)) for unit in job.units]
    english = [job] if job.memory.language is Language.EN else []
    origins = Counter(item.origin for _, item in found if item.state is State.MACHINE)
    return Standing(
        states=dict(Counter(item.state.value for _, item in found)),
        open=len(fill.todo(english)),
        reopened=len(fill.reopened(english, terms)),
        lacking=len(fill.lacking(english, terms)),
        origins={origin: count for origin, count in origins.items() if origin.startswith(ENGINES)},
        drafts=sum(fill.is_open(item, refresh=True) and item.state is State.DRAFT for _, item in found),
        gaps=b"".join(gaps_of(job)),
        offers=b"".join(_digest(unit.source) for unit, item in found if reusing.is_offered(item)),
    )


def gaps_of(job: Job) -> Iterator[bytes]:
    """Yield the digests of the Persian of an interview that has no English."""
    found = ((unit, job.memory.lookup(unit)) for unit in job.units)
    return (_digest(unit.source) for unit, item in found if item.state is State.MISSING)


def _digest(source: str) -> bytes:
    return hashlib.blake2b(key(source).encode(), digest_size=_SIZE).digest()
