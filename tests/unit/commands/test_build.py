"""``build``, ``check`` and ``serve`` from the command line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from goftogu.build import pipeline
from goftogu.cli import main
from goftogu.problems import Problems
from goftogu.serve import server
from goftogu.serve.reload import ServerWork
from goftogu.translation.engine.processors import Device, Processors
from tests import sites


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return sites.make(tmp_path / "archive")


def interviews(work: ServerWork) -> int:
    report = work.build(dict[str, bytes]().update, ())
    assert isinstance(report, pipeline.BuildReport)
    return report.interviews


def run(root: Path, *words: str) -> int:
    return main([*words, "--root", str(root), "--packages", str(root / "none"), "--offline"])


@pytest.mark.parametrize(
    ("words", "changes"),
    [
        ("build", {}),
        ("check", {"write": False}),
        ("build --download", {"offline": False}),
        ("build --strict --jobs 3", {"strict": True, "jobs": 3}),
        ("build --output x", {"output": Path("x")}),
        ("build --packages y --scheduler 127.0.0.1:8786", {"packages": Path("y"), "scheduler": "127.0.0.1:8786"}),
        ("build --url https://example.org/z/", {"url": "https://example.org/z/"}),
        ("build --device cpu --threads 2", {"processors": Processors(Device.CPU, 2, 0, 0)}),
    ],
)
def test_options_of_the_command_line_are_those_of_the_build(
    root: Path, monkeypatch: pytest.MonkeyPatch, words: str, changes: dict[str, Any]
) -> None:
    wanted = []

    def build(options: pipeline.Options) -> pipeline.BuildReport:
        wanted.append(options)
        return pipeline.BuildReport(Problems())

    monkeypatch.setattr(pipeline, "build", build)
    given: dict[str, Any] = {"offline": True, "url": "", "strict": False, "write": True, "jobs": 0, "scheduler": ""}
    usual = pipeline.Options(root, root / "output", **given, processors=Processors(None, 0, 0, 0))
    assert main([*words.split(), "--root", str(root)]) == 0
    assert wanted == [replace(usual, **changes)]


def test_a_build_tells_what_was_done(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "build") == 0
    assert (root / "output/index.html").is_file()
    shown = capsys.readouterr().err
    assert "1 interview, 2 turns; paragraphs in English: 4 missing" in shown
    assert " 0 unchanged, 0 removed; 1 warning" in shown


def test_what_is_not_translated_is_an_error_when_strict(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "build", "--strict") == 1
    assert " M006 " in capsys.readouterr().err
    assert not (root / "output/index.html").exists()


def test_the_site_may_go_elsewhere(root: Path, tmp_path: Path) -> None:
    assert run(root, "build", "--output", str(tmp_path / "site")) == 0
    assert (tmp_path / "site/index.html").is_file()
    assert not (root / "output").exists()


def test_a_check_writes_no_site(root: Path) -> None:
    assert run(root, "check") == 0
    assert not (root / "output").exists()


def test_an_error_stops_it(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "content/interviews/empty.txt").touch()
    assert run(root, "build", "--format", "github") == 1
    out, err = capsys.readouterr()
    assert "::error file=content/interviews/empty.txt,line=1,col=1,title=T001 " in out
    assert "nothing was published: 1 error" in err


def test_strictly_a_warning_is_an_error(root: Path) -> None:
    assert run(root, "check") == 0
    assert run(root, "check", "--strict") == 1


DRAFT = """\
---
draft: true
title: پل چوبی
speakers:
  پرسشگر: {role: interviewer}
  نجار: {role: interviewee}
source:
  file: bridge.txt
