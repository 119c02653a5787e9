from __future__ import annotations

from pathlib import Path

import pytest

from bench import quality

PAIRS = [
    ("پدرم در سال ۱۳۵۷ به تهران رفت و نماند.", "My father went to Tehran in 1978, and he did not stay."),
    ("آیا چهل درصد مردم رفتند؟", "Did 40 percent of the people leave the town?"),
    ("دو میلیون دلار بود، و ۱۲ نفر.", "It was $2 million, and there were 12 people."),
]


def test_each_fault_changes_the_pairs_that_have_a_place_for_it() -> None:
    made = quality.injected(PAIRS)
    assert set(made) == {*quality.FAULTS, "the English of the next"}
    assert all(pair not in PAIRS for pairs in made.values() for pair in pairs)
    assert made["a number dropped"][0][1] == "My father went to Tehran in , and he did not stay."
    assert made["not lost"] == [(PAIRS[0][0], "My father went to Tehran in 1978, and he did stay.")]
    assert [len(made[kind]) for kind in ("percent lost", "million lost", "money changed", "empty")] == [1, 1, 1, 3]
    assert made == quality.injected(PAIRS), "no chance from run to run"


def test_the_table_tells_of_good_pairs_and_of_each_fault(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "mine.tsv"
    lines = ["# a comment", *("\t".join(pair) for pair in [*PAIRS, ("سی سال", "three years")])]
    file.write_text("\n".join(lines), encoding="utf-8")
    quality.main([str(file)])
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith("mine: 4 good pairs, 1 flagged (25.00%); ")
    assert told[1] == "    flags of good pairs: number 1"
    assert any(line.endswith("empty") and "100.0% of     4" in line for line in told)


def test_without_a_file_the_cases_of_the_tests_are_measured(capsys: pytest.CaptureFixture[str]) -> None:
    quality.main([])
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith("good: 108 good pairs, 0 flagged (0.00%); ")
    found, total = (int(word) for word in told[-1].removeprefix("written by hand: ").split() if word.isdigit())
    assert found / total >= 0.65
