"""An interview under an embargo is nowhere; the build tells when its day has passed, and lifts nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from goftogu.build import embargo
from tests import sites

EMBARGO = "1410-03"
LAST = "2031-06-21"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = sites.make(tmp_path)
    text = (root / "content/interviews/river.md").read_text(encoding="utf-8")
    head = f"embargo: {EMBARGO}\nconsent: {{date: 1402-03-14, reference: پروندهٔ زرافشان}}\nspeakers:"
    kept = text.replace("speakers:", head).replace("رودخانه", "زرینه‌رود")
    (root / "content/interviews/zarrineh.md").write_text(kept, encoding="utf-8")
    return root


def set_day(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    monkeypatch.setattr(embargo, "today", lambda: day)


def told(root: Path) -> list[str]:
    report = sites.build(root)
    assert report.result is not None
    return [str(problem) for problem in report.problems if problem.code in {"T017", "T018"}]


@pytest.mark.parametrize("day", ["2026-01-01", LAST, "2031-06-22", "2099-01-01"])
def test_it_is_in_no_file_of_the_site_before_and_after_its_day(
    root: Path, day: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_day(monkeypatch, day)
    told(root)
    site = sites.files(root / "output")
    assert not [path for path, data in site.items() if "زرینه" in data.decode("utf-8", "replace") or "zarrineh" in path]


def test_the_same_report_comes_again_until_the_day_has_passed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = f"content/interviews/zarrineh.md: T017 under an embargo until {LAST}, not published"
    after = f"content/interviews/zarrineh.md: T018 its embargo ended on {LAST}; it is not published before you say so"
    for day, expected in (("2031-06-20", before), (LAST, before), ("2031-06-22", after), ("2031-06-23", after)):
        set_day(monkeypatch, day)
        (problem,) = told(root)
        assert problem.startswith(expected), day


def test_a_person_lifts_it_by_deleting_the_line(root: Path) -> None:
    file = root / "content/interviews/zarrineh.md"
    file.write_text(file.read_text(encoding="utf-8").replace(f"embargo: {EMBARGO}\n", ""), encoding="utf-8")
    assert told(root) == []
    site = sites.files(root / "output")
    assert "fa/zarrineh.html" in site
    assert not [path for path, data in site.items() if "زرافشان" in data.decode("utf-8", "replace")]


@pytest.mark.parametrize("day", ["1410-13-01", "فردا", "2031-02-30"])
def test_a_day_in_no_calendar_is_an_error_with_its_line(root: Path, day: str) -> None:
    file = root / "content/interviews/zarrineh.md"
    file.write_text(file.read_text(encoding="utf-8").replace(EMBARGO, day), encoding="utf-8")
    report = sites.build(root)
    assert report.result is None
    (problem,) = (item for item in report.problems if item.code == "C006")
    assert (problem.path, problem.line) == ("content/interviews/zarrineh.md", 4)


def test_today_is_a_day() -> None:
    assert len(embargo.today()) == len(LAST)
