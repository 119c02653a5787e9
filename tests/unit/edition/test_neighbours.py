"""The order of a series, and what is beside each interview in it and in time."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from goftogu.edition.neighbours import Neighbours, by_series, neighbours
from goftogu.edition.outline import Outline, outline
from goftogu.storage import values
from goftogu.translation.memory.entry import State, Translation
from tests import sample_site as sample


def listed(name: str, part: int = 0, series: str = "water", date: str = "2025-12-13") -> Outline:
    return replace(outline(sample.interview(name, date), {}), series=series, part=part)


def beside(found: Neighbours) -> tuple[str, str]:
    before, after = found[:2]
    return before.id if before else "", after.id if after else ""


def test_parts_come_in_order_and_those_without_one_last_by_date() -> None:
    held = [
        listed("e", date=""), listed("d", date="2025-01-02"), listed("c", 10), listed("b", 2), listed("a", series=""),
        listed("x", 1, "other"), listed("f", date="2024-01-02"),
    ]  # fmt: skip
    found = by_series(held)
    assert {name: [item.id for item in items] for name, items in found.items()} == {
        "water": ["b", "c", "f", "d", "e"],
        "other": ["x"],
    }


def test_each_interview_knows_the_ones_beside_it_in_its_series() -> None:
    found = neighbours(
        [listed("b", 2), listed("a", 1), listed("c", 3), listed("x", 1, "other"), listed("n", series="")]
    )
    assert {name: beside(item) for name, item in found.items()} == {
        "a": ("", "b"),
        "b": ("a", "c"),
        "c": ("b", ""),
        "x": ("", ""),
        "n": ("", ""),
    }


def test_a_neighbour_has_its_title_with_the_english() -> None:
    english = {"title": Translation("The Sea", State.DRAFT, "draft")}
    first = replace(listed("a", 1), english=english)
    after, before = (neighbours([first, listed("b", 2)])[name] for name in "ab")
    assert before.before is not None
    assert (before.before.title.record, before.before.english.text) == (first.title.record, "The Sea")
    assert after.after is not None
    assert after.after.english.text == ""
    assert values.decode(values.encode(before), Neighbours) == before


def test_each_interview_with_a_date_knows_the_ones_beside_it_in_time() -> None:
    dates = {"b": "2025-05-05", "a": "2025-05-05", "old": "1357", "undated": "", "new": "1404-09-01"}
    found = neighbours([listed(name, series="", date=date) for name, date in dates.items()])
    around = {
        name: tuple(item.id if item else "" for item in (held.earlier, held.later)) for name, held in found.items()
    }
    assert around == {
        "old": ("", "a"),
        "a": ("old", "b"),
        "b": ("a", "new"),
        "new": ("b", ""),
        "undated": ("", ""),
    }


@given(st.lists(st.tuples(st.sampled_from("pq"), st.integers(0, 9)), max_size=12))
def test_who_goes_on_comes_through_the_whole_series(places: list[tuple[str, int]]) -> None:
    held = [listed(f"i{number}", part, series) for number, (series, part) in enumerate(places)]
    found = neighbours(held)
    for series, items in by_series(held).items():
        (first,) = (item.id for item in items if found[item.id].before is None)
        way = [first]
        while (after := found[way[-1]].after) is not None:
            assert beside(found[after.id])[0] == way[-1]
            way.append(after.id)
        assert way == [item.id for item in items], series
