"""The exchanges of an interview, from the numbers that its turns have."""

from __future__ import annotations

from collections.abc import Iterable

from goftogu.model import Exchange, Turn


def of(turns: Iterable[Turn]) -> tuple[Exchange, ...]:
    """Return the exchanges; the turns of each follow one another."""
    groups: dict[int, list[str]] = {}
    for turn in turns:
        groups.setdefault(turn.exchange, []).append(turn.id)
    return tuple(Exchange(f"x-{group[0]}", tuple(group)) for group in groups.values())
