"""An archive as ``init`` makes it: it builds at once, without a word of warning, and says how to go on."""

from __future__ import annotations

from pathlib import Path

import pytest

from goftogu.cli import main
from tests import sites


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    monkeypatch.chdir(tmp_path)
    assert main(["init", "بایگانی من", "--yes"]) == 0
    monkeypatch.chdir(tmp_path / "بایگانی من")
    capsys.readouterr()
    return tmp_path / "بایگانی من"


def test_it_builds_at_once_and_tells_how_to_bring_the_first_interview(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "--strict"]) == 0
    assert (
        capsys.readouterr().err
        == "0 interviews, 0 turns; paragraphs in English: none\n40 written, 0 unchanged, 0 removed\n"
    )
    for language, words in (("fa", "نخستین گفت‌وگو"), ("en", "The first interview")):
        page = (root / f"output/{language}/index.html").read_text(encoding="utf-8")
        assert words in page
        assert "goftogu import FILE" in page
        assert "content/interviews/" in page


def test_the_first_interview_takes_the_place_of_the_advice(root: Path) -> None:
    for path in ("interviews/river.md", "people.toml"):
        (root / "content" / path).write_bytes((sites.SITES / "base/content" / path).read_bytes())
    assert main(["build", "--offline", "--packages", "none"]) == 0
    page = (root / "output/en/index.html").read_text(encoding="utf-8")
    assert "The first interview" not in page
    assert "goftogu import" not in page
