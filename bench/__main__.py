"""Measures the build: ``python -m bench --sizes 100 1000 --rounds 3``.

Every figure is the median of several rounds in which the programs take turns, each in a process of its own. Times are
seconds of the processor; wall clocks tell more about the other work of a machine. Memory is the largest resident set.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from typing import Final

_PROJECT: Final = Path(__file__).parents[1]
_FLOORS: Final = {"floor": (), "floor with parallel pages": ("--both",), "floor with data, too": ("--both", "--data")}
_LIKE: Final = "floor with parallel pages"
_PAGES: Final = "pages only"
"""The archive whose interviews have no downloads but the text as received: it has what the second floor has."""
_BUDGETS: Final = {
    "cold build": {100: 1.6, 1000: 1.6, 5000: 1.7},
    "nothing changed": {100: 0.25, 1000: 0.4, 5000: 1.3},
    "one interview changed": {100: 0.35, 1000: 0.7, 5000: 2.0},
    "memory": {100: 60.0, 1000: 80.0, 5000: 160.0},
}


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process cost: seconds of the processor, and megabytes of memory at its largest."""

    seconds: float
    megabytes: float


@dataclass(frozen=True, slots=True)
class Bench:
    """One archive on the disk."""

    root: Path

    @property
    def output(self) -> Path:
        """The folder of the site."""
        return self.root / "output"

    def build(self, output: Path | None = None) -> Cost:
        """Run the program."""
        words = ["build", "--root", str(self.root), "--output", str(output or self.output), "--offline"]
        return run([str(_PROJECT / "build.py"), *words])

    def floor(self, *options: str) -> Cost:
        """Run the floor into a new folder."""
        return run(["-m", "bench.floor", str(self.root), str(self._new("floor")), *options])

    def cold(self) -> Cost:
        """Build into a new folder; the caches are warm, and are warm again for the usual folder afterwards."""
        cost = self.build(self._new("output"))
        self.build()
        return cost

    def _new(self, name: str) -> Path:
        """Return a folder that is not there. A file system may take its time for names that were just deleted."""
        return next(path for number in count() if not (path := self.root / f"{name}-{number}").exists())

    def templates_changed(self) -> Cost:
        """Build as if every template were new: everything is rendered, nothing is read again."""
        return self._with(self.root / "templates/base.html.jinja", "<body", "<body data-changed")

    def changed(self) -> Cost:
        """Build with another answer in one interview."""
        file = next(iter(sorted((self.root / "content/interviews").glob("*.md"))))
        return self._with(file, "\nمهمان: ", "\nمهمان: آری ")

    def _with(self, file: Path, old: str, new: str) -> Cost:
        """Build with something changed, then put it back and build once more."""
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        cost = self.build()
        file.write_text(text, encoding="utf-8")
        self.build()
        return cost


def run(words: Sequence[str]) -> Cost:
    """Run Python with some arguments and measure the process.

    This process stays small on purpose: the kernel counts the memory of whoever starts a process as the process's own.

    Raises:
        SystemExit: When the program fails.
    """
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen([sys.executable, *words], cwd=_PROJECT, stdout=said, stderr=said, env=_environment())
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise SystemExit(said.read().decode())
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def _environment() -> dict[str, str]:
    """Return the environment of everybody: Python keeps what it has compiled, and does not wait for a slow terminal."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


def measure(number: int, rounds: int, folder: Path) -> list[str]:
    """Measure an archive of some size; return the rows of the table."""
    bench = Bench(folder / str(number))
    run(["-m", "bench.corpus", str(bench.root), str(number)])
    lean = Bench(folder / f"{number}-pages")
    corpus_without_downloads(bench.root, lean.root)
    size = sum(file.stat().st_size for file in bench.root.glob("content/interviews/*.md"))
    first = bench.build()
    lean.build()
    steps: dict[str, Callable[[], Cost]] = {
        **{name: partial(bench.floor, *words) for name, words in _FLOORS.items()},
        **_steps(lean, f", {_PAGES}"),
        **_steps(bench),
    }
    costs: dict[str, list[Cost]] = {name: [] for name in steps}
    for _ in range(rounds):
        for name, step in steps.items():
            costs[name].append(step())
    return [*(_row(number, name, found, costs) for name, found in costs.items()), _first(number, first, size)]


def _steps(bench: Bench, which: str = "") -> dict[str, Callable[[], Cost]]:
    return {
        f"cold build{which}": bench.cold,
        f"nothing changed{which}": bench.build,
        f"one interview changed{which}": bench.changed,
        f"all templates changed{which}": bench.templates_changed,
    }


def corpus_without_downloads(whole: Path, lean: Path) -> None:
    """Copy an archive, so that its interviews have no downloads but the text as received."""
    for name in ("content", "templates"):
        shutil.copytree(whole / name, lean / name)
    settings = lean / "content/site.toml"
    settings.write_text(f"downloads = []\n{settings.read_text(encoding='utf-8')}", encoding="utf-8")


def _first(number: int, cost: Cost, size: int) -> str:
    speed = f"{cost.seconds / (size / 1e6):.2f} s per MB of Persian"
    return f"| {number:,} | first build, empty cache | {cost.seconds:.2f} s | {speed} | {cost.megabytes:.0f} MB | |"


def _row(number: int, name: str, found: Sequence[Cost], costs: dict[str, list[Cost]]) -> str:
    seconds = [cost.seconds for cost in found]
    median, megabytes = statistics.median(seconds), max(cost.megabytes for cost in found)
    floors = {floor: statistics.median(cost.seconds for cost in costs[floor]) for floor in _FLOORS}
    ratios = " · ".join(f"{median / floor:.2f} ×" for floor in floors.values())
    noise = f"{min(seconds):.2f} to {max(seconds):.2f}"
    verdicts = _verdicts(number, name, median, median / floors[_LIKE], megabytes)
    return f"| {number:,} | {name} | {median:.2f} s ({noise}) | {ratios} | {megabytes:.0f} MB | {verdicts} |"


def _verdicts(number: int, name: str, seconds: float, ratio: float, megabytes: float) -> str:
    what, _, profile = name.partition(", ")
    if profile != _PAGES:
        return ""
    measured = [(what, ratio, " ×") if what == "cold build" else (what, seconds, " s"), ("memory", megabytes, " MB")]
    return ", ".join(
        f"{'within' if value <= budget else '**over**'} {budget:g}{unit}"
        for subject, value, unit in measured
        if (budget := _BUDGETS.get(subject, {}).get(number)) is not None
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000], help="numbers of interviews")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured")
    options = parser.parse_args()
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, median of {options.rounds} rounds.")
    print("Ratios are to the three floors. A build of pages only is judged by the second, which has the same pages.")
    print("A cold build takes rendered files from the cache; “all templates changed” renders every one.\n")
    print("| interviews | what | processor | ratio | memory | budget |\n|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for number in options.sizes:
            print("\n".join(measure(number, options.rounds, Path(folder))), flush=True)


if __name__ == "__main__":
    main()
