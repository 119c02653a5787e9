"""The ways in, ``goftogu``, ``python build.py`` and ``python -m goftogu``, are one program that knows its name."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Final

import pytest

from goftogu import __main__ as entry
from tests import sites

SCRIPT: Final = "import sys; sys.argv[0] = 'goftogu'; from goftogu.__main__ import run; sys.exit(run())"
WAYS: Final = {
    "goftogu": ["-c", SCRIPT],
    f"{sys.executable} {sites.ROOT / 'build.py'}": [str(sites.ROOT / "build.py")],
    f"{sys.executable} -m goftogu": ["-m", "goftogu"],
}


def call(way: str, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(sites.ROOT), "COLUMNS": "1000"}
    line = [sys.executable, *WAYS[way], *words]
    return subprocess.run(line, capture_output=True, text=True, check=False, env=environment)


@pytest.mark.parametrize("way", WAYS)
def test_help_and_usage_name_the_way(way: str) -> None:
    shown = call(way, "--help").stdout
    assert shown.startswith(f"usage: {way} ")
    assert f"\n  {way} serve " in shown
    wrong = call(way, "topics", "frobnicate")
    assert wrong.returncode == 2
    assert f"{way} topics: error: " in wrong.stderr


def test_a_hint_names_the_way_of_this_call_though_it_was_found_in_another(tmp_path: Path) -> None:
    root = sites.make(tmp_path, sites.SITES / "invalid/T009")
    for way in WAYS:
        done = call(way, "build", "--root", str(root), "--packages", "none", "--offline")
        assert done.returncode == 0
        assert f"(run: {way} --root {root} stamp content/interviews/hill.md)" in done.stderr


def test_every_way_leads_through_the_same_entry() -> None:
    project = tomllib.loads((sites.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["scripts"] == {"goftogu": "goftogu.__main__:run"}
    code = (
        "import gc, runpy, sys; sys.argv = [sys.argv[1], '--version']\n"
        "try: {}\nexcept SystemExit: print(gc.get_threshold()[0])"
    )
    starts = [
        f"runpy.run_path({str(sites.ROOT / 'build.py')!r}, run_name='__main__')",
        "runpy.run_module('goftogu', run_name='__main__')",
        "from goftogu.__main__ import run; run()",
    ]
    for start in starts:
        done = subprocess.run(
            [sys.executable, "-c", code.format(start), "x"], cwd=sites.ROOT, capture_output=True, text=True, check=True
        )
        assert done.stdout.split()[-1] == "10000", start


def test_the_entry_sets_the_threshold_and_hands_on_the_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    monkeypatch.setattr(gc, "set_threshold", seen.append)
    monkeypatch.setattr(entry, "main", lambda: 1)
    assert (entry.run(), seen) == (1, [10_000])


def test_no_message_of_the_program_names_one_way() -> None:
    named = [
        f"{path.relative_to(sites.ROOT)}:{number}"
        for path in sorted((sites.ROOT / "goftogu").rglob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if "build.py " in line and '"""' not in line
    ]
    assert named == []
