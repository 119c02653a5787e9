"""The wings are on floors: a module imports from its own and from those below; ``docs/architecture.md`` names them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests import sites

TEXT: Final = (sites.ROOT / "docs/architecture.md").read_text(encoding="utf-8").partition("## The floors")[2]
FLOORS: Final = [
    set(re.findall(r"`(\w+)`", row.partition("|")[0])) for row in re.findall(r"^\| \d+ \| (.+) \|$", TEXT, re.MULTILINE)
]
STAIRS: Final = set(re.findall(r"^- `([\w.]+)` uses `([\w.]+)`", TEXT, re.MULTILINE))
"""Who reaches for something above, and what it is; the document says why."""
MODULES: Final = sorted(path for path in (sites.ROOT / "goftogu").rglob("*.py") if path.name != "__init__.py")


def room(module: str) -> str:
    """Return what stands in the table: the wing, or the module of the ground floor."""
    return module.split(".")[1]


def floor(module: str) -> int:
    [number] = [number for number, rooms in enumerate(FLOORS) if room(module) in rooms]
    return number


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(sites.ROOT).with_suffix("").parts)


def imported(path: Path) -> Iterator[str]:
    """Yield the modules of the program that a module imports anywhere, also within a function."""
    known = set(map(dotted, MODULES))
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("goftogu"):
            for name in node.names:
                whole = f"{node.module}.{name.name}"
                yield whole if whole in known else node.module or ""


def reaches() -> set[tuple[str, str]]:
    """Return who imports what from a higher floor."""
    pairs = {
        (dotted(path), other) for path in MODULES for other in imported(path) if other in set(map(dotted, MODULES))
    }
    return {(here, there) for here, there in pairs if floor(there) > floor(here)}


def test_every_wing_and_every_module_beside_them_is_on_one_floor() -> None:
    rooms = {room(dotted(path)) for path in MODULES}
    assert set().union(*FLOORS) == rooms
    assert sum(map(len, FLOORS)) == len(rooms)


def test_nothing_is_imported_from_above_but_what_the_document_names() -> None:
    assert reaches() == STAIRS


@pytest.mark.parametrize("path", MODULES[:: max(1, len(MODULES) // 40)], ids=dotted)
def test_imports_are_seen(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert bool(list(imported(path))) == bool(re.search(r"^\s*from goftogu", text, re.MULTILINE))
