from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.pages import heights


@pytest.mark.parametrize(
    ("title", "meta", "lines"), [(0, 0, (0, 0)), (36, 42, (1, 1)), (37, 42, (2, 1)), (36, 43, (1, 2)), (72, 84, (2, 2))]
)
def test_an_interview_is_as_high_as_its_lines(title: int, meta: int, lines: tuple[int, int]) -> None:
    assert heights.work(title, meta) == 19 + 27 * lines[0] + 26 * lines[1]


def test_the_parts_of_a_list_are_as_high_as_the_style_sheet_makes_them() -> None:
    assert (heights.LINE, heights.HEADING, heights.RUN, heights.DIVIDED, heights.HIT) == (44, 76, 56, 88, 172)


def test_a_name_has_lines_for_a_finger_and_small_ones() -> None:
    assert heights.entry(10, 10) == 44 + 26 + 1
    assert heights.entry(36, 42) == 44 + 26 + 1
    assert heights.entry(37, 43) == 2 * 44 + 2 * 26 + 1


def test_prose_is_as_high_as_its_lines() -> None:
    assert [heights.prose(length) for length in (0, 1, 38, 39)] == [0, 36, 36, 72]


@given(st.integers(0, 500), st.integers(0, 500), st.integers(0, 50))
def test_longer_texts_are_never_lower(title: int, meta: int, more: int) -> None:
    assert heights.work(title + more, meta) >= heights.work(title, meta)
    assert heights.work(title, meta + more) >= heights.work(title, meta)
    assert heights.entry(title + more, meta) >= heights.entry(title, meta)
