"""What a page says of its text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.persian.orthography import layer
from goftogu.persian.orthography.differences import Differences, compare, total
from goftogu.persian.orthography.habit import Habit

LAYER = layer.load()
PIECES = (
    "می شود| |میرود|علي|كتاب|ها|های|\u00a0|\u200f|\u200e|\ufeff|خانه|ی|ام|\n|،|۵|x|و|گفت و گو|مىگویند|\u200c".split("|")
)


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ("باغ", Differences()),
        ("میرود", Differences(restored=1)),
        ("می رود", Differences(joined=1)),
        ("می\u00a0رود", Differences(joined=1)),
        ("می‌ رود", Differences(joined=1)),
        ("می ‌رود", Differences(joined=1)),
        ("کار ها", Differences(joined=1)),
        ("گفت و گو", Differences(joined=2)),
        ("علي", Differences(reshaped=1)),
        ("باغ\u00a0ما", Differences(unseen=1)),
        ("\u200fباغ\u200e", Differences(unseen=2)),
        ("\ufeffخانهها\u00a0و مي رود و ميگويد به علي", Differences(2, 1, 4, 2)),
        ("باغ\u00a0ما بزرگ است و سالها از آن گذشته", Differences(restored=1, unseen=1)),
    ],
)
def test_every_difference_is_counted_for_what_it_is(record: str, expected: Differences) -> None:
    assert compare(record, LAYER.reading(record)) == expected


def test_half_spaces_at_the_end_are_restored() -> None:
    assert compare("علي", "علی\u200c") == Differences(restored=1, reshaped=1)


def test_one_mark_that_is_left_out_shifts_nothing() -> None:
    record = "باغ\u200f " + "و درخت " * 50
    assert compare(record, LAYER.reading(record)) == Differences(unseen=1)


def test_paragraphs_are_added() -> None:
    assert total([]) == Differences()
    assert total([Differences(1, 2, 3, 4), Differences(restored=1)]) == Differences(2, 2, 3, 4)
    assert not total([Differences()]).any()
    assert total([Differences(unseen=1)]).any()


@given(record=st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_the_counts_make_up_the_difference(record: str) -> None:
    reading = LAYER.reading(record, Habit.BLANKS)
    found = compare(record, reading)
    faults = LAYER.faults(record)
    letters = sum(fault.found.isalpha() for fault in faults)
    assert found.reshaped == letters
    assert found.unseen <= len(faults) - letters
    blanks = sum(record.count(blank) for blank in " \u00a0")
    assert found.joined == blanks - reading.count(" ") - reading.count("\u00a0")
    assert found.any() == (record != reading)


@given(words=st.lists(st.lists(st.sampled_from([*"ابیي‌\u200f"]), min_size=1, max_size=4).map("".join), max_size=6))
def test_words_are_counted_together_as_they_are_alone(words: list[str]) -> None:
    readings = [LAYER.reading(word, Habit.SET) for word in words]
    apart = total(compare(word, reading) for word, reading in zip(words, readings, strict=True))
    assert compare(" ".join(words), " ".join(readings)) == apart


@pytest.mark.parametrize(
    ("record", "reading", "expected"),
    [
        ("می\u00acرود و می\u00acآید", "می‌رود و می‌آید", Differences(restored=2)),
        ("می\u00acرود و مي آید", "می‌رود و می‌آید", Differences(restored=1, joined=1, reshaped=1)),
        ("علي", "علی‌", Differences(restored=1, reshaped=1)),
    ],
)
def test_a_half_sign_is_a_half_space_and_one_at_the_end_counts(
    record: str, reading: str, expected: Differences
) -> None:
    assert compare(record, reading) == expected


def test_a_half_space_before_a_blank_is_not_one_that_was_restored() -> None:
    assert compare("کار ها", "کار‌ ها").joined == 1
    assert compare("کارها و", "کار‌ها و") == Differences(restored=1)
    assert compare("كارها و میرود", "کار‌ها و می‌رود") == Differences(restored=2, reshaped=1)
