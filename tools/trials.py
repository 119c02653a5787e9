"""How much the program has been tried to break: ``python -m tools.trials`` runs the trials, and counts them by class.

A trial is a case of a test whose file is named here. Tests of properties count as one, however many examples they try.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

ROOT: Final = Path(__file__).parent.parent
CLASSES: Final[Mapping[str, tuple[str, ...]]] = {
    "texts that try to run or to break out": ("tests/test_hostile.py", "tests/test_any_text.py"),
    "values: control characters, emptiness, merge markers, cut memories": ("tests/test_trials_values.py",),
    "names and folders: wrong place, name, ending, link": ("tests/test_trials_folders.py",),
    "what people's folders hold: copies, leftovers, files of other kinds": (
        "tests/unit/content/test_leftovers.py",
        "tests/unit/transcripts/formats/test_foreign.py",
    ),
    "a broken place in each kind of file, one for each problem code": ("tests/test_sites.py",),
    "readers of what people and other programs write": ("tests/test_fuzz.py", "tests/test_fuzz_forms.py"),
    "a build that is killed": ("tests/test_kill.py",),
    "a command that is stopped within the write: killed, full disk, size limit": ("tests/test_stopped_writing.py",),
    "signals, closed streams, odd names": ("tests/test_signals.py",),
    "two who write at once": ("tests/unit/translation/memory/test_lost_edits.py",),
    "consoles without Unicode": ("tests/test_consoles.py",),
    "a cache, a folder or a package that somebody else prepared": (
        "tests/test_planted.py",
        "tests/unit/translation/packages",
    ),
    "exports read by other programs": ("tests/test_third_party_readers.py", "tests/test_browser_parser.py"),
    "the network": ("tests/test_offline.py",),
    "the last net: a fault of the program itself": ("tests/unit/test_failures.py",),
}
"""The tests of each class: files, or folders."""

_ERRORS: Final = 2
"""Standard error, where pytest says how it gets on."""


def outcomes(report: Path) -> Iterator[tuple[str, bool]]:
    """Yield the file of each test that ran, without its ending, and whether the test passed.

    Args:
        report: What pytest wrote with ``--junitxml``.
    """
    for case in ET.parse(report).iter("testcase"):  # noqa: S314  pytest has just written it
        if case.find("skipped") is None:
            passed = case.find("failure") is None and case.find("error") is None
            yield case.get("classname", "").replace(".", "/"), passed


def table(found: Iterable[tuple[str, bool]]) -> list[tuple[str, int, int]]:
    """Count trials.

    Args:
        found: From :func:`outcomes`.

    Returns:
        For each class its name, how many were tried, and how many of them were right.
    """
    tried, right = Counter[str](), Counter[str]()
    for file, passed in found:
        name = next((name for name, paths in CLASSES.items() if _is_below(file, paths)), None)
        if name is not None:
            tried[name] += 1
            right[name] += passed
    return [(name, tried[name], right[name]) for name in CLASSES]


def _is_below(file: str, paths: Iterable[str]) -> bool:
    return any(f"{file}/".startswith(f"{path.removesuffix('.py')}/") for path in paths)


def main() -> int:
    """Run the trials, print the table, and return how many were not right."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        paths = [path for paths in CLASSES.values() for path in paths]
        command = [sys.executable, "-m", "pytest", "--quiet", f"--junitxml={report}", *paths, *sys.argv[1:]]
        subprocess.run(command, cwd=ROOT, check=False, stdout=_ERRORS)
        rows = table(outcomes(report))
    print("| trials | tried | right |\n| --- | ---: | ---: |")
    rows.append(("all", sum(tried for _, tried, _ in rows), sum(right for _, _, right in rows)))
    for name, tried, right in rows:
        print(f"| {name} | {tried:,} | {right:,} |")
    return rows[-1][1] - rows[-1][2]


if __name__ == "__main__":
    sys.exit(bool(main()))
