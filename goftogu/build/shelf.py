"""Interviews that lie on the disk until somebody opens them.

An archive of thousands of interviews does not fit into little memory, and most builds need but a few of them whole. A
:class:`Shelved` interview knows what lists and indexes show; its text comes from the shelf when it is asked for, and a
few texts stay at hand. The English is kept in the same way.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from typing import Any, Final, NamedTuple

from goftogu.model import Interview, T
from goftogu.storage.cache import Cache
from goftogu.translation.memory.entry import Translation

_AT_HAND: Final = 8


class Body(NamedTuple):
    """What of an interview is heavy: attributes that :class:`Shelved` does not hold, and the English by paragraph."""

    parts: dict[str, Any]
    english: dict[str, Translation]


class Shelf:
    """The bodies of all interviews, by the names of their entries in the cache."""

    def __init__(self, cache: Cache) -> None:
        """Make an empty shelf above a cache."""
        self._cache = cache
        self._at_hand: dict[str, Body] = {}

    def put(self, name: str, interview: Interview, english: dict[str, Translation]) -> Body:
        """Lay an interview on the shelf."""
        body = Body({part: getattr(interview, part) for part in HEAVY}, english)
        self._cache.put(name, pickle.dumps(tuple(body), pickle.HIGHEST_PROTOCOL))
        return self._hold(name, body)

    def get(self, name: str) -> Body | None:
        """Take a body from the shelf; ``None`` when it is not there or damaged."""
        body = self._at_hand.pop(name, None)
        if body is None:
            packed = self._cache.get(name)
            if packed is None:
                return None
            body = Body(*pickle.loads(packed))  # noqa: S301  the checksum of the cache shows that it is our own
        return self._hold(name, body)

    def _hold(self, name: str, body: Body) -> Body:
        self._at_hand[name] = body
        if len(self._at_hand) > _AT_HAND:
            del self._at_hand[next(iter(self._at_hand))]
        return body


def _of_body(name: str) -> Any:  # noqa: ANN401  as many types as names
    return property(lambda shelved: shelved.body().parts[name])


Recall = Callable[[str, Callable[[], Any]], Any]
"""Gives the value of a name, made before or now."""


class Shelved(Interview):
    """An interview whose text is read when it is asked for. It compares by identity."""

    __slots__ = ("_recall", "body")
    body: Callable[[], Body]
    _recall: Recall

    def recall(self, name: str, make: Callable[[], T]) -> T:
        """See :class:`~goftogu.model.Interview`."""
        found: T = self._recall(name, make)
        return found

    introduction = _of_body("introduction")
    note = _of_body("note")
    turns = _of_body("turns")
    exchanges = _of_body("exchanges")
    sections = _of_body("sections")

    __eq__ = object.__eq__
    __hash__ = object.__hash__


HEAVY: Final = tuple(field.name for field in fields(Interview) if field.name in vars(Shelved))
LIGHT: Final = tuple(field.name for field in fields(Interview) if field.name not in HEAVY)


def light(interview: Interview) -> dict[str, Any]:
    """Return the attributes that a shelved interview holds."""
    return {name: getattr(interview, name) for name in LIGHT}


def shelved(parts: Mapping[str, Any], opened: Callable[[], Body], recall: Recall) -> Shelved:
    """Make a shelved interview.

    Args:
        parts: From :func:`light`.
        opened: Gets the body.
        recall: Keeps what depends on it.
    """
    made: Shelved = object.__new__(Shelved)
    for name, value in parts.items():
        object.__setattr__(made, name, value)
    object.__setattr__(made, "body", opened)
    object.__setattr__(made, "_recall", recall)
    return made


class English(Mapping[str, Translation]):
    """The English of one interview; the title and the lede are at hand, the rest is read when it is asked for."""

    def __init__(self, near: Mapping[str, Translation], opened: Callable[[], Body]) -> None:
        """Make the English of an interview.

        Args:
            near: What lists show.
            opened: Gets the body.
        """
        self._near = near
        self._open = opened

    def __getitem__(self, unit: str) -> Translation:
        """Return the English of a paragraph."""
        return self._near.get(unit) or self._open().english[unit]

    def __iter__(self) -> Iterator[str]:
        """Yield the ids of the paragraphs."""
        return iter(self._open().english)

    def __len__(self) -> int:
        """Return the number of paragraphs."""
        return len(self._open().english)
