"""The benchmark as a whole: who is measured, in which order, and what it prints."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bench import __main__ as bench_main
from bench.figures import Figures
from bench.processes import Cost

FLOORS = ["floor", "floor with parallel pages", "floor with data, too"]
LEAN = [
    "cold, pages only",
    "warm start, pages only",
    "nothing changed, pages only",
    "one word changed, pages only",
    "all templates changed, pages only",
]
WHOLE = [name.replace("pages only", "all downloads") for name in LEAN[:-1]]


class Actor:
    """Stands for an archive or for a site of Pelican: each step costs its place in the run."""

    done: list[str]

    def __init__(self, root: Path, *_: Any) -> None:
        self.root = root

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def act(*_: Any) -> Any:
            self.root.mkdir(parents=True, exist_ok=True)
            self.done.append(f"{self.root.name} {name}")
            number = len(self.done)
            return [Cost(0, number)] * 2 if name == "serve" else Cost(number, number, 1)

        return act


@pytest.fixture(autouse=True)
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    done: list[str] = []
    monkeypatch.setattr(Actor, "done", done, raising=False)
    monkeypatch.setattr(bench_main, "Subject", Actor)
    monkeypatch.setattr(bench_main, "PelicanSite", Actor)
    monkeypatch.setattr(bench_main, "without_downloads", lambda _, lean: done.append(f"{lean.root.name} made"))
    return done


@pytest.mark.parametrize(
    ("number", "python", "steps"),
    [
        (1000, "", [*FLOORS, *LEAN, *WHOLE]),
        (1001, "", [*FLOORS, *LEAN]),
        (5000, "python", [*FLOORS, "Pelican, cold", *LEAN]),
    ],
)
def test_pelican_and_downloads_have_their_place(number: int, python: str, steps: list[str], tmp_path: Path) -> None:
    assert [name for name, _ in bench_main.prepare(number, tmp_path, python)[1]] == steps


def test_programs_take_turns(done: list[str], tmp_path: Path) -> None:
    found = Figures()
    bench_main.measure(found, 2000, 2, tmp_path, "python")
    cold = [run for run in done if run.endswith(" cold")]
    assert cold == ["2000-pelican cold", "2000-pages cold"] * 2
    assert done[:3] == ["2000 prepare", "2000-pages made", "2000-pelican prepare"]
    assert done[-1] == "2000-pages serve"
    assert all(len(costs) == 2 for costs in found.costs.values())
    assert len(found.costs) == len([*FLOORS, *LEAN]) + 2


def test_the_large_archive_is_built_between_two_builds_of_the_small_one(done: list[str], tmp_path: Path) -> None:
    growth = bench_main.grow(tmp_path)
    assert [run for run in done if run.endswith("cold")] == ["pages cold"] * 3
    before, between, after = (place for place, run in enumerate(done, 1) if run.endswith("cold"))
    assert growth.small.cpu == (before + after) / 2
    assert growth.large.cpu == between


def test_the_table_of_the_targets_comes_last(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["bench", "--sizes", "300", "1000", "--rounds", "1"])
    bench_main.main()
    said = capsys.readouterr()
    blocks = said.out.split("\n\n")
    assert [block.splitlines()[0].split(" | ")[0] for block in blocks[1:]] == ["| interviews", "| interviews", "| what"]
    assert blocks[0].endswith("median of 1 round.")
    told = said.err.splitlines()
    assert told[3] == "300 interviews, cold, pages only: 6.00 s CPU, 6.00 s wall"
    assert told[-1] == "1,000 interviews, page under edit in serve, pages only: 30.0 s wall"


def test_growth_and_pelican_are_options(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["bench", "--sizes", "10", "--pelican", "--growth"])
    monkeypatch.setattr("bench.pelican.install", lambda _: "python")
    bench_main.main()
    said = capsys.readouterr().out
    assert "| 10 | Pelican, cold | " in said
    assert said.splitlines()[-1].startswith("If the growth goes on, 100,000 interviews cost ")
