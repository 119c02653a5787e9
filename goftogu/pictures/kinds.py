"""What kind of file a picture is, by its first bytes; its name says nothing.

Only kinds whose readers are well tried are opened. Vector graphics are not: they may hold scripts, and load other
files.
"""

from __future__ import annotations

import re
from typing import Final

from goftogu.locale.message import Message

READ: Final = ("JPEG", "PNG", "WEBP", "TIFF", "GIF", "AVIF")
"""The kinds that are read, by the names of their readers in Pillow."""

_STARTS: Final = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
)
_BRANDS: Final = {b"avif": "AVIF", b"heic": "HEIC", b"heix": "HEIC", b"mif1": "HEIC", b"msf1": "HEIC", b"hevc": "HEIC"}
_VECTOR: Final = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:\?xml|!--|!DOCTYPE svg|svg)", re.IGNORECASE)
_HEAD: Final = 1024

NOT_A_PICTURE: Final = Message("it is not a picture"), Message("give a JPEG, PNG, WebP, TIFF or GIF file")
_SAVE: Final = Message("save it as PNG or JPEG")
_OTHERS: Final = {
    "SVG": (Message("it is an SVG drawing, which may hold scripts"), _SAVE),
    "HEIC": (Message("it is a HEIC picture, which few browsers show"), _SAVE),
}


def kind(data: bytes) -> str:
    """Return the kind of a picture: one of :data:`READ`, ``SVG``, ``HEIC``, or empty for anything else."""
    for start, name in _STARTS:
        if data.startswith(start):
            return name
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    if data[4:8] == b"ftyp":
        return _BRANDS.get(data[8:12], "")
    head = data[:_HEAD]
    return "SVG" if _VECTOR.match(head) and b"<svg" in head.lower() else ""


def fault(data: bytes) -> tuple[Message, Message] | None:
    """Say why a file is not read as a picture, and what to do; ``None`` when it is."""
    found = kind(data)
    return None if found in READ else _OTHERS.get(found, NOT_A_PICTURE)
