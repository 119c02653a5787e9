"""A build that is killed at any moment: every page is whole, old or new, and the next build repairs the site.

A longer run: GOFTOGU_KILLS=50, with ``-s`` to see its counts. ``test_publish_faults`` kills the file layer alone.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from goftogu.storage.manifest import NAME as MANIFEST
from goftogu.storage.staging import STAGING
from tests import sites

KILLS = int(os.environ.get("GOFTOGU_KILLS") or 3)
STRANGER = "CNAME"
WRITING = 0.03
"""Seconds in which all files are put into their places, more or less."""

Tree = dict[str, bytes]


def edit(root: Path) -> None:
    """Change a title, so that most pages change; add an interview and take a page away."""
    river = root / "content/interviews/river.md"
    text = river.read_text(encoding="utf-8")
    river.write_text(text.replace("title: ", "title: تازه‌ترین ", 1), encoding="utf-8")
    (root / "content/interviews/brook.md").write_text(text, encoding="utf-8")
    for page in (root / "content/pages").glob("*.md"):
        page.unlink()


def make(root: Path) -> tuple[Tree, Tree]:
    """Make a project that was built, edited, and not built again; return its site and the one to come."""
    sites.make(root)
    (root / "content/pages").mkdir()
    for language in ("fa", "en"):
        (root / f"content/pages/about.{language}.md").write_text("# About\n\nText.\n", encoding="utf-8")
    sites.build(root)
    old = sites.files(root / "output")
    edit(root)
    with_new = root.with_name("new")
    shutil.copytree(root, with_new)
    sites.build(with_new)
    new = sites.files(with_new / "output")
    assert old.keys() - new.keys()
    assert new.keys() - old.keys()
    return old, new


def start(root: Path) -> subprocess.Popen[bytes]:
    words = ["build", "--root", str(root), "--offline", "--packages", "none"]
    return subprocess.Popen([sys.executable, str(sites.ROOT / "build.py"), *words], stderr=subprocess.DEVNULL)


def kill(root: Path, delay: float, *, writing: bool) -> bool:
    """Build and kill the build after some seconds; return whether it was still running.

    Args:
        root: The project.
        delay: The seconds.
        writing: Count them from the moment at which files are put into their places.
    """
    before = stamp(root)
    with start(root) as process:
        while writing and process.poll() is None and stamp(root) == before:
            pass
        try:
            process.wait(delay)
        except subprocess.TimeoutExpired:
            process.kill()
            return True
    return False


def stamp(root: Path) -> int:
    """Return what changes when the manifest is written, which comes before all else."""
    try:
        return (root / "output" / MANIFEST).stat().st_ino
    except FileNotFoundError:
        return 0


def duration(root: Path) -> float:
    """Return how many seconds a build takes."""
    begun = time.perf_counter()
    with start(root) as process:
        assert process.wait() == 0
    return time.perf_counter() - begun


def judge(output: Path, old: Tree, new: Tree) -> str:
    """Check that every file is one of the old or the new site; return which of them stand there."""
    found = {path: data for path, data in sites.files(output).items() if not path.startswith(STAGING)}
    assert found.pop(STRANGER) == b"mine"
    found.pop(MANIFEST, None)
    for path, data in found.items():
        assert data in {old.get(path), new.get(path)}, path
    names = {"old": old, "new": new}
    whole = [name for name, site in names.items() if found == {path: site[path] for path in site if path != MANIFEST}]
    return whole[0] if whole else "empty" if not found else "between"


@pytest.mark.skipif(sys.platform == "win32", reason="no signals there")
@pytest.mark.parametrize("cold", [True, False], ids=["a build", "a rebuild"])
def test_a_killed_build_is_repaired_by_the_next_one(tmp_path: Path, cold: bool) -> None:
    chance = random.Random(f"{cold}{KILLS}")  # noqa: S311  moments to kill at need no secrecy
    project, work = tmp_path / "project", tmp_path / "work"
    old, new = make(project)
    if cold:
        shutil.rmtree(project / "output")
        shutil.rmtree(project / ".cache/build")
        (project / "output").mkdir()
    (project / "output" / STRANGER).write_bytes(b"mine")
    shutil.copytree(project, work)
    longest = duration(work)
    counts: Counter[str] = Counter()
    for number in range(KILLS):
        shutil.rmtree(work)
        shutil.copytree(project, work)
        late = number % 2 == 1
        counts["killed"] += kill(work, chance.uniform(0, WRITING if late else longest), writing=late)
        counts[judge(work / "output", {} if cold else old, new)] += 1
        assert not any(problem.code.startswith("W0") for problem in sites.build(work).problems)
        assert sites.files(work / "output") == {**new, STRANGER: b"mine"}
    print(f"{'build' if cold else 'rebuild'}, {longest:.2f} s: {dict(counts)}")  # noqa: T201  for who asks for it with -s
    assert counts["killed"]
