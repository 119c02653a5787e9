"""``pdf``: the files it writes, and what it says when something is missing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from goftogu.cli import main
from goftogu.exports import printing
from tests import sites
from tests.browsing import CHROMIUM
from tests.unit.exports.test_printing import player

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the browser is played by a script")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return sites.make_built(tmp_path / "archive")


def call(root: Path, *words: str) -> int:
    return main(["pdf", "--root", str(root), *words])


def test_each_interview_becomes_a_file_of_its_name_and_language(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    browser, paper = player(tmp_path), tmp_path / "a/paper"
    assert call(root, "river", "--browser", browser, "--to", str(paper), "--language", "both") == 0
    assert sites.files(paper) == {"river.both.pdf": b"%PDF-1.4 paper"}
    assert (tmp_path / "told.txt").read_text(encoding="utf-8").endswith("/archive/output/both/river.html")
    assert capsys.readouterr().err == f"wrote {paper / 'river.both.pdf'}\n"


def test_without_more_words_it_is_the_persian_page_in_this_folder(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(printing, "browser", lambda: player(tmp_path))
    assert call(root, "river") == 0
    assert (tmp_path / "river.fa.pdf").read_bytes() == b"%PDF-1.4 paper"
    assert call(root, "river") == 0


def test_without_a_browser_it_says_what_is_missing(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "browser", lambda: None)
    assert call(root, "river", "--to", str(tmp_path / "paper")) == 1
    said = capsys.readouterr().err
    assert said.startswith("error: W013 no browser was found that prints: chromium, ")
    assert "(install Chromium, or name a browser made from it with --browser)" in said
    assert not (tmp_path / "paper").exists()


def test_an_interview_without_a_page_is_named_and_nothing_is_printed(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(root, "river", "rivr", "--browser", player(tmp_path), "--to", str(tmp_path / "paper")) == 1
    said = capsys.readouterr().err
    assert "S007 there is no page of “rivr”" in said
    assert "river" in said.partition("(")[2]
    assert not (tmp_path / "paper").exists()
    assert call(root, "river", "--browser", "x", "--output", str(tmp_path / "none")) == 1
    assert "(build the site first:" in capsys.readouterr().err


def test_a_browser_that_fails_is_told(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    browser = player(tmp_path, 'print("no display", file=sys.stderr)')
    assert call(root, "river", "--browser", browser, "--to", str(tmp_path / "paper")) == 1
    said = capsys.readouterr().err
    assert said.startswith("error: W013 ")
    assert "river.html: no display (open the page in a browser" in said
    assert list((tmp_path / "paper").iterdir()) == []


def test_a_file_that_is_no_pdf_is_kept(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = tmp_path / "river.fa.pdf"
    mine.write_text("mine", encoding="utf-8")
    assert call(root, "river", "--browser", player(tmp_path), "--to", str(tmp_path)) == 1
    assert "S008 the file already exists and is no PDF" in capsys.readouterr().err
    assert mine.read_text(encoding="utf-8") == "mine"


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is missing: install the package “chromium”")
@pytest.mark.parametrize("language", ["fa", "en", "both"])
def test_chromium_prints_every_page(root: Path, tmp_path: Path, language: str) -> None:
    assert call(root, "river", "--browser", str(CHROMIUM), "--language", language, "--to", str(tmp_path)) == 0
    data = (tmp_path / f"river.{language}.pdf").read_bytes()
    assert data.startswith(b"%PDF-")
    assert len(data) > 5_000
    assert b"/Lang (fa)" in data or language == "en"
