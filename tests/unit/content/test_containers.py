from __future__ import annotations

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.content import containers
from goftogu.content.containers import Container
from tests import recordings


def look(folder: Path, data: bytes) -> Container | None:
    file = folder / "recording"
    file.write_bytes(data)
    return containers.look(file)


def in_a_wide_box(data: bytes) -> bytes:
    """Return an MP4 whose last box, the one of the movie, has a size of eight bytes."""
    place = data.index(b"moov")
    return data[: place - 4] + recordings.wide_box(b"moov", data[place + 4 :])


def in_front_of_the_segment(element: bytes) -> bytes:
    """Return a WebM of a minute with one more element."""
    return recordings.webm(60_000.0).replace(b"\x18\x53\x80\x67", element + b"\x18\x53\x80\x67")


SOUND = {
    "wav": (recordings.wav(2.5), ("audio/wav",), 2.5),
    "wav-with-another-chunk": (
        recordings.wav(1).replace(b"data", b"LIST\x03\0\0\0abc\0data"),
        ("audio/wav",),
        1,
    ),
    "mp3": (recordings.mp3(383), ("audio/mpeg",), 9.982),
    "mp3-with-a-tag": (recordings.mp3(383, tag=recordings.id3(3000)), ("audio/mpeg",), 9.982),
    "mp3-after-padding": (recordings.mp3(383, tag=recordings.id3(10) + bytes(500)), ("audio/mpeg",), 9.982),
    "mp3-that-counts": (
        recordings.mp3(50, first=b"Info\0\0\0\x01" + struct.pack(">I", 1000)),
        ("audio/mpeg",),
        26.122,
    ),
    "opus": (recordings.opus(75.25), ("audio/ogg",), 75.25),
    "vorbis": (recordings.vorbis(60), ("audio/ogg",), 60),
    "vorbis-of-few-samples": (recordings.vorbis(60, rate=4), ("audio/ogg",), 60),
    "opus-of-one-page": (
        recordings.opus(5)[:47].replace(bytes(8), struct.pack("<q", 5 * 48_000 + 312), 1),
        ("audio/ogg",),
        5,
    ),
    "mp4": (recordings.mp4(3605.5), ("audio/mp4", "video/mp4"), 3605.5),
    "mp4-of-version-1": (recordings.mp4(90_000, version=1, scale=48_000), ("audio/mp4", "video/mp4"), 90_000),
    "mp4-with-a-wide-box": (
        recordings.mp4(12, media=recordings.wide_box(b"mdat", bytes(50))),
        ("audio/mp4", "video/mp4"),
        12,
    ),
    "mp4-of-a-fine-scale": (recordings.mp4(80_000, scale=48_000), ("audio/mp4", "video/mp4"), 80_000),
    "mp4-whose-movie-is-in-a-wide-box": (in_a_wide_box(recordings.mp4(12)), ("audio/mp4", "video/mp4"), 12),
    "webm": (recordings.webm(61_500.0), ("video/webm", "audio/webm"), 61.5),
    "webm-with-another-scale": (recordings.webm(615.0, scale=100_000_000), ("video/webm", "audio/webm"), 61.5),
    "webm-whose-scale-is-behind": (
        recordings.webm(615.0, scale=100_000_000, behind=True),
        ("video/webm", "audio/webm"),
        61.5,
    ),
    "webm-with-a-small-element": (
        in_front_of_the_segment(b"\xec\x85" + bytes(5)),
        ("video/webm", "audio/webm"),
        60,
    ),
    "webm-with-a-short-float": (recordings.webm(500.0, form=">f"), ("video/webm", "audio/webm"), 0.5),
}


@pytest.mark.parametrize("name", SOUND)
def test_type_and_length_are_found(name: str, tmp_path: Path) -> None:
    data, types, seconds = SOUND[name]
    found = look(tmp_path, data)
    assert found is not None
    assert (found.types, round(found.seconds, 3), found.variable) == (types, seconds, False)


@pytest.mark.parametrize(
    ("data", "seconds"),
    [
        (recordings.mp3(50, rates=(9, 5, 11)), 0),
        (recordings.mp3(50, first=b"Xing\0\0\0\x01" + struct.pack(">I", 1000)), 26.122),
        (recordings.mp3(50, first=b"VBRI" + bytes(10) + struct.pack(">I", 1000)), 26.122),
        (recordings.mp3(50, rates=(9, 5), first=b"Xing\0\0\0\x00"), 0),
    ],
)
def test_an_mp3_whose_rate_varies_is_told(data: bytes, seconds: float, tmp_path: Path) -> None:
    found = look(tmp_path, data)
    assert found is not None
    assert (found.types, round(found.seconds, 3), found.variable) == (("audio/mpeg",), seconds, True)


