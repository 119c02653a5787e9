"""Where the names of the points on a map have room: on a phone, only on a wide screen, or nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Final, NamedTuple

_PHONE: Final = (320.0, 213.0)
_DESK: Final = (576.0, 384.0)
_LETTER: Final = 7.8
"""Pixels of a letter on average, with some to spare."""
_HIGH: Final = 18.0
APART: Final = 4.0
"""Pixels between the edge of a point and its name."""


class Side(StrEnum):
    """On which side of its point a name is; ``*-wide`` where only a wide screen has room, ``none`` where none has."""

    RIGHT = "right"
    LEFT = "left"
    RIGHT_WIDE = "right-wide"
    LEFT_WIDE = "left-wide"
    NONE = "none"

    @property
    def leftward(self) -> bool:
        """Whether the name ends at its point."""
        return self in {Side.LEFT, Side.LEFT_WIDE}


class NamedPoint(NamedTuple):
    """A point: where it is in percent, its radius in pixels, and the letters of its name."""

    x: float
    y: float
    radius: float
    letters: int


class _Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: _Box) -> bool:
        """Tell whether two boxes have something in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


class _Screen:
    """The points on a screen of one size, and the names that have their place there."""

    def __init__(self, size: tuple[float, float], points: Sequence[NamedPoint]) -> None:
        self._width, self._height = size
        self._dots = [self._dot(point) for point in points]
        self._names: list[_Box] = []

    def has_room(self, box: _Box) -> bool:
        """Tell whether a name fits: within the picture, beside all points and other names."""
        within = box.left >= 0 and box.top >= 0 and box.right <= self._width and box.bottom <= self._height
        return within and not any(map(box.overlaps, (*self._dots, *self._names)))

    def keep(self, box: _Box) -> None:
        """Give a name its place."""
        self._names.append(box)

    def box(self, point: NamedPoint, side: Side) -> _Box:
        """Return what a name takes on a side."""
        x, y = point.x * self._width / 100, point.y * self._height / 100
        near, long = point.radius + APART, point.letters * _LETTER
        left = x + near if side is Side.RIGHT else x - near - long
        return _Box(left, y - _HIGH / 2, left + long, y + _HIGH / 2)

    def _dot(self, point: NamedPoint) -> _Box:
        x, y = point.x * self._width / 100, point.y * self._height / 100
        return _Box(x - point.radius, y - point.radius, x + point.radius, y + point.radius)


def named(points: Sequence[NamedPoint]) -> list[Side]:
    """Return the side of each name. An earlier point takes the room of a later one."""
    phone, desk = _Screen(_PHONE, points), _Screen(_DESK, points)
    return [_side(phone, desk, point) for point in points]


def _side(phone: _Screen, desk: _Screen, point: NamedPoint) -> Side:
    for screens, sides in (((phone, desk), (Side.RIGHT, Side.LEFT)), ((desk,), (Side.RIGHT_WIDE, Side.LEFT_WIDE))):
        for side, found in zip((Side.RIGHT, Side.LEFT), sides, strict=True):
            boxes = [(screen, screen.box(point, side)) for screen in screens]
            if all(screen.has_room(box) for screen, box in boxes):
                for screen, box in boxes:
                    screen.keep(box)
                return found
    return Side.NONE
