"""Files that are one piece for each interview: written when a piece has changed, and only then."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.build import joined
from goftogu.build.artifacts import Ref
from goftogu.build.joined import JoinedFile
from goftogu.problems import Problem, Problems
from goftogu.storage import values
from goftogu.storage.cache import Cache
from goftogu.storage.files import Poured
from goftogu.storage.staging import Stage

PATH = "data/archive/all.txt"


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def ref(piece: bytes, load: Callable[[], bytes] | None = None) -> Ref:
    kept = joined.packed(piece)
    return Ref(values.digest(kept), load or (lambda: kept))


def file(*pieces: bytes, head: bytes = b"<", tail: bytes = b">") -> JoinedFile:
    return JoinedFile(PATH, head, tuple(map(ref, pieces)), tail)


def publish(output: Path, cache: Cache, made: JoinedFile) -> tuple[Poured | None, tuple[str, ...]]:
    with Stage(output, Problems()) as stage:
        found = joined.write(made, cache, stage)
        result = stage.commit()
        assert list(stage.problems) == []
        return found, result.written


@given(st.binary(max_size=200))
def test_a_piece_comes_back(piece: bytes) -> None:
    assert joined.unpacked(joined.packed(piece)) == piece


def test_a_file_is_its_pieces_in_order(tmp_path: Path, cache: Cache) -> None:
    found, written = publish(tmp_path / "site", cache, file(b"one", "دو".encode(), b""))
    content = "<oneدو>".encode()
    assert (tmp_path / "site" / PATH).read_bytes() == content
    assert written == (PATH,)
    assert found == Poured(hashlib.sha256(content).hexdigest(), len(content))


def test_what_is_published_is_not_loaded_again(tmp_path: Path, cache: Cache) -> None:
    def refuse() -> bytes:
        pytest.fail("a piece was loaded")

    first, _ = publish(tmp_path / "site", cache, file(b"one", b"two"))
    again = JoinedFile(PATH, b"<", (ref(b"one", refuse), ref(b"two", refuse)), b">")
    assert publish(tmp_path / "site", cache, again) == (first, ())


@pytest.mark.parametrize(
    "other", [file(b"one", b"2"), file(b"two", b"one"), file(b"one"), file(b"one", b"two", head=b"("), file(tail=b")")]
)
def test_another_piece_order_or_frame_is_another_file(tmp_path: Path, cache: Cache, other: JoinedFile) -> None:
    publish(tmp_path / "site", cache, file(b"one", b"two"))
    found, written = publish(tmp_path / "site", cache, other)
    content = (tmp_path / "site" / PATH).read_bytes()
    assert content == b"".join(other.content())
    assert written == (PATH,)
    assert found is not None
    assert found.size == len(content)


def test_a_file_that_was_lost_is_written_again(tmp_path: Path, cache: Cache) -> None:
    publish(tmp_path / "site", cache, file(b"one"))
    (tmp_path / "site" / PATH).write_bytes(b"")
    assert publish(tmp_path / "site", cache, file(b"one"))[1] == (PATH,)
    assert (tmp_path / "site" / PATH).read_bytes() == b"<one>"


def test_without_a_cache_the_same_bytes_are_no_change(tmp_path: Path) -> None:
    publish(tmp_path / "site", Cache(None), file(b"one"))
    found, written = publish(tmp_path / "site", Cache(None), file(b"one"))
    assert (found is not None, written) == (True, ())


def test_what_cannot_be_taken_is_not_kept(tmp_path: Path, cache: Cache) -> None:
    (tmp_path / "site/data").mkdir(parents=True)
    (tmp_path / "site/data/archive").write_text("in the way", encoding="utf-8")
    with Stage(tmp_path / "site", Problems()) as stage:
        assert joined.write(file(b"one"), cache, stage) is None
        assert [problem.code for problem in stage.problems] == ["W003"]
    assert cache.take(file(b"one").key(), Poured) is None


def test_a_stranger_in_its_place_is_reported_and_kept(tmp_path: Path, cache: Cache) -> None:
    stranger = tmp_path / "site" / PATH
    stranger.parent.mkdir(parents=True)
    stranger.write_bytes(b"mine")
    problems: list[Problem] = []
    with Stage(tmp_path / "site", Problems()) as stage:
        joined.write(file(b"one"), cache, stage)
        stage.commit()
        problems += stage.problems
    assert [problem.code for problem in problems] == ["W003"]
    assert stranger.read_bytes() == b"mine"
