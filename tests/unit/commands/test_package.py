from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from goftogu.cli import main
from goftogu.translation.packages import installed as package_installed

TINY = Path(__file__).parents[2] / "fixtures/package/translate-fa_en-0_1.argosmodel"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive with a folder for packages and none of this machine's own."""
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "argos"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "archive/content").mkdir(parents=True)
    return tmp_path / "archive"


def package(root: Path, *words: str) -> int:
    return main(["package", *words, "--root", str(root), "--packages", str(root.parent / "packages")])


def test_a_package_is_installed_listed_verified_and_removed(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert package(root, "install", str(TINY)) == 0
    assert "installed argos translate-fa_en 0.1 in " in capsys.readouterr().err
    assert package(root, "list") == 0
    place = root.parent / "packages/translate-fa_en-0_1"
    assert capsys.readouterr().out == f"translate-fa_en 0.1\t{place}\n"
    assert package(root, "verify") == 0
    assert "as it was installed" in capsys.readouterr().err
    assert package(root, "remove", "translate-fa_en") == 0
    assert "removed " in capsys.readouterr().err
    assert not place.exists()


def test_a_package_that_has_changed_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    package(root, "install", str(TINY))
    model = root.parent / "packages/translate-fa_en-0_1/model/config.json"
    model.write_text("{}", encoding="utf-8")
    capsys.readouterr()
    assert package(root, "verify") == 1
    printed = capsys.readouterr().err
    assert "not verified" in printed
    assert "A011" in printed


def test_what_is_not_installed_cannot_be_removed(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert package(root, "remove", "translate-fa_en") == 1
    assert "A010" in capsys.readouterr().err
    package(root, "install", str(TINY))
    capsys.readouterr()
    assert package(root, "remove", "translate-en_fa") == 1
    printed = capsys.readouterr().err
    assert "translate-en_fa is not installed" in printed
    assert "translate-fa_en" in printed.partition("is not installed")[2]


def test_a_folder_that_cannot_be_removed_is_told(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    package(root, "install", str(TINY))

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(package_installed, "remove", refuse)
    capsys.readouterr()
    assert package(root, "remove", "translate-fa_en") == 1
    printed = capsys.readouterr().err
    assert "A010" in printed
    assert "cannot be removed: Permission denied (check its permissions)" in printed


def test_nothing_installed_is_no_fault(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert package(root, "list") == 0
    assert package(root, "verify") == 0
    assert capsys.readouterr().out == ""


def test_a_file_that_is_no_package_installs_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = root / "broken.argosmodel"
    shutil.copyfile(TINY, broken)
    broken.write_bytes(broken.read_bytes()[:900])
    assert package(root, "install", str(broken)) == 1
    assert "A002" in capsys.readouterr().err
    assert not (root.parent / "packages/translate-fa_en-0_1").exists()
