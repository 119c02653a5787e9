"""Which tests reach a line of the program: those that :mod:`tools.mutants` runs for a fault there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from coverage import CoverageData

_NEAREST: Final = 150
"""Test functions that a mutant has to survive; a line of the hottest modules is run by thousands."""

_MESSAGES: Final = ("Message(", "plural(")
_CATALOGUE: Final = Path("tests/unit/locale/test_catalogue.py")
"""Compares all messages with their Persian. It reads the modules and does not run them, so that no line leads to it."""

_TEST: Final = re.compile(r"(?P<test>[^:|]+\.py::[^\[|]+)")


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
