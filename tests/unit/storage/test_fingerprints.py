"""Digests by the stamp of a file: right after every kind of change, and read only when they must be."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.storage import fingerprints
from goftogu.storage.cache import Cache
from goftogu.storage.fingerprints import Fingerprints, everything, listing


@pytest.fixture
def calm(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every stamp as if the file had not been touched for a while."""
    monkeypatch.setattr(fingerprints, "_settled", lambda _: True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder with a file."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site/a").write_bytes(b"one")
    return tmp_path / "site"


def opened(folder: Path) -> Fingerprints:
    with Cache(folder.parent / "cache") as cache:
        return Fingerprints(cache, folder)


def save(stamps: Fingerprints) -> None:
    with stamps._cache:
        stamps.save()


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def refuse(*_: object) -> None:
    raise AssertionError("the file was read")


@pytest.mark.usefixtures("calm")
def test_a_file_that_nobody_touched_is_not_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = opened(folder)
    assert first.digest("a") == sha(b"one")
    save(first)
    second = opened(folder)
    monkeypatch.setattr(Fingerprints, "_read", refuse)
    assert second.digest("a") == sha(b"one")
    save(second)
    assert opened(folder).digest("a") == sha(b"one")


@pytest.mark.usefixtures("calm")
def test_a_change_that_keeps_size_and_time_is_seen(folder: Path) -> None:
    first = opened(folder)
    first.digest("a")
    save(first)
    before = (folder / "a").stat()
    other = folder / "b"
    other.write_bytes(b"two")
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(folder / "a")
    assert opened(folder).digest("a") == sha(b"two")


def test_a_stamp_that_is_too_young_is_not_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = opened(folder)
    first.digest("a")
    first.note("a", sha(b"one"))
    save(first)
    second = opened(folder)
    monkeypatch.setattr(Fingerprints, "_read", lambda *_: "read")
    assert second.digest("a") == "read"


@pytest.mark.parametrize(
    ("age", "modified", "settled"),
    [
        (50_000_000, 5, False),
        (50_000_001, 5, True),
        (3_000_000_000, 0, False),  # a time in whole seconds may be two seconds old
        (3_000_000_000, 7_000_000_000, False),
        (3_000_000_001, 7_000_000_000, True),
    ],
)
def test_how_old_a_stamp_must_be(
    age: int, modified: int, settled: bool, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.utime(folder / "a", ns=(modified, modified))
    found = (folder / "a").stat()
    monkeypatch.setattr(time, "time_ns", lambda: found.st_ctime_ns + age)
    assert fingerprints._settled(found) is settled


@pytest.mark.usefixtures("calm")
def test_what_was_noted_is_believed(folder: Path) -> None:
    first = opened(folder)
    first.note("a", sha(b"as written"))
    first.note("gone", sha(b""))
    save(first)
    assert opened(folder).digest("a") == sha(b"as written")
    os.utime(folder / "a")
    assert opened(folder).digest("a") == sha(b"one")


@pytest.mark.usefixtures("calm")
def test_stamps_of_files_that_are_not_asked_for_are_forgotten(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "b").write_bytes(b"two")
    first = opened(folder)
    assert first.digest("a")
    assert first.digest("b")
    save(first)
    second = opened(folder)
    assert second.digest("b")
    save(second)
    monkeypatch.setattr(Fingerprints, "_read", lambda *_: "read")
    assert opened(folder).digest("b") == sha(b"two")
    assert opened(folder).digest("a") == "read"


def test_what_is_no_regular_file_has_no_digest(folder: Path) -> None:
    (folder / "link").symlink_to("a")
    (folder / "deep").mkdir()
    assert [opened(folder).digest(path) for path in ("link", "deep", "none", "a/b")] == [""] * 4


def test_windows_trusts_no_stamp(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fingerprints, "_settled", lambda _: True)
    first = opened(folder)
    first.note("a", sha(b"lie"))
    monkeypatch.setattr(fingerprints, "_TRUSTED", False)
    assert first.digest("a") == sha(b"one")


@pytest.mark.usefixtures("calm")
def test_a_file_that_changes_while_it_is_read_has_no_stamp(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = hashlib.file_digest

    def slow(stream: object, name: str) -> object:
        digest = real(stream, name)  # type: ignore[arg-type]
        (folder / "a").write_bytes(b"another")
        return digest

    monkeypatch.setattr(hashlib, "file_digest", slow)
    first = opened(folder)
    assert first.digest("a") == sha(b"one")
    assert first.digest("a") == sha(b"another")


@given(st.lists(st.tuples(st.sampled_from("ab"), st.binary(max_size=2)), max_size=6))
def test_digests_are_always_those_of_the_bytes(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, bytes]]
) -> None:
    folder = tmp_path_factory.mktemp("stamps") / "site"
    folder.mkdir()
    for name, data in edits:
        (folder / name).write_bytes(data)
        known = opened(folder)
        assert known.digest(name) == sha(data)
        save(known)


def test_a_listing_names_all_files_in_order(folder: Path) -> None:
    for name in ("z/y/x", "z/__pycache__/no", "b", "z/.hidden"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    assert list(listing(str(folder), "")) == ["a", "b", "z/.hidden", "z/y/x"]
    assert list(listing(str(folder), "z/y")) == ["z/y/x"]
    assert list(listing(str(folder), "none")) == []


def test_everything_names_empty_and_linked_folders_too(folder: Path) -> None:
    for name in ("z/empty", "z/full", "z/cached/__pycache__"):
        (folder / name).mkdir(parents=True)
    (folder / "z/full/b").touch()
    assert list(everything(str(folder), "z")) == ["z/cached/", "z/empty/", "z/full/b"]
    assert list(everything(str(folder), "none")) == ["none/"]
    (folder / "link").symlink_to(folder / "z/full")
    assert list(everything(str(folder), "link")) == ["link/", "link/b"]


def test_a_folder_that_cannot_be_read_is_marked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.scandir", refuse)
    assert list(everything(str(folder), "z")) == ["z/?"]
    assert list(listing(str(folder), "z")) == []


@pytest.mark.usefixtures("calm")
def test_a_file_that_nobody_has_touched_is_known_without_reading(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = opened(folder)
    assert known.digest("a") == sha(b"one")
    monkeypatch.setattr(Fingerprints, "_read", refuse)
    monkeypatch.setattr(Fingerprints, "digest", refuse)
    assert known.holds("a", sha(b"one"))


@pytest.mark.usefixtures("calm")
def test_the_size_of_a_file_is_known_without_asking_again(folder: Path) -> None:
    stamps = opened(folder)
    assert (stamps.size("a"), stamps.size("b")) == (3, 0)
    stamps.digest("a")
    (folder / "a").unlink()
    assert stamps.size("a") == 3
