"""The sample archive as a whole: its settings, its picture, and what a build says of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import Image

from goftogu.content import files, settings
from goftogu.edition.metadata import CARD_SIZE
from tests import sites
from tests.collecting import found_by
from tests.sites import ROOT


def test_its_settings_are_sound() -> None:
    assert found_by(settings.of_archive, ROOT) == []


def test_it_has_the_format_of_this_version() -> None:
    text = (ROOT / "content/site.toml").read_text(encoding="utf-8")
    assert f"\nformat = {settings.FORMAT}\n" in text


@pytest.mark.skipif(not (ROOT / files.CARD).exists(), reason="this archive has no picture")
def test_its_picture_has_the_size_that_messengers_want() -> None:
    with Image.open(ROOT / files.CARD) as image:
        assert (image.format, image.size) == ("PNG", CARD_SIZE)


def test_it_is_a_site(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    report = sites.build(tmp_path)
    assert [str(problem) for problem in report.problems.errors()] == []
    assert report.result is not None


def test_without_its_interview_it_is_a_site_without_a_warning(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    for companions in ("interviews", "received", "translations"):
        shutil.rmtree(tmp_path / "content" / companions)
    (tmp_path / "content/interviews").mkdir()
    report = sites.build(tmp_path)
    assert [str(problem) for problem in report.problems] == []
    assert report.result is not None
