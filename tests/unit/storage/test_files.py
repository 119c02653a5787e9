"""The file layer: modes whatever the umask, and a lock that ends with its holder."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from goftogu.locale.message import Message
from goftogu.storage import files


@pytest.fixture
def private_umask() -> Iterator[None]:
    old = os.umask(0o077)
    yield
    os.umask(old)


@pytest.mark.usefixtures("private_umask")
def test_everybody_may_read_what_is_written(tmp_path: Path) -> None:
    files.make_folder(f"{tmp_path}/site")
    files.put(f"{tmp_path}/site/index.html", b"page", flush=False)
    assert stat.S_IMODE((tmp_path / "site").stat().st_mode) == 0o755
    assert stat.S_IMODE((tmp_path / "site/index.html").stat().st_mode) == 0o644


@pytest.mark.parametrize("data", [b"", b"page\r\n\x1a", b"0123456789" * 3])
def test_a_file_is_whole_though_the_system_writes_little_at_a_time(
    data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, rest: write(descriptor, rest[:7]))
    (tmp_path / "page").write_bytes(b"what was there before, and was longer")
    files.write(f"{tmp_path}/page", data)
    assert (tmp_path / "page").read_bytes() == data


def test_a_flush_reaches_file_and_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed: list[int] = []
    monkeypatch.setattr(os, "fsync", flushed.append)
    files.put(f"{tmp_path}/plain", b"page", flush=False)
    assert flushed == []
    files.put(f"{tmp_path}/flushed", b"page", flush=True)
    files.flush_folder(str(tmp_path))
    assert len(flushed) == 2


@pytest.mark.parametrize(("number", "said"), files._REASONS.items())
def test_a_failure_is_told_by_its_number_in_the_words_of_the_system(number: int, said: Message) -> None:
    assert str(files.reason(OSError(number, "another wording"))) == str(said)
    if sys.platform == "linux":
        assert str(said) == os.strerror(number)


def test_a_failure_without_a_number_is_told_in_its_own_words() -> None:
    assert str(files.reason(OSError("the way is closed"))) == "the way is closed"


def test_mode_does_not_follow_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    assert stat.S_ISLNK(files.mode(f"{tmp_path}/link"))
    assert stat.S_ISDIR(files.mode(str(tmp_path)))
    assert files.mode(f"{tmp_path}/nothing") == 0


def test_a_lock_keeps_others_out_until_it_is_closed(tmp_path: Path) -> None:
    descriptor = files.lock(str(tmp_path))
    with pytest.raises(BlockingIOError):
        files.lock(str(tmp_path))
    os.close(descriptor)
    again = files.lock(str(tmp_path))
    os.close(again)


def test_the_lock_of_a_killed_process_is_free(tmp_path: Path) -> None:
    code = (
        "import sys; from goftogu.storage import files; files.lock(sys.argv[1]); print(1, flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"1\n"
        with pytest.raises(BlockingIOError):
            files.lock(str(tmp_path))
        holder.kill()
    descriptor = files.lock(str(tmp_path))
    os.close(descriptor)


def test_a_file_is_written_with_its_folders_and_keeps_its_rights(tmp_path: Path) -> None:
    file = tmp_path / "a/b/river.md"
    files.write(file, b"one")
    assert file.read_bytes() == b"one"
    file.chmod(0o600)
    files.write(str(file), b"two")
    assert (file.read_bytes(), [path.name for path in file.parent.iterdir()]) == (b"two", ["river.md"])
    if os.name == "posix":
        assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_is_followed(tmp_path: Path) -> None:
    file, link = tmp_path / "river.md", tmp_path / "link.md"
    file.write_bytes(b"one")
    link.symlink_to(file)
    files.write(link, b"two")
    assert link.is_symlink()
    assert file.read_bytes() == b"two"


def test_a_file_that_cannot_be_written_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "river.md"
    file.write_bytes(b"one")

    def fail(part: str, data: bytes, *, flush: bool = False) -> None:
        Path(part).write_bytes(data[:1])
        assert flush
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(files, "put", fail)
    with pytest.raises(OSError, match="Input/output"):
        files.write(file, b"two")
    assert (file.read_bytes(), [path.name for path in tmp_path.iterdir()]) == (b"one", ["river.md"])


class Windows:
    """The part of ``msvcrt`` that locks, with the locks of this process kept by file."""

    LK_NBLCK = 2

    def __init__(self) -> None:
        self.held: set[int] = set()

    def locking(self, descriptor: int, mode: int, size: int) -> None:
        assert (mode, size) == (self.LK_NBLCK, 1)
        if (file := os.fstat(descriptor).st_ino) in self.held:
            raise PermissionError(13, "Permission denied")
        self.held.add(file)


def test_windows_locks_a_file_that_stands_for_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    windows = Windows()
    monkeypatch.setattr(files, "import_module", lambda name: windows)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / "a").mkdir()
    descriptors = [files.lock_beside(str(tmp_path / "a")), files.lock_beside(str(tmp_path / "b"))]
    with pytest.raises(BlockingIOError):
        files.lock_beside(str(tmp_path / "b/../a"))
    windows.held.clear()
    descriptors.append(files.lock_beside(str(tmp_path / "a")))
    for descriptor in descriptors:
        os.close(descriptor)
    assert list((tmp_path / "a").iterdir()) == []
    assert len(list(tmp_path.glob("goftogu-*.lock"))) == 2


def test_a_file_that_is_open_elsewhere_for_a_moment_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, tried = os.replace, []

    def busy(source: str, target: str) -> None:
        tried.append(target)
        if len(tried) < 3:
            raise PermissionError(13, "in use")
        replace(source, target)

    monkeypatch.setattr(files, "PATIENCE", (0, 0))
    monkeypatch.setattr(os, "replace", busy)
    files.write(tmp_path / "a", b"new")
    assert ((tmp_path / "a").read_bytes(), len(tried)) == (b"new", 3)
    tried.clear()
    monkeypatch.setattr(files, "PATIENCE", (0,))
    with pytest.raises(PermissionError):
        files.write(tmp_path / "a", b"newer")
    assert (tmp_path / "a").read_bytes() == b"new"
    assert [file.name for file in tmp_path.iterdir()] == ["a"]


def test_no_descriptor_stays_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held: set[int] = set()
    opened, closed = os.open, os.close

    def note(*arguments: Any, **named: Any) -> int:
        descriptor = opened(*arguments, **named)
        held.add(descriptor)
        return descriptor

    def forget(descriptor: int) -> None:
        held.discard(descriptor)
        closed(descriptor)

    monkeypatch.setattr(os, "open", note)
    monkeypatch.setattr(os, "close", forget)
    files.write(tmp_path / "a/b", b"new")
    files.put(str(tmp_path / "c"), b"new", flush=True)
    files.flush_folder(str(tmp_path))
    kept = files.lock(str(tmp_path))
    with pytest.raises(BlockingIOError):
        files.lock(str(tmp_path))
    assert held == {kept}
    os.close(kept)
    assert held == set()


@pytest.mark.usefixtures("private_umask")
def test_a_file_is_poured_piece_by_piece(tmp_path: Path) -> None:
    made = files.pour(str(tmp_path / "new"), iter([b"one", b"", "دو".encode()]))
    data = (tmp_path / "new").read_bytes()
    assert data == "oneدو".encode()
    assert made == files.Poured(hashlib.sha256(data).hexdigest(), len(data))
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o644


def test_folders_are_made_once_and_removed_while_they_are_empty(tmp_path: Path) -> None:
    known: set[str] = set()
    root = str(tmp_path / "root")
    files.make_folders(root, "a/b", known)
    files.make_folders(root, "a/c", known)
    assert known == {"", "a", "a/b", "a/c"}
    files.remove_empty(root, "a/b/gone")
    assert sorted(path.name for path in (tmp_path / "root").rglob("*")) == ["a", "c"]
    files.remove_empty(root, "a/c")
    assert list((tmp_path / "root").iterdir()) == []


def test_a_file_is_an_obstacle_for_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/b").write_text("", encoding="utf-8")
    known = {"": ""}
    assert files.obstacle(str(tmp_path), "a/b/c", known) == "a/b"
    assert files.obstacle(str(tmp_path), "a/x", known) == ""
    assert known == {"": "", "a": "", "a/b": "a/b", "a/b/c": "a/b", "a/x": ""}
