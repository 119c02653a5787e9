"""What a recording is, by its first bytes, and how long it is: MP3, MP4 and M4A, Ogg with Opus or Vorbis, WebM, WAV.

Only heads and, of Ogg, the tail are read, never the whole file. Nothing is decoded. The layouts are those of ISO/IEC
14496-12 (MP4), RFC 3533 and 7845 (Ogg, Opus), Matroska (WebM), ISO/IEC 11172-3 (MP3) and the WAVE form of RIFF.
"""

from __future__ import annotations

import io
import os
import struct
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from goftogu.content import mpeg_audio

_HEAD: Final = 64
_TAIL: Final = 65_536
_MOST_BOXES: Final = 1_000
"""Of a file that is well formed nobody needs to pass so many to find its length."""
_MATROSKA: Final = b"\x1a\x45\xdf\xa3"
_SEGMENT, _INFO, _SCALE, _DURATION = 0x18538067, 0x1549A966, 0x2AD7B1, 0x4489
_OPUS_RATE: Final = 48_000


class Container(NamedTuple):
    """What a file is.

    Attributes:
        types: The media types that it may be of.
        seconds: How long it is; 0 when it does not say.
        variable: Whether its rate varies and it is an MP3, so that some browsers seek seconds off.
    """

    types: tuple[str, ...]
    seconds: float = 0
    variable: bool = False


def look(file: Path) -> Container | None:
    """Look at a recording; ``None`` when it is of no form that is known.

    Raises:
        OSError: When it cannot be read.
    """
    with file.open("rb") as stream:
        head = stream.read(_HEAD)
        return next((find(stream, head) for fits, find in _FORMS if fits(head)), None)


def _wave(stream: BinaryIO, _: bytes) -> Container:
    rate, place = 0, 12
    for _number in range(_MOST_BOXES):
        chunk = _at(stream, place, 20)
        if len(chunk) < 8:  # noqa: PLR2004  name and size of a chunk
            break
        (size,) = struct.unpack_from("<I", chunk, 4)
        if chunk[:4] == b"fmt " and len(chunk) == 20:  # noqa: PLR2004  up to the bytes a second
            (rate,) = struct.unpack_from("<I", chunk, 16)
        if chunk[:4] == b"data":
            rest = _length(stream) - place - 8
            return Container(("audio/wav",), min(size, rest) / rate if rate else 0)
        place += 8 + size + size % 2
    return Container(("audio/wav",))


def _ogg(stream: BinaryIO, head: bytes) -> Container | None:
    packet = head[28:]
    if packet.startswith(b"OpusHead"):
        skipped, rate = struct.unpack_from("<H", packet, 10)[0], _OPUS_RATE
    elif packet.startswith(b"\x01vorbis"):
        skipped, rate = 0, struct.unpack_from("<I", packet, 12)[0]
    else:
        return None
    tail = _at(stream, max(0, _length(stream) - _TAIL), _TAIL)
    page = tail.rfind(b"OggS")
    granule = struct.unpack_from("<q", tail, page + 6)[0] if 0 <= page <= len(tail) - 14 else 0
    return Container(("audio/ogg",), max(0, granule - skipped) / rate if rate else 0)


def _mp4(stream: BinaryIO, _: bytes) -> Container:
    types = ("audio/mp4", "video/mp4")
    movie = _box(stream, b"moov", 0, _length(stream))
    header = _box(stream, b"mvhd", *movie) if movie else None
    if header is None:
        return Container(types)
    data = _at(stream, header[0], 32)
    form, place = (">IQ", 20) if data[:1] == b"\x01" else (">II", 12)
    if len(data) < place + struct.calcsize(form):
        return Container(types)
    scale, length = struct.unpack_from(form, data, place)
    return Container(types, length / scale if scale else 0)


def _box(stream: BinaryIO, name: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return where the content of a box begins and ends, among the boxes of a range."""
    for _ in range(_MOST_BOXES):
        head = _at(stream, start, 16) if start < end else b""
        if len(head) < 8:  # noqa: PLR2004  size and name of a box
            return None
        (size,) = struct.unpack_from(">I", head)
        before = 8
        if size == 1 and len(head) == 16:  # noqa: PLR2004  the size follows in eight bytes
            (size,), before = struct.unpack_from(">Q", head, 8), 16
        size = size or end - start
        if head[4:8] == name:
            return start + before, min(start + size, end)
        if size < before:
            return None
        start += size
    return None


def _webm(stream: BinaryIO, head: bytes) -> Container | None:
    if b"webm" not in head:
        return None
    found = io.BytesIO(_at(stream, 0, _TAIL))
    scale, length = 1_000_000, 0.0
    for _ in range(_MOST_BOXES):
        name, size = _element(found), _number(found)
        if name is None or size is None:
            break
        if name in {_SEGMENT, _INFO}:
            continue
        data = found.read(size) if size < _TAIL else b""
        if name == _SCALE:
            scale = int.from_bytes(data)
        if name == _DURATION and len(data) in {4, 8}:
            (length,) = struct.unpack(">f" if len(data) == 4 else ">d", data)  # noqa: PLR2004  the two sizes of a float
    return Container(("video/webm", "audio/webm"), max(0.0, length * scale / 1_000_000_000))


def _element(stream: io.BytesIO) -> int | None:
    """Read the name of a Matroska element, its marker included."""
    first = stream.read(1)
    width = 9 - int.from_bytes(first).bit_length()
    rest = stream.read(width - 1)
    return int.from_bytes(first + rest) if width <= 4 and len(rest) == width - 1 else None  # noqa: PLR2004  longest name


def _number(stream: io.BytesIO) -> int | None:
    """Read a number of variable width, its marker excluded."""
    first = stream.read(1)
    width = 9 - int.from_bytes(first).bit_length()
    rest = stream.read(width - 1)
    if width > 8 or len(rest) != width - 1:  # noqa: PLR2004  widest number
        return None
    return int.from_bytes(first + rest) & ((1 << 7 * width) - 1)


def _mp3(stream: BinaryIO, head: bytes) -> Container | None:
    start = mpeg_audio.after_tag(head)
    found = mpeg_audio.measure(_at(stream, start, mpeg_audio.ENOUGH), _length(stream) - start)
    return None if found is None else Container(("audio/mpeg",), *found)


def _at(stream: BinaryIO, place: int, count: int) -> bytes:
    stream.seek(place)
    return stream.read(count)


def _length(stream: BinaryIO) -> int:
    return os.fstat(stream.fileno()).st_size


_Look = Callable[[BinaryIO, bytes], Container | None]
_FORMS: Final[tuple[tuple[Callable[[bytes], bool], _Look], ...]] = (
    (lambda head: head[:4] == b"RIFF" and head[8:12] == b"WAVE", _wave),
    (lambda head: head[:4] == b"OggS", _ogg),
    (lambda head: head[4:8] == b"ftyp", _mp4),
    (lambda head: head[:4] == _MATROSKA, _webm),
    (lambda head: head[:3] == b"ID3" or (head[:1] == b"\xff" and head[1:] >= b"\xe0"), _mp3),
)
"""By their first bytes: what is read of each form."""
