from __future__ import annotations

import stat
import zipfile
from pathlib import Path

import pytest

from goftogu.problems import Problem
from goftogu.translation.packages import unzip
from goftogu.translation.packages.unzip import unpack
from tests.collecting import collected

SOUND = {
    "pack/metadata.json": b"{}",
    "pack/README.md": b"read me",
    "pack/LICENSE": b"MIT",
    "pack/sentencepiece.model": b"model",
    "pack/model/model.bin": b"bin",
    "pack/model/config.json": b"{}",
    "pack/model/shared_vocabulary.txt": b"words",
}


def archive(tmp_path: Path, members: dict[str, bytes], **of_first: int) -> Path:
    """Write an archive; what is named is set on its first member."""
    file = tmp_path / "pack.argosmodel"
    with zipfile.ZipFile(file, "w") as made:
        for number, (name, data) in enumerate(members.items()):
            info = zipfile.ZipInfo(name)
            for attribute, value in of_first.items() if not number else ():
                setattr(info, attribute, value)
            made.writestr(info, data)
    return file


def unpacked(tmp_path: Path, file: Path) -> tuple[dict[str, bytes], list[Problem]]:
    folder = tmp_path / "there"
    done, problems = collected(unpack, file, folder)
    assert done is not bool(problems)
    assert folder.exists() is done
    held = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in held}, problems


def test_what_the_engine_needs_is_written(tmp_path: Path) -> None:
    files, problems = unpacked(tmp_path, archive(tmp_path, SOUND))
    assert problems == []
    assert files == {name.removeprefix("pack/"): data for name, data in SOUND.items()}


@pytest.mark.parametrize(
    "name", ["run.py", "model/deep/model.bin", "model/model.so", "stanza/x.bin", "metadata.json.bak"]
)
def test_nothing_else_is(tmp_path: Path, name: str) -> None:
    files, problems = unpacked(tmp_path, archive(tmp_path, {**SOUND, f"pack/{name}": b"other"}))
    assert (len(files), problems) == (len(SOUND), [])


@pytest.mark.parametrize(
    "name", ["../evil", "pack/../../evil", "/evil", "pack//evil", "pack/./evil", "C:/evil", "pack/c:evil", "evil"]
)
def test_a_name_that_leaves_its_folder_refuses_the_whole(tmp_path: Path, name: str) -> None:
    files, problems = unpacked(tmp_path, archive(tmp_path, {**SOUND, name: b"evil"}))
    assert files == {}
    assert [(item.code, item.path) for item in problems] == [("A003", str(tmp_path / "pack.argosmodel"))]


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFBLK])
def test_links_and_devices_refuse_the_whole(tmp_path: Path, kind: int) -> None:
    _, problems = unpacked(tmp_path, archive(tmp_path, SOUND, external_attr=(kind | 0o644) << 16))
    assert [item.code for item in problems] == ["A003"]
    assert "metadata.json" in problems[0].message


@pytest.mark.parametrize("kind", [0, stat.S_IFREG])
def test_plain_files_are_taken_from_any_system(tmp_path: Path, kind: int) -> None:
    assert unpacked(tmp_path, archive(tmp_path, SOUND, external_attr=(kind | 0o644) << 16))[1] == []


@pytest.mark.parametrize(("members", "words"), [({}, "is empty"), ({"a/x": b"", "b/x": b""}, "2 folders: a, b")])
def test_a_package_is_one_folder(tmp_path: Path, members: dict[str, bytes], words: str) -> None:
    _, problems = unpacked(tmp_path, archive(tmp_path, members))
    assert [item.code for item in problems] == ["A003"]
    assert words in problems[0].message


def test_what_is_too_large_is_refused_before_it_is_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    size = sum(map(len, SOUND.values()))
    monkeypatch.setattr(unzip, "LARGEST", size)
    assert unpacked(tmp_path, archive(tmp_path, SOUND))[1] == []


@pytest.mark.parametrize(("limit", "less"), [("LARGEST", 1), ("_MOST", 1)])
def test_a_byte_or_a_file_too_much_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, less: int) -> None:
    whole = {"LARGEST": sum(map(len, SOUND.values())), "_MOST": len(SOUND)}[limit]
    monkeypatch.setattr(unzip, limit, whole - less)
    _, problems = unpacked(tmp_path, archive(tmp_path, SOUND))
    assert [item.code for item in problems] == ["A004"]
    assert f"{len(SOUND)} files" in problems[0].message


def test_another_file_is_no_archive_and_a_cut_one_is_damaged(tmp_path: Path) -> None:
    file = tmp_path / "pack.argosmodel"
    file.write_bytes(b"hello")
    assert [item.code for item in unpacked(tmp_path, file)[1]] == ["A001"]
    data = archive(tmp_path, SOUND).read_bytes()
    file.write_bytes(data[: len(data) // 2])
    (problem,) = unpacked(tmp_path, file)[1]
    assert (problem.code, problem.hint) == ("A002", "download the package again")


def test_folders_among_the_members_are_plain(tmp_path: Path) -> None:
    files, problems = unpacked(tmp_path, archive(tmp_path, {"pack/": b"", "pack/model/": b"", **SOUND}))
    assert (len(files), problems) == (len(SOUND), [])


@pytest.mark.parametrize(
    ("sizes", "fits"), [([2**30], True), ([2**29, 2**29], True), ([2**30 + 1], False), ([2**30, 1], False)]
)
def test_a_package_may_have_a_gibibyte(sizes: list[int], fits: bool) -> None:
    members = [zipfile.ZipInfo(f"pack/{number}") for number in range(len(sizes))]
    for member, size in zip(members, sizes, strict=True):
        member.file_size = size
    fault = unzip._fault(members)
    assert (fault is None) is fits


@pytest.mark.parametrize(("count", "fits"), [(1000, True), (1001, False)])
def test_a_package_may_have_a_thousand_files(count: int, fits: bool) -> None:
    fault = unzip._fault([zipfile.ZipInfo(f"pack/{number}") for number in range(count)])
    assert (fault is None) is fits


@pytest.mark.parametrize(("flags", "fits"), [(0, True), (1, False), (2, True)])
def test_what_is_encrypted_is_not_unpacked(flags: int, fits: bool) -> None:
    member = zipfile.ZipInfo("pack/metadata.json")
    member.flag_bits = flags
    assert (unzip._fault([member]) is None) is fits
