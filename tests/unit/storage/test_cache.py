"""The cache: what makes another entry, and that a damaged one is none."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import goftogu
from goftogu.storage import cache
from goftogu.storage.cache import FILE, Cache, key
from tests import caches, extensions


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
    with Cache(folder) as store:
        assert store.get(key("reading", "text")) is None
        store.put(key("reading", "text"), b"value")
        assert store.get(key("reading", "text")) == b"value"
    with Cache(folder) as store:
        assert store.get(key("reading", "text")) == b"value"


def test_what_is_written_early_is_there_later_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_MOST_WAITING", 1)
    names = [key("reading", str(number)) for number in range(3)]
    put(folder, dict.fromkeys(names, b"value"))
    assert caches.names(folder) == set(names)


@pytest.mark.parametrize(("most", "is_written"), [(4, True), (10, False)])
def test_much_that_waits_is_written_before_the_end(
    folder: Path, monkeypatch: pytest.MonkeyPatch, most: int, is_written: bool
) -> None:
    monkeypatch.setattr(cache, "_MOST_WAITING", most)
    names = {key("reading", "one"), key("reading", "other")}
    with Cache(folder) as store:
        for name in names:
            store.put(name, b"value")
        assert (folder / FILE).exists() is is_written
    assert caches.names(folder) == names


def test_an_entry_may_have_a_name_of_any_length(folder: Path) -> None:
    name = f"{key('what-is-computed', 'text')}.a-part-of-it"
    assert len(name) > 64
    put(folder, {name: b"value"})
    with Cache(folder) as store:
        assert store.get(name) == b"value"


def test_the_code_is_that_of_the_package() -> None:
    folder = Path(goftogu.__file__).parent
    assert set(cache._code()) == {
        str(path) for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts
    }


def test_looking_makes_no_folder(folder: Path) -> None:
    with Cache(folder) as store:
        assert store.get(key("reading", "text")) is None
    assert not folder.exists()


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


def test_another_version_of_an_installed_package_is_another_entry(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = set()
    for version in ("1.0", "1.1"):
        monkeypatch.setattr(cache, "_installed", lambda version=version: (f"jinja2 {version}",))
        cache._code_version.cache_clear()
        names.add(key("reading", "text"))
    assert len(names) == 2


def test_another_extension_is_another_entry(package: Path, tmp_path: Path) -> None:
    before, points = key("reading", "text"), {"goftogu.exports": {"words": "house:WORDS"}}
    folder = extensions.install(tmp_path / "house", {"house.py": extensions.EXPORT}, points)
    with extensions.installed(folder):
        first = key("reading", "text")
        (folder / "house.py").write_text("WORDS = None", encoding="utf-8")
        extensions.forget()
        assert len({before, first, key("reading", "text")}) == 3


def put(folder: Path, entries: Mapping[str, bytes]) -> None:
    with Cache(folder) as store:
        for name, data in entries.items():
            store.put(name, data)


@example(b"", 4016, 128)  # in the table of tables: SQLite quotes what is no text any more
@given(st.binary(max_size=40), st.integers(0, 20_000), st.integers(1, 255))
def test_a_damaged_database_gives_no_wrong_value(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, place: int, change: int
) -> None:
    folder, name = tmp_path_factory.mktemp("cache"), key("reading", "text")
    put(folder, {name: data})
    packed = bytearray((folder / FILE).read_bytes())
    place %= len(packed)
    for damaged in (packed[:place] + bytes([packed[place] ^ change]) + packed[place + 1 :], packed[:place]):
        (folder / FILE).write_bytes(damaged)
        with Cache(folder) as store:
            assert store.get(name) in {None, data}
            store.put(name, data)
            assert store.get(name) == data


def test_a_database_that_is_damaged_begins_anew(folder: Path) -> None:
    one, other = key("reading", "one"), key("reading", "other")
    put(folder, {one: b"value", other: b"another"})
    caches.damage(folder, one)
    with Cache(folder) as store:
        assert store.get(one) is None
    put(folder, {other: b"again"})
    assert caches.names(folder) == {other}
    (folder / FILE).write_bytes(b"no database" * 100)
    put(folder, {one: b"value"})
    with Cache(folder) as store:
        assert store.get(one) == b"value"


def test_the_value_of_another_entry_is_none(folder: Path) -> None:
    one, other = key("reading", "one"), key("reading", "other")
    put(folder, {one: b"value"})
    caches.rename(folder, one, other)
    with Cache(folder) as store:
        assert store.get(other) is None


@pytest.mark.parametrize("obstacle", ["file", "folder"])
def test_what_the_disk_does_not_take_is_there_until_the_end(
    folder: Path, obstacle: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "_MOST_WAITING", 10)
    if obstacle == "file":
        folder.parent.mkdir(parents=True)
        folder.write_bytes(b"")
    else:
        (folder / FILE).mkdir(parents=True)
    names = [key("reading", str(number)) for number in range(9)]
    with Cache(folder) as store:
        for name in names:
            store.put(name, f"value of {name}".encode())
        assert [store.get(name) for name in names] == [f"value of {name}".encode() for name in names]
    with Cache(folder) as store:
        assert store.get(names[0]) is None


def test_a_cache_without_a_folder_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_MOST_WAITING", 2)
    with Cache(None) as store:
        store.put(key("reading", "text"), b"value")
        assert store.get(key("reading", "text")) == b"value"
        store.prune()
        assert store.get(key("reading", "text")) == b"value"
    assert Cache(None).get(key("reading", "text")) is None


def test_two_at_once_share_what_they_find(folder: Path) -> None:
    one, other = key("reading", "one"), key("reading", "other")
    with Cache(folder) as first, Cache(folder) as second:
        first.put(one, b"1")
        second.put(other, b"2")
    assert caches.names(folder) == {one, other}


def test_who_reads_does_not_wait_for_who_writes(folder: Path) -> None:
    put(folder, {key("reading", "one"): b"1"})
    with closing(sqlite3.connect(folder / FILE, isolation_level=None)) as other, Cache(folder) as store:
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM entries")
        assert store.get(key("reading", "one")) == b"1"


def test_pruning_leaves_what_was_used(folder: Path) -> None:
    read, new, part = key("reading", "read"), key("reading", "new"), f"{key('parts', 'own')}.words"
    put(folder, {read: b"value", key("reading", "forgotten"): b"value", part: b"words"})
    (folder / "reading-of-an-older-version").write_bytes(b"old")
    with Cache(folder) as store:
        store.get(read)
        store.put(new, b"value")
        store.spare(key("parts", "own"))
        store.prune()
    assert caches.names(folder) == {read, new, part}
    assert {path.name for path in folder.iterdir()} == {FILE}


@pytest.mark.parametrize("how", ["get", "put"])
def test_what_belongs_together_is_kept_together(folder: Path, how: str) -> None:
    one, other, alone = f"{key('parts', 'own')}.words", f"{key('parts', 'own')}.lines", f"{key('parts', 'other')}.words"
    put(folder, {one: b"words", other: b"lines", alone: b"words"})
    with Cache(folder) as store:
        if how == "get":
            assert store.get(one) == b"words"
        else:
            store.put(one, b"new words")
        store.prune()
    assert caches.names(folder) == {one, other}


def test_what_is_pruned_leaves_the_disk(folder: Path) -> None:
    put(folder, {key("reading", str(number)): bytes(5000) for number in range(200)})
    before = (folder / FILE).stat().st_size
    with Cache(folder) as store:
        store.get(key("reading", "1"))
        store.prune()
    assert (folder / FILE).stat().st_size < before / 10
