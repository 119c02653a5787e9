"""Changes of the program as a newcomer would make them, each after its recipe: nothing goes stale by them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import sites

Change = dict[str, list[tuple[str, str]]]
"""What is written in place of what, by the path of a file."""

TURNS: Change = {
    "goftogu/edition/outline.py": [
        ("    english: Mapping[str, Translation]\n", "    english: Mapping[str, Translation]\n    turns: int\n"),
        ("        english={unit.id", "        turns=len(interview.turns),\n        english={unit.id"),
    ],
    "goftogu/pages/list_entries.py": [
        ("    lines: Markup\n", "    lines: Markup\n    turns: int\n"),
        ("    return Work(\n", "    return Work(\n        turns=interview.turns,\n"),
    ],
    "templates/parts.html.jinja": [("{{ item.title }}", "{{ item.title }} [{{ number(item.turns) }}]")],
}
"""The number of turns of an interview, in every list of interviews."""

FINDINGS: Change = {
    "goftogu/index/indexing.py": [
        (
            "    problems: tuple[Problem, ...]\n\n    def",
            "    problems: tuple[Problem, ...]\n    turns: int = 0\n\n    def",
        ),
        ("            tuple(problems),\n", "            tuple(problems),\n            len(interview.turns),\n"),
    ],
    "goftogu/edition/site.py": [
        ("    card: bool = False\n", "    card: bool = False\n    turns: int = 0\n"),
        (
            "        return replace(site, index=",
            "        turns = sum(found.turns for _, found in listed)\n        return replace(site, turns=turns, index=",
        ),
    ],
    "goftogu/pages/years.py": [('        "years": [', '        "turns": edition.site.turns,\n        "years": [')],
    "templates/interviews.html.jinja": [("{% block main %}", "{% block main %}[{{ number(turns) }}]")],
}
"""A new field of what the index has of an interview, shown above the list of interviews."""

SECOND = "\nمینا راد: خداحافظ.\n{: #t91 }\n"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A copy of the program."""
    folder = tmp_path / "program"
    for name in ("goftogu", "templates"):
        shutil.copytree(sites.ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(sites.ROOT / "build.py", folder)
    return folder


def edit(folder: Path, change: Change) -> None:
    for path, pairs in change.items():
        text = (folder / path).read_text(encoding="utf-8")
        for old, new in pairs:
            assert text.count(old) >= 1, (path, old)
            text = text.replace(old, new, 1)
        (folder / path).write_text(text, encoding="utf-8")


def build(program: Path, root: Path) -> dict[str, bytes]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    words = [sys.executable, str(program / "build.py"), "build", "--root", str(root), "--offline", "--packages", "none"]
    done = subprocess.run(words, env=environment, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return sites.files(root / "output")


def shown(site: dict[str, bytes]) -> int:
    """Return the sum of the numbers in square brackets in the list of interviews."""
    return sum(map(int, re.findall(r"\[(\d+)\]", site["en/interviews/index.html"].decode())))


@pytest.mark.parametrize("change", [TURNS, FINDINGS], ids=["a column of a list", "a field of the findings"])
def test_what_a_list_shows_more_is_never_stale(program: Path, tmp_path: Path, change: Change) -> None:
    edit(program, change)
    root = sites.make_golden(tmp_path / "archive")
    shutil.rmtree(root / "templates")
    shutil.copytree(program / "templates", root / "templates")
    before = build(program, root)
    interview = root / "content/interviews/well.md"
    interview.write_text(interview.read_text(encoding="utf-8") + SECOND, encoding="utf-8")
    after = build(program, root)
    assert shown(after) == shown(before) + 1
    shutil.rmtree(root / "output")
    (root / ".cache/build/entries.sqlite").unlink()
    assert build(program, root) == after
