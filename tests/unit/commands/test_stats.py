from __future__ import annotations

import json
from pathlib import Path

import pytest

from goftogu.cli import main
from goftogu.commands import stats
from tests import sites


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return sites.make_built(tmp_path / "archive")


def test_a_table_tells_what_the_archive_holds(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sites.files(root)
    assert main(["stats", "--root", str(root)]) == 0
    out, err = capsys.readouterr()
    assert "turns                        2  in 1 exchange" in out
    assert "  missing                    4  100% of the paragraphs" in out
    assert err == ""
    assert sites.files(root) == before


def test_json_has_the_sizes_in_bytes(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stats", "--root", str(root), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    site = sites.files(root / "output")
    assert found["sizes"]["site"] == {"files": len(site), "bytes": sum(map(len, site.values()))}
    assert found["interviews"] == 1


def test_a_site_that_is_not_built_has_no_size(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["stats", "--root", str(root), "--output", str(tmp_path / "none"), "--format", "json"]
    assert main(words) == 0
    assert json.loads(capsys.readouterr().out)["sizes"]["site"] == {"files": 0, "bytes": 0}


def test_a_file_that_vanishes_is_not_counted(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stats, "listing", lambda *_: ["content/site.toml", "gone"])
    assert stats.size(root).files == 1


def test_what_can_be_read_is_counted_and_what_cannot_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "content/interviews/empty.md").write_text("", encoding="utf-8")
    assert main(["stats", "--root", str(root)]) == 1
    out, err = capsys.readouterr()
    assert "interviews                   1" in out
    assert "error: content/interviews/empty.md" in err
