"""Pages on paper: what the browser is told, and what becomes of its result; the browser itself is played."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from goftogu.exports import printing
from goftogu.exports.printing import PrintingError

PLAYER: Final = """#!{python}
import pathlib, sys
options = dict(word.partition("=")[::2] for word in sys.argv[1:])
pathlib.Path({told!r}).write_text("\\n".join(sys.argv[1:]), encoding="utf-8")
{does}
"""
PRINTS: Final = 'pathlib.Path(options["--print-to-pdf"]).write_bytes(b"%PDF-1.4 paper")'

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the browser is played by a script")


def player(folder: Path, does: str = PRINTS) -> str:
    """Write a program that plays the browser and keeps what it was told."""
    program = folder / "browser"
    told = str(folder / "told.txt")
    program.write_text(PLAYER.format(python=sys.executable, told=told, does=does), encoding="utf-8")
    program.chmod(0o755)
    return str(program)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "خانه ۱.html"
    file.write_text("<!doctype html>", encoding="utf-8")
    return file


def test_a_page_becomes_what_the_browser_makes(tmp_path: Path, page: Path) -> None:
    assert printing.printed(page, player(tmp_path), tmp_path) == b"%PDF-1.4 paper"
    told = (tmp_path / "told.txt").read_text(encoding="utf-8").split("\n")
    assert told[-1] == page.resolve().as_uri()
    assert told[-1].isascii()
    assert {"--headless", "--no-pdf-header-footer", "--disable-background-networking"} <= set(told)
    assert ("--no-sandbox" in told) == (os.geteuid() == 0)


def test_nothing_is_left_beside_the_result(tmp_path: Path, page: Path) -> None:
    workplace = tmp_path / "paper"
    workplace.mkdir()
    printing.printed(page, player(tmp_path), workplace)
    assert list(workplace.iterdir()) == []


def test_a_browser_that_writes_while_its_folder_is_removed_has_made_the_page(
    tmp_path: Path, page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: str, **_: object) -> None:
        raise OSError(errno.ENOTEMPTY, "Directory not empty", path)

    monkeypatch.setattr(os, "rmdir", full)
    assert printing.printed(page, player(tmp_path), tmp_path) == b"%PDF-1.4 paper"


@pytest.mark.parametrize(
    ("does", "reason"),
    [
        ("sys.exit(1)", "it made no PDF and did not say why"),
        ('print("fault one\\n  no display \\n", file=sys.stderr)', "no display"),
        ('pathlib.Path(options["--print-to-pdf"]).write_bytes(b"<html>")', "it made no PDF and did not say why"),
    ],
)
def test_a_browser_that_makes_no_pdf_is_told_with_its_last_words(
    tmp_path: Path, page: Path, does: str, reason: str
) -> None:
    with pytest.raises(PrintingError) as caught:
        printing.printed(page, player(tmp_path, does), tmp_path)
    assert str(caught.value.reason) == reason


def test_a_browser_that_is_not_there_is_told(tmp_path: Path, page: Path) -> None:
    with pytest.raises(PrintingError, match="No such file"):
        printing.printed(page, str(tmp_path / "nowhere"), tmp_path)


def test_a_browser_without_end_is_told(tmp_path: Path, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "_PATIENCE", 0.2)
    with pytest.raises(PrintingError, match="it took more than"):
        printing.printed(page, player(tmp_path, "import time; time.sleep(60)"), tmp_path)


def test_a_browser_has_two_minutes(tmp_path: Path, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(words: list[str], *, timeout: float, **_: object) -> None:
        raise subprocess.TimeoutExpired(words, timeout)

    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(PrintingError) as caught:
        printing.printed(page, "browser", tmp_path)
    assert str(caught.value.reason) == "it took more than 120 seconds"


def test_the_browser_is_looked_for_by_its_usual_names_and_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "_PLACES", (str(tmp_path / "browser"),))
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    assert printing.browser() is None
    player(tmp_path)
    assert printing.browser() == str(tmp_path / "browser")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/google-chrome").symlink_to(tmp_path / "browser")
    assert printing.browser() == str(tmp_path / "bin/google-chrome")
