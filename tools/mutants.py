"""How strong the tests are: ``make mutants``. Puts small faults into a copy of the program; the tests should find them.

A seeded sample of the faults that ``tools.mutations`` knows is tried, one at a time. For each, the tests run that are
named after its module, then the nearest of those that cover its line, or its module if the line runs at import. All are
tests of ``TESTS``. The golden site is left out, because it sees every change of a byte and says nothing about what is
right. A fault that no test finds survives. Either it changes nothing (then ``tools/equivalents.toml`` says why), or a
test is missing.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import queue
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from coverage import CoverageData

from tools.mutations import Mutant, mutants
from tools.reach import Coverage

ROOT: Final = Path(__file__).parent.parent
TESTS: Final = ("tests/unit", "tests/test_sites.py", "tests/test_content_format.py")
TARGET: Final = 0.95
"""Of the mutants that are not equivalent, so many must be found."""

_PYTEST: Final = ("-m", "pytest", "--quiet", "-p", "no:randomly", "-p", "no:cacheprovider")
_HANGING: Final = ("-o", "faulthandler_timeout=60", "-o", "faulthandler_exit_on_timeout=true")
"""A test that runs for a minute hangs: the mutant is found."""

_LONGEST: Final = 1200


class TestsFailError(Exception):
    """The tests fail before anything is changed."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of the program in which faults are tried.

    Attributes:
        root: The program itself.
        folder: Where the copy lies.
    """

    root: Path
    folder: Path

    def make(self) -> None:
        """Copy what belongs to the repository, or would at the next commit."""
        command = ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
        listed = subprocess.run(command, cwd=self.root, capture_output=True, check=True).stdout.decode()
        for name in filter(None, listed.split("\0")):
            if (self.root / name).is_file():
                (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(self.root / name, self.folder / name)

    def measure(self, tests: Sequence[str], jobs: int) -> Coverage:
        """Run tests, some at once, and measure which lines each of them runs.

        Raises:
            TestsFailError: A test fails, so that a failure says nothing about a mutant.
        """
        at_once = ("--numprocesses", str(jobs), "--dist", "worksteal")
        if self.pytest(*tests, *at_once, "--cov=goftogu", "--cov-context=test", "--cov-report="):
            raise TestsFailError
        data = CoverageData(str(self.folder / ".coverage"))
        data.read()
        return Coverage(self.folder, data)

    def pytest(self, *arguments: str, **environment: str) -> int:
        """Run tests in the copy.

        Args:
            arguments: Those of pytest.
            environment: Variables that the run has besides those of this process.

        Returns:
            The exit code; 124 if they take too long.
        """
        started = subprocess.Popen(
            (sys.executable, *_PYTEST, *arguments),
            cwd=self.folder,
            env={**os.environ, "HYPOTHESIS_PROFILE": "ci", **environment},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            return started.wait(_LONGEST)
        except subprocess.TimeoutExpired:
            return 124
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(started.pid, signal.SIGKILL)
            started.wait()

    def survives(self, mutant: Mutant, source: str, tests: Iterable[Sequence[str]]) -> bool:
        """Tell whether the tests pass in spite of a mutant; without tests it survives.

        Args:
            mutant: The change.
            source: The module as it is.
            tests: Groups of tests; a later one runs only if all before it passed.
        """
        module = self.folder / mutant.path
        module.write_text(mutant.apply(source), encoding="utf-8")
        try:
            return all(map(self._passes, filter(None, tests)))
        finally:
            module.write_text(source, encoding="utf-8")

    def _passes(self, tests: Sequence[str]) -> bool:
        (self.folder / "chosen.txt").write_text("\n".join(tests), encoding="utf-8")
        quick = ("--exitfirst", "-p", "no:cov", *_HANGING, "@chosen.txt")
        return self.pytest(*quick, PYTHONDONTWRITEBYTECODE="1") == 0


def wing(path: str) -> str:
    """Return the folder of a module below ``goftogu``; ``.`` is the ground floor."""
    return Path(path).parent.relative_to("goftogu").as_posix()


def chosen(found: Iterable[Mutant], count: int, seed: int) -> Iterator[Mutant]:
    """Yield some of the mutants, each kind in its turn, because there are many more strings than slices."""
    kinds: dict[str, list[Mutant]] = defaultdict(list)
    for mutant in found:
        kinds[mutant.kind].append(mutant)
    chance = random.Random(seed)
    for held in kinds.values():
        chance.shuffle(held)
    while count > 0 and any(kinds.values()):
        for kind in sorted(kinds):
            if kinds[kind] and count > 0:
                yield kinds[kind].pop()
                count -= 1


def known(root: Path) -> dict[tuple[str, str, str], str]:
    """Return the mutants that change nothing that can be seen, each with the reason."""
    listed = tomllib.loads((root / "tools/equivalents.toml").read_text(encoding="utf-8")).get("equivalent", [])
    return {(item["path"], item["was"], item["becomes"]): item["why"] for item in listed}


@dataclass(slots=True)
class Tally:
    """What became of the mutants of a wing."""

    found: int = 0
    survived: int = 0
    equivalent: int = 0

    def add(self, *, survived: bool) -> None:
        """Count one that changes something."""
        if survived:
            self.survived += 1
        else:
            self.found += 1

    def share(self) -> float:
        """Return how many of those that change something are found, as a fraction of 1."""
        return self.found / max(1, self.found + self.survived)

    def row(self, name: str) -> str:
        """Return a line of the table."""
        return f"{name:24}{self.found:6}{self.survived:10}{self.equivalent:12}{self.share():8.0%}"


def survey(options: argparse.Namespace, copies: Sequence[Copy]) -> dict[str, Tally]:
    """Try a sample, and print what survives.

    Returns:
        The tally of each wing.
    """
    root = copies[0].root
    equivalents = known(root)
    paths = sorted((copies[0].folder / "goftogu").rglob("*.py"))
    sources = {path.relative_to(copies[0].folder).as_posix(): path.read_text(encoding="utf-8") for path in paths}
    within = {path: text for path, text in sources.items() if path.startswith(f"goftogu/{options.only}")}
    compiling = (one for path, text in within.items() for one in mutants(path, text))
    tallies: dict[str, Tally] = defaultdict(Tally)
    todo = []
    for mutant in chosen(compiling, options.count, options.seed):
        source = sources[mutant.path]
        if mutant.compiles(source) and (mutant.path, *mutant.changed(source)) not in equivalents:
            todo.append(mutant)
        else:
            tallies[wing(mutant.path)].equivalent += 1
    for mutant, survived in tried(todo, sources, copies, copies[0].measure(options.tests or TESTS, len(copies))):
        if survived:
            was, becomes = mutant.changed(sources[mutant.path])
            print(f"{mutant.path}:{mutant.line}: {mutant.kind}\n  - {was}\n  + {becomes}", flush=True)
        tallies[wing(mutant.path)].add(survived=survived)
    return tallies


def tried(
    todo: Sequence[Mutant], sources: Mapping[str, str], copies: Sequence[Copy], coverage: Coverage
) -> Iterator[tuple[Mutant, bool]]:
    """Try mutants, as many at once as there are copies, and yield each with whether it survived."""
    free: queue.SimpleQueue[Copy] = queue.SimpleQueue()
    for copy in copies:
        free.put(copy)

    def survives(mutant: Mutant) -> bool:
        copy = free.get()
        try:
            return copy.survives(mutant, sources[mutant.path], coverage.tests(mutant.path, mutant.line))
        finally:
            free.put(copy)

    with ThreadPoolExecutor(len(copies)) as pool:
        yield from zip(todo, pool.map(survives, todo), strict=True)


def parser() -> argparse.ArgumentParser:
    """Return the options."""
    made = argparse.ArgumentParser(prog="make mutants FLAGS=…", description="how many small faults the tests find")
    made.add_argument("--count", type=int, default=300, help="how many mutants are tried (300)")
    made.add_argument("--seed", type=int, default=1, help="another number chooses others (1)")
    made.add_argument("--only", default="", metavar="PATH", help="a wing or a module, such as storage/cache.py")
    made.add_argument("--jobs", type=int, default=min(4, os.cpu_count() or 1), help="how many are tried at once")
    made.add_argument("--tests", action="append", metavar="PATH", help="only these tests (several times)")
    return made


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Try a sample and print the table; fail if fewer than TARGET are found."""
    options = parser().parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        copies = [Copy(root, Path(folder).resolve() / str(number)) for number in range(max(1, options.jobs))]
        for copy in copies:
            copy.make()
        try:
            tallies = survey(options, copies)
        except TestsFailError:
            print("The tests fail without any change: mend them first.")
            return 2
    print(f"\n{'wing':24}{'found':>6}{'survived':>10}{'equivalent':>12}{'share':>8}")
    for name in sorted(tallies):
        print(tallies[name].row(name))
    counts = ((tally.found, tally.survived, tally.equivalent) for tally in tallies.values())
    whole = Tally(*map(sum, zip(*counts, strict=True))) if tallies else Tally()
    print(whole.row("all"))
    return int(whole.share() < TARGET)


if __name__ == "__main__":
    sys.exit(main())
