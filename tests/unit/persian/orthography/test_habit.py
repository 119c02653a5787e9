"""What the blanks of a text may stand for."""

from __future__ import annotations

from itertools import chain

import pytest

from goftogu.persian.orthography.habit import Count, Habit


@pytest.mark.parametrize(
    ("words", "blanks", "half_spaces", "habit"),
    [
        (3, 0, 0, Habit.BLANKS),
        (30, 1, 0, Habit.BLANKS),
        (30, 0, 4, Habit.BLANKS),
        (30, 0, 5, Habit.SET),
        (400, 1, 21, Habit.SET),
        (400, 1, 20, Habit.MIXED),
        (400, 9, 9, Habit.MIXED),
        (400, 9, 8, Habit.BLANKS),
        (400, 10, 900, Habit.BLANKS),
        (401, 10, 900, Habit.SET),
    ],
)
def test_the_habit_follows_from_what_is_counted(words: int, blanks: int, half_spaces: int, habit: Habit) -> None:
    count = Count()
    count.add(words, blanks)
    assert count.habit([half_spaces]) == habit
    assert count.habit([0, *[1] * half_spaces]) == habit


def test_half_spaces_are_not_counted_where_blanks_are_usual() -> None:
    count = Count()
    count.add(40, 1)
    assert count.habit(map(_never, [0])) == Habit.BLANKS


def test_half_spaces_are_counted_no_longer_than_it_matters() -> None:
    count = Count()
    count.add(400, 1)
    assert count.habit(chain([20, 1], map(_never, [0]))) == Habit.SET


def _never(_: int) -> int:
    raise AssertionError


def test_enough_is_enough() -> None:
    count = Count()
    assert not count.add(100, 19)
    assert count.add(0, 1)
    assert not Count().add(19_999, 0)
    assert Count().add(20_000, 0)
