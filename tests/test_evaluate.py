"""``python -m bench.evaluate``, with the tiny package and the sentences that it knows."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.evaluate import main
from goftogu.translation.packages import installed as package_installed
from tests import sites
from tests.collecting import collected

PACKAGE = sites.ROOT / "tests/fixtures/package"


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    """A folder of packages that holds the tiny one."""
    package, problems = collected(
        package_installed.install, PACKAGE / "translate-fa_en-0_1.argosmodel", tmp_path / "packages"
    )
    assert problems == []
    assert package is not None
    return package.path.parent


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    pairs = [line.split("\t") for line in (PACKAGE / "sentences.tsv").read_text(encoding="utf-8").splitlines()]
    names = [str(tmp_path / "fa"), str(tmp_path / "en")]
    for name, column in zip(names, zip(*pairs, strict=True), strict=True):
        Path(name).write_text("".join(f"{line}\n" for line in column), encoding="utf-8")
    return names


def test_what_a_package_knows_by_heart_scores_a_hundred(
    files: list[str], packages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*files, "--packages", str(packages)]) == 0
    origin, bleu, chrf = capsys.readouterr().out.splitlines()
    assert origin == "argos translate-fa_en 0.1"
    assert bleu.startswith("BLEU = 100.00")
    assert "tok:13a" in bleu
    assert chrf.startswith("chrF2 = 100.00")


def test_files_of_different_length(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    Path(files[1]).write_text("One.\n", encoding="utf-8")
    assert main(files) == 1
    assert "has 1" in capsys.readouterr().err


def test_without_a_package(
    files: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "none"))
    assert main([*files, "--packages", str(tmp_path / "none")]) == 1
    assert "no package is installed" in capsys.readouterr().err
