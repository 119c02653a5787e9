"""``build``, ``check`` and ``serve`` from the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from goftogu.build import pipeline
from goftogu.cli import main
from goftogu.serve import server
from goftogu.serve.reload import Preview
from tests import sites


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return sites.make(tmp_path / "archive")


def run(root: Path, *words: str) -> int:
    return main([*words, "--root", str(root), "--packages", str(root / "none"), "--offline"])


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
    (root / "content/interviews/notes.odt").touch()
    assert run(root, "check") == 0
    assert run(root, "check", "--strict") == 1


def test_the_server_builds_on_every_change_and_fetches_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[pipeline.Options] = []
    shown: list[dict[str, bytes]] = [{}, {}]
    previews = [own.update for own in shown]
    build = pipeline.build

    def watched(options: pipeline.Options) -> pipeline.BuildReport:
        seen.append(options)
        return build(options)

    def two_rounds(folder: Path, output: Path, rebuild: Callable[[Preview], pipeline.BuildReport], *, port: int) -> int:
        assert (folder, output, port) == (root, root / "output", 8001)
        assert [rebuild(preview).interviews for preview in previews] == [1, 1]
        return 0

    monkeypatch.setattr(pipeline, "build", watched)
    monkeypatch.setattr(server, "serve", two_rounds)
    assert main(["serve", "--root", str(root), "--packages", str(root / "none"), "--port", "8001"]) == 0
    assert [options.offline for options in seen] == [True, True]
    assert [options.preview for options in seen] == previews
