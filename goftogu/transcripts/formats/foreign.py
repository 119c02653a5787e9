"""What cannot be imported as it is, known by its first bytes or by its ending, and how it can be.

Sources of the first bytes: the Library of Congress's Sustainability of Digital Formats, and the formats' own standards.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from goftogu.content import files, leftovers, recording
from goftogu.locale.message import Message
from goftogu.transcripts.formats.document import Refused
from goftogu.transcripts.formats.packed import PackedFile


class Foreign(NamedTuple):
    """What a file is, and what to do with it."""

    message: Message
    hint: Message


_AS_DOCX: Final = Message("save it as .docx and import that")
_COPIED: Final = Message("copy the text into a .txt, or take the file it was made from")
_OLD_WORD: Final = Foreign(
    Message("it is a Word file of the old kind, or locked with a password"),
    Message("save it as .docx, without a password"),
)
_RTF: Final = Foreign(Message("it is a text in RTF"), _AS_DOCX)
_PDF: Final = Foreign(Message("it is a PDF, which does not say where a paragraph ends"), _COPIED)
_PICTURE: Final = Foreign(
    Message("it is a picture"), Message("type the text, or have it read by a program for that")
)  # fmt: skip
_RECORDING: Final = Foreign(
    Message("it is a recording"),
    Message("have it transcribed, and import what comes of that: .srt, .vtt or .json"),
)
_PACKED: Final = Foreign(Message("it is a packed folder"), Message("unpack it, and import what is in it"))
_LINK: Final = Foreign(Message("it only leads to another file"), Message("import the file that it leads to"))
_ONLINE: Final = Foreign(
    Message("it only leads to a document that is kept online"),
    Message("download the document as .docx and import that"),
)
_PROCESSOR: Final = Foreign(Message("it is a text of another word processor"), _AS_DOCX)
_SHEET: Final = Foreign(Message("it is a spreadsheet"), Message("save it as .csv and import that"))
_BOOK: Final = Foreign(Message("it is a book, slides or a letter"), _COPIED)
_SUBTITLES: Final = Foreign(
    Message("it is a form of subtitles that is not known"), Message("save it as .srt or .vtt and import that")
)
_PROJECT: Final = Foreign(
    Message("it is the file of a program for transcripts"),
    Message("let that program write the text as .docx, .txt or .srt, and import that"),
)
_WEBPAGE: Final = Foreign(
    Message("it is a web page under another name"), Message("give it the ending .html and import it again")
)
LEFT: Final = Foreign(
    Message("a program left this behind; it holds no interview"), Message("import the file that you wrote")
)
_POINTER: Final = Foreign(*files.ELSEWHERE)
_LOCKED: Final = Foreign(Message("git-crypt has locked this file"), Message("run: git-crypt unlock"))
_OTHERWISE: Final = Message("give it the ending of what it is: .txt for plain text")

_BEGINNINGS: Final[tuple[tuple[bytes, Foreign], ...]] = (
    (b"\x00\x05\x16\x07", LEFT),  # AppleDouble: what macOS knows of another file
    (b"\xd0\xcf\x11\xe0", _OLD_WORD),
    (b"{\\rtf", _RTF),
    (b"%PDF", _PDF),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
    (b"AT&TFORM", _PICTURE),
    (b"ID3", _RECORDING),
    (b"\xff\xfb", _RECORDING),
    (b"\xff\xf3", _RECORDING),
    (b"\xff\xf1", _RECORDING),
    (b"OggS", _RECORDING),
    (b"fLaC", _RECORDING),
    (b"\x1aE\xdf\xa3", _RECORDING),
    (b"#!AMR", _RECORDING),
    (b"7z\xbc\xaf", _PACKED),
    (b"Rar!", _PACKED),
    (b"\x1f\x8b\x08", _PACKED),
    (files.POINTER, _POINTER),
    (b"\x00GITCRYPT", _LOCKED),
)
_STILL: Final = re.compile(rb"....ftyp(?:hei|hev|mif|msf|avi)|RIFF....WEBP", re.DOTALL)
_MOVING: Final = re.compile(rb"....ftyp|RIFF....(?:WAVE|AVI )|FORM....AIF", re.DOTALL)
_PARTS: Final = {"word/document.xml": ".docx", "content.xml": ".odt"}
"""Files of an archive by which its kind is known, and the ending of the kind."""

_OF_TEXT: Final = b"application/vnd.oasis.opendocument.text"
_TYPED: Final = frozenset({*_PARTS.values(), ".doc", ".rtf", ".txt", ".text"})
_MARKUP: Final = re.compile(rb"\s*(?:<!doctype html|<html)", re.IGNORECASE)

_PICTURES: Final = ".png .jpg .jpeg .webp .gif .tif .tiff .avif"
"""The usual endings of the pictures that a site shows (:data:`goftogu.pictures.kinds.READ`)."""

_PUBLISHED: Final = frozenset({*_PICTURES.split(), *recording.TYPES})
"""The endings of what belongs into ``content/media/``."""

_ENDINGS: Final[Mapping[str, Foreign]] = {
    ending: kind
    for endings, kind in (
        (".doc .dot", _OLD_WORD),
        (".rtf", _RTF),
        (".pdf", _PDF),
        (f"{_PICTURES} .heic .heif .bmp .djvu", _PICTURE),
        (".mp3 .m4a .wav .ogg .oga .opus .flac .aac .amr .wma .aif .aiff", _RECORDING),
        (".3gp .mp4 .m4v .mov .mkv .webm .avi", _RECORDING),
        (".zip .7z .rar .gz .tgz .tar .xz .bz2", _PACKED),
        (".lnk .url .webloc .desktop", _LINK),
        (".gdoc .gsheet .gslides .one .onetoc2", _ONLINE),
        (".pages .wps .wpd .sxw .fodt .ott .abw .hwp", _PROCESSOR),
        (".xlsx .xls .ods .numbers", _SHEET),
        (".epub .mobi .azw3 .fb2 .pptx .ppt .odp .key .eml .msg .mht .mhtml .mbox", _BOOK),
        (".sbv .ass .ssa .ttml .dfxp .sub .stl .lrc", _SUBTITLES),
        (".eaf .textgrid .trs .otr .exb .cha .nvp .nvpx .mx22 .mx24 .atlproj .f4p .aup3", _PROJECT),
    )
    for ending in endings.split()
}  # fmt: skip


def by_name(path: str) -> Foreign | None:
    """Return what a file is that cannot be imported, as far as its name tells."""
    name = PurePosixPath(path).name
    return LEFT if leftovers.is_left(name) else _ENDINGS.get(PurePosixPath(name.lower()).suffix)


def way_in(path: str) -> Message:
    """Return what to do with a file of an archive that nothing reads there.

    Args:
        path: The file; it has no ending of those that can be imported.
    """
    kind = by_name(path)
    if PurePosixPath(path.lower()).suffix in _PUBLISHED:
        return Message("did you mean “{word}”?", word=f"content/media/{PurePosixPath(path).name}")
    return Message("{hint}; or move it elsewhere", hint=kind.hint) if kind else Message("move it elsewhere")


def by_bytes(data: bytes, ending: str) -> Foreign | None:
    """Return what a file is that cannot be imported under its name.

    Args:
        data: All of it.
        ending: Of its name, in small letters.
    """
    begin = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if _MOVING.match(data) or _STILL.match(data):
        return _PICTURE if _STILL.match(data) else _RECORDING
    if known := next((kind for start, kind in _BEGINNINGS if begin.startswith(start)), None):
        return known
    if data.startswith(b"PK\x03\x04"):
        return _of_archive(data, ending)
    if ending in _TYPED and _MARKUP.match(begin):
        return _WEBPAGE
    if ending in _PARTS.values() and not data.startswith(b"PK"):
        return Foreign(Message("it is no {ending} file, although its name says so", ending=ending), _OTHERWISE)
    return None


def _of_archive(data: bytes, ending: str) -> Foreign | None:
    """Return what a ZIP archive is that does not have the ending of what is in it."""
    try:
        archive = PackedFile(data)
        kind = archive.read("mimetype") if "mimetype" in archive.names else _OF_TEXT
    except Refused:
        return None
    parts = {part: end for part, end in _PARTS.items() if end != ".odt" or kind.startswith(_OF_TEXT)}
    wanted = next((end for part, end in parts.items() if part in archive.names), "")
    if wanted and ending not in {wanted, ".docm"}:
        message = Message("it is a {ending} file under another name", ending=wanted)
        return Foreign(message, Message("give it that ending and import it again"))
    known = ending in {*_PARTS.values(), ".docm"} or ending in _ENDINGS
    return None if known else _PACKED
