"""The ways in which people come by the program, each with all that it needs and nothing of this folder."""

from __future__ import annotations

import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
import tarfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests import sites

_NOT_INSTALLED = "the build backend of the project, hatchling, is not in this environment"


@dataclass(frozen=True)
class Way:
    """A way to start the program.

    Attributes:
        line: What is typed before the options.
        called: How the program calls itself in its hints.
        path: Where Python looks for modules first.
    """

    line: tuple[str, ...]
    called: str
    path: tuple[Path, ...] = ()

    def run(self, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a command in a folder."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("COV", "PYTHON"))}
        given = {"PYTHONPATH": os.pathsep.join(map(str, self.path)), "PYTHONUTF8": "1", "COLUMNS": "1000"}
        return subprocess.run(
            [*self.line, *words], cwd=folder, env={**kept, **given}, capture_output=True, text=True, check=False
        )


def clone(folder: Path) -> Way:
    """Copy what a clone has, and start ``build.py``."""
    for name in ("goftogu", "templates"):
        shutil.copytree(sites.ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(sites.ROOT / "build.py", folder)
    script = str(folder / "build.py")
    return Way((sys.executable, script), f"{sys.executable} {shlex.quote(script)}")


def module(folder: Path) -> Way:
    """Start the module of a clone from another folder, as ``python -m goftogu``."""
    clone(folder)
    return Way((sys.executable, "-m", "goftogu"), f"{sys.executable} -m goftogu", (folder,))


def editable(folder: Path) -> Way:
    """Start the script of a clone that is installed in place (``pip install -e``, ``uv run goftogu``)."""
    clone(folder)
    return Way((sys.executable, _script(folder / "bin")), "goftogu", (folder,))


def sdist(folder: Path) -> Way:
    """Build a source archive, unpack it, and start ``build.py`` there."""
    with tarfile.open(_built("sdist", folder / "dist")) as packed:
        packed.extractall(folder, filter="data")
    (unpacked,) = folder.glob("goftogu-*")
    script = str(unpacked / "build.py")
    return Way((sys.executable, script), f"{sys.executable} {shlex.quote(script)}")


def wheel(folder: Path) -> Way:
    """Build a wheel, and install it without what it depends on, which this environment has."""
    file = _built("wheel", folder / "dist")
    line = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-index",
        "--no-deps",
        "--target",
        "there",
        str(file),
    ]
    subprocess.run(line, cwd=folder, check=True, capture_output=True)
    (script,) = (folder / "there/bin").glob("goftogu*")
    return Way((str(script),), "goftogu", (folder / "there",))


WAYS = {"clone": clone, "module": module, "editable": editable, "sdist": sdist, "wheel": wheel}


def _script(folder: Path) -> str:
    folder.mkdir()
    text = "import sys\nfrom goftogu.__main__ import run\nsys.exit(run())\n"
    (folder / "goftogu").write_text(text, encoding="utf-8")
    return str(folder / "goftogu")


def _built(target: str, folder: Path) -> Path:
    if importlib.util.find_spec("hatchling") is None:
        pytest.skip(_NOT_INSTALLED)
    line = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)]
    subprocess.run(line, cwd=sites.ROOT, check=True, capture_output=True)
    (file,) = folder.iterdir()
    return file
