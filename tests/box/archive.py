"""The archive that the box becomes: imported, translated by the tiny engine, published.

Each state is made once for all tests of a run, from the one before; a test changes a copy.
"""

from __future__ import annotations

import contextlib
import io
import re
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from goftogu.cli import main
from tests import sites
from tests.box import contents
from tests.box.__main__ import write

PACKAGE: Final = sites.ROOT / "tests/fixtures/package/translate-fa_en-0_1.argosmodel"
PLACE: Final = "https://example.org/box/"
PACKAGES: Final = ".packages"
WITHOUT_ENGINE: Final = ("--offline", "--packages", "none")
PIECES: Final = contents.box()
HANDED_IN: Final = [piece for piece in PIECES if not piece.is_record]
RECORDS: Final = [piece for piece in PIECES if piece.is_record]
_SERIES: Final = '[tapes]\ntitle = {fa = "نوارهای دریا", en = "Tapes of the sea"}\n'


@cache
def box() -> Path:
    """Return the box as it is handed in."""
    folder = sites.scratch() / "جعبه"
    write(folder)
    return folder


@cache
def imported() -> Path:
    """Return the archive with everything imported and every question answered."""
    root = sites.scratch() / "bayegani"
    _call("init", str(root), "--yes", "--url", PLACE)
    edit(root / "content/site.toml", '# downloads = ["usual", "tmx"]', 'downloads = ["all"]')
    sites.compiled(root / ".cache")
    for piece in HANDED_IN:
        _call("import", str(box() / piece.file), "--root", str(root), *piece.answers)
    for piece in RECORDS:
        shutil.copy(box() / piece.file, root / "content/interviews")
    (root / "content/media").mkdir(exist_ok=True)
    for piece in PIECES:
        for name in piece.beside:
            shutil.copy(box() / name, root / "content/media")
        if piece.head:
            edit(transcript(root, piece), "\nspeakers:\n", f"\n{piece.head}\nspeakers:\n")
    (root / "content/series.toml").write_text(_SERIES, encoding="utf-8")
    people = root / "content/people.toml"
    _call("stamp", "--root", str(root))
    people.write_text(f"{people.read_text(encoding='utf-8')}\n{_suggested(root)}", encoding="utf-8")
    return root


@cache
def translated() -> Path:
    """Return the archive with English from the tiny engine."""
    root = shutil.copytree(imported(), sites.scratch() / "bayegani")
    packages = str(root / PACKAGES)
    _call("package", "install", str(PACKAGE), "--packages", packages, "--root", str(root))
    _call("translate", "--packages", packages, "--offline", "--root", str(root))
    return root


@cache
def published() -> Path:
    """Return the translated archive with its site published."""
    root = shutil.copytree(translated(), sites.scratch() / "bayegani")
    _call("publish", *WITHOUT_ENGINE, "--root", str(root))
    return root


def transcript(root: Path, piece: contents.Piece) -> Path:
    """Return the transcript that a file became: the one that names it, or is it."""
    found = root / "content/interviews"
    if piece.is_record:
        return found / piece.file
    return next(
        file for file in found.iterdir() if re.search(rf'file: "?{re.escape(piece.file)}"?\n', file.read_text("utf-8"))
    )


def edit(file: Path, old: str, new: str) -> None:
    """Replace the first occurrence of some words in a file."""
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{file.name}: {old}"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def _call(*words: str) -> None:
    assert main([*words, "--quiet"]) == 0, words


def _suggested(root: Path) -> str:
    """Take the first person that is suggested, with a name in English, as a person would."""
    shown = io.StringIO()
    with contextlib.redirect_stdout(shown):
        assert main(["people", "suggest", "--root", str(root)]) == 0
    block = shown.getvalue().split("\n\n")[0]
    taken = "\n".join(line.removeprefix("# ") for line in block.splitlines() if not line.startswith("##"))
    assert 'en = ""' in taken
    return taken.replace('en = ""', 'en = "Najib"') + "\n"


def teller(root: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Return what runs a command on an archive that ends well, and returns what it says."""

    def say(*words: str) -> str:
        capsys.readouterr()
        code = main([*words, "--root", str(root)])
        told = capsys.readouterr()
        assert code == 0, told.err
        return told.out + told.err

    return say
