"""``upgrade`` writes all of an upgrade or nothing, and says what it did."""

from __future__ import annotations

from pathlib import Path

import pytest

from goftogu.cli import main
from goftogu.content import record
from goftogu.storage import files
from tests import sites

EMPTY = "---\ntitle: آب\nspeakers:\n  الف:\n    role: interviewee\n    description: ''\n---\nالف: سلام.\n{: #t1 }\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make an archive of the first format with something to convert, and go there."""
    sites.make(tmp_path)
    (tmp_path / "content/interviews/empty.md").write_text(EMPTY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def content(root: Path) -> dict[str, bytes]:
    return sites.files(root / "content")


def test_an_older_archive_is_converted_and_builds(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--offline", "--packages", "none"]) == 1
    before = content(root)
    capsys.readouterr()
    assert main(["upgrade"]) == 0
    told = capsys.readouterr()
    assert "content/site.toml:2: format = 2" in told.out.splitlines()
    assert "{goftogu}" not in told.out
    assert told.err == "the archive has format 2 now\n"
    assert {path for path, data in content(root).items() if data != before[path]} == {
        "site.toml",
        "interviews/empty.md",
    }
    assert main(["check", "--offline", "--packages", "none"]) == 0
    assert main(["upgrade"]) == 0
    assert capsys.readouterr().err.endswith("the archive has format 2, the newest; nothing to do\n")


def test_a_check_writes_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = content(root)
    assert main(["upgrade", "--check"]) == 1
    told = capsys.readouterr()
    assert "content/interviews/empty.md:6: an empty text is a comment now" in told.out
    assert told.err == "the archive has format 1; goftogu upgrade would write this\n"
    assert content(root) == before
    assert main(["upgrade"]) == 0
    assert main(["upgrade", "--check"]) == 0


def test_an_archive_that_is_newer_is_a_problem(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = root / "content/site.toml"
    settings.write_text("format = 3\n" + settings.read_text("utf-8"), encoding="utf-8")
    before = content(root)
    assert main(["upgrade"]) == 1
    assert "error: content/site.toml:1:1: C009" in capsys.readouterr().err
    assert content(root) == before


@pytest.mark.parametrize("failing", [0, 1, 2])
def test_when_a_file_cannot_be_written_all_are_put_back(
    root: Path, failing: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "output/data").mkdir(parents=True)
    (root / "output/data/ids.json").write_text('{"river": []}', encoding="utf-8")
    before, write, calls = content(root), files.write, list[str]()

    def full(file: str | Path, data: bytes, *, seen: object = False) -> None:
        assert seen is False
        calls.append(str(file))
        if len(calls) == failing + 1:
            raise OSError(28, "No space left on device", str(file))
        write(file, data)

    monkeypatch.setattr(files, "write", full)
    assert main(["upgrade"]) == 1
    assert "No space left on device" in capsys.readouterr().err
    assert content(root) == before


def test_a_person_who_stops_it_finds_what_was_there(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(file: str | Path, data: bytes, *, seen: object = False) -> None:
        assert seen is False
        Path(file).write_bytes(data)
        monkeypatch.undo()
        raise KeyboardInterrupt

    monkeypatch.setattr(files, "write", stop)
    with pytest.raises(KeyboardInterrupt):
        record.write(root, {"content/site.toml": b"new", "content/other.toml": b"x"})
    assert (root / "content/site.toml").read_bytes() == (sites.SITES / "base/content/site.toml").read_bytes()
    assert not (root / "content/other.toml").exists()
