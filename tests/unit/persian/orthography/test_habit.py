"""What the blanks of a text may stand for."""

from __future__ import annotations

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
    ],
)
def test_the_habit_follows_from_what_is_counted(words: int, blanks: int, half_spaces: int, habit: Habit) -> None:
    count = Count()
    count.add(words, blanks)
    assert count.habit(lambda: half_spaces) == habit


def test_half_spaces_are_not_counted_where_blanks_are_usual() -> None:
    def never() -> int:
        raise AssertionError

    count = Count()
    count.add(40, 1)
    assert count.habit(never) == Habit.BLANKS


def test_enough_is_enough() -> None:
    count = Count()
    assert not count.add(100, 19)
    assert count.add(0, 1)
    assert not Count().add(19_999, 0)
    assert Count().add(20_000, 0)
