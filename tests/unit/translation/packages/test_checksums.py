from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from goftogu.translation.packages.checksums import NAME, add, compare, of_file, of_folder, read_checksums, write
from tests.collecting import collected, found_by

ONE, TWO = hashlib.sha256(b"one").hexdigest(), hashlib.sha256(b"two").hexdigest()


def test_files_have_the_checksums_of_sha256sum(tmp_path: Path) -> None:
    (tmp_path / "model").mkdir()
    for name, text in {"b.txt": "two", "model/a.bin": "one", NAME: "ignored"}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert of_file(tmp_path / "b.txt") == TWO
    assert of_folder(tmp_path) == {"b.txt": TWO, "model/a.bin": ONE}
    assert list(of_folder(tmp_path)) == ["b.txt", "model/a.bin"]


def test_a_list_is_read_again_in_its_order(tmp_path: Path) -> None:
    file = tmp_path / "content/translation.lock"
    write(file, {"z 1.argosmodel": ONE, "a.argosmodel": TWO})
    assert file.read_text(encoding="utf-8") == f"{ONE}  z 1.argosmodel\n{TWO}  a.argosmodel\n"
    assert collected(read_checksums, file) == ({"z 1.argosmodel": ONE, "a.argosmodel": TWO}, [])
    assert collected(read_checksums, tmp_path / "gone") == ({}, [])


@pytest.mark.parametrize(
    "line", ["nonsense", f"{ONE} a", f"{ONE[1:]}  a", f"{ONE}  ", f"{ONE.upper()}  a", f"{ONE}\ta"]
)
def test_a_line_that_is_no_checksum_is_told_with_its_place(tmp_path: Path, line: str) -> None:
    file = tmp_path / "list"
    file.write_text(f"{TWO} *b\n\n{line}\n", encoding="utf-8")
    sums, problems = collected(read_checksums, file)
    assert sums == {"b": TWO}
    assert [(item.path, item.line, item.column, item.code) for item in problems] == [(str(file), 3, 1, "A011")]
    assert "64 hexadecimal digits" in problems[0].hint


def test_a_file_is_what_the_archive_has_used_before_or_new(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    assert found_by(compare, None, "a", ONE, "there") == []
    assert found_by(compare, lock, "a", ONE, "there") == []
    write(lock, {"a": ONE})
    assert collected(compare, lock, "a", ONE, "there") == (True, [])
    assert collected(compare, lock, "b", TWO, "there") == (True, [])
    sound, problems = collected(compare, lock, "a", TWO, "there")
    assert not sound
    assert [(item.path, item.code) for item in problems] == [("there", "A011")]
    assert "not the a that" in problems[0].message
    assert str(lock) in problems[0].hint


def test_a_lock_that_cannot_be_read_proves_nothing(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    lock.write_text("broken\n", encoding="utf-8")
    sound, problems = collected(compare, lock, "a", ONE, "there")
    assert not sound
    assert [(item.path, item.line) for item in problems] == [(str(lock), 1)]


def test_a_lock_keeps_what_it_has_and_stays_in_order(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    add(None, "a", ONE)
    assert list(tmp_path.iterdir()) == []
    add(lock, "b", ONE)
    add(lock, "a", TWO)
    add(lock, "b", TWO)
    assert lock.read_text(encoding="utf-8") == f"{TWO}  a\n{ONE}  b\n"
