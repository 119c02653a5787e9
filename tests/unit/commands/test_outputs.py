from __future__ import annotations

from pathlib import Path

import pytest

import goftogu
from goftogu.cli import main
from goftogu.commands import outputs
from tests import sites

PROGRAM = Path(goftogu.__file__).parent


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return sites.make(tmp_path / "archive")


@pytest.mark.parametrize(
    "place", ["content", "content/interviews", "content/new/site", ".", "..", "templates", "templates/x", "/", "link"]
)
def test_a_site_goes_neither_into_nor_above_what_is_kept(
    place: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "link").symlink_to(root / "content")
    before = sites.files(root)
    for command in ("build", "publish"):
        assert main([command, "--root", str(root), "--output", str(root / place), "--offline"]) == 1
        assert "S012" in capsys.readouterr().err
    assert sites.files(root) == before


@pytest.mark.parametrize("place", [PROGRAM, PROGRAM / "x", PROGRAM.parent])
def test_nor_into_the_program(place: Path, root: Path) -> None:
    assert outputs.fault_of_folder(root, place) is not None


@pytest.mark.parametrize("place", ["output", "site/output", "contents", "../site", ".cache/drafts", "content.new"])
def test_every_other_place_may_be_used(place: str, root: Path) -> None:
    assert outputs.fault_of_folder(root, root / place) is None


@pytest.mark.parametrize(
    "words",
    [
        ["export", "tsv", "--to", "content/interviews"],
        ["export", "tmx", "--to", "templates"],
        ["translate", "--packages", "none", "--report", "content/site.toml"],
        ["check", "--profile", "content/people.toml"],
    ],
)
def test_no_report_and_no_export_is_written_over_the_record(
    words: list[str], root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(root)
    before = sites.files(root)
    assert main(words) == 1
    assert "S012" in capsys.readouterr().err
    assert sites.files(root) == before


def test_a_report_may_lie_beside_them(root: Path) -> None:
    assert outputs.fault_of_file(root, root / "report.html") is None
    assert outputs.fault_of_file(root, root) is None
