"""The archive as the workbench reads it: by id, as the files are now, and nothing from outside its folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from goftogu.problems import Problems
from goftogu.serve.review.archive import ReviewArchive
from tests import reviewing


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return reviewing.make(tmp_path / "archive", turns=2)


def test_it_knows_every_transcript_by_its_id(root: Path) -> None:
    assert dict(ReviewArchive(root).paths()) == {
        "mill": "content/interviews/mill.md",
        "river": "content/interviews/river.md",
    }


def test_an_interview_is_read_as_it_is_now(root: Path) -> None:
    archive = ReviewArchive(root)
    first = archive.desk("mill", Problems())
    assert first is not None
    reviewing.rewrite(root, reviewing.TRANSCRIPT, reviewing.persian(1), "آسیاب کجا بود؟")
    second = archive.desk("mill", Problems())
    assert second is not None
    assert second.units["t1.1"].source == "آسیاب کجا بود؟"
    assert first.units["t1.1"].source == reviewing.persian(1)


def test_an_interview_that_has_not_changed_is_read_once(root: Path) -> None:
    archive = ReviewArchive(root)
    first, second = archive.desk("mill", Problems()), archive.desk("mill", Problems())
    assert first is not None
    assert second is not None
    assert first.interview is second.interview
    assert first.memory is not second.memory


def test_a_new_interview_is_found(root: Path) -> None:
    archive = ReviewArchive(root)
    archive.paths()
    (root / "content/interviews/late.md").write_bytes((root / reviewing.TRANSCRIPT).read_bytes())
    assert archive.desk("late", Problems()) is not None


@pytest.mark.parametrize("name", ["", "no such", "../mill", "mill.md", "/etc/passwd", "mill\x00"])
def test_what_is_no_interview_is_not_read(root: Path, name: str) -> None:
    assert ReviewArchive(root).desk(name, Problems()) is None


def test_a_memory_that_leads_out_of_the_archive_is_not_read(root: Path) -> None:
    (root / reviewing.MEMORY).rename(root.parent / "mill.po")
    (root / reviewing.MEMORY).symlink_to(root.parent / "mill.po")
    problems = Problems()
    assert ReviewArchive(root).desk("mill", problems) is None
    assert [problem.path for problem in problems] == [reviewing.MEMORY]


def test_a_name_in_persian_is_one_name_in_all_its_forms(root: Path) -> None:
    name = "آسیاب"
    decomposed = "آسیاب"
    (root / f"content/interviews/{decomposed}.md").write_bytes((root / reviewing.TRANSCRIPT).read_bytes())
    assert ReviewArchive(root).desk(name, Problems()) is not None


def test_its_digest_follows_settings_and_vocabularies(root: Path) -> None:
    first = ReviewArchive(root).digest
    assert ReviewArchive(root).digest == first
    reviewing.rewrite(root, "content/topics.toml", "River", "The river")
    assert ReviewArchive(root).digest != first
