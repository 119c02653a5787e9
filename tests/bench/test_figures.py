"""The arithmetic of the figures: medians, ratios, and how a figure is shown."""

from __future__ import annotations

import pytest

from bench import figures
from bench.figures import COLD, DOWNLOADS, LIKE, PELICAN, SERVE, Figures, step
from bench.processes import Cost


def cells(row: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in row.strip("|").split("|"))


def found(number: int, costs: dict[str, list[Cost]]) -> Figures:
    kept = Figures()
    for name, some in costs.items():
        for cost in some:
            kept.add(number, name, cost)
    return kept


def test_seconds_are_medians_and_memory_is_the_largest() -> None:
    costs = [Cost(3, 9, 50, 20), Cost(1, 2, 70, 10), Cost(2, 4, 60, 40)]
    assert figures.median(costs) == Cost(2, 4, 70, 40)
    assert found(10, {"cold": costs}).of(10, "cold") == Cost(2, 4, 70, 40)


def test_a_ratio_is_that_of_the_medians() -> None:
    kept = found(10, {"ours": [Cost(8, 3), Cost(6, 5), Cost(7, 4)], "theirs": [Cost(2, 8)]})
    assert kept.ratios(10, "ours", "theirs") == (3.5, 0.5)


def test_what_was_not_measured_has_no_figure() -> None:
    kept = found(10, {"ours": [Cost(1, 1)]})
    assert kept.of(10, "theirs") is None
    assert kept.of(11, "ours") is None
    assert kept.ratios(10, "ours", "theirs") == (None, None)
    assert kept.ratios(10, "theirs", "ours") == (None, None)
    assert list(kept.costs) == [(10, "ours")]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0, "0.00"),
        (0.114, "0.11"),
        (9.994, "9.99"),
        (9.996, "10.0"),
        (27.64, "27.6"),
        (99.94, "99.9"),
        (99.96, "100"),
        (12345.6, "12,346"),
    ],
)
def test_a_figure_has_three_digits(value: float, shown: str) -> None:
    assert figures.figure(value) == shown


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [([], ""), ([0.0, 0.0], ""), ([1.5], "1.50 s"), ([3.0, 1.0, 2.0], "2.00 s (1.00 to 3.00)")],
)
def test_seconds_are_shown_with_their_range(seconds: list[float], shown: str) -> None:
    assert figures.spread(seconds) == shown


@pytest.mark.parametrize(
    ("cost", "shown"),
    [(Cost(1, 1), ""), (Cost(1, 1, 102.4), "102 MB"), (Cost(1, 1, 102.4, 80.2), "102 MB, 80 MB")],
)
def test_memory_tells_of_workers_when_there_are_some(cost: Cost, shown: str) -> None:
    assert figures.memory(cost) == shown


def test_the_table_has_a_row_for_each_step_of_the_size() -> None:
    kept = found(
        1000,
        {
            LIKE: [Cost(1, 1, 24)],
            PELICAN: [Cost(10, 10, 113)],
            step(COLD): [Cost(30, 20, 100, 90)],
            step(COLD, DOWNLOADS): [Cost(40, 30, 110, 90), Cost(50, 40, 120, 80)],
            step(SERVE): [Cost(0, 0.4)],
        },
    )
    kept.add(300, step(COLD), Cost(9, 9))
    assert [cells(row) for row in kept.table(1000)[2:]] == [
        ("1,000", "floor with parallel pages", "1.00 s", "1.00 s", "", "0.10 × CPU, 0.10 × wall", "24 MB"),
        ("1,000", "Pelican, cold", "10.0 s", "10.0 s", "10.0 × CPU, 10.0 × wall", "", "113 MB"),
        (
            "1,000",
            "cold, pages only",
            "30.0 s",
            "20.0 s",
            "30.0 × CPU, 20.0 × wall",
            "3.00 × CPU, 2.00 × wall",
            "100 MB, 90 MB",
        ),
        (
            "1,000",
            "cold, all downloads",
            "45.0 s (40.0 to 50.0)",
            "35.0 s (30.0 to 40.0)",
            "45.0 × CPU, 35.0 × wall",
            "4.50 × CPU, 3.50 × wall",
            "120 MB, 90 MB",
        ),
        ("1,000", "page under edit in serve, pages only", "", "0.40 s", "", "", ""),
    ]


def test_without_pelican_its_column_is_empty() -> None:
    kept = found(10, {LIKE: [Cost(1, 1)], step(COLD): [Cost(2, 3)]})
    assert kept.table(10)[:2] == [
        "| interviews | what | CPU | wall | against the floor | against Pelican | largest process, worker |",
        "|---|---|---|---|---|---|---|",
    ]
    assert kept.table(10)[-1] == "| 10 | cold, pages only | 2.00 s | 3.00 s | 2.00 × CPU, 3.00 × wall |  |  |"