---
پرسشگر: پل را که ساخت؟
{: #t1 }

نجار: زمرّدبانو و پسرانش.
{: #t2 }
"""


def _draft(root: Path) -> None:
    (root / "content/interviews/bridge.md").write_text(DRAFT, encoding="utf-8")
    (root / "content/received").mkdir()
    (root / "content/received/bridge.txt").write_text("زمرّدبانو", encoding="utf-8")
    (root / "content/translations/en").mkdir(parents=True)
    (root / "content/translations/en/bridge.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n', encoding="utf-8"
    )


def test_no_file_of_the_site_knows_a_draft(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "build") == 0
    before = sites.files(root / "output")
    _draft(root)
    capsys.readouterr()
    assert run(root, "build") == 0
    shown = capsys.readouterr().err
    assert "warning: content/interviews/bridge.md: T015 a draft, which is not published (answer what it asks" in shown
    assert sites.files(root / "output") == before
    assert run(root, "build", "--strict") == 1


def test_a_draft_is_published_when_it_is_none_any_more(root: Path) -> None:
    _draft(root)
    (root / "content/translations/en/bridge.po").unlink()
    file = root / "content/interviews/bridge.md"
    assert run(root, "build") == 0
    file.write_text(DRAFT.replace("draft: true", "draft: false"), encoding="utf-8")
    assert run(root, "build") == 0
    assert "زمرّدبانو" in (root / "output/fa/bridge.html").read_text(encoding="utf-8")


def test_a_published_interview_that_becomes_a_draft_is_missed(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "content/published.json").write_text('{"river": ["t1", "t2"]}', encoding="utf-8")
    file = root / "content/interviews/river.md"
    file.write_text(file.read_text(encoding="utf-8").replace("---\n", "---\ndraft: true\n", 1), encoding="utf-8")
    assert run(root, "build") == 0
    assert "W011 the interview was published and is gone" in capsys.readouterr().err


def test_an_error_in_a_draft_is_an_error(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _draft(root)
    (root / "content/interviews/bridge.md").write_text(DRAFT.replace("نجار: زم", "شاطر: زم"), encoding="utf-8")
    assert run(root, "build") == 1
    assert "T002" in capsys.readouterr().err


def test_the_server_shows_drafts_from_a_folder_of_their_own(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _draft(root)

    def once(_: Path, output: Path, work: ServerWork, *, port: int, url: str) -> int:
        assert (output, port, url) == (root / ".cache/drafts", 8000, "")
        return interviews(work)

    monkeypatch.setattr(server, "serve", once)
    assert run(root, "serve", "--drafts") == 2
    assert "زمرّدبانو" in (root / ".cache/drafts/fa/bridge.html").read_text(encoding="utf-8")
    assert not (root / "output").exists()


def test_the_server_builds_on_every_change_and_fetches_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[pipeline.Options] = []
    build = pipeline.build

    def watched(options: pipeline.Options) -> pipeline.BuildReport:
        seen.append(options)
        return build(options)

    def two_rounds(folder: Path, output: Path, work: ServerWork, *, port: int, url: str) -> int:
        assert (folder, output, port, url) == (root, root / "output", 8001, "https://example.org/new/")
        assert [interviews(work) for _ in range(2)] == [1, 1]
        return 0

    monkeypatch.setattr(pipeline, "build", watched)
    monkeypatch.setattr(server, "serve", two_rounds)
    assert (
        main(
            [
                "serve",
                "--root",
                str(root),
                "--packages",
                str(root / "none"),
                "--port",
                "8001",
                "--url",
                "https://example.org/new/",
            ]
        )
        == 0
    )
    assert [options.offline for options in seen] == [True, True]


def test_an_edit_is_shown_before_the_site_has_it(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, page = root / "content/interviews/river.md", root / "output/fa/river.html"
    shown: list[tuple[bytes, bytes]] = []

    def show(files: Mapping[str, bytes]) -> None:
        shown.append((files["fa/river.html"], page.read_bytes()))

    def edits(_: Path, __: Path, work: ServerWork, **___: object) -> int:
        work.build(show, ())
        for word in ("آبگینه", "شبدیز"):
            file.write_text(file.read_text(encoding="utf-8").replace("رودخانه", word, 1), encoding="utf-8")
            work.build(show, [file])
            assert word in page.read_text(encoding="utf-8")
            assert word.encode() in shown[-1][0]
            assert word.encode() not in shown[-1][1]
        return 0

    monkeypatch.setattr(server, "serve", edits)
    assert run(root, "serve") == 0
    assert len(shown) == 2


def test_a_site_that_has_not_changed_is_read_while_nobody_edits(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(root, "build") == 0
    file, shown, before = root / "content/interviews/river.md", list[str](), sites.files(root / "output")

    def edits(_: Path, __: Path, work: ServerWork, **___: object) -> int:
        work.build(shown.extend, ())
        work.rest()
        assert (shown, sites.files(root / "output")) == ([], before)
        file.write_text(file.read_text(encoding="utf-8").replace("رودخانه", "آبگینه", 1), encoding="utf-8")
        monkeypatch.setattr(pipeline, "build", unbuilt)
        work.build(shown.extend, [file])
        return 0

    def unbuilt(_: pipeline.Options) -> pipeline.BuildReport:
        assert "fa/river.html" in shown
        return pipeline.BuildReport()

    monkeypatch.setattr(server, "serve", edits)
    assert run(root, "serve") == 0
    assert shown


def test_what_cannot_be_read_leaves_the_server_at_rest(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(root, "build") == 0

    def rests(_: Path, __: Path, work: ServerWork, **___: object) -> int:
        work.build(dict[str, bytes]().update, ())
        (root / "content/site.toml").write_text("[", encoding="utf-8")
        work.rest()
        work.rest()
        return 0

    monkeypatch.setattr(server, "serve", rests)
    assert run(root, "serve") == 0
