"""What follows from what: when a build renders, publishes, fills, and may be reused."""

from __future__ import annotations

from pathlib import Path

import pytest

from goftogu.build import pipeline, stages
from goftogu.build.pipeline import BuildReport, Options, PagesOf
from goftogu.build.project import Project
from goftogu.exports import house
from goftogu.locale.message import Message
from goftogu.pages import filters
from goftogu.problems import NO_HINT, Problem, Problems
from goftogu.translation.memory.store import MemoryUse, Request
from tests import sites
from tests.recordings import wav

DRAFT = "---\ntitle: پیش‌نویس\ndraft: true\nspeakers:\n  مجری: {role: interviewer}\n---\nمجری: چرا؟\n{: #t1 }\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return sites.make(tmp_path)


def build(root: Path, **options: object) -> BuildReport:
    return sites.build(root, **options)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Request]:
    """How the English was asked for."""
    found: list[Request] = []
    fill = Project.fill

    def noted(project: Project, request: Request) -> None:
        found.append(request)
        fill(project, request)

    monkeypatch.setattr(Project, "fill", noted)
    return found


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Whether anything was rendered."""
    found: list[str] = []
    monkeypatch.setattr(stages, "_write", lambda *_: found.append("written"))
    return found


def test_a_sound_archive_is_published_and_its_report_may_be_reused(root: Path) -> None:
    report = build(root)
    assert (report.result is not None, report.settled, bool(report.site)) == (True, True, True)
    assert not report.problems.has_errors()


def test_a_check_writes_nothing(root: Path) -> None:
    report = build(root, write=False)
    assert (report.result, report.settled, report.site) == (None, False, "")
    assert not (root / "output").exists()
    assert report.interviews == 1


@pytest.mark.parametrize(("strict", "renders"), [(False, True), (True, False)])
def test_nothing_is_rendered_when_the_content_is_not_sound(
    root: Path, rendered: list[str], strict: bool, renders: bool
) -> None:
    report = build(root, write=False, strict=strict)
    assert {problem.severity.value for problem in report.problems} == {"warning"}
    assert bool(rendered) is renders


def test_an_error_ends_the_build_before_it_renders(root: Path, rendered: list[str]) -> None:
    (root / "content/site.toml").write_text("[frobnicate]\n", encoding="utf-8")
    report = build(root)
    assert (report.result, rendered) == (None, [])
    assert report.problems.has_errors()


def test_english_is_kept_only_by_a_build_that_writes_and_has_no_error(root: Path, asked: list[Request]) -> None:
    build(root)
    build(root, write=False)
    (root / "content/site.toml").write_text("[frobnicate]\n", encoding="utf-8")
    build(root)
    assert [request.use for request in asked] == [MemoryUse.FILL, MemoryUse.READ, MemoryUse.READ]
    assert {request.means.packages for request in asked} == {root / "none"}


@pytest.mark.parametrize(("option", "setting"), [(False, False), (True, False), (False, True)])
def test_a_package_is_fetched_unless_somebody_says_no(
    root: Path, asked: list[Request], monkeypatch: pytest.MonkeyPatch, option: bool, setting: bool
) -> None:
    monkeypatch.setattr("goftogu.translation.engine.argos.is_installed", lambda: False)
    settings = root / "content/site.toml"
    text = settings.read_text(encoding="utf-8").replace("offline = true\n", "")
    settings.write_text(f"offline = {str(setting).lower()}\n{text}", encoding="utf-8")
    report = build(root, offline=option)
    fetches = not (option or setting)
    assert asked[0].means.fetch is fetches
    assert report.settled is not fetches


def test_drafts_are_left_out_unless_they_are_wanted(root: Path) -> None:
    (root / "content/interviews/draft.md").write_text(DRAFT, encoding="utf-8")
    assert build(root, write=False).interviews == 1
    assert build(root, write=False, drafts=True).interviews == 2


def test_a_problem_that_passes_is_not_reported_from_a_receipt(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stages, "_PASSING", frozenset({"M006"}))
    report = build(root)
    assert "M006" in {problem.code for problem in report.problems}
    assert (report.result is not None, report.settled) == (True, False)


def test_a_fault_that_rendering_finds_publishes_nothing(root: Path) -> None:
    build(root)
    page = root / "output/404.html"
    before = page.read_bytes()
    (root / "templates/404.html.jinja").write_text('<a href="gone.html">gone</a>', encoding="utf-8")
    report = build(root)
    assert (report.result, report.settled) == (None, False)
    assert "L006" in {problem.code for problem in report.problems}
    assert page.read_bytes() == before


def test_a_recording_is_published_as_it_is(root: Path) -> None:
    file, tone = root / "content/interviews/river.md", wav()
    file.write_text(file.read_text("utf-8").replace("---\nاین", "media:\n  - {file: tape.wav}\n---\nاین"), "utf-8")
    (root / "content/media").mkdir()
    (root / "content/media/tape.wav").write_bytes(tone)
    build(root)
    assert (root / "output/media/tape.wav").read_bytes() == tone


def test_what_is_found_of_exports_filters_templates_and_words_is_told(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = [
        Problem.of_file(name, "C002", Message("x"), NO_HINT) for name in ("exports", "filters", "templates", "words")
    ]
    look = stages._look

    def noted(options: Options, faults: Problems, gaps: Problems) -> object:
        faults.add(told[2])
        gaps.add(told[3])
        return look(options, faults, gaps)

    monkeypatch.setattr(house, "problems", lambda: told[:1])
    monkeypatch.setattr(filters, "problems", lambda: told[1:2])
    monkeypatch.setattr(stages, "_look", noted)
    assert [problem for problem in build(root, write=False).problems if problem in told] == told


def test_who_only_reads_keeps_no_english(root: Path, asked: list[Request]) -> None:
    learned: list[PagesOf] = []
    pipeline.learn(sites.options(root, preview=learned.append))
    assert [request.use for request in asked] == [MemoryUse.READ]
    assert len(learned) == 1
