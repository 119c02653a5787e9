"""The documents of the project: their links lead somewhere, and the commands they name exist."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted(path.relative_to(ROOT).as_posix() for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])

_LINK = re.compile(r"\]\((?P<target>[^)\s]+)\)")
_CODE = re.compile(r"^```.*?^```|`[^`\n]*`", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#{1,6} +(?P<text>.+)$", re.MULTILINE)
_MAKE = re.compile(r"`make (?P<target>[a-z]+)")
_TARGETS = frozenset(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def anchors(text: str) -> set[str]:
    """Return the anchors that code-hosting sites give to the headings of a document."""
    return {
        re.sub(r"[^\w\- ]", "", match["text"].strip().lower()).replace(" ", "-") for match in _HEADING.finditer(text)
    }


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_relative_link_leads_to_a_file_and_a_heading(name: str) -> None:
    document = ROOT / name
    text = _CODE.sub("", document.read_text(encoding="utf-8"))
    targets = [match["target"] for match in _LINK.finditer(text)]
    for target in targets:
        if "://" in target or target.startswith("mailto:"):
            continue
        path, _, anchor = target.partition("#")
        linked = document.parent / path if path else document
        assert linked.exists(), target
        assert not anchor or anchor in anchors(linked.read_text(encoding="utf-8")), target


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_make_target_that_is_named_exists(name: str) -> None:
    named = {match["target"] for match in _MAKE.finditer((ROOT / name).read_text(encoding="utf-8"))}
    assert named <= _TARGETS


def test_contributing_names_every_make_target() -> None:
    named = {match["target"] for match in _MAKE.finditer((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))}
    assert named == _TARGETS


def test_the_readme_says_the_same_for_every_system() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8").partition("### Without make")[2]
    posix, windows = re.findall(r"^```(?:sh|bat)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)[:2]
    assert posix.replace("python3 -m", "py -3.13 -m").replace(".venv/bin/", ".venv\\Scripts\\") == windows


def dependencies() -> Iterator[str]:
    """Yield every requirement of the project: to build it, to run it, with its extras, and to work on it."""
    given = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    yield from given["build-system"]["requires"]
    yield from given["project"]["dependencies"]
    for group in (*given["project"]["optional-dependencies"].values(), *given["dependency-groups"].values()):
        yield from group


def test_contributing_says_why_each_dependency_is_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    table = text.partition("| package | why it is there |")[2].partition("\n\n")[0]
    rows = re.findall(r"^\| `([\w-]+)` \| (\S.*) \|$", table, re.MULTILINE)
    assert sorted(name for name, _ in rows) == sorted({Requirement(text).name for text in dependencies()})


def test_contributing_names_files_and_tests_that_exist() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = set(re.findall(r"(?:tests|tools|docs)/[\w./-]*\w", text)) - {"tests/unit", "tests/sites/invalid"}
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []
