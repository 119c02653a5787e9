"""The commands that write transcripts: nothing is overwritten, nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from goftogu.cli import main

ROUGH = "۱۴ خرداد ۱۴۰۲\n\nپرسش: از رودخانه چه به یاد دارید؟\n\nپاسخ: آب آن زلال بود و میشد از آن نوشید.\n"


@pytest.fixture
def rough(tmp_path: Path) -> Path:
    """Write a rough transcript outside the project."""
    file = tmp_path / "river.txt"
    file.write_text(ROUGH, encoding="utf-8")
    return file


def test_import_writes_a_labelled_transcript_and_keeps_the_file(rough: Path, tmp_path: Path) -> None:
    root = tmp_path / "archive"
    assert main(["import", str(rough), "--root", str(root)]) == 0
    text = (root / "content/interviews/river.md").read_text(encoding="utf-8")
    assert "date: 1402-03-14" in text
    assert "آب آن زلال بود و میشد از آن نوشید.\n{: #t2 }" in text
    assert (root / "content/received/river.txt").read_text(encoding="utf-8") == ROUGH


def test_import_takes_another_id(rough: Path, tmp_path: Path) -> None:
    assert main(["import", str(rough), "--root", str(tmp_path), "--id", "azar"]) == 0
    assert (tmp_path / "content/interviews/azar.md").is_file()


def test_import_never_overwrites(rough: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(rough), "--root", str(tmp_path)]) == 0
    first = (tmp_path / "content/interviews/river.md").read_bytes()
    assert main(["import", str(rough), "--root", str(tmp_path)]) == 1
    assert "S008 the file exists already" in capsys.readouterr().err
    assert (tmp_path / "content/interviews/river.md").read_bytes() == first


def test_import_never_mixes_two_files_as_received(rough: Path, tmp_path: Path) -> None:
    kept = tmp_path / "content/received/river.txt"
    kept.parent.mkdir(parents=True)
    kept.write_text("چیز دیگری", encoding="utf-8")
    assert main(["import", str(rough), "--root", str(tmp_path)]) == 1
    assert kept.read_text(encoding="utf-8") == "چیز دیگری"
    assert not (tmp_path / "content/interviews").exists()


def test_import_prints_without_writing(rough: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(rough), "--root", str(tmp_path), "--print"]) == 0
    assert capsys.readouterr().out.startswith("---\ntitle: ")
    assert not (tmp_path / "content").exists()


def test_import_of_what_is_no_text_tells_where(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "river.txt"
    file.write_bytes(b"abc\n\xff")
    assert main(["import", str(file), "--root", str(tmp_path)]) == 1
    assert "river.txt:2:1: S001" in capsys.readouterr().err


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
