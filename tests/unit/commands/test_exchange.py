"""``export``: English that leaves the archive. What comes back is tested with ``translate``."""

from __future__ import annotations

from pathlib import Path

import pytest

from goftogu.cli import main
from tests import sites


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return sites.make(tmp_path / "archive")


@pytest.mark.parametrize(("form", "ending"), [("tmx", "tmx"), ("xliff", "xlf"), ("tsv", "tsv")])
def test_every_interview_gets_a_file(
    root: Path, tmp_path: Path, form: str, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", form, "--root", str(root), "--to", str(tmp_path / "to")]) == 0
    assert [file.name for file in (tmp_path / "to").iterdir()] == [f"river.{ending}"]
    assert (tmp_path / "to" / f"river.{ending}").stat().st_size
    assert f"wrote 1 file into {tmp_path / 'to'}" in capsys.readouterr().err


def test_an_unknown_interview_is_an_error(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "tsv", "rivr", "--root", str(root), "--to", str(tmp_path / "to")]) == 1
    assert "interview “rivr” does not exist (did you mean “river”?)" in capsys.readouterr().err
    assert not (tmp_path / "to").exists()


def test_a_file_that_is_no_translation_is_an_error(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.xlf").write_text("no XML", encoding="utf-8")
    assert main(["import", str(tmp_path / "a.xlf"), "--root", str(root)]) == 1
    assert "M010" in capsys.readouterr().err
