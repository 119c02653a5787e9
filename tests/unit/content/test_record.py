"""The one way into the record: judged before, written as a whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from goftogu.content import record
from goftogu.problems import Problem, Problems
from goftogu.storage import files
from tests import sites


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return sites.make(tmp_path / "archive")


def put(root: Path, wanted: dict[str, bytes], seen: dict[str, files.Sight] | None = None) -> list[Problem]:
    problems = Problems()
    assert record.put(root, wanted, problems, seen) is not bool(problems)
    return list(problems)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("azar", ""), ("گفت‌وگو", ""), ("a.b", ""), ("river", "S008"), ("River", "S006"), ("RIVER", "S006"),
        ("index", "S004"), ("con", "S004"), ("", "S004"), ("\u200c", "S004"), ("a b", "S004"), ("../x", "S004"),
        ("about", "S008"), ("About", "S006"), ("rough", "S008"), ("ك", "S006"), ("می‌رود", "S006"), ("x" * 121, "S004"),
    ],
)  # fmt: skip
def test_an_id_is_judged_as_a_build_judges_it(name: str, code: str, root: Path) -> None:
    (root / "content/pages").mkdir()
    for path in ("pages/about.fa.md", "interviews/rough.txt", "interviews/ک.md", "interviews/میرود.txt"):
        (root / "content" / path).touch()
    fault = record.fault_of_new(root, name)
    assert (fault[0] if fault else "") == code


def test_the_file_that_is_replaced_is_not_in_the_way(root: Path) -> None:
    assert record.fault_of_new(root, "river", but="content/interviews/river.md") is None


@pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EROFS, errno.EIO, errno.EFBIG])
@pytest.mark.parametrize("broken", [1, 2, 3])
def test_all_or_nothing(fault: int, broken: int, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, put_file, count = sites.files(root), files.put, iter(range(1, 99))

    def refuse(file: str, data: bytes, *, flush: bool = False) -> None:
        if next(count) == broken:
            put_file(file, data[:3], flush=False)
            raise OSError(fault, os.strerror(fault), file)
        put_file(file, data, flush=flush)

    monkeypatch.setattr(files, "put", refuse)
    wanted = {"content/received/a.txt": b"a", "content/interviews/river.md": b"changed", "content/new/b.md": b"b"}
    (problem,) = put(root, wanted)
    assert (problem.code, problem.path) == ("S016", [*wanted][broken - 1])
    assert sites.files(root) == before
    assert not (root / "content/received").exists()


@pytest.mark.parametrize("linked", ["content/interviews/river.md", "content/interviews", "content"])
def test_no_link_is_followed(linked: str, root: Path, tmp_path: Path) -> None:
    (root / linked).rename(tmp_path / "elsewhere")
    (root / linked).symlink_to(tmp_path / "elsewhere")
    before = sites.files(tmp_path)
    (problem,) = put(root, {"content/interviews/river.md": b"x"})
    assert problem.code == "S005"
    assert sites.files(tmp_path) == before


def test_a_link_to_the_archive_is_none_in_it(root: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(root)
    assert put(tmp_path / "link", {"content/interviews/azar.md": b"x"}) == []
    assert (root / "content/interviews/azar.md").read_bytes() == b"x"


def test_a_dangling_link_is_not_followed(root: Path, tmp_path: Path) -> None:
    (root / "content/interviews/azar.md").symlink_to(tmp_path / "nowhere")
    (problem,) = put(root, {"content/interviews/azar.md": b"x"})
    assert problem.code == "S005"
    assert not (tmp_path / "nowhere").exists()


def test_what_somebody_else_has_saved_stays(root: Path) -> None:
    path = "content/interviews/river.md"
    seen = {path: files.look(root / path)}
    (root / path).write_bytes(b"by hand")
    (problem,) = put(root, {"content/interviews/azar.md": b"x", path: b"by us"}, seen)
    assert (problem.code, problem.path) == ("S016", path)
    assert (root / path).read_bytes() == b"by hand"
    assert not (root / "content/interviews/azar.md").exists()


def test_what_is_as_it_was_seen_is_written(root: Path) -> None:
    path = "content/interviews/river.md"
    assert put(root, {path: b"x"}, {path: files.look(root / path)}) == []
    assert (root / path).read_bytes() == b"x"


def test_even_a_person_who_stops_it_leaves_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, put_file = sites.files(root), files.put
    moments: Iterator[int] = iter(range(9))

    def stop(file: str, data: bytes, *, flush: bool = False) -> None:
        put_file(file, data, flush=flush)
        if next(moments) == 1:
            raise KeyboardInterrupt

    monkeypatch.setattr(files, "put", stop)
    with pytest.raises(KeyboardInterrupt):
        record.put(root, {"content/interviews/a.md": b"a", "content/interviews/b.md": b"b"}, Problems())
    assert sites.files(root) == before