UNTOLD = {
    "wav-without-data": recordings.wav(1)[:36],
    "wav-without-rate": b"RIFF\0\0\0\0WAVEdata\x10\0\0\0" + bytes(16),
    "mp4-without-movie": recordings.box(b"ftyp", b"M4A \0\0\0\0mp42") + recordings.box(b"mdat", bytes(9)),
    "mp4-without-header": recordings.box(b"ftyp", b"mp42") + recordings.box(b"moov", recordings.box(b"free", b"")),
    "mp4-with-half-a-header": recordings.box(b"ftyp", b"mp42") + recordings.box(b"moov", recordings.box(b"mvhd", b"1")),
    "mp4-with-a-header-that-lacks-a-byte": recordings.box(b"ftyp", b"mp42")
    + recordings.box(b"moov", recordings.box(b"mvhd", bytes(15) + b"\1" + bytes(3))),
    "mp4-of-no-time": recordings.mp4(5, scale=1).replace(struct.pack(">II", 1, 5), struct.pack(">II", 0, 5)),
    "mp4-with-a-box-that-is-too-small": recordings.box(b"ftyp", b"mp42") + b"\0\0\0\x02free",
    "mp4-that-ends-in-a-box": recordings.box(b"ftyp", b"mp42") + b"\0\0\0\0moov",
    "webm-without-length": recordings.webm(None),
    "webm-that-is-cut": recordings.webm(61_500.0)[:30],
    "webm-with-an-element-of-no-name": recordings.webm(None)[:20] + b"\0" * 40,
    "webm-with-a-name-that-is-too-long": in_front_of_the_segment(b"\x08\0\0\0\0\x80"),
    "webm-with-a-size-of-no-width": in_front_of_the_segment(b"\xec" + bytes(9)),
    "ogg-of-one-page": recordings.opus(5)[:47],
    "ogg-without-rate": recordings.vorbis(5, rate=1).replace(
        struct.pack("<IBI", 0, 1, 1), struct.pack("<IBI", 0, 1, 0)
    ),
}


@pytest.mark.parametrize("name", UNTOLD)
def test_a_recording_need_not_say_how_long_it_is(name: str, tmp_path: Path) -> None:
    found = look(tmp_path, UNTOLD[name])
    assert found is not None
    assert (found.seconds, found.variable) == (0, False)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        b"\xff\xfb",
        "یک متن که نامش mp3 است".encode(),
        b"\x89PNG\r\n\x1a\n" + bytes(80),
        b"%PDF-1.7" + bytes(80),
        b"RIFF\0\0\0\0AVI " + bytes(80),
        b"fLaC" + bytes(80),
        recordings.ogg(b"\x80theora" + bytes(30), 100),
        recordings.webm(500.0, kind=b"matroska"),
        b"\xff\xd8" + recordings.mp3(3),
        recordings.id3(20) + b"no frame follows" * 9,
        b"\xff\xe0" + b"\xff" * 200,
        b"\xff\xfb\xf0\x00" + bytes(500),
    ],
    ids=range(14),
)
def test_what_is_no_recording(data: bytes, tmp_path: Path) -> None:
    assert look(tmp_path, data) is None


def test_a_single_frame_is_enough(tmp_path: Path) -> None:
    found = look(tmp_path, recordings.mp3(1))
    assert found is not None
    assert round(found.seconds, 3) == 0.026


def test_a_webm_counts_in_millionths_of_a_second_unless_it_says_another_scale(tmp_path: Path) -> None:
    assert look(tmp_path, recordings.webm(36_000_000.0)) == Container(("video/webm", "audio/webm"), 36_000)


def test_the_length_of_a_wav_is_what_is_there(tmp_path: Path) -> None:
    found = look(tmp_path, recordings.wav(4)[: 44 + 8000])
    assert found == Container(("audio/wav",), 1)


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "large"
    with file.open("wb") as stream:
        stream.write(recordings.box(b"ftyp", b"mp42"))
        stream.write(struct.pack(">I4sQ", 1, b"mdat", 3_000_000_000))
        stream.truncate(3_000_000_012)
        stream.seek(3_000_000_012)
        stream.write(recordings.mp4(7200)[len(recordings.box(b"ftyp", b"M4A \0\0\0\0mp42")) + 108 :])
    assert file.stat().st_size > 3_000_000_000
    found = containers.look(file)
    assert found == Container(("audio/mp4", "video/mp4"), 7200)


@pytest.mark.parametrize(("rest", "seconds"), [(13, 0), (14, 5), (15, 5)])
def test_the_last_page_of_ogg_tells_the_length_once_its_number_is_whole(
    rest: int, seconds: float, tmp_path: Path
) -> None:
    data = recordings.vorbis(5)
    assert look(tmp_path, data[: data.rfind(b"OggS") + rest]) == Container(("audio/ogg",), seconds)


@pytest.mark.parametrize("size", [1 << 40, (1 << 63) - 1, (1 << 64) - 1])
def test_a_box_that_claims_more_than_a_file_can_have_ends_the_search(size: int, tmp_path: Path) -> None:
    data = recordings.box(b"ftyp", b"mp42") + struct.pack(">I4sQ", 1, b"mdat", size)
    assert look(tmp_path, data) == Container(("audio/mp4", "video/mp4"))


@given(st.sampled_from(sorted(SOUND)), st.integers(0, 400), st.integers(0, 255), st.integers(0, 600))
def test_a_damaged_recording_is_no_reason_to_fail(
    tmp_path_factory: pytest.TempPathFactory, name: str, place: int, byte: int, kept: int
) -> None:
    data = bytearray(SOUND[name][0][: 600 + kept])
    data[place % len(data)] = byte
    found = look(tmp_path_factory.getbasetemp(), bytes(data[: kept + 64]))
    assert found is None or found.seconds >= 0
