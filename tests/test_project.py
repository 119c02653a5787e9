"""Measures of the whole project: its shape, its docstrings, its versions, and what must not stand in its files."""

from __future__ import annotations

import ast
import re
import statistics
import subprocess
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

import goftogu

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "goftogu").rglob("*.py"))
MEDIAN, NINE_OF_TEN, LONGEST, MODULE = 6, 20, 40, 300

_Function = ast.FunctionDef | ast.AsyncFunctionDef
_Documented = ast.Module | ast.ClassDef | _Function

# In brackets, so that this file does not itself hold what it looks for.
_FORBIDDEN = re.compile(
    r"[/]root[/]|[/]work[/]|[/]tmp[/]|[/]home[/]\w|[.][.][/]shared|[/]opt[/]pypi"
    r"|\bpypi[.]org|pythonhosted[.]org|registry[.]npmjs|deb[.]debian[.]org"
)


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Yield each function of a module with its length in lines, its docstring not counted."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, _Function):
            docstring = ast.get_docstring(node, clean=False)
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            yield (
                f"{path.relative_to(ROOT)}:{node.lineno} {node.name}",
                lines - len((docstring or "").split("\n")) * (docstring is not None),
            )


def undocumented(path: Path) -> Iterator[str]:
    """Yield the public names of a module, its own included, that have no docstring."""
    module = ast.parse(path.read_text(encoding="utf-8"))
    stack: list[tuple[str, _Documented]] = [(str(path.relative_to(ROOT)), module)]
    while stack:
        name, node = stack.pop()
        if ast.get_docstring(node) is None:
            yield name
        if not isinstance(node, _Function):
            inner = [child for child in node.body if isinstance(child, ast.ClassDef | _Function)]
            stack += [(f"{name} {child.name}", child) for child in inner if not child.name.startswith("_")]


def tracked_files() -> list[Path]:
    """Return the files that are in the repository, or would be at the next commit."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]


def readable(path: Path) -> str:
    """Return the text of a file, or nothing if it is not text."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def test_functions_are_short() -> None:
    lengths = dict(length for path in MODULES for length in functions(path))
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}
    assert statistics.median(lengths.values()) <= MEDIAN
    assert statistics.quantiles(lengths.values(), n=10)[-1] <= NINE_OF_TEN


def test_one_class_has_one_name() -> None:
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in MODULES)
    named = Counter(node.name for tree in trees for node in tree.body if isinstance(node, ast.ClassDef))
    assert [name for name, count in named.items() if count > 1 and not name.startswith("_")] == []


def test_modules_are_short() -> None:
    lengths = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length >= MODULE} == {}


def test_everything_public_has_a_docstring() -> None:
    assert [name for path in MODULES for name in undocumented(path)] == []


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a git repository: nothing tells which files belong to it")
def test_no_file_names_a_machine_or_a_registry() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {match[0]}"
        for path in tracked_files()
        for number, line in enumerate(readable(path).splitlines(), 1)
        if (match := _FORBIDDEN.search(line))
    ]
    assert found == []


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a git repository: nothing tells which files belong to it")
def test_no_lock_with_addresses_belongs_to_the_project() -> None:
    assert not [path for path in tracked_files() if path.name == "uv.lock"]


def test_the_version_is_the_same_everywhere() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## \[(.+?)\](?: - (\d{4}-\d{2}-\d{2}))?$", changelog, re.MULTILINE)
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert headings[0] == ("Unreleased", "")
    assert headings[1] == (goftogu.__version__, citation["date-released"])
    assert citation["version"] == goftogu.__version__


def test_the_citation_file_has_what_its_format_asks_for() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["cff-version"] == "1.2.0"
    assert {"message", "title", "authors"} <= citation.keys()
    assert all("name" in author for author in citation["authors"])


def test_every_lint_rule_that_is_off_says_why() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    lint = tomllib.loads(text)["tool"]["ruff"]["lint"]
    rules = {*lint["ignore"], *(rule for rules in lint["per-file-ignores"].values() for rule in rules)}
    explained = set(re.findall(r'"([A-Z]+[0-9]*)"\]?,? *# \S', text))
    assert rules <= explained


def test_only_the_tests_of_the_sample_read_the_sample() -> None:
    """Whoever changes ``content/`` to an archive of her own must not break a test elsewhere."""
    reads = re.compile(r"""\bROOT\)? / f?["']content[/"']|\(archive\.\w+, (?:sites\.)?ROOT\)""")
    apart = ROOT / "tests/sample"
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in sorted((ROOT / "tests").rglob("*.py"))
        if apart not in path.parents
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if reads.search(line)
    ]
    assert found == []
