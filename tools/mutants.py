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
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from coverage import CoverageData

from tools.mutations import Mutant, mutants

ROOT: Final = Path(__file__).parent.parent
TESTS: Final = ("tests/unit", "tests/test_sites.py", "tests/test_content_format.py")
TARGET: Final = 0.95
"""Of the mutants that are not equivalent, so many must be found."""

_PYTEST: Final = ("-m", "pytest", "--quiet", "-p", "no:randomly", "-p", "no:cacheprovider")
_HANGING: Final = ("-o", "faulthandler_timeout=60", "-o", "faulthandler_exit_on_timeout=true")
"""A test that runs for a minute hangs: the mutant is found."""

_LONGEST: Final = 1200
_NEAREST: Final = 150
"""Test functions that a mutant has to survive; a line of the hottest modules is run by thousands."""

_MESSAGES: Final = ("Message(", "plural(")
_CATALOGUE: Final = Path("tests/unit/locale/test_catalogue.py")
"""Compares all messages with their Persian. It reads the modules and does not run them, so that no line leads to it."""

_TEST: Final = re.compile(r"(?P<test>[^:|]+\.py::[^\[|]+)")


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


class Coverage:
    """Which tests run which lines.

    Args:
        root: The folder of the program that was measured.
        data: What was measured, with a context for each test.
    """

    def __init__(self, root: Path, data: CoverageData) -> None:
        self._root = root
        self._lines: dict[str, Mapping[int, set[str]]] = {}
        for name in data.measured_files():
            found = data.contexts_by_lineno(name).items()
            path = Path(name).relative_to(root).as_posix()
            self._lines[path] = {line: set(_tests(contexts)) for line, contexts in found}

    @classmethod
    def measure(cls, copy: Copy, tests: Sequence[str]) -> Coverage:
        """Run tests and measure what they cover.

        Raises:
            TestsFailError: A test fails, so that a failure says nothing about a mutant.
        """
        if copy.pytest(*tests, "--cov=goftogu", "--cov-context=test", "--cov-report="):
            raise TestsFailError
        data = CoverageData(str(copy.folder / ".coverage"))
        data.read()
        return cls(copy.folder, data)

    def tests(self, path: str, line: int) -> tuple[list[str], list[str]]:
        """Return the tests of a line, or of its module where the line runs at import.

        Returns:
            The files that are named after the module or read it, and the nearest of the other tests.
        """
        lines = self._lines.get(path, {})
        named = mirrored(self._root, path)
        found = lines.get(line) or set().union(*lines.values())
        others = [test for test in found if test.partition("::")[0] not in named]
        return named, sorted(others, key=lambda test: (Path(test).parent != mirror(path).parent, test))[:_NEAREST]


def _tests(contexts: Iterable[str]) -> Iterator[str]:
    for context in contexts:
        if match := _TEST.match(context):
            yield match["test"]


def mirror(path: str) -> Path:
    """Return where the unit tests of a module belong."""
    module = Path(path).relative_to("goftogu")
    return Path("tests/unit") / module.with_name(f"test_{module.name}")


def mirrored(root: Path, path: str) -> list[str]:
    """Return the files of tests that are named after a module, and the one that reads what it says."""
    place, module = mirror(path), root / path
    names = {place, *(file.relative_to(root) for file in (root / place).parent.glob(f"{place.stem}_*.py"))}
    if module.is_file() and any(word in module.read_text(encoding="utf-8") for word in _MESSAGES):
        names.add(_CATALOGUE)
    return sorted(str(name) for name in names if (root / name).is_file())


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

    def share(self) -> float:
        """Return how many of those that change something are found, as a fraction of 1."""
        return self.found / max(1, self.found + self.survived)

    def row(self, name: str) -> str:
        """Return a line of the table."""
        return f"{name:24}{self.found:6}{self.survived:10}{self.equivalent:12}{self.share():8.0%}"


def survey(options: argparse.Namespace, copy: Copy) -> dict[str, Tally]:
    """Try a sample, and print what survives.

    Returns:
        The tally of each wing.
    """
    equivalents = known(copy.root)
    sources = {
        path.relative_to(copy.folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((copy.folder / "goftogu").rglob("*.py"))
    }
    within = {path: text for path, text in sources.items() if path.startswith(f"goftogu/{options.only}")}
    compiling = (one for path, text in within.items() for one in mutants(path, text))
    coverage = Coverage.measure(copy, options.tests or TESTS)
    tallies: dict[str, Tally] = defaultdict(Tally)
    for mutant in chosen(compiling, options.count, options.seed):
        source, tally = sources[mutant.path], tallies[wing(mutant.path)]
        was, becomes = mutant.changed(source)
        if not mutant.compiles(source) or (mutant.path, was, becomes) in equivalents:
            tally.equivalent += 1
        elif copy.survives(mutant, source, coverage.tests(mutant.path, mutant.line)):
            tally.survived += 1
            print(f"{mutant.path}:{mutant.line}: {mutant.kind}\n  - {was}\n  + {becomes}", flush=True)
        else:
            tally.found += 1
    return tallies


def parser() -> argparse.ArgumentParser:
    """Return the options."""
    made = argparse.ArgumentParser(prog="make mutants FLAGS=…", description="how many small faults the tests find")
    made.add_argument("--count", type=int, default=300, help="how many mutants are tried (300)")
    made.add_argument("--seed", type=int, default=1, help="another number chooses others (1)")
    made.add_argument("--only", default="", metavar="PATH", help="a wing or a module, such as storage/cache.py")
    made.add_argument("--tests", action="append", metavar="PATH", help="only these tests (several times)")
    return made


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Try a sample and print the table; fail if fewer than TARGET are found."""
    options = parser().parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        copy = Copy(root, Path(folder).resolve())
        copy.make()
        try:
            tallies = survey(options, copy)
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
