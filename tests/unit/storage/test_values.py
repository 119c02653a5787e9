"""Values as bytes: typed, the same every time, and nothing that runs."""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.model import Interview
from goftogu.persian.dates import calendar
from goftogu.persian.dates.calendar import DateValue
from goftogu.storage import values
from tests import materials

DATE = cast("type[DateValue]", DateValue)  # a union is a type, too


class Colour(StrEnum):
    RED = "red"


class Pair(NamedTuple):
    word: str
    times: int


@dataclass(frozen=True, slots=True)
class Thing:
    name: str
    colour: Colour
    pairs: tuple[Pair, ...]
    held: dict[str, bytes]


THING = Thing("نام", Colour.RED, (Pair("آب", 2),), {"b": b"\0", "a": b""})


def test_a_value_comes_back_as_it_was() -> None:
    found = values.decode(values.encode(THING), Thing)
    assert found == THING
    assert found is not None
    assert (list(found.held), type(found.pairs[0])) == (["b", "a"], Pair)


def test_an_interview_comes_back_with_its_speakers_in_order() -> None:
    interview = materials.interview()
    found = values.decode(values.encode(interview), Interview)
    assert found == interview
    assert found is not None
    assert list(found.speakers) == list(interview.speakers)


@pytest.mark.parametrize("text", ["1402-03-14", "1357", "2024-05", "hijri:1440-01-30", "1401/1403", "imperial:2535"])
def test_dates_come_back_in_their_calendar(text: str) -> None:
    date = calendar.parse(text)
    assert values.decode(values.encode(date), DATE) == date


@given(st.dictionaries(st.text(), st.binary()))
def test_equal_values_have_one_digest_and_others_another(held: dict[str, bytes]) -> None:
    assert values.digest(held) == values.digest(dict(held))
    assert values.digest(held) != values.digest({**held, "more": b"", "\0": b"1"})
    assert values.decode(values.encode(held), dict[str, bytes]) == held


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xc1",
        values.encode(THING)[:-1],
        values.encode("a text"),
        values.encode({"name": 1, "colour": "red", "pairs": [], "held": {}}),
        values.encode({"name": "a", "colour": "no colour", "pairs": [], "held": {}}),
        pickle.dumps(THING),
    ],
)
def test_what_is_no_such_value_is_nothing(data: bytes) -> None:
    assert values.decode(data, Thing) is None


def test_a_date_that_does_not_exist_is_nothing() -> None:
    data = values.encode(calendar.parse("1402-03-14")).replace(
        values.encode("day") + b"\x0e", values.encode("day") + b"\x63"
    )
    assert values.decode(data, DATE) is None


@given(st.binary())
def test_no_bytes_are_an_error(data: bytes) -> None:
    assert values.decode(data, Thing) is None or isinstance(values.decode(data, Thing), Thing)


class Marker:
    """Would leave a mark if it were unpickled."""

    ran = False

    def __reduce__(self) -> tuple[object, ...]:
        return _mark, ()


def _mark() -> None:
    Marker.ran = True


@pytest.mark.parametrize("kind", [Thing, dict[str, bytes], bytes, str, list[int]])
def test_nothing_runs(kind: type[object]) -> None:
    for data in (pickle.dumps(Marker()), values.encode(pickle.dumps(Marker()))):
        values.decode(data, kind)
    assert not Marker.ran
