"""A map of the places: points on a grid of meridians and parallels, each of which is a fact of ``places.toml``.

The projection is the equirectangular one, true to scale at the middle parallel. Positions are in percent of the
picture, so that names keep their size on every screen. There are no outlines of countries: none are given.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil, cos, floor, hypot, radians, sqrt
from typing import Final, NamedTuple

from markupsafe import Markup

from goftogu import urls
from goftogu.content.vocabulary import Place
from goftogu.edition.edition import Edition
from goftogu.pages.map_names import APART, NamedPoint, Side, named

MOST: Final = 80
"""How many places a map shows: those that are mentioned most often."""

_LEAST: Final = 2
_ROOM: Final = 0.16
"""What is left free beside the places, as a share of what they take."""
_ABOVE, _BELOW = 0.1, 0.2
"""The same above and below them, where the names of the meridians are."""
_SMALLEST: Final = 3.0
"""Degrees that a map has at least."""
RATIO: Final = 1.5
"""Width by height."""
_MANY: Final = 8
_SHARE: Final = 0.75
_WORTH: Final = 5
_STEPS: Final = (1, 2, 5, 10, 15, 30)
_LINES: Final = 6
_RADII: Final = (4.0, 10.0)
_CIRCLE: Final = 360


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A place on the map.

    Attributes:
        href: Its page.
        text: Its name.
        count: In how many turns it is mentioned.
        x: From the left, in percent.
        y: From the top, in percent.
        radius: In pixels; the area tells how often the place is mentioned.
        side: On which side the name is, or where there is room for it.
    """

    href: str
    text: Markup
    count: int
    x: float
    y: float
    radius: float
    side: Side = Side.NONE

    @property
    def shift(self) -> float:
        """From the middle of the point to the name, in pixels; negative to the left."""
        apart = round(self.radius + APART, 1)
        return -apart if self.side.leftward else apart


class GridLine(NamedTuple):
    """A meridian or a parallel: where it is in percent, and its degrees; negative in the west and the south."""

    place: float
    degrees: int


@dataclass(frozen=True, slots=True)
class PlaceMap:
    """The map.

    Attributes:
        points: The rarest first, so that the others are drawn above them.
        meridians: The grid, from pole to pole.
        parallels: The grid, from west to east.
        beyond: The places that are too far from the others to be on it.
    """

    points: tuple[MapPoint, ...]
    meridians: tuple[GridLine, ...]
    parallels: tuple[GridLine, ...]
    beyond: tuple[Markup, ...]


class Window(NamedTuple):
    """The piece of the world that a map shows, in degrees; the east may be beyond 180."""

    west: float
    south: float
    width: float
    height: float

    def x(self, longitude: float) -> float:
        """Return where a longitude is, in percent from the left."""
        return round((longitude - self.west) % _CIRCLE / self.width * 100, 2)

    def y(self, latitude: float) -> float:
        """Return where a latitude is, in percent from the top."""
        return round((self.south + self.height - latitude) / self.height * 100, 2)

    def at(self, spot: tuple[float, float]) -> tuple[float, float]:
        """Return where a spot, latitude and longitude, is, in percent from the left and from the top."""
        latitude, longitude = spot
        return self.x(longitude), self.y(latitude)

    def has(self, spot: tuple[float, float]) -> bool:
        """Tell whether a spot, latitude and longitude, is within."""
        return all(0 <= place <= 100 for place in self.at(spot))  # noqa: PLR2004  percent


