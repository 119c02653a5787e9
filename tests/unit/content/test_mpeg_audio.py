"""The frames of an MP3, by the tables of the standard."""

from __future__ import annotations

import struct

import pytest

from goftogu.content import mpeg_audio
from goftogu.content.mpeg_audio import FrameHead

MPEG_1, MPEG_2, MPEG_2_5 = 3, 2, 0
FAST = (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
SLOW = (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
SIDE = 32
"""Bytes of the side data of a stereo frame of MPEG 1."""


def head(version: int = MPEG_1, index: int = 9, place: int = 0, *, padded: bool = False, mono: bool = False) -> bytes:
    """Return the head of a frame of layer III; usually of 128 kbit/s at 44,100 Hz."""
    return bytes([0xFF, 0xE0 | version << 3 | 1 << 1 | 1, index << 4 | place << 2 | padded << 1, 0xC0 if mono else 0])


def frames(*rates: int) -> bytes:
    """Return frames of some rates, by their index."""
    heads = [head(index=index) for index in rates]
    sizes = [144_000 * FAST[index - 1] // 44_100 for index in rates]
    return b"".join(start.ljust(size, b"\0") for start, size in zip(heads, sizes, strict=True))


@pytest.mark.parametrize("index", range(1, 15))
@pytest.mark.parametrize("place", range(3))
def test_a_frame_says_its_rate_and_its_length(index: int, place: int) -> None:
    rate, sampling = FAST[index - 1] * 1000, (44_100, 48_000, 32_000)[place]
    expected = FrameHead(rate, sampling, 1152, 144 * rate // sampling, SIDE)
    assert mpeg_audio.frame(head(MPEG_1, index, place)) == expected
    for version, half in ((MPEG_2, 2), (MPEG_2_5, 4)):
        rate = SLOW[index - 1] * 1000
        expected = FrameHead(rate, sampling // half, 576, 72 * rate // (sampling // half), 17)
        assert mpeg_audio.frame(head(version, index, place)) == expected


@pytest.mark.parametrize(("version", "stereo", "mono"), [(MPEG_1, 32, 17), (MPEG_2, 17, 9), (MPEG_2_5, 17, 9)])
def test_one_channel_has_less_side_data(version: int, stereo: int, mono: int) -> None:
    found = [mpeg_audio.frame(head(version, mono=alone)) for alone in (False, True)]
    assert [held and held.side for held in found] == [stereo, mono]


def test_a_padded_frame_has_a_byte_more() -> None:
    usual, padded = mpeg_audio.frame(head()), mpeg_audio.frame(head(padded=True))
    assert usual
    assert padded == usual._replace(size=usual.size + 1)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        head()[:3],
        b"\xfe" + head()[1:],
        bytes([0xFF, head()[1] & 0xDF]) + head()[2:],
        head(version=1),
        bytes([0xFF, head()[1] ^ 0b110]) + head()[2:],
        head(index=0),
        head(index=15),
        head(place=3),
    ],
)
def test_what_the_standard_does_not_allow_is_no_frame(data: bytes) -> None:
    assert mpeg_audio.frame(data) is None


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"", 0),
        (b"ID3", 0),
        (b"ID3\4\0\0\0\0\0", 0),
        (b"ID3\4\0\0\0\0\0\0", 10),
        (b"ID3\4\0\0\0\0\0\x7f", 137),
        (b"ID3\4\0\0\0\0\1\0", 138),
        (b"ID3\4\0\0\0\0\1\0TPE1\0\0", 138),
        (b"ID3\4\0\0\1\2\3\4", 10 + (1 << 21) + (2 << 14) + (3 << 7) + 4),
        (b"ID3\4\0\0\x80\x80\x80\x81", 11),
        (b"TAG\4\0\0\0\0\1\0", 0),
    ],
)
def test_the_first_frame_is_behind_the_tag(data: bytes, place: int) -> None:
    assert mpeg_audio.after_tag(data) == place


