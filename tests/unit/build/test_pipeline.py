"""The build as a whole: all or nothing, again and again the same bytes."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from goftogu.build import pipeline, templates
from goftogu.build.pipeline import BuildReport
from goftogu.cli import main
from goftogu.storage.cache import Cache
from goftogu.translation.memory.memory import State
from tests import sites


@pytest.fixture(autouse=True)
def no_packages(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Hide the packages that this machine may have."""
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "none"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Make a sound project."""
    return sites.make(tmp_path / "archive")


def build(root: Path, *, strict: bool = False, write: bool = True) -> BuildReport:
    return sites.build(root, packages=None, strict=strict, write=write)


def files(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def spoil(root: Path) -> None:
    with (root / "content/site.toml").open("a", encoding="utf-8") as stream:
        stream.write("[frobnicate]\n")


def test_a_build_says_what_the_site_has(root: Path) -> None:
    report = build(root)
    assert (report.interviews, report.turns, report.states[State.MISSING]) == (1, 2, 4)
    assert report.result is not None
    held, changed = report.summary(failed=False)
    assert held == "1 interview, 2 turns; paragraphs in English: 4 missing"
    assert changed == f"{len(report.result.written)} written, 0 unchanged, 0 removed; 1 warning"


def test_a_second_build_writes_nothing(root: Path) -> None:
    first = build(root).result
    assert first is not None
    before = files(root / "output")
    report = build(root)
    assert report.result is not None
    assert (report.result.written, report.result.unchanged, report.result.removed) == ((), len(first.written), ())
    assert files(root / "output") == before


def test_two_folders_give_the_same_bytes(root: Path, tmp_path: Path) -> None:
    build(root)
    other = sites.make(tmp_path / "elsewhere" / "deep")
    build(other)
    assert files(root / "output") == files(other / "output")


def test_an_error_leaves_the_old_site_as_it_was(root: Path) -> None:
    build(root)
    before = files(root / "output")
    spoil(root)
    (root / "content/interviews/river.md").unlink()
    report = build(root)
    assert report.result is None
    assert files(root / "output") == before
    assert next(report.summary(failed=True)).startswith("nothing was published: ")


def test_a_fault_of_a_template_leaves_the_old_site_as_it_was(root: Path) -> None:
    build(root)
    before = files(root / "output")
    (root / "templates/404.html.jinja").write_text("{{ misspelt }}", encoding="utf-8")
    report = build(root)
    assert {problem.code for problem in report.problems} == {"M006", "P002"}
    assert report.result is None
    assert files(root / "output") == before


def test_a_commit_that_is_stopped_says_that_pages_may_be_new(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(root)
    file = root / "content/interviews/river.md"
    file.write_text(file.read_text(encoding="utf-8").replace("title: ", "title: باز هم "), encoding="utf-8")
    replace = os.replace

    def stopped(source: str, target: str) -> None:
        if target.endswith("en/river.html"):
            raise PermissionError(errno.EPERM, "Operation not permitted", target)
        replace(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", stopped)
        report = build(root)
    assert [problem.code for problem in report.problems if problem.code != "M006"] == ["W001"]
    assert next(report.summary(failed=True)).startswith("publishing was stopped: ")
    assert not report.settled
    assert build(root).result is not None
    assert "باز هم" in (root / "output/en/river.html").read_text(encoding="utf-8")


def test_strict_counts_warnings(root: Path) -> None:
    raw = "پرسش: از رودخانه چه به یاد دارید؟\n\nپاسخ: آب آن زلال بود.\n"
    (root / "content/interviews/raw.txt").write_text(raw, encoding="utf-8")
    assert build(root).result is not None
    assert build(root, strict=True).result is None


def test_checking_reports_the_same_and_writes_nothing(root: Path) -> None:
    report = build(root, write=False)
    assert report.result is None
    assert not (root / "output").exists()
    assert list(report.problems) == list(build(root).problems)
    (root / "content/pages").mkdir()
    for language in ("fa", "en"):
        (root / f"content/pages/about.{language}.md").write_text("# درباره\n\n[x](nowhere.html)\n", encoding="utf-8")
    assert "L001" in {problem.code for problem in build(root, write=False).problems}


def test_a_page_of_a_deleted_interview_goes(root: Path) -> None:
    build(root)
    page = root / "output/fa/river.html"
    page.with_name("mine.html").write_text("kept", encoding="utf-8")
    interview = root / "content/interviews/river.md"
    interview.rename(interview.with_name("stream.md"))
    build(root)
    assert not page.exists()
    assert (root / "output/fa/stream.html").is_file()
    assert page.with_name("mine.html").read_text(encoding="utf-8") == "kept"


def test_an_archive_without_interviews_is_a_site(root: Path) -> None:
    (root / "content/interviews/river.md").unlink()
    assert build(root).result is not None
    assert (root / "output/fa/index.html").is_file()


def test_the_commands_give_the_exit_code(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--root", str(root)]) == 0
    assert main(["check", "--root", str(root)]) == 0
    spoil(root)
    assert main(["build", "--root", str(root)]) == 1
    assert "content/site.toml:11:2: C002" in capsys.readouterr().err


@pytest.mark.parametrize("text", [None, "something else"], ids=["deleted", "overwritten"])
def test_a_page_that_is_lost_comes_back_though_nothing_has_changed(root: Path, text: str | None) -> None:
    build(root)
    before = files(root / "output")
    page = root / "output/en/river.html"
    page.unlink() if text is None else page.write_text(text, encoding="utf-8")
    report = build(root)
    assert report.result is not None
    assert report.result.written == ("en/river.html",)
    assert files(root / "output") == before


def test_the_templates_beside_the_package_are_told_by_what_they_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside = tmp_path / "beside"
    (beside / "static").mkdir(parents=True)
    for path in ("base.html.jinja", "static/style.css"):
        (beside / path).write_text("one", encoding="utf-8")
    monkeypatch.setattr(templates, "_BESIDE", beside)

    def told() -> dict[str, str]:
        return dict(line.split() for line in pipeline._shared_templates(tmp_path / "archive", Cache(None)))

    before = told()
    assert before.keys() == {"base.html.jinja", "static/style.css"}
    (beside / "static/style.css").write_text("another", encoding="utf-8")
    after = told()
    assert after["base.html.jinja"] == before["base.html.jinja"]
    assert after["static/style.css"] != before["static/style.css"]


def test_a_report_of_nothing_says_so() -> None:
    assert list(BuildReport().summary(failed=False)) == ["0 interviews, 0 turns; paragraphs in English: none"]
    assert (BuildReport().settled, BuildReport().site, list(BuildReport().problems)) == (False, "", [])