def place_map(edition: Edition, here: str) -> PlaceMap | None:
    """Return the map of an archive; ``None`` when fewer than two places have coordinates and are mentioned.

    Args:
        edition: The language of the names.
        here: Path of the page that shows the map.
    """
    counts = {name: len(edition.site.places.mentions(name)) for name in edition.site.places.used()}
    known = (edition.site.vocabulary.places[name] for name in counts)
    shown = sorted((place for place in known if place.coordinates), key=lambda place: -counts[place.id])[:MOST]
    if len(shown) < _LEAST:
        return None
    window = near([_spot(place) for place in shown])
    within = [place for place in shown if window.has(_spot(place))]
    most = max(counts[place.id] for place in within)
    points = [
        MapPoint(
            urls.href(here, urls.place(edition.language, place.id)),
            edition.label(place.name),
            counts[place.id],
            *window.at(_spot(place)),
            _radius(counts[place.id], most),
        )
        for place in within
    ]
    sides = named([NamedPoint(point.x, point.y, point.radius, len(point.text)) for point in points])
    drawn = [replace(point, side=side) for point, side in zip(points, sides, strict=True)]
    beyond = tuple(edition.label(place.name) for place in shown if place not in within)
    return PlaceMap(tuple(reversed(drawn)), *_grid(window), beyond)


def near(spots: Sequence[tuple[float, float]]) -> Window:
    """Return the window of all spots; that of three in four of many, where the others make it five times as large."""
    whole = around(spots)
    if len(spots) < _MANY:
        return whole
    latitudes, longitudes = (sorted(values)[len(spots) // 2] for values in zip(*spots, strict=True))

    def distance(spot: tuple[float, float]) -> float:
        across = (spot[1] - longitudes + 180) % _CIRCLE - 180
        return hypot(spot[0] - latitudes, across * cos(radians(latitudes)))

    most = around(sorted(spots, key=distance)[: ceil(len(spots) * _SHARE)])
    return most if most.width * most.height * _WORTH < whole.width * whole.height else whole


def around(spots: Sequence[tuple[float, float]]) -> Window:
    """Return the smallest window of the usual ratio with all spots, latitude and longitude, and room around them."""
    south, north = min(latitude for latitude, _ in spots), max(latitude for latitude, _ in spots)
    west, span = _arc(sorted({longitude % _CIRCLE for _, longitude in spots}))
    middle = radians(min(abs((south + north) / 2), 80))
    tall = (north - south) * (1 + _ABOVE + _BELOW)
    height = max(tall, _SMALLEST, span * (1 + _ROOM) * cos(middle) / RATIO)
    below = (height - tall) / 2 + (north - south) * _BELOW
    width = min(height * RATIO / cos(middle), _CIRCLE)
    return Window(west + span / 2 - width / 2, south - below, width, height)


def _arc(longitudes: Sequence[float]) -> tuple[float, float]:
    """Return the western end and the length of the shortest arc that has all longitudes: what the widest gap leaves."""
    gaps = [
        (after - before, after)
        for before, after in zip(longitudes, (*longitudes[1:], longitudes[0] + _CIRCLE), strict=True)
    ]
    gap, west = max(gaps)
    return west % _CIRCLE, _CIRCLE - gap


def _spot(place: Place) -> tuple[float, float]:
    latitude, longitude = map(float, place.coordinates.split(","))
    return latitude, longitude


def _radius(count: int, most: int) -> float:
    least, largest = _RADII
    return round(least + (largest - least) * sqrt(count / most), 1)


def _grid(window: Window) -> tuple[tuple[GridLine, ...], tuple[GridLine, ...]]:
    step = next((step for step in _STEPS if window.width / step <= _LINES), _STEPS[-1])
    meridians = (
        GridLine(window.x(degrees), 180 - (180 - degrees) % _CIRCLE)
        for degrees in _between(window.west, window.width, step)
    )
    parallels = (GridLine(window.y(degrees), degrees) for degrees in _between(window.south, window.height, step))
    return tuple(meridians), tuple(line for line in parallels if abs(line.degrees) <= 90)  # noqa: PLR2004  the pole


def _between(first: float, span: float, step: int) -> Iterator[int]:
    """Yield the multiples of a step within a span."""
    degrees = (floor(first / step) + 1) * step
    while degrees < first + span:
        yield degrees
        degrees += step
