"""Measures the build against its targets: ``python -m bench --sizes 300 1000 5000 --rounds 3 --pelican --growth``.

Every figure is the median of several rounds in which the programs take turns, each in a process of its own. CPU is the
processor's time of the process and of its workers, wall is the time on the clock. Memory is that of the largest
process.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from bench import figures, pelican, targets
from bench.figures import DOWNLOADS, FLOORS, PAGES, PELICAN, Figures, figure, step
from bench.growth import LARGE, SMALL, Growth
from bench.pelican import PelicanSite
from bench.processes import Cost
from bench.subject import Subject, without_downloads

_MOST_WITH_DOWNLOADS: Final = 1_000
"""Larger archives are measured with pages only, as no target needs more."""

Step = tuple[str, Callable[[], Cost]]
"""The name of a step, and what runs it."""


def measure(found: Figures, number: int, rounds: int, folder: Path, python: str) -> None:
    """Measure an archive of some size.

    Args:
        found: Gets the figures.
        number: How many interviews.
        rounds: How often each step is measured.
        folder: Where the archives go.
        python: The Python that has Pelican, or nothing.
    """
    lean, steps = prepare(number, folder, python)
    for _ in range(rounds):
        for name, run in steps:
            _keep(found, number, name, run())
    for cost in lean.serve(rounds):
        _keep(found, number, step(figures.SERVE), cost)


def prepare(number: int, folder: Path, python: str) -> tuple[Subject, list[Step]]:
    """Make the archives of some size; return the one without downloads, and what is measured, in turn."""
    whole, lean = Subject(folder / f"{number}"), Subject(folder / f"{number}-pages")
    whole.prepare(number)
    without_downloads(whole, lean)
    steps: list[Step] = [(name, partial(whole.floor, *words)) for name, words in FLOORS.items()]
    if python:
        site = PelicanSite(folder / f"{number}-pelican", number, python)
        site.prepare()
        steps.append((PELICAN, site.cold))
    steps += _steps(lean, PAGES)
    if number <= _MOST_WITH_DOWNLOADS:
        steps += _steps(whole, DOWNLOADS)
    return lean, steps


def _steps(subject: Subject, profile: str) -> Iterator[Step]:
    """Yield what is measured of an archive. A cold build comes first: it makes what the others begin with."""
    yield step(figures.COLD, profile), subject.cold
    yield step(figures.WARM, profile), subject.warm_start
    yield step(figures.NOTHING, profile), subject.build
    yield step(figures.WORD, profile), subject.word_changed
    if profile == PAGES:
        yield step(figures.TEMPLATES, profile), subject.templates_changed


def grow(folder: Path) -> Growth:
    """Measure how a cold build grows: the large archive once, between two builds of the small one."""
    small, large = (_pages_only(folder / f"growth-{number}", number) for number in (SMALL, LARGE))
    before, between, after = small.cold(), large.cold(), small.cold()
    return Growth(figures.median([before, after]), between, os.cpu_count() or 1)


def _pages_only(folder: Path, number: int) -> Subject:
    whole, lean = Subject(folder / "whole"), Subject(folder / "pages")
    whole.prepare(number)
    without_downloads(whole, lean)
    return lean


def _keep(found: Figures, number: int, name: str, cost: Cost) -> None:
    found.add(number, name, cost)
    cpu = f"{figure(cost.cpu)} s CPU, " if cost.cpu else ""
    print(f"{number:,} interviews, {name}: {cpu}{figure(cost.wall)} s wall", file=sys.stderr)


def main() -> None:
    """Print all figures, then the table of the targets."""
    options = _options()
    rounds = f"{options.rounds} round{'s' * (options.rounds != 1)}"
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, median of {rounds}.")
    found = Figures()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        python = pelican.install(folder / "pelican") if options.pelican else ""
        for number in options.sizes:
            measure(found, number, options.rounds, folder, python)
            print("", *found.table(number), sep="\n", flush=True)
        growth = grow(folder) if options.growth else None
    print("", *targets.table(found, growth), sep="\n")
    if growth:
        print(f"\n{growth.outlook()}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[300, 1000], help="numbers of interviews")
    parser.add_argument("--rounds", type=int, default=3, help="how often each step is measured")
    parser.add_argument("--pelican", action="store_true", help="install Pelican and measure it, too")
    parser.add_argument("--growth", action="store_true", help=f"measure {LARGE:,} interviews, too, once")
    return parser.parse_args()


if __name__ == "__main__":
    main()
