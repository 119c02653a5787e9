"""What a file is, by its first bytes."""

from __future__ import annotations

import pytest

from goftogu.pictures import kinds
from tests import drawn

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.mark.parametrize("form", ["JPEG", "PNG", "GIF", "TIFF", "WEBP"])
def test_a_picture_is_known_by_its_first_bytes(form: str) -> None:
    data = drawn.bytes_of(drawn.plain(), form)
    assert kinds.kind(data) == form
    assert kinds.fault(data) is None


@pytest.mark.parametrize(
    ("data", "kind", "words"),
    [
        (SVG, "SVG", "may hold scripts"),
        (b'<?xml version="1.0"?>\n<!-- by hand -->\n' + SVG, "SVG", "may hold scripts"),
        (b"\xef\xbb\xbf  " + SVG.upper(), "SVG", "may hold scripts"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC", "HEIC"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0", "", "not a picture"),
        (b"ID3\x04\0", "", "not a picture"),
        (b"RIFF\0\0\0\0WAVE", "", "not a picture"),
        (b"<!doctype html><p>a page", "", "not a picture"),
        (b"<html><svg></svg>", "", "not a picture"),
        (b"%PDF-1.7", "", "not a picture"),
        (b"", "", "not a picture"),
    ],
)
def test_what_is_not_read_is_told(data: bytes, kind: str, words: str) -> None:
    assert kinds.kind(data) == kind
    fault = kinds.fault(data)
    assert fault is not None
    assert words in str(fault[0])
    assert fault[1]


@pytest.mark.parametrize(("letters", "kind"), [(1013, "SVG"), (1014, "")])
def test_a_drawing_begins_within_the_first_kilobyte(letters: int, kind: str) -> None:
    assert kinds.kind(b"<!--" + b"x" * letters + b"-->" + SVG) == kind


def test_avif_is_a_picture() -> None:
    assert kinds.kind(b"\0\0\0\x1cftypavif\0\0\0\0") == "AVIF"


@pytest.mark.parametrize(("data", "kind"), [(b"II*\0", "TIFF"), (b"MM\0*", "TIFF"), (b"GIF87a", "GIF")])
def test_the_rarer_forms_of_a_kind_are_known(data: bytes, kind: str) -> None:
    assert kinds.kind(data + bytes(8)) == kind
    assert kinds.fault(data + bytes(8)) is None
