"""Ranges of bytes of a file (RFC 9110, section 14): a player asks for the part of a recording that it plays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

_RANGE: Final = re.compile(r"bytes=(\d*)-(\d*)", re.ASCII)
_BLOCK: Final = 65_536


class ByteRange(NamedTuple):
    """The first byte that is sent, and the one after the last."""

    start: int
    end: int


def asked(header: str, size: int) -> ByteRange | None:
    """Return the range that is asked for.

    Args:
        header: Of the request, or empty.
        size: Bytes of the file.

    Returns:
        ``None`` for the whole file: when nothing is asked for, or more than one range, or something that is no range.

    Raises:
        ValueError: The file has nothing of that range.
    """
    found = _RANGE.fullmatch(header.strip())
    if found is None or not any(found.groups()):
        return None
    first, last = found.groups()
    start = int(first) if first else max(0, size - int(last))
    end = min(int(last) + 1, size) if first and last else size
    if first and last and int(last) < start:
        return None
    if start >= size:
        raise ValueError(header)
    return ByteRange(start, end)


def read(file: Path, wanted: ByteRange) -> Iterator[bytes]:
    """Yield a range of a file, block by block."""
    with file.open("rb") as stream:
        stream.seek(wanted.start)
        rest = wanted.end - wanted.start
        while rest > 0 and (block := stream.read(min(rest, _BLOCK))):
            rest -= len(block)
            yield block
