"""Names on the map: beside their points, never above each other, fewer on a phone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.pages.map_names import NamedPoint, Side, _Box, named


def test_a_name_is_on_the_right_where_there_is_room() -> None:
    assert named([NamedPoint(50, 50, 5, 6)]) == [Side.RIGHT]


def test_at_the_right_edge_it_is_on_the_left() -> None:
    assert named([NamedPoint(95, 50, 5, 6)]) == [Side.LEFT]


def test_a_long_name_is_shown_where_the_screen_is_wide() -> None:
    assert named([NamedPoint(50, 50, 5, 30)]) == [Side.RIGHT_WIDE]
    assert named([NamedPoint(90, 50, 5, 40)]) == [Side.LEFT_WIDE]


def test_what_fits_nowhere_is_not_shown() -> None:
    assert named([NamedPoint(50, 50, 5, 90)]) == [Side.NONE]
    assert named([NamedPoint(50, 0, 5, 6)]) == [Side.NONE]  # half of it would be cut off


def test_the_first_of_two_neighbours_takes_the_room() -> None:
    first, second = named([NamedPoint(50, 50, 5, 6), NamedPoint(53, 50, 5, 6)])
    assert (first, second) == (Side.LEFT, Side.RIGHT)
    sides = named([NamedPoint(50, 50, 5, 6), NamedPoint(53, 50, 5, 6), NamedPoint(51, 51, 5, 6)])
    assert sides[2] not in {Side.RIGHT, Side.LEFT}


@pytest.mark.parametrize(
    ("x", "y", "side"),
    [
        (50.6, 50, Side.RIGHT),  # 576 pixels: the other point ends 3.5 to the right of the middle, 4 is kept free
        (50.8, 50, Side.LEFT),
        (68.9, 50, Side.LEFT),  # 320 pixels: the name ends 55.8 to the right of the middle
        (69.1, 50, Side.RIGHT),
        (60, 43.4, Side.RIGHT),  # 213 pixels high: 9 of the name, 5 of the other point
        (60, 43.5, Side.LEFT),
        (60, 56.5, Side.LEFT),
        (60, 56.6, Side.RIGHT),
    ],
)
def test_a_name_stands_on_no_other_point(x: float, y: float, side: Side) -> None:
    assert named([NamedPoint(50, 50, 5, 6), NamedPoint(x, y, 5, 6)])[0] == side


@pytest.mark.parametrize(
    ("x", "y", "letters", "side"),
    [
        (72.8, 50, 10, Side.RIGHT),  # 320 pixels of a phone: 233, 5 of the point, 4 between, 78 of the name
        (72.82, 50, 10, Side.LEFT),
        (27.2, 50, 30, Side.RIGHT_WIDE),
        (44.2, 50, 40, Side.RIGHT_WIDE),  # 576 pixels: 255, 9, 312
        (44.28, 50, 40, Side.NONE),
        (55.7, 50, 40, Side.NONE),
        (55.8, 50, 40, Side.LEFT_WIDE),
        (50, 4.2, 6, Side.RIGHT_WIDE),
        (50, 4.3, 6, Side.RIGHT),  # 213 pixels high: 9 above the middle of the name
        (50, 95.77, 6, Side.RIGHT),
        (50, 95.78, 6, Side.RIGHT_WIDE),
        (50, 2.3, 6, Side.NONE),
        (50, 2.4, 6, Side.RIGHT_WIDE),  # 384 pixels high
        (50, 97.65, 6, Side.RIGHT_WIDE),
        (50, 97.66, 6, Side.NONE),
    ],
)
def test_a_name_is_shown_as_far_as_the_last_letter_fits(x: float, y: float, letters: int, side: Side) -> None:
    assert named([NamedPoint(x, y, 5, letters)]) == [side]


@pytest.mark.parametrize(
    ("x", "y", "side"),
    [
        (66.5, 50, Side.LEFT),
        (66.6, 50, Side.RIGHT),  # on a phone, the name ends at 208 pixels and the point begins there
        (55, 43.5, Side.LEFT),
        (55, 43.4, Side.RIGHT),  # 9 pixels of the name and 5 of the point
        (55, 56.5, Side.LEFT),
        (55, 56.6, Side.RIGHT),
    ],
)
def test_a_name_may_touch_another_point_and_not_cover_it(x: float, y: float, side: Side) -> None:
    assert named([NamedPoint(50, 50, 5, 5), NamedPoint(x, y, 5, 99)])[0] == side
    assert named([NamedPoint(x, y, 5, 99), NamedPoint(50, 50, 5, 5), NamedPoint(5, 5, 5, 99)])[1] == side


WIDE, HIGH = 576, 384


def _span(point: NamedPoint, side: Side) -> tuple[float, float, float]:
    x, y = point.x * WIDE / 100, point.y * HIGH / 100
    near = point.radius + 4
    start = x + near if side in {Side.RIGHT, Side.RIGHT_WIDE} else x - near - point.letters * 7.8
    return start, start + point.letters * 7.8, y


POINTS = st.lists(
    st.builds(NamedPoint, st.floats(0, 100), st.floats(0, 100), st.floats(4, 10), st.integers(1, 20)), max_size=15
)


@given(POINTS)
def test_no_name_leaves_the_picture_or_covers_another(points: list[NamedPoint]) -> None:
    sides = named(points)
    assert len(sides) == len(points)
    shown = [_span(point, side) for point, side in zip(points, sides, strict=True) if side is not Side.NONE]
    for at, (start, end, y) in enumerate(shown):
        assert start >= -1e-6
        assert end <= WIDE + 1e-6
        assert 0 <= y <= HIGH
        for other_start, other_end, other in shown[:at]:
            assert end <= other_start + 1e-6 or other_end <= start + 1e-6 or abs(y - other) >= 18 - 1e-6


@pytest.mark.parametrize(("left", "top"), [(2, 0), (-2, 0), (0, 2), (0, -2)])
def test_what_only_touches_another_does_not_stand_on_it(left: int, top: int) -> None:
    here = _Box(0, 0, 2, 2)
    assert not here.overlaps(_Box(left, top, left + 2, top + 2))
    assert here.overlaps(_Box(left / 2, top / 2, left / 2 + 2, top / 2 + 2))
