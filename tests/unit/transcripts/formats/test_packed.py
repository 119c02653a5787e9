from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.transcripts.formats import packed
from goftogu.transcripts.formats.document import Refused
from goftogu.transcripts.formats.packed import PackedFile

NAMES = st.text("abcآب/._-", min_size=1, max_size=12).filter(lambda name: not name.endswith("/") and "//" not in name)


def made(files: dict[str, bytes], **of_each: int) -> bytes:
    """Pack files; what is named is set on each of them."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name)
            archive.writestr(info, data)
        for info in archive.infolist():
            for attribute, value in of_each.items():
                setattr(info, attribute, value)
    return target.getvalue()


@given(st.dictionaries(NAMES, st.binary(max_size=50), max_size=4))
def test_what_was_packed_is_read_again(files: dict[str, bytes]) -> None:
    if any("vbaproject.bin" in name.lower() or name.startswith("Basic/") for name in files):
        return
    held = PackedFile(made(files))
    assert held.names == set(files)
    assert {name: held.read(name) for name in files} == files


@given(st.binary(max_size=200))
def test_other_bytes_are_refused_and_never_a_traceback(data: bytes) -> None:
    with pytest.raises(Refused):
        PackedFile(data)


@given(st.integers(0, 300), st.integers(0, 255))
def test_a_damaged_archive_is_refused_or_read(place: int, byte: int) -> None:
    data = bytearray(made({"word/document.xml": b"<w>" * 20, "x": b"y"}))
    data[place % len(data)] = byte
    try:
        held = PackedFile(bytes(data))
        for name in held.names:
            held.read(name)
    except Refused:
        return


@pytest.mark.parametrize("name", ["word/vbaProject.bin", "VBAPROJECT.BIN", "Basic/Standard/script-lb.xml"])
def test_macros_are_refused(name: str) -> None:
    with pytest.raises(Refused, match="macros"):
        PackedFile(made({"word/document.xml": b"", name: b""}))


@pytest.mark.parametrize("name", ["word/vbaProject.bin.txt", "other/Basic/x", "basic/x"])
def test_names_that_resemble_macros_are_not(name: str) -> None:
    assert PackedFile(made({name: b"x"})).read(name) == b"x"


def test_what_is_locked_is_refused() -> None:
    with pytest.raises(Refused, match="password"):
        PackedFile(made({"a": b"x"}, flag_bits=1))


@pytest.mark.parametrize(("limit", "files"), [("_MOST", {"a": b"", "b": b""}), ("_LARGEST", {"a": b"x", "b": b"x"})])
def test_what_unpacks_to_too_much_is_refused(
    monkeypatch: pytest.MonkeyPatch, limit: str, files: dict[str, bytes]
) -> None:
    monkeypatch.setattr(packed, limit, 2)
    assert PackedFile(made(files)).names == set(files)
    monkeypatch.setattr(packed, limit, 1)
    with pytest.raises(Refused, match="more than any real text"):
        PackedFile(made(files))


def test_a_file_is_read_up_to_its_bound_and_not_beyond(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "_LARGEST_TEXT", 5)
    held = PackedFile(made({"fits": b"12345", "large": b"123456"}))
    assert held.read("fits") == b"12345"
    with pytest.raises(Refused, match="larger than any real one"):
        held.read("large")


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(Refused, match=r"it has no gone\.xml"):
        PackedFile(made({"a": b""})).read("gone.xml")


@pytest.mark.parametrize(("size", "fits"), [(100_000_000, True), (100_000_001, False)])
def test_an_archive_says_of_at_most_a_hundred_million_bytes_that_it_holds_them(size: int, fits: bool) -> None:
    _holds(made({"a": b"x"}, file_size=size), fits)


@pytest.mark.parametrize(("files", "fits"), [(5000, True), (5001, False)])
def test_an_archive_holds_at_most_five_thousand_files(files: int, fits: bool) -> None:
    _holds(made({str(number): b"" for number in range(files)}), fits)


def _holds(data: bytes, fits: bool) -> None:
    if fits:
        assert PackedFile(data).names
    else:
        with pytest.raises(Refused, match="more than any real text"):
            PackedFile(data)


def test_a_text_has_at_most_forty_million_bytes() -> None:
    held = PackedFile(made({"fits": bytes(40_000_000), "large": bytes(40_000_001)}))
    assert len(held.read("fits")) == 40_000_000
    with pytest.raises(Refused, match="larger than any real one"):
        held.read("large")
