"""Where templates are looked for: the archive's own first, then those of the program, wherever it is installed."""

from __future__ import annotations

from pathlib import Path

import pytest

from goftogu.build import templates
from tests import sites


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "templates").mkdir()
    return tmp_path


@pytest.fixture
def beside(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path_factory.mktemp("beside")
    monkeypatch.setattr(templates, "_BESIDE", folder)
    return folder


def test_a_clone_has_them_beside_the_package(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert templates.default() == sites.ROOT / "templates"
    assert templates.folders(root) == [root / "templates", sites.ROOT / "templates"]
    empty = tmp_path_factory.mktemp("empty")
    assert templates.folders(empty) == [sites.ROOT / "templates"]
    assert templates.outside(empty) == sites.ROOT / "templates"


def test_the_clone_itself_has_them_once() -> None:
    assert templates.folders(sites.ROOT) == [sites.ROOT / "templates"]
    assert templates.outside(sites.ROOT) is None


def test_those_in_the_package_come_before_those_beside_it(
    root: Path, beside: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packaged = tmp_path / "_templates"
    packaged.mkdir()
    monkeypatch.setattr(templates, "_PACKAGED", packaged)
    assert templates.default() == beside
    (packaged / "base.html.jinja").touch()
    assert templates.folders(root) == [root / "templates", packaged]
    assert templates.outside(root) is None


def test_without_any_there_are_those_of_the_archive(root: Path, beside: Path) -> None:
    beside.rmdir()
    assert templates.folders(root) == [root / "templates"]
    assert templates.outside(root) is None


def test_a_changed_default_template_is_noticed(tmp_path: Path, beside: Path) -> None:
    root = sites.make(tmp_path)
    (root / "templates").rename(root / "moved")
    beside.rmdir()
    (root / "moved").rename(beside)
    assert sites.build(root).result
    again = sites.build(root).result
    assert again is not None
    assert not again.written
    robots = beside / "robots.txt.jinja"
    robots.write_text(robots.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    sites.build(root)
    assert (root / "output/robots.txt").read_text(encoding="utf-8").endswith("# changed\n")
