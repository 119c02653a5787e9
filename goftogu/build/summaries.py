"""Summaries: what the build needs to know of an interview without loading its text."""

from __future__ import annotations

import hashlib
import sys
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from goftogu.checks.permalinks import Anchors
from goftogu.content.details import Reference, SeriesPart
from goftogu.content.recording import Recording
from goftogu.conventions import withheld
from goftogu.model import Interview, Language, MediaMention
from goftogu.problems import Problem
from goftogu.translation.engine.fill import is_open
from goftogu.translation.engine.reusing import is_offered
from goftogu.translation.memory.entry import State, Translation
from goftogu.translation.memory.keys import key as text_key

_DIGEST: Final = "Q"
"""Type of a digest, for arrays. If two texts share one, an interview is opened without need; nothing else happens."""
_DIGEST_SIZE: Final = array(_DIGEST).itemsize


@dataclass(frozen=True, slots=True)
class Summary:
    """What the build needs to know of an interview without loading its text.

    Attributes:
        id: The id of the interview.
        path: The transcript.
        received: Name of the file as it came, or empty.
        closed: True when that file is not published.
        labels: The labels of its speakers.
        turns: The ids of its turns, in order.
        redirects: Retired ids.
        states: How many paragraphs are in each state of translation.
        lacks: Digests of the Persian without any English here; another interview may have it.
        offers: Digests of the Persian whose English another interview may take over.
        original: The language of the site that shows the transcript as it is.
        open: True when there is something left that an engine can translate.
        draft: True when it is not to be published yet.
        embargo: ISO date of the last day on which it must not be published, or empty.
        mentions: Every file of ``content/media/`` that it names.
        references: The ids of vocabularies that its front matter names.
        numbered: Its place in a series, or ``None``.
        recordings: Its recordings that are published.
        closed_media: Names of its recordings that are not, because something is withheld.
        times: Line and time of each paragraph that has one, when it has recordings.
        problems: What the reading of the interview found; no errors.
    """

    id: str
    path: str
    received: str
    closed: bool
    labels: tuple[str, ...]
    turns: tuple[str, ...]
    redirects: tuple[str, ...]
    states: dict[State, int]
    lacks: bytes
    offers: bytes
    original: Language
    open: bool
    draft: bool
    embargo: str
    mentions: tuple[MediaMention, ...]
    references: tuple[Reference, ...]
    numbered: SeriesPart | None
    recordings: tuple[Recording, ...]
    closed_media: tuple[str, ...]
    times: tuple[tuple[int, int], ...]
    problems: tuple[Problem, ...]

    def __post_init__(self) -> None:
        """Keep one copy of ids that most interviews have, such as ``t7``: an archive has many."""
        object.__setattr__(self, "turns", tuple(map(sys.intern, self.turns)))

    @property
    def kept_back(self) -> bool:
        """Whether it is not published: as a draft, or under an embargo, which only a person lifts."""
        return self.draft or bool(self.embargo)

    @property
    def anchors(self) -> Anchors:
        """The ids that are published."""
        return Anchors(self.path, self.turns, frozenset(self.redirects))

    @property
    def lacking(self) -> frozenset[int]:
        """Digests of the Persian without English here, for :meth:`helps`."""
        return frozenset(array(_DIGEST, self.lacks))

    def helps(self, lacking: AbstractSet[int]) -> bool:
        """Tell whether this interview has English for any Persian that others lack it for."""
        return not lacking.isdisjoint(array(_DIGEST, self.offers))


def summary(interview: Interview, english: Mapping[str, Translation], problems: Iterable[Problem]) -> Summary:
    """Return the summary of an interview.

    Args:
        interview: The interview.
        english: The English of its paragraphs; empty in an archive without English.
        problems: What the reading of it found.
    """
    open_ = withheld.open_recordings(interview)
    return Summary(
        id=interview.id,
        path=interview.path,
        received=interview.provenance.file,
        closed=withheld.is_closed(interview),
        labels=tuple(interview.speakers),
        turns=tuple(turn.id for turn in interview.turns),
        redirects=tuple(interview.redirects),
        states=counted(english),
        lacks=_digests(interview, english, lambda held: held.state is State.MISSING),
        offers=_digests(interview, english, is_offered),
        original=interview.original,
        open=interview.original is Language.FA and any(map(is_open, english.values())),
        draft=interview.draft,
        embargo=interview.embargo,
        mentions=interview.mentions,
        references=interview.references,
        numbered=interview.particulars.numbered,
        recordings=open_,
        closed_media=tuple(item.file for item in interview.media if item.file and item not in open_),
        times=tuple(_times(interview)) if open_ else (),
        problems=tuple(problems),
    )


def _times(interview: Interview) -> Iterator[tuple[int, int]]:
    for turn in interview.turns:
        yield from ((unit.line, unit.time) for unit in turn.paragraphs if unit.time is not None)


def counted(english: Mapping[str, Translation]) -> dict[State, int]:
    """Return how many paragraphs are in each state of translation."""
    return dict(Counter(held.state for held in english.values()))


def _digests(interview: Interview, english: Mapping[str, Translation], chosen: Callable[[Translation], bool]) -> bytes:
    texts = {text_key(unit.reading) for unit in interview.units() if unit.id in english and chosen(english[unit.id])}
    return b"".join(sorted(hashlib.blake2b(text.encode(), digest_size=_DIGEST_SIZE).digest() for text in texts))
