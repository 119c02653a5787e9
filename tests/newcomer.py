"""A copy of the program to change as a newcomer would, and its builds."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests import sites

Change = dict[str, list[tuple[str, str]]]
"""What is written in place of what, by the path of a file; a file that is written in place of nothing is new."""


def copy(folder: Path) -> Path:
    """Copy the program into a folder, which must not exist."""
    for name in ("goftogu", "templates"):
        shutil.copytree(sites.ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(sites.ROOT / "build.py", folder)
    return folder


def edit(folder: Path, change: Change) -> None:
    """Change the files of a copy."""
    for path, pairs in change.items():
        file = folder / path
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        for old, new in pairs:
            assert old in text, (path, old)
            text = text.replace(old, new, 1)
        file.write_text(text, encoding="utf-8")


def archive(program: Path, folder: Path) -> Path:
    """Make the golden archive, with the templates of a copy of the program."""
    root = sites.make_golden(folder)
    shutil.rmtree(root / "templates")
    shutil.copytree(program / "templates", root / "templates")
    return root


def build(program: Path, root: Path) -> dict[str, bytes]:
    """Build an archive by a copy of the program, and return the files of the site."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    words = [sys.executable, str(program / "build.py"), "build", "--root", str(root), "--offline", "--packages", "none"]
    done = subprocess.run(words, env=environment, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return sites.files(root / "output")


def build_from_nothing(program: Path, root: Path) -> dict[str, bytes]:
    """Build an archive as if it had never been built."""
    shutil.rmtree(root / "output")
    (root / ".cache/build/entries.sqlite").unlink()
    return build(program, root)
