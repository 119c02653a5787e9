"""How much a host holds: the warning of a build, and of a check, before a site is too large."""

from __future__ import annotations

from pathlib import Path

import pytest

from goftogu.build.pipeline import BuildReport
from goftogu.checks import capacity
from goftogu.problems import Problems, Severity
from goftogu.storage.manifest import NAME as MANIFEST
from tests import sites


def found(size: int) -> list[str]:
    problems = Problems()
    capacity.check("output", size, problems)
    assert all(problem.severity == Severity.WARNING for problem in problems)
    return [str(problem) for problem in problems]


def built(root: Path, *, strict: bool = False) -> BuildReport:
    return sites.build(root, strict=strict)


def weight(root: Path) -> int:
    """Return the bytes of a built site, without the files that are only ours."""
    files = sites.files(root / "output")
    return sum(len(data) for path, data in files.items() if path not in {MANIFEST, ".gitignore"})


def codes(report: BuildReport) -> list[str]:
    return [problem.code for problem in report.problems if problem.code == "W014"]


@pytest.mark.parametrize("size", [0, 850_000_000, 900_000_000])
def test_a_site_with_room_is_nobodys_concern(size: int) -> None:
    assert found(size) == []


@pytest.mark.parametrize(("size", "shown"), [(900_000_001, "900"), (999_999_999, "999"), (2_345_678_901, "2345")])
def test_a_large_site_is_told_with_its_size_and_that_of_the_host(size: int, shown: str) -> None:
    (told,) = found(size)
    assert told.startswith(f"output: W014 the site has {shown} MB, and GitHub Pages publishes 1000 MB")
    assert "site.toml" in told


def test_a_build_knows_the_size_of_its_site_to_the_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = sites.make_built(tmp_path)
    size = weight(root)
    monkeypatch.setattr(capacity, "NEAR", size)
    assert codes(built(root)) == []
    monkeypatch.setattr(capacity, "NEAR", size - 1)
    with (root / "content/site.toml").open("a", encoding="utf-8") as stream:
        stream.write("# nothing\n")
    report = built(root)
    assert codes(report) == ["W014"]
    assert report.result is not None
    assert codes(built(root)) == ["W014"]  # a build in which nothing has changed says it again


def test_a_strict_build_does_not_publish_what_hardly_fits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = sites.make(tmp_path)
    monkeypatch.setattr(capacity, "NEAR", 1)
    report = built(root, strict=True)
    assert report.result is None
    assert not (root / "output/index.html").exists()
