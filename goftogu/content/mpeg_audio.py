"""The frames of an MP3: how long it is, and whether its rate varies.

A file of constant rate is measured by its size. One of variable rate says its number of frames in a header of Xing or
Fraunhofer (VBRI) in its first frame; without one nobody knows its length before it was read as a whole.
"""

from __future__ import annotations

import struct
from typing import Final, NamedTuple

ENOUGH: Final = 65_536
"""Bytes from the first frame on that tell all that is asked."""

_FRAMES: Final = 12
"""How many frames of the same rate make a rate constant."""
_RATES: Final = {
    True: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    False: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
"""Thousand bits a second of layer III, in MPEG 1 and in the lower sampling rates, by the index in the frame's head."""
_SAMPLING: Final = {3: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000), 0: (11_025, 12_000, 8_000)}
"""Samples a second, by version and index."""
_MPEG_1: Final = 3
_LAYER_3: Final = 1
_MONO: Final = 3
_TAG: Final = 10


class FrameHead(NamedTuple):
    """What the head of a frame says: bits and samples a second, samples and bytes in it, bytes of its side data."""

    rate: int
    sampling: int
    samples: int
    size: int
    side: int


def after_tag(head: bytes) -> int:
    """Return where the first frame is sought: after the tag of ID3, whose size has seven bits a byte."""
    if head[:3] != b"ID3" or len(head) < _TAG:
        return 0
    size = 0
    for byte in head[6:10]:
        size = size << 7 | byte & 0x7F
    return _TAG + size


def measure(data: bytes, size: int) -> tuple[float, bool] | None:
    """Return the seconds of an MP3, 0 when nobody knows, and whether its rate varies.

    Args:
        data: What follows the tag, at most :data:`ENOUGH` bytes.
        size: Bytes of the file from there on.

    Returns:
        ``None`` when there is no frame.
    """
    first = _first(data)
    if first is None:
        return None
    place, head = first
    if (frames := _counted(data[place : place + head.size], head)) is not None:
        return frames * head.samples / head.sampling, data.find(b"Info", place, place + head.size) < 0
    rates = set(_rates(data, place))
    return (0, True) if len(rates) > 1 else ((size - place) * 8 / head.rate, False)


def _first(data: bytes) -> tuple[int, FrameHead] | None:
    """Find the first frame that another one follows; padding may lie before it."""
    place = data.find(b"\xff")
    while place >= 0:
        head = frame(data[place : place + 4])
        after = place + head.size if head else 0
        if head and (after >= len(data) or frame(data[after : after + 4])):
            return place, head
        place = data.find(b"\xff", place + 1)
    return None


def _rates(data: bytes, place: int) -> list[int]:
    rates: list[int] = []
    while len(rates) < _FRAMES and (head := frame(data[place : place + 4])):
        rates.append(head.rate)
        place += head.size
    return rates


def frame(head: bytes) -> FrameHead | None:
    """Read the four bytes at the head of a frame of layer III; ``None`` when they are none."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:  # noqa: PLR2004  the synchronising bits
        return None
    version, layer, index, place = head[1] >> 3 & 3, head[1] >> 1 & 3, head[2] >> 4, head[2] >> 2 & 3
    if layer != _LAYER_3 or version not in _SAMPLING or not 0 < index < 15 or place == 3:  # noqa: PLR2004  not allowed
        return None
    first = version == _MPEG_1
    rate, sampling = _RATES[first][index] * 1000, _SAMPLING[version][place]
    samples = 1152 if first else 576
    size = samples // 8 * rate // sampling + (head[2] >> 1 & 1)
    mono = head[3] >> 6 == _MONO
    side = (17 if mono else 32) if first else (9 if mono else 17)
    return FrameHead(rate, sampling, samples, size, side)


def _counted(data: bytes, head: FrameHead) -> int | None:
    """Return how many frames the first one says that there are."""
    place = 4 + head.side
    if data[place : place + 4] in {b"Xing", b"Info"} and data[place + 7 : place + 8] and data[place + 7] & 1:
        return int.from_bytes(data[place + 8 : place + 12])
    if data[36:40] == b"VBRI" and len(data) >= 54:  # noqa: PLR2004  up to the count
        return int(struct.unpack_from(">I", data, 50)[0])
    return None
