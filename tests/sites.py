"""Whole projects for tests: a sound base, with a few files of a fixture laid over it."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Any, Final

from goftogu.build import pipeline
from goftogu.persian.orthography import layer
from goftogu.transcripts.archive import CACHE

SITES: Final = Path(__file__).parent / "sites"
ROOT: Final = Path(__file__).parent.parent


def make(folder: Path, fixture: Path | None = None) -> Path:
    """Make a project from the base and a fixture.

    Args:
        folder: An empty folder; it becomes the project.
        fixture: A folder whose files replace those of the base. A file whose name ends in ``.gone`` takes the one
            without that ending away.
    """
    shutil.copytree(SITES / "base", folder, dirs_exist_ok=True)
    shutil.copytree(ROOT / "templates", folder / "templates")
    shutil.copytree(_compiled(), folder / CACHE)
    if fixture is not None:
        lay_over(folder, fixture)
    return folder


def compiled(folder: Path) -> None:
    """Lay the compiled lexicon into a new folder."""
    shutil.copytree(_compiled(), folder)


def lay_over(folder: Path, fixture: Path) -> None:
    """Lay the files of a fixture over a project; see :func:`make`."""
    shutil.copytree(fixture, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.txt"))
    for mark in sorted(folder.rglob("*.gone")):
        mark.unlink()
        mark.with_suffix("").unlink()


def make_built(folder: Path) -> Path:
    """Make a project from the base whose site has been published."""
    shutil.copytree(_built(), folder, dirs_exist_ok=True)
    return folder


def make_golden(folder: Path) -> Path:
    """Make the small archive with something of everything, whose site is kept in ``tests/golden/output``."""
    shutil.copytree(ROOT / "tests/golden/content", make(folder) / "content", dirs_exist_ok=True)
    return folder


def options(root: Path, **said: Any) -> pipeline.Options:
    """Return how a project is built, where nothing else is said: offline, and with no translation package."""
    usual: dict[str, Any] = {"output": root / "output", "offline": True, "url": "", "packages": root / "none"}
    return pipeline.Options(root, **usual | {"strict": False, "write": True, "jobs": 0, "scheduler": ""} | said)


def build(root: Path, **said: Any) -> pipeline.BuildReport:
    """Build a project as :func:`options` says."""
    return pipeline.build(options(root, **said))


def files(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder by its path."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()
    }


@cache
def _compiled() -> Path:
    """Compile the lexicon once for all projects of a test run."""
    folder = scratch()
    layer.load(folder)
    return folder


@cache
def _built() -> Path:
    """Build the base once for all projects of a test run."""
    folder = make(scratch())
    build(folder)
    return folder


def scratch() -> Path:
    """Return an empty folder that is there until the test run ends."""
    folder = Path(tempfile.mkdtemp(prefix="goftogu-"))
    atexit.register(shutil.rmtree, folder)
    return folder
