"""The one table of forms that can be imported, and how a file is known for what it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import Final

from goftogu.content import characters
from goftogu.locale.message import Message
from goftogu.problems import Problem, Problems
from goftogu.storage import names
from goftogu.transcripts.formats import (
    chats,
    encodings,
    foreign,
    json_forms,
    ohms,
    opendocument,
    plain,
    soundness,
    subtitles,
    tables,
    webpage,
    word,
)
from goftogu.transcripts.formats.document import Document, Refused

LARGEST: Final = 50_000_000
"""Bytes of a file with pictures in it."""

_LARGEST_TEXT: Final = 10_000_000
_TEXTS: Final[Mapping[str, Callable[[str, str], Document]]] = {
    ".txt": plain.document,
    ".text": plain.document,
    ".srt": subtitles.read,
    ".vtt": subtitles.read,
    ".json": json_forms.read,
    ".csv": tables.read,
    ".tsv": tables.read,
    ".htm": webpage.read,
    ".html": webpage.read,
    ".xhtml": webpage.read,
    ".md": lambda text, path: Document(path, labelled=text) if text.startswith("---") else plain.document(text, path),
}
_PLAIN: Final = frozenset({".txt", ".text"})
_PACKED: Final[Mapping[str, Callable[[bytes, str], Document]]] = {".docx": word.read, ".odt": opendocument.read}
ENDINGS: Final = frozenset({*_TEXTS, *_PACKED, ".xml"})
"""Endings of the files that a folder is searched for."""


def can_be_imported(path: str) -> bool:
    """Tell by a file's name whether it can be imported."""
    return PurePosixPath(path.lower()).suffix in ENDINGS


def way_in(path: str) -> Message:
    """Return what to do with a file of an archive that nothing reads where it is."""
    if can_be_imported(path):
        return Message("run: {goftogu} import {path}", path=names.typed(path))
    return foreign.way_in(path)


def kind(data: bytes, path: str) -> tuple[Message, Message] | None:
    """Return what the bytes of a file are under a name that tells something else, and what to do with them."""
    return foreign.by_bytes(data, PurePosixPath(path.lower()).suffix)


def stem(path: str) -> str:
    """Return the name of a file without its ending, and without another one that is hidden behind it: ``a.srt.txt``."""
    name = PurePosixPath(path)
    inner = PurePosixPath(name.stem)
    return inner.stem if inner.suffix.lower() in ENDINGS and name.suffix.lower() in ENDINGS else name.stem


def read(data: bytes, path: str, problems: Problems, encoding: str = "") -> Document | None:
    """Read a file from outside, whatever its form.

    Args:
        data: All of it.
        path: Its name tells the form.
        problems: Why it cannot be read is added.
        encoding: Of a text, as a person named it.

    Returns:
        ``None`` when it cannot be read.
    """
    try:
        found = _read(data, path, problems, encoding)
    except Refused as error:
        problems.add(Problem(path, error.line, error.column, error.code, error.message, error.hint))
        return None
    return None if found is None else soundness.settled(found, problems)


def _read(data: bytes, path: str, problems: Problems, encoding: str) -> Document | None:
    ending = PurePosixPath(path.lower()).suffix
    _judge(data, path, ending)
    if ending in _PACKED:
        return _PACKED[ending](data, path)
    if ending == ".xml":
        if not ohms.is_ohms(data):
            raise Refused(Message("nobody knows this form of XML"), Message("known is that of OHMS"))
        return ohms.read(data, path)
    if len(data) > _LARGEST_TEXT:
        raise Refused(
            Message(
                "the text has {count:,} bytes, more than {largest_text:,}", count=len(data), largest_text=_LARGEST_TEXT
            ),
            Message("part it"),
            code="S010",
        )
    decoded = encodings.decode(data, encoding)
    if encodings.is_garbled(decoded.text):
        message = Message("its letters were garbled before it was saved: “{text}”", text=decoded.text.strip()[:20])
        raise Refused(message, Message("take the file it was made from"), code="S001")
    faults = Problems()
    characters.check(path, decoded.text, faults)
    if faults:
        problems.extend(faults)
        return None
    if not decoded.text.strip():
        raise _empty()
    found = _reader(decoded.text, ending)(decoded.text, path)
    found.told += [Message("the encoding is {decoded}", decoded=decoded.name)] if decoded.name else []
    if not decoded.sure:
        found.asked.append((Message("the encoding was taken for {decoded}", decoded=decoded.name), encodings.ASK))
    return found


def _reader(text: str, ending: str) -> Callable[[str, str], Document]:
    """Return what reads a text: subtitles and chats are known by their lines, too."""
    if ending in _PLAIN and subtitles.are_subtitles(text):
        return subtitles.read
    return chats.read if ending in _PLAIN and chats.is_chat(text) else _TEXTS[ending]


def _empty() -> Refused:
    hint = Message("write the transcript or delete the file")
    return Refused(Message("the file is empty"), hint, line=1, column=1, code="T001")


def _judge(data: bytes, path: str, ending: str) -> None:
    """Refuse what is empty or of a form that cannot be imported."""
    if not data.strip():
        raise _empty()
    if len(data) > LARGEST:
        raise Refused(
            Message("the file has {count:,} bytes, more than {largest:,}", count=len(data), largest=LARGEST),
            Message("see whether it is a text"),
            code="S010",
        )
    named = foreign.by_name(path)
    if found := named if named is foreign.LEFT else foreign.by_bytes(data, ending) or named:
        raise Refused(*found)
    if ending == ".docm":
        raise Refused(Message("the file holds macros"), Message("save it without macros, as .docx"))
    if ending not in ENDINGS:
        raise Refused(
            Message("files that end in “{ending}” cannot be imported", ending=ending),
            Message("known: {names}", names=sorted(ENDINGS)),
        )
