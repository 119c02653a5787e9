"""The commands that write transcripts: nothing is overwritten, nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from goftogu.cli import main


def test_new_writes_a_form_that_stamp_completes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "azar", "--root", str(tmp_path)]) == 0
    file = tmp_path / "content/interviews/azar.md"
    assert main(["stamp", "--root", str(tmp_path)]) == 0
    text = file.read_text(encoding="utf-8")
    assert [text.count(f"{{: #{name} }}") for name in ("p1", "t1", "t2", "t3")] == [1, 1, 1, 0]
    assert "stamped" in capsys.readouterr().err
    assert main(["stamp", str(file)]) == 0
    assert file.read_text(encoding="utf-8") == text
    assert main(["new", "azar", "--root", str(tmp_path)]) == 1


def test_stamp_keeps_the_line_ends(tmp_path: Path) -> None:
    assert main(["new", "azar", "--root", str(tmp_path)]) == 0
    file = tmp_path / "content/interviews/azar.md"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert main(["stamp", str(file)]) == 0
    assert b"{: #t1 }\r\n" in file.read_bytes()
    assert file.read_bytes().count(b"\n") == file.read_bytes().count(b"\r\n")


def test_stamp_tells_what_it_cannot_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stamp", str(tmp_path / "none.md")]) == 1
    assert "S00" in capsys.readouterr().err
