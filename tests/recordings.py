"""Recordings that tests make by hand, and an interview that has some."""

from __future__ import annotations

import dataclasses
import io
import math
import struct
import wave
from collections.abc import Mapping
from typing import Any, Final

from goftogu.content.recording import Recording
from goftogu.edition.material import Material
from goftogu.edition.recordings import MediaFacts
from goftogu.model import Interview
from tests.materials import interview, material

TIMES: Final = {"t1.1": 3, "t2.1": 8, "t4.1": 30}
"""The times of the paragraphs of the interview; two have none."""


def recorded(file: str = "", **said: Any) -> Recording:
    """Return a recording of which nothing is known but what is said."""
    nothing: dict[str, Any] = {"url": "", "type": "", "label": None, "offset": 0, "duration": 0}
    return Recording(file, **nothing | {"redacted": False, "line": 0} | said)


RECORDING: Final = recorded("river.mp3", label=("نوار", "Tape"))
FACTS: Final = {"river.mp3": MediaFacts("audio/mpeg", 61.5)}


def timed_interview(times: Mapping[str, int] = TIMES, **changes: Any) -> Interview:
    """Return the interview of the exports with some times."""
    made = interview()
    turns = tuple(
        dataclasses.replace(
            turn,
            paragraphs=tuple(dataclasses.replace(unit, time=times.get(unit.id)) for unit in turn.paragraphs),
        )
        for turn in made.turns
    )
    return dataclasses.replace(made, turns=turns, **changes)


def timed(
    times: Mapping[str, int] = TIMES,
    media: tuple[Recording, ...] = (RECORDING,),
    facts: Mapping[str, MediaFacts] = FACTS,
    **changes: Any,
) -> Material:
    """Return the material of an interview with times and recordings."""
    given = material(**changes)
    held = dataclasses.replace(given.interview, turns=timed_interview(times).turns, media=media)
    return dataclasses.replace(given, interview=held, media=facts)


def wav(seconds: float = 2, rate: int = 8000) -> bytes:
    """Return a tone as WAV, one byte a sample."""
    stream = io.BytesIO()
    with wave.open(stream, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(rate)
        file.writeframes(bytes(int(128 + 60 * math.sin(number / 4)) for number in range(int(seconds * rate))))
    return stream.getvalue()


def mp3(frames: int = 100, *, rates: tuple[int, ...] = (9,), first: bytes = b"", tag: bytes = b"") -> bytes:
    """Return an MP3 of silent frames: MPEG 1, layer III, 44,100 samples a second, stereo.

    Args:
        frames: How many.
        rates: Indices of the bits a second (9 is 128,000), one after the other and again.
        first: What is in the first frame after its head and 32 bytes, such as a header of Xing.
        tag: What is before the first frame.
    """
    thousands = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
    made = []
    for number in range(frames):
        rate = rates[number % len(rates)]
        size = 144 * thousands[rate] * 1000 // 44_100
        body = bytes(32) + first if not number else b""
        made.append((b"\xff\xfb" + bytes([rate << 4]) + b"\x00" + body).ljust(size, b"\0"))
    return tag + b"".join(made)


def id3(size: int) -> bytes:
    """Return a tag of ID3 with so many bytes after its head."""
    digits = bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\x04\x00\x00" + digits + bytes(size)


def ogg(packet: bytes, granule: int) -> bytes:
    """Return two pages of Ogg: the first with a packet, the last with the number of the last sample."""
    pages = []
    for flags, number, data in ((2, 0, packet), (4, granule, b"\0")):
        pages.append(b"OggS\0" + struct.pack("<BqIII", flags, number, 1, 0, 0) + bytes([1, len(data)]) + data)
    return b"".join(pages)


def opus(seconds: float, skipped: int = 312) -> bytes:
    """Return the pages of an Opus file."""
    return ogg(b"OpusHead" + struct.pack("<BBHIhB", 1, 1, skipped, 48_000, 0, 0), int(seconds * 48_000) + skipped)


def vorbis(seconds: float, rate: int = 22_050) -> bytes:
    """Return the pages of a Vorbis file."""
    return ogg(b"\x01vorbis" + struct.pack("<IBI", 0, 1, rate) + bytes(14), int(seconds * rate))


def box(name: bytes, content: bytes) -> bytes:
    """Return a box of MP4."""
    return struct.pack(">I", 8 + len(content)) + name + content


def wide_box(name: bytes, content: bytes) -> bytes:
    """Return a box of MP4 whose size has eight bytes."""
    return struct.pack(">I", 1) + name + struct.pack(">Q", 16 + len(content)) + content


def mp4(seconds: float, *, version: int = 0, scale: int = 1000, media: bytes = b"") -> bytes:
    """Return the boxes of an MP4: its kind, what is played, its head."""
    form = ">IQQIQ" if version else ">IIIII"
    header = struct.pack(form, version << 24, 0, 0, scale, int(seconds * scale))
    movie = box(b"moov", box(b"free", b"") + box(b"mvhd", header + bytes(80)))
    return box(b"ftyp", b"M4A \0\0\0\0mp42") + (media or box(b"mdat", bytes(100))) + movie


def element(name: int, content: bytes) -> bytes:
    """Return an element of Matroska."""
    head = name.to_bytes((name.bit_length() + 7) // 8)
    return head + bytes([0x10 | len(content) >> 24]) + (len(content) & 0xFFFFFF).to_bytes(3) + content


def webm(
    milliseconds: float | None,
    *,
    scale: int | None = None,
    kind: bytes = b"webm",
    form: str = ">d",
    behind: bool = False,
) -> bytes:
    """Return the elements of a WebM: its head, and a segment with what is known of it; its scale may come last."""
    before = b"" if scale is None else element(0x2AD7B1, scale.to_bytes(4))
    length = b"" if milliseconds is None else element(0x4489, struct.pack(form, milliseconds))
    before, after = (length, before) if behind else (before, length)
    info = before + element(0x4D80, b"made by hand") + after
    head = element(0x1A45DFA3, element(0x4282, kind))
    return head + element(0x18538067, element(0xEC, bytes(20)) + element(0x1549A966, info) + element(0x1F43B675, b"x"))
