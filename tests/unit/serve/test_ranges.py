from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.serve import ranges
from goftogu.serve.ranges import ByteRange


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("", None),
        ("bytes=0-", ByteRange(0, 100)),
        ("bytes=0-0", ByteRange(0, 1)),
        (" bytes=10-19 ", ByteRange(10, 20)),
        ("bytes=90-500", ByteRange(90, 100)),
        ("bytes=-10", ByteRange(90, 100)),
        ("bytes=-500", ByteRange(0, 100)),
        ("bytes=99-", ByteRange(99, 100)),
        ("bytes=-", None),
        ("bytes=20-10", None),
        ("bytes=0-1,5-6", None),
        ("items=0-1", None),
        ("bytes=a-b", None),
        ("bytes=۰-۹", None),
    ],
)
def test_what_is_asked_for(header: str, expected: ByteRange | None) -> None:
    assert ranges.asked(header, 100) == expected


@pytest.mark.parametrize("header", ["bytes=100-", "bytes=100-200", "bytes=-0"])
def test_what_the_file_does_not_have(header: str) -> None:
    with pytest.raises(ValueError, match="bytes"):
        ranges.asked(header, 100)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (0, 200_000), (65_535, 65_537), (199_999, 200_000), (5, 70_000)])
def test_a_range_is_read_block_by_block(start: int, end: int, tmp_path: Path) -> None:
    data = bytes(range(250)) * 800
    file = tmp_path / "a.mp3"
    file.write_bytes(data)
    blocks = list(ranges.read(file, ByteRange(start, end)))
    assert b"".join(blocks) == data[start:end]
    assert all(len(block) <= 65_536 for block in blocks)


def test_a_file_that_became_shorter_ends_the_answer(tmp_path: Path) -> None:
    file = tmp_path / "a.mp3"
    file.write_bytes(b"abc")
    assert list(ranges.read(file, ByteRange(0, 10))) == [b"abc"]


@given(st.text("bytes=0123456789-, ", max_size=20), st.integers(0, 1000))
def test_every_range_is_within_the_file(header: str, size: int) -> None:
    try:
        found = ranges.asked(header, size)
    except ValueError:
        return
    assert found is None or 0 <= found.start < found.end <= size
