"""Where an archive is: the nearest folder with settings, upwards."""

from __future__ import annotations

from pathlib import Path

import pytest

from goftogu.content import location


def archive(folder: Path) -> Path:
    (folder / "content/interviews").mkdir(parents=True)
    (folder / "content/site.toml").touch()
    return folder


@pytest.mark.parametrize(("below", "steps"), [("", 0), ("content", 1), ("content/interviews", 2), ("a b/پوشه", 2)])
def test_it_is_found_from_every_folder_inside(tmp_path: Path, below: str, steps: int) -> None:
    root = archive(tmp_path / "بایگانی من")
    (root / below).mkdir(parents=True, exist_ok=True)
    assert location.around(root / below) == location.Location(steps, root, None)


def test_the_nearer_of_two_is_taken_and_the_other_told(tmp_path: Path) -> None:
    outer = archive(tmp_path / "outer")
    inner = archive(outer / "projects/inner")
    assert location.around(inner / "content") == location.Location(1, inner, outer)
    assert location.around(inner.parent) == location.Location(1, outer, None)


def test_of_several_around_an_archive_the_nearest_one_is_told(tmp_path: Path) -> None:
    middle = archive(archive(tmp_path / "outer") / "middle")
    assert location.around(archive(middle / "inner")) == location.Location(0, middle / "inner", middle)


def test_without_settings_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "content/site.toml").mkdir(parents=True)
    assert location.around(tmp_path) is None
    assert "there is no archive here" in str(location.missing(tmp_path))


def test_a_folder_that_is_named_must_be_one(tmp_path: Path) -> None:
    assert location.fault(archive(tmp_path / "a"), whole=True) is None
    assert "there is no such folder" in str(location.fault(tmp_path / "b", whole=True))
    (tmp_path / "c").touch()
    assert "it is not a folder" in str(location.fault(tmp_path / "c", whole=True))


def test_a_folder_without_content_is_told_the_nearest_archive(tmp_path: Path) -> None:
    root = archive(tmp_path)
    assert f"the nearest one is {root}" in str(location.fault(root / "content", whole=True))
    (tmp_path / "content/site.toml").unlink()
    assert "init FOLDER" in str(location.fault(root / "content", whole=True))


def test_content_without_settings_may_be_named(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    assert location.fault(tmp_path, whole=True) is None
