"""Bytes as text, whatever their encoding; an encoding that nobody promised is named."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from goftogu.locale.message import Message
from goftogu.transcripts.formats.document import Refused

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES: Final = ["cp1256", "iso8859_6", "mac_farsi", "cp720", "cp1252"]
_NAMES: Final = {
    "cp1256": "Windows-1256",
    "iso8859_6": "ISO 8859-6",
    "mac_farsi": "Mac Farsi",
    "cp720": "DOS 720",
    "cp1252": "Windows-1252",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32-le": "UTF-32",
    "utf-32-be": "UTF-32",
}
_PERSIAN: Final = re.compile("[\u0620-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc]")
_FREQUENT: Final = re.compile(r"(?<!\w)(?:و|در|به|از|که|را|با|این|است|بود)(?!\w)")
_SAMPLE: Final = 100_000
_BROKEN: Final = 0.2
_BLANKS: Final = 20
"""Of so many bytes of UTF-16, one is the NUL of a blank."""

_ACCENTED: Final = re.compile("[\u00aa-\u00ff\u0152-\u0192]")
_FEW: Final = 20
ASK: Final = Message("if the text looks wrong, give its encoding: --encoding windows-1256")


class Decoded(NamedTuple):
    """A text.

    Attributes:
        text: With newlines as line ends and without a byte-order mark.
        name: Of the encoding as people call it; empty for UTF-8.
        sure: Whether no other encoding could be meant.
    """

    text: str
    name: str = ""
    sure: bool = True


def decode(data: bytes, encoding: str = "") -> Decoded:
    """Decode the bytes of a text file.

    Args:
        data: All of it.
        encoding: As a person named it; found out when empty.

    Raises:
        Refused: The bytes are no text, or of more than one encoding.
    """
    if encoding:
        return _named(data, encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return Decoded(_text(_strictly(data.removeprefix(mark), name)), _NAMES.get(name, ""))
    if name := _sixteen(data):
        return Decoded(_text(_strictly(data, name)), _NAMES[name])
    if b"\x00" in data:
        raise Refused(
            Message("the file is no text: it has NUL bytes"), Message("import a text, a Word file, subtitles or a page")
        )
    try:
        return Decoded(_text(data.decode("utf-8")))
    except UnicodeDecodeError as error:
        return _guessed(data, error)


def is_garbled(text: str) -> bool:
    """Tell whether a program has read the text in a wrong encoding before it was saved, so that it says ``Ø³Ù„Ø§Ù…``.

    Args:
        text: A text; in no language are more than half of all letters accented ones of Western Europe.
    """
    sample = text[:_SAMPLE]
    accented = len(_ACCENTED.findall(sample))
    return accented > _FEW and 2 * accented > sum(map(str.isalpha, sample))


def _named(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(_text(data.decode(encoding).removeprefix("\ufeff")), encoding)
    except LookupError:
        hint = Message("give the name of an encoding: utf-8, utf-16, windows-1256 …")
        raise Refused(Message("nobody knows the encoding “{encoding}”", encoding=encoding), hint, code="S001") from None
    except UnicodeDecodeError as error:
        raise _not_this(data, error, encoding) from None


def _strictly(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise _not_this(data, error, _NAMES.get(name, "UTF-8")) from None


def _not_this(data: bytes, error: UnicodeDecodeError, name: str) -> Refused:
    line, _ = _place(data, error)
    message = Message(
        "the text is not {name}: byte 0x{data} at {start}",
        name=name,
        data=format(data[error.start], "02X"),
        start=error.start,
    )
    return Refused(message, Message("save the file as UTF-8, or give its encoding: --encoding"), line=line, code="S001")


def _place(data: bytes, error: UnicodeDecodeError) -> tuple[int, int]:
    """Return the line of a byte that is no UTF-8, and its column; above it all is UTF-8."""
    above = data[: error.start]
    return above.count(b"\n") + 1, len(above.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1


def _sixteen(data: bytes) -> str:
    """Return the UTF-16 of a text without a mark: every second byte of its blanks and line ends is NUL."""
    sample = data[:_SAMPLE]
    for name, blanks in (("utf-16-le", (b" \x00", b"\n\x00")), ("utf-16-be", (b"\x00 ", b"\x00\n"))):
        nul = sum(map(sample.count, blanks))
        if nul * _BLANKS > len(sample) and len(data) % 2 == 0:
            return name
    return ""


def _guessed(data: bytes, error: UnicodeDecodeError) -> Decoded:
    high = len(data) - len(data.decode("ascii", "ignore"))
    line, column = _place(data, error)
    lenient = data.decode("utf-8", "replace")
    if lenient.count("\ufffd") < high * _BROKEN:
        message = Message("the file mixes encodings: it is UTF-8 but for some bytes, the first of them here")
        raise Refused(message, Message("write this line again, and save the file as UTF-8"), line=line, code="S001")
    ranked = sorted(_readings(data), reverse=True)
    if not ranked or ranked[0][0] <= 0:
        message = Message(
            "the text is not UTF-8: byte 0x{data} at {start}", data=format(data[error.start], "02X"), start=error.start
        )
        hint = Message("save the file as UTF-8, or give its encoding: --encoding windows-1256")
        raise Refused(message, hint, line=line, column=column, code="S001")
    score, name, text = ranked[0]
    return Decoded(text, _NAMES[name], sure=len(ranked) == 1 or score > 2 * ranked[1][0])


def _readings(data: bytes) -> Iterator[tuple[int, str, str]]:
    """Yield what the bytes could mean, with a weight: the letters of Persian that are in it, and its frequent words."""
    from charset_normalizer import from_bytes  # noqa: PLC0415  only a text of an unknown encoding needs it

    for match in from_bytes(data, cp_isolation=_CANDIDATES, threshold=1.0, language_threshold=0.0):
        for name in {match.encoding, *match.could_be_from_charset} & set(_CANDIDATES):
            text = _text(data.decode(name, "replace"))
            begun = text[:_SAMPLE]
            if "\ufffd" not in text:
                yield len(_PERSIAN.findall(begun)) * len(_FREQUENT.findall(begun)), name, text


def _text(text: str) -> str:
    """Return a text with line ends of one kind; a vertical tab is Word's line break, a form feed begins a page."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.replace("\v", "\n").replace("\f", "\n\n").removeprefix("\ufeff")
