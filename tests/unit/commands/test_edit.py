"""The commands that write transcripts: nothing is overwritten, nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from goftogu.cli import main
from tests import sites


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Make an archive without interviews."""
    (tmp_path / "content").mkdir()
    return tmp_path


def test_new_writes_a_form_that_stamp_completes(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "azar", "--root", str(root)]) == 0
    file = root / "content/interviews/azar.md"
    assert main(["stamp", "--root", str(root)]) == 0
    text = file.read_text(encoding="utf-8")
    assert [text.count(f"{{: #{name} }}") for name in ("p1", "t1", "t2", "t3")] == [1, 1, 1, 0]
    assert "stamped" in capsys.readouterr().err
    assert main(["stamp", str(file), "--root", str(root)]) == 0
    assert file.read_text(encoding="utf-8") == text
    assert main(["new", "azar", "--root", str(root)]) == 1


def test_a_form_that_nobody_has_filled_in_is_not_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(sites.make(tmp_path))
    assert main(["new", "azar"]) == 0
    assert "a draft; fill it in, delete “draft: true”" in capsys.readouterr().err
    assert main(["build", "--packages", "none"]) == 0
    assert "content/interviews/azar.md: T015" in capsys.readouterr().err
    assert not (tmp_path / "output/fa/azar.html").exists()
    file = tmp_path / "content/interviews/azar.md"
    file.write_text(file.read_text(encoding="utf-8").replace("draft: true\n", ""), encoding="utf-8")
    assert main(["build", "--packages", "none"]) == 0
    assert (tmp_path / "output/fa/azar.html").exists()


def test_stamp_keeps_the_line_ends(root: Path) -> None:
    assert main(["new", "azar", "--root", str(root)]) == 0
    file = root / "content/interviews/azar.md"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert main(["stamp", str(file), "--root", str(root)]) == 0
    assert b"{: #t1 }\r\n" in file.read_bytes()
    assert file.read_bytes().count(b"\n") == file.read_bytes().count(b"\r\n")


def test_stamp_edits_nothing_that_is_ignored_or_hidden(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "content/site.toml").write_text('ignore = ["notes.md"]\n', encoding="utf-8")
    assert main(["new", "azar", "--root", str(root)]) == 0
    folder = root / "content/interviews"
    form = (folder / "azar.md").read_bytes()
    others = [folder / name for name in ("notes.md", ".azar.md")]
    for other in others:
        other.write_bytes(form)
    (folder / ".#azar.md").symlink_to("sara@desk.4711")
    capsys.readouterr()
    assert main(["stamp", "--root", str(root)]) == 0
    assert capsys.readouterr().err == "content/interviews/azar.md: stamped\n"
    assert [other.read_bytes() for other in others] == [form, form]
    assert main(["stamp", str(others[0]), "--root", str(root)]) == 0
    assert others[0].read_bytes() != form


def test_stamp_tells_what_it_cannot_read(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stamp", str(root / "none.md"), "--root", str(root)]) == 1
    assert "S00" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "made"),
    [("a b", "a-b"), ("مینا راد: نوار ۲", "مینا-راد-نوار-۲"), ("aux", "1-aux"), ("azar.md", "azar")],
)
def test_any_name_gives_an_id(root: Path, name: str, made: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", name, "--root", str(root)]) == 0
    assert (root / f"content/interviews/{made}.md").is_file()
    assert f"“{name}” cannot be part of an address; the id is {made}" in capsys.readouterr().err
    assert main(["new", name, "--root", str(root)]) == 1


@pytest.mark.parametrize("name", ["", "  ", "???", "..."])
def test_a_name_without_a_letter_gives_none(root: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", name, "--root", str(root)]) == 1
    assert "S004" in capsys.readouterr().err
    assert not (root / "content/interviews").exists()


def test_a_transcript_may_be_named_as_its_problem_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project = sites.make(tmp_path, sites.SITES / "invalid/T009")
    monkeypatch.chdir(project / "content/interviews")
    assert main(["stamp", "content/interviews/hill.md"]) == 0
    assert "hill.md: stamped" in capsys.readouterr().err
    assert main(["stamp", "hill.md"]) == 0
    assert "stamped" not in capsys.readouterr().err
