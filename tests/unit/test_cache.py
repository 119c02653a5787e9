"""The cache: what makes another entry, and that a damaged one is none."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu import cache, disk
from goftogu.cache import Cache, key


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache/entries"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A stand-in for the package whose code names the entries."""
    root = tmp_path / "package"
    (root / "data").mkdir(parents=True)
    (root / "__pycache__").mkdir()
    (root / "code.py").write_text("a = 1")
    (root / "data/words.txt").write_text("word")
    (root / "__pycache__/code.pyc").write_bytes(b"compiled")
    monkeypatch.setattr(cache, "_PACKAGE", root)
    cache._code_version.cache_clear()
    yield root
    cache._code_version.cache_clear()


def test_a_value_comes_back_also_later(folder: Path) -> None:
    store = Cache(folder)
    assert store.get(key("reading", "text")) is None
    store.put(key("reading", "text"), b"value")
    assert store.get(key("reading", "text")) == b"value"
    assert Cache(folder).get(key("reading", "text")) == b"value"


def test_everything_that_matters_is_in_the_name() -> None:
    names = {
        key("reading", "text"), key("index", "text"), key("reading", "text", ""), key("reading"),
        key("reading", "tex", "t"), key("reading", "t", "ext"), key("reading", "متن"),
    }  # fmt: skip
    assert len(names) == 7
    assert key("reading", "متن") == key("reading", "متن".encode())


@pytest.mark.parametrize("change", ["code.py", "data/words.txt", "new.py"])
def test_other_code_or_data_of_the_package_is_another_entry(package: Path, change: str) -> None:
    before = key("reading", "text")
    (package / change).write_text("changed")
    cache._code_version.cache_clear()
    assert key("reading", "text") != before


def test_moving_text_from_file_to_file_is_noticed(package: Path) -> None:
    before = key("reading", "text")
    (package / "code.py").rename(package / "core.py")
    cache._code_version.cache_clear()
    assert key("reading", "text") != before


def test_compiled_code_does_not_count(package: Path) -> None:
    before = key("reading", "text")
    (package / "__pycache__/code.pyc").write_bytes(b"compiled anew")
    cache._code_version.cache_clear()
    assert key("reading", "text") == before


@given(st.binary(max_size=40), st.integers(0, 60), st.integers(1, 255))
def test_a_damaged_entry_is_none(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, place: int, change: int
) -> None:
    folder = tmp_path_factory.mktemp("cache")
    store, name = Cache(folder), key("reading", "text")
    store.put(name, data)
    packed = bytearray((folder / name).read_bytes())
    packed[place % len(packed)] ^= change
    (folder / name).write_bytes(packed)
    assert store.get(name) is None
    (folder / name).write_bytes(packed[: place % len(packed)])
    assert store.get(name) is None
    store.put(name, data)
    assert store.get(name) == data


def test_the_value_of_another_entry_is_none(folder: Path) -> None:
    store = Cache(folder)
    one, other = key("reading", "one"), key("reading", "other")
    store.put(one, b"value")
    (folder / one).rename(folder / other)
    assert store.get(other) is None


def test_an_entry_that_cannot_be_read_or_written_is_no_obstacle(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store, name = Cache(folder), key("reading", "text")
    folder.mkdir(parents=True)
    (folder / name).mkdir()
    assert store.get(name) is None
    store.put(name, b"value")
    assert store.get(name) is None

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(disk, "write", full)
    store.put(key("reading", "other"), b"value")
    assert store.get(key("reading", "other")) is None


def test_pruning_leaves_what_was_used(folder: Path) -> None:
    old = Cache(folder)
    for text in ("read", "forgotten"):
        old.put(key("reading", text), b"value")
    (folder / "reading-killed.123.part").write_bytes(b"half")
    new = Cache(folder)
    new.get(key("reading", "read"))
    new.put(key("reading", "new"), b"value")
    new.prune()
    assert {path.name for path in folder.iterdir()} == {key("reading", "read"), key("reading", "new")}


def test_pruning_an_empty_cache_is_no_problem(folder: Path) -> None:
    Cache(folder).prune()
    assert not folder.exists()
