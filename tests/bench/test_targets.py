"""The table of the targets: every row, met, missed or not measured."""

from __future__ import annotations

import pytest

from bench import targets
from bench.figures import COLD, DOWNLOADS, LIKE, NOTHING, PELICAN, SERVE, WORD, Figures, step
from bench.growth import Growth
from bench.processes import PROJECT, Cost
from bench.targets import Target


def cells(row: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in row.strip("|").split("|"))


def everything() -> Figures:
    figures = Figures()
    for number, name, cost in (
        (300, LIKE, Cost(0.5, 0.5, 24)),
        (300, step(COLD), Cost(7.5, 3.5, 80)),
        (1000, PELICAN, Cost(16, 16, 113)),
        (1000, step(COLD), Cost(16, 9.6, 100, 90)),
        (1000, step(COLD, DOWNLOADS), Cost(20, 12, 111, 95)),
        (1000, step(WORD), Cost(0.8, 0.8)),
        (1000, step(NOTHING), Cost(0.11, 0.11)),
        (1000, step(SERVE), Cost(0, 0.4)),
        (5000, step(COLD), Cost(90, 50, 170, 100)),
        (5000, step(WORD), Cost(3.6, 3.6)),
        (5000, step(NOTHING), Cost(0.314, 0.32)),
        (5000, step(SERVE), Cost(0, 0.9)),
    ):
        figures.add(number, name, cost)
    return figures


def test_the_table_tells_of_every_target() -> None:
    growth = Growth(Cost(16, 10, 100), Cost(170, 120, 250), cores=2)
    assert [cells(row) for row in targets.table(everything(), growth)[2:]] == [
        (
            "cold, pages only, 300 interviews, against the floor with parallel pages",
            "15.0 × CPU / 7.00 × wall",
            "≤ 14 × CPU / ≤ 8 × wall",
            "CPU **missed**, wall met",
        ),
        (
            "cold, pages only, 1,000, against Pelican 4.12 with i18n-subsites",
            "1.00 × CPU / 0.60 × wall",
            "≤ 1 × CPU / ≤ 0.6 × wall",
            "met",
        ),
        (
            "cold, all downloads, 1,000, against pages only",
            "1.25 × CPU / 1.25 × wall",
            "≤ 1.5 × CPU / ≤ 1.5 × wall",
            "met",
        ),
        (
            "one word changed, 1,000 / 5,000; in `serve`, until the page is new",
            "0.80 s CPU / 3.60 s CPU / 0.40 s wall / 0.90 s wall",
            "≤ 1 s CPU / ≤ 3.5 s CPU / ≤ 0.5 s wall / ≤ 0.5 s wall",
            "1,000 met, 5,000 **missed**, 1,000 in serve met, 5,000 in serve **missed**",
        ),
        ("nothing changed, 1,000 / 5,000", "0.11 s CPU / 0.31 s CPU", "≤ 0.11 s CPU / ≤ 0.31 s CPU", "met"),
        (
            "memory of the largest process, cold, 1,000 / 5,000",
            "111 MB / 170 MB",
            "≤ 110 MB / ≤ 180 MB",
            "1,000 **missed**, 5,000 met",
        ),
        (
            "growth, cold, pages only, 1,000 → 10,000",
            "10.6 × CPU / 12.0 × wall",
            "≤ 11 × CPU / ≤ 11 × wall",
            "CPU met, wall **missed**",
        ),
    ]


def test_what_was_not_measured_is_neither_met_nor_missed() -> None:
    rows = targets.table(Figures(), None)[2:]
    assert len(rows) == 7
    assert all(row.endswith("| not measured |") for row in rows)
    assert cells(rows[0])[1] == "not measured / not measured"


def test_the_table_is_markdown() -> None:
    assert targets.table(Figures(), None)[:2] == ["| what | measured | target | met |", "|---|---|---|---|"]


def test_a_target_may_be_measured_in_part() -> None:
    figures = Figures()
    figures.add(1000, step(NOTHING), Cost(0.2, 0.2))
    (row,) = [row for row in targets.table(figures, None) if "nothing" in row]
    assert cells(row)[1:] == (
        "0.20 s CPU / not measured",
        "≤ 0.11 s CPU / ≤ 0.31 s CPU",
        "1,000 **missed**, 5,000 not measured",
    )


@pytest.mark.parametrize(
    ("value", "most", "verdict"),
    [
        (None, 1, "not measured"),
        (1.004, 1, "met"),
        (1.006, 1, "**missed**"),
        (1049.6, 1050, "met"),
        (1051, 1050, "**missed**"),
    ],
)
def test_a_verdict_is_about_the_figure_as_it_is_shown(value: float | None, most: float, verdict: str) -> None:
    assert Target(value, most, "s CPU").verdict == verdict


def test_the_document_has_the_same_targets() -> None:
    lines = (PROJECT / "docs/benchmarks.md").read_text(encoding="utf-8").splitlines()
    documented = [cells(line) for line in lines]
    for what, _, target, _ in map(cells, targets.table(Figures(), None)[2:]):
        assert [target in row for row in documented if row[0] == what] == [True]
