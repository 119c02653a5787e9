"""What is known of an interview without its text, in a form that thousands are read of in no time."""

from __future__ import annotations

import hashlib
import marshal
import pickle
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import Any, Final, NamedTuple, Self

from goftogu.build import shelf
from goftogu.checks.permalinks import Anchors
from goftogu.model import Interview
from goftogu.problems import Problem
from goftogu.translation.engine.fill import is_offered, is_open
from goftogu.translation.memory.entry import State, Translation
from goftogu.translation.memory.keys import key as text_key

_DIGEST: Final = "Q"
"""Type of a digest, for arrays. When two texts have the same, an interview is opened in vain; nothing else happens."""
_DIGEST_SIZE: Final = array(_DIGEST).itemsize


class Shown(NamedTuple):
    """What lists show of an interview: its attributes without the text, and the English of its title and lede."""

    light: dict[str, Any]
    near: dict[str, Translation]


class Card(NamedTuple):
    """What is known of an interview without its text.

    Attributes:
        key: Names all that the interview and its English depend on; also the name of its body.
        id: The id of the interview.
        path: The transcript.
        received: Name of the file as it came, or empty.
        labels: The labels of its speakers.
        turns: The ids of its turns, in order.
        redirects: Ids that were given up.
        counts: How many paragraphs are in each state of translation.
        lacks: Digests of the Persian that has no English here at all: another interview may have it.
        offers: Digests of the Persian whose English another interview may take over.
        open: True when an engine would have something to do.
        told: What :attr:`problems` returns, packed; empty when there are none.
        seen: What :meth:`shown` returns, packed.
    """

    key: str
    id: str
    path: str
    received: str
    labels: tuple[str, ...]
    turns: tuple[str, ...]
    redirects: frozenset[str]
    counts: dict[str, int]
    lacks: bytes
    offers: bytes
    open: bool
    told: bytes
    seen: bytes

    @classmethod
    def read(cls, packed: bytes) -> Self:
        """Read a card from what :meth:`packed` returned."""
        return cls._make(marshal.loads(packed))  # noqa: S302  the checksum of the cache shows that it is our own

    def packed(self) -> bytes:
        """Return the card as bytes."""
        return marshal.dumps(tuple(self))

    @property
    def anchors(self) -> Anchors:
        """The ids that are published."""
        return Anchors(self.path, self.turns, self.redirects)

    @property
    def lacking(self) -> frozenset[int]:
        """What has no English here, for :meth:`helps`."""
        return frozenset(array(_DIGEST, self.lacks))

    def helps(self, lacking: AbstractSet[int]) -> bool:
        """Tell whether this interview has English for any of what others are lacking."""
        return not lacking.isdisjoint(array(_DIGEST, self.offers))

    @property
    def states(self) -> Counter[State]:
        """How many paragraphs are in each state of translation."""
        return Counter({State(name): count for name, count in self.counts.items()})

    @property
    def problems(self) -> list[Problem]:
        """What the reading of the interview found; no errors."""
        return list(pickle.loads(self.told)) if self.told else []  # noqa: S301  it is our own

    def shown(self) -> Shown:
        """Return what lists show."""
        return Shown(*pickle.loads(self.seen))  # noqa: S301  it is our own


def make(key: str, interview: Interview, english: Mapping[str, Translation], problems: Iterable[Problem]) -> Card:
    """Make the card of an interview.

    Args:
        key: Names all that the interview and its English depend on.
        interview: The interview.
        english: The English of its paragraphs.
        problems: What the reading of it found.
    """
    found = tuple(problems)
    return Card(
        key=key,
        id=interview.id,
        path=interview.path,
        received=interview.provenance.file,
        labels=tuple(interview.speakers),
        turns=tuple(turn.id for turn in interview.turns),
        redirects=frozenset(interview.redirects),
        counts={str(state): count for state, count in Counter(held.state for held in english.values()).items()},
        lacks=_digests(interview, english, lambda held: held.state is State.MISSING),
        offers=_digests(interview, english, is_offered),
        open=any(map(is_open, english.values())),
        told=pickle.dumps(found, pickle.HIGHEST_PROTOCOL) if found else b"",
        seen=pickle.dumps((shelf.light(interview), near(interview, english)), pickle.HIGHEST_PROTOCOL),
    )


def near(interview: Interview, english: Mapping[str, Translation]) -> dict[str, Translation]:
    """Return the English that lists show: of the title and the lede.

    Args:
        interview: The interview.
        english: The English of its paragraphs.
    """
    return {unit.id: english[unit.id] for unit in (interview.title, interview.lede) if unit is not None}


def _digests(interview: Interview, english: Mapping[str, Translation], chosen: Callable[[Translation], bool]) -> bytes:
    texts = {text_key(unit.reading) for unit in interview.units() if chosen(english[unit.id])}
    return b"".join(sorted(hashlib.blake2b(text.encode(), digest_size=_DIGEST_SIZE).digest() for text in texts))
