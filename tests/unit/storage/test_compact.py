"""Values that are quickly read from the cache: the same when they come back."""

from __future__ import annotations

import pickle

import pytest

from goftogu.persian.dates.calendar import Calendar, DateRange, PartialDate
from goftogu.problems import Problem
from goftogu.storage.compact import Compact
from goftogu.translation.memory.entry import State, Translation
from tests import sample_site as sample

TALK = sample.interview()
YEAR = PartialDate(Calendar.JALALI, 1357)


@pytest.mark.parametrize(
    "value",
    [
        TALK.title, TALK.turns, TALK.exchanges, TALK.sections, TALK.provenance, dict(TALK.speakers), YEAR,
        DateRange(YEAR, PartialDate(Calendar.JALALI, 1358, 2, 3)), Problem("a", 1, 2, "S001", "m", "h"),
        Translation("text", State.MACHINE, "engine"),
    ],
    ids=lambda value: type(value).__name__,
)  # fmt: skip
def test_a_value_comes_back_the_same(value: object) -> None:
    packed = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    assert pickle.loads(packed) == value  # noqa: S301  it was packed on the line above
    if isinstance(value, Compact):
        assert b"_dataclass" not in packed
