"""What cannot be imported: known for what it is, by its bytes whatever its name, with what can be done."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.content import recording
from goftogu.locale.message import Message
from goftogu.transcripts.formats import foreign, registry
from tests import office
from tests.collecting import collected

TALK = "پرسشگر: چرا رفتی؟\n\nمینا: چون باران می‌آمد.\n"
PAGE = "<html><body><p>پرسشگر: چرا؟</p></body></html>"
BYTES = {
    "old kind": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "RTF": b"{\\rtf1\\ansi a}",
    "PDF": b"%PDF-1.7\n",
    "picture": b"\xff\xd8\xff\xe0\0\x10JFIF",
    "recording": b"\0\0\0\x20ftypM4A \0\0",
    "packed": gzip.compress(TALK.encode()),
    "git lfs": b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n",
    "git-crypt": b"\0GITCRYPT\0\x81\x9f",
    "left this behind": b"\0\5\x16\7\0\2\0\0Mac OS X",
}
MORE = {
    "picture": (
        b"\x89PNG\r\n", b"GIF89a", b"II*\0\x08", b"MM\0*\0", b"\0\0\0\x18ftypheic\0", b"\0\0\0\x1cftypavif",
        b"\0\0\0\x18ftypmif1", b"RIFF\x10\0\0\0WEBPVP8 ", b"AT&TFORM\0\0\0\x01DJVU",
    ),
    "recording": (
        b"ID3\4\0", b"\xff\xfb\x90\x44", b"\xff\xf3\x90", b"\xff\xf1\x50", b"OggS\0\2", b"fLaC\0", b"\x1aE\xdf\xa3",
        b"#!AMR\n", b"RIFF\x10\0\0\0WAVEfmt ", b"RIFF\x10\0\0\0AVI LIST", b"FORM\0\0\0\x10AIFF", b"\0\0\0\x18ftypqt  ",
        b"\0\0\0\x18ftypisom",
    ),
    "packed": (b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\7", office.packed({"azar.txt": "x"})),
    "PDF": (b"\xef\xbb\xbf%PDF-1.4", b"\n\n %PDF-1.4"),
    "RTF": (b"\xef\xbb\xbf{\\rtf1}",),
}  # fmt: skip
NAMES = {
    "azar.doc": "old kind", "azar.rtf": "RTF", "azar.PDF": "PDF", "azar.heic": "picture", "azar.JPG": "picture",
    "azar.tiff": "picture", "azar.m4a": "recording", "azar.opus": "recording", "azar.MOV": "recording",
    "azar.zip": "packed", "azar.txt.gz": "packed", "azar.lnk": "leads", "azar.url": "leads", "azar.webloc": "leads",
    "azar.gdoc": "online", "azar.pages": "word processor", "azar.fodt": "word processor", "azar.xlsx": "spreadsheet",
    "azar.numbers": "spreadsheet", "azar.epub": "book", "azar.pptx": "slides", "azar.eml": "letter",
    "azar.ass": "subtitles", "azar.ttml": "subtitles", "azar.eaf": "program", "azar.TextGrid": "program",
    "azar.otr": "program", "Thumbs.db": "left", "~$azar.docx": "left", ".~lock.azar.odt#": "left",
    "azar.md.bak": "left",
}  # fmt: skip


def told(data: bytes, name: str) -> tuple[str, str]:
    """Return message and hint of the one problem of a file."""
    found, problems = collected(registry.read, data, name)
    assert found is None
    (problem,) = problems
    assert (problem.code, problem.path) == ("S011", name)
    return str(problem.message), str(problem.hint)


@pytest.mark.parametrize("kind", BYTES)
@pytest.mark.parametrize("ending", [".txt", ".docx", ".srt", ".html", ".md", ".odt", ""])
def test_its_bytes_tell_what_a_file_is_whatever_its_name(kind: str, ending: str) -> None:
    assert kind in " ".join(told(BYTES[kind], f"azar{ending}"))


@pytest.mark.parametrize(("kind", "data"), [(kind, data) for kind, all_data in MORE.items() for data in all_data])
def test_every_form_of_a_kind_is_known(kind: str, data: bytes) -> None:
    message, hint = told(data, "azar.pdf" if kind == "PDF" else "azar.txt")
    assert kind in message
    assert hint


@pytest.mark.parametrize("name", NAMES)
def test_a_name_alone_tells_what_a_file_is(name: str) -> None:
    found = foreign.by_name(f"in/{name}")
    assert found is not None
    assert NAMES[name] in str(found.message)
    assert told(b"\x01 something", name) == (str(found.message), str(found.hint))


@pytest.mark.parametrize("ending", sorted(registry.ENDINGS))
def test_what_can_be_imported_is_never_foreign(ending: str) -> None:
    assert foreign.by_name(f"azar{ending}") is None


@pytest.mark.parametrize("name", ["azar.doc", "azar.txt", "azar.md", "azar.dotx", "azar.odt", "azar", "azar.zip"])
def test_a_word_file_under_another_name_is_named(name: str) -> None:
    message, hint = told(office.word("پرسش: چرا؟"), name)
    assert ".docx" in message
    assert "ending" in hint


def test_an_opendocument_text_under_another_name_is_named() -> None:
    data = office.packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"})
    assert ".odt" in told(data, "azar.docx")[0]
    sheet = office.packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"})
    assert "spreadsheet" in told(sheet, "azar.ods")[0]
    assert "damaged" in told(sheet, "azar.docx")[0]


@pytest.mark.parametrize("name", ["azar.doc", "azar.docx", "azar.odt", "azar.txt", "azar.rtf"])
@pytest.mark.parametrize("start", ["", "\ufeff", "\n  ", "<!DOCTYPE html>\n"])
def test_a_web_page_under_another_name_is_named(name: str, start: str) -> None:
    assert told(f"{start}{PAGE}".encode(), name) == (
        "it is a web page under another name",
        "give it the ending .html and import it again",
    )


@pytest.mark.parametrize("name", ["azar.docx", "azar.odt"])
@pytest.mark.parametrize("data", [TALK.encode(), bytes(4096), b"\x05user" + bytes(157), b"<?xml version='1.0'?><a/>"])
def test_what_only_has_the_name_of_a_word_file_is_told(name: str, data: bytes) -> None:
    message, hint = told(data, name)
    assert message == f"it is no {name[4:]} file, although its name says so"
    assert ".txt" in hint


@pytest.mark.parametrize("name", ["azar.docx", "azar.odt", "azar.xml", "azar.txt", "azar.doc", "azar.json"])
@pytest.mark.parametrize("data", [b"", b" \r\n\t\n"])
def test_an_empty_file_of_any_kind_is_told_as_one(name: str, data: bytes) -> None:
    _, (problem,) = collected(registry.read, data, name)
    assert (problem.code, problem.line, problem.column) == ("T001", 1, 1)


def test_macros_are_still_told() -> None:
    assert "macros" in told(office.packed({"word/document.xml": "<x/>", "word/vbaProject.bin": b"x"}), "azar.docm")[0]


def test_a_damaged_archive_is_left_to_its_reader() -> None:
    assert foreign.by_bytes(b"PK\3\4 and no more", ".docx") is None
    assert "damaged" in told(b"PK\3\4 and no more", "azar.docx")[0]


@pytest.mark.parametrize(
    "text", [TALK, "ID 3: چرا؟\n\nالف: چون.\n", "پرسش: <html> چیست؟\n\nپاسخ: زبان.\n", "پرسش: PDF؟\n\nپاسخ: %PDF.\n"]
)
def test_a_text_that_only_speaks_of_such_things_is_imported(text: str) -> None:
    found, problems = collected(registry.read, text.encode(), "azar.txt")
    assert problems == []
    assert found is not None


@pytest.mark.parametrize(
    ("path", "way"),
    [
        ("content/azar.mp3", "did you mean “content/media/azar.mp3”?"),
        ("content/interviews/rad.TIFF", "did you mean “content/media/rad.TIFF”?"),
        ("content/rad.HEIC", "type the text, or have it read by a program for that; or move it elsewhere"),
        (
            "content/azar.wma",
            "have it transcribed, and import what comes of that: .srt, .vtt or .json; or move it elsewhere",
        ),
        ("content/azar.doc", "save it as .docx, without a password; or move it elsewhere"),
        ("content/azar.lnk", "import the file that it leads to; or move it elsewhere"),
        ("content/azar.xyz", "move it elsewhere"),
        ("content/README", "move it elsewhere"),
    ],
)
def test_what_to_do_with_a_stray_file(path: str, way: str) -> None:
    assert str(foreign.way_in(path)) == way


def test_every_ending_of_a_recording_that_is_taken_is_known() -> None:
    assert {str(foreign.by_name(f"a{ending}").message) for ending in recording.TYPES} == {"it is a recording"}  # type: ignore[union-attr]  # each is there


@given(st.binary(max_size=80), st.sampled_from([*sorted(registry.ENDINGS), ".doc", ".zip", ""]))
def test_any_bytes_are_judged(data: bytes, ending: str) -> None:
    found = foreign.by_bytes(data, ending)
    assert found is None or all(isinstance(part, Message) for part in found)