def test_a_file_of_constant_rate_is_measured_by_its_size() -> None:
    assert mpeg_audio.measure(frames(9, 9, 9), 16_000) == (1.0, False)
    assert mpeg_audio.measure(b"\0\xff\0" + frames(9, 9, 9), 16_003) == (1.0, False)
    assert mpeg_audio.measure(b"\xff" + frames(9, 9, 9), 16_001) == (1.0, False)
    assert mpeg_audio.measure(frames(14, 14, 14), 16_000) == (0.4, False)


def test_twelve_frames_of_one_rate_make_a_rate_constant() -> None:
    assert mpeg_audio.measure(frames(*[9] * 11, 10), 16_000) == (0, True)
    assert mpeg_audio.measure(frames(*[9] * 12, 10), 16_000) == (1.0, False)


@pytest.mark.parametrize(("word", "varies"), [(b"Xing", True), (b"Info", False)])
@pytest.mark.parametrize("flags", [1, 3, 15])
@pytest.mark.parametrize("around", [(b"", frames(9)), (b"", b""), (bytes(10), frames(9)), (bytes(10), b"")])
@pytest.mark.parametrize("count", [1000, 0x01020304])
def test_a_first_frame_may_count_the_others(
    word: bytes, varies: bool, flags: int, around: tuple[bytes, bytes], count: int
) -> None:
    first = head() + bytes(SIDE) + word + bytes([0, 0, 0, flags]) + struct.pack(">I", count)
    data = first.ljust(417, b"\0").join(around)
    assert mpeg_audio.measure(data, 5) == (count * 1152 / 44_100, varies)


def test_a_count_may_end_what_was_read() -> None:
    assert mpeg_audio.measure(head() + bytes(SIDE) + b"Xing", 16_000) == (1.0, False)
    assert mpeg_audio.measure(head() + bytes(SIDE) + b"VBRI" + bytes(10) + bytes(3), 16_000) == (1.0, False)
    counted = head() + bytes(SIDE) + b"VBRI" + bytes(10) + struct.pack(">I", 500)
    assert mpeg_audio.measure(counted, 5) == (500 * 1152 / 44_100, True)


@pytest.mark.parametrize(
    "mark",
    [
        bytes(SIDE) + b"Xing\0\0\0\2" + struct.pack(">I", 1000),
        bytes(SIDE) + b"xing\0\0\0\1" + struct.pack(">I", 1000),
        bytes(SIDE - 1) + b"Xing\0\0\0\1" + struct.pack(">I", 1000),
    ],
)
def test_a_first_frame_without_a_count_is_one_of_many(mark: bytes) -> None:
    data = (head() + mark).ljust(417, b"\0") + frames(9)
    assert mpeg_audio.measure(data, 16_000) == (1.0, False)


def test_the_header_of_fraunhofer_counts_too() -> None:
    first = (head() + bytes(SIDE) + b"VBRI" + bytes(10) + struct.pack(">I", 500)).ljust(417, b"\0")
    assert mpeg_audio.measure(first + frames(9), 5) == (500 * 1152 / 44_100, True)


@pytest.mark.parametrize(("index", "seconds"), [(1, 0), (2, 250 * 576 / 24_000)])
def test_a_short_frame_can_count_too_if_the_count_is_in_it(index: int, seconds: float) -> None:
    size = 72_000 * SLOW[index - 1] // 24_000
    mark = head(MPEG_2, index, 1, mono=True) + bytes(9) + b"Xing\0\0\0\1" + struct.pack(">I", 250)
    first = mark[:size].ljust(size, b"\0")
    assert mpeg_audio.measure(first + head(MPEG_2, index, 1, mono=True), 1000) == (seconds, True)


@pytest.mark.parametrize("data", [b"", b"\xff" * 40, b"RIFF" + bytes(100), head() + bytes(600)])
def test_without_two_frames_in_a_row_it_is_no_mp3(data: bytes) -> None:
    assert mpeg_audio.measure(data, len(data)) is None


def test_a_frame_that_ends_what_was_read_needs_no_other() -> None:
    assert mpeg_audio.measure(frames(9), 16_000) == (1.0, False)
