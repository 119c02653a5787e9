from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.content.times import WRITTEN, clock, seconds, shown, whole


@given(st.integers(0, 999 * 3600))
def test_a_time_that_is_written_is_read_again(moment: int) -> None:
    assert seconds(clock(moment)) == moment
    assert seconds(f" {clock(moment)}.250 ") == moment


@given(st.integers(0, 99), st.integers(0, 59))
def test_minutes_may_be_more_than_an_hour(minutes: int, rest: int) -> None:
    assert seconds(f"{minutes}:{rest:02}") == minutes * 60 + rest


@pytest.mark.parametrize(
    ("moment", "written"),
    [(0, "0:00:00"), (59.9, "0:00:59"), (751, "0:12:31"), (3600, "1:00:00"), (360_000, "100:00:00")],
)
def test_a_time_has_hours_minutes_and_seconds(moment: float, written: str) -> None:
    assert clock(moment) == written


@pytest.mark.parametrize(
    ("text", "expected"),
    [("12:31", 751), ("0:12:31", 751), ("00:12:31,500", 751), ("00:12:31.5", 751), ("۱۲:۳۱", 751), (" 1:00 ", 60)],
)
def test_forms_of_a_time(text: str, expected: int) -> None:
    assert seconds(text) == expected


@pytest.mark.parametrize(
    "text", ["", "12", "12:3", "1:2:3", "12:31:", ":31", "12:31:07:09", "12:31.5000", "12-31", "12:75", "a12:31"]
)
def test_what_is_no_time(text: str) -> None:
    assert seconds(text) is None


@pytest.mark.parametrize(
    ("text", "expected"), [("", None), ("12", None), ("0:00:00", 0), ("٠:٠١:٣٥", 95), ("0:00:59.9", 59)]
)
def test_whole_seconds(text: str, expected: int | None) -> None:
    assert whole(text) == expected


@pytest.mark.parametrize(("text", "fits"), [("0:12:31", True), ("۰:۱۲:۳۱", True), ("12:31", False), ("0:1:01", False)])
def test_what_a_person_writes_has_hours(text: str, fits: bool) -> None:
    assert (re.fullmatch(WRITTEN, text) is not None) == fits


def test_each_edition_writes_a_time_in_its_digits() -> None:
    assert [shown(751.9, language) for language in ("fa", "en")] == ["۰:۱۲:۳۱", "0:12:31"]
