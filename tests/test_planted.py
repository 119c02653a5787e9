"""A project's folder that somebody else has prepared: nothing in it runs as code, whatever lies in its cache."""

from __future__ import annotations

import marshal
import pickle
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from goftogu.build import pipeline
from goftogu.storage import values
from goftogu.storage.cache import FILE, Cache
from goftogu.transcripts.archive import CACHE
from tests import caches, sites


class Trap:
    """Leaves a mark where it is unpickled."""

    mark = ""

    def __reduce__(self) -> tuple[object, ...]:
        return _spring, (Trap.mark,)


def _spring(mark: str) -> None:
    Path(mark).touch()


def code(mark: str) -> bytes:
    """Return the bytecode of a program that leaves a mark."""
    return marshal.dumps(compile(f"open({mark!r}, 'w').close()", "planted", "exec"))


PLANTS: dict[str, Callable[[bytes], bytes]] = {
    "pickle": lambda _: pickle.dumps(Trap()),
    "bytecode": lambda _: code(Trap.mark),
    "pickle as a value": lambda _: values.encode(pickle.dumps(Trap())),
    "bytecode as a value": lambda _: values.encode({"404.html.jinja": code(Trap.mark)}),
    "nothing": lambda _: b"",
    "a part": lambda data: data[: len(data) // 2],
}


def entries(folder: Path) -> dict[str, bytes]:
    """Return the values of all entries of a cache."""
    with Cache(folder) as cache:
        return {name: cache.get(name) or b"" for name in caches.names(folder)}


@pytest.mark.parametrize("plant", PLANTS)
def test_what_is_planted_in_the_cache_does_not_run_and_changes_no_page(tmp_path: Path, plant: str) -> None:
    Trap.mark = str(tmp_path / "sprung")
    root = sites.make_golden(tmp_path / "archive")
    sites.build(root)
    before = sites.files(root / "output")
    shutil.rmtree(root / "output")
    for folder in (root / pipeline.CACHE, root / CACHE):
        held = entries(folder)
        assert held
        with Cache(folder) as cache:
            for name, data in held.items():
                cache.put(name, PLANTS[plant](data))
    assert sites.build(root).result is not None
    assert sites.files(root / "output") == before
    assert not Path(Trap.mark).exists()


def test_a_table_that_nobody_knows_does_not_matter(tmp_path: Path) -> None:
    root = sites.make_golden(tmp_path / "archive")
    sites.build(root)
    with closing(sqlite3.connect(root / pipeline.CACHE / FILE)) as store, store:
        store.execute("CREATE TABLE more (name TEXT, value BLOB)")
        store.execute("INSERT INTO more VALUES ('a', ?)", (pickle.dumps(Trap()),))
        assert {name for (name,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'table'")} == {
            "entries",
            "more",
        }
    assert sites.build(root).result is not None


def test_the_program_reads_no_pickle_and_no_bytecode_from_a_file() -> None:
    found = {
        path.relative_to(sites.ROOT).as_posix()
        for path in (sites.ROOT / "goftogu").rglob("*.py")
        if any(word in path.read_text(encoding="utf-8") for word in ("pickle.load", "marshal.load", "shelve", "eval("))
    }
    assert found == {"goftogu/build/workers.py"}  # between a process and those that it has started
