"""Characters that no text may hold, however a file writes them: as XML, as JSON escapes, as bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from goftogu.content import characters
from goftogu.locale.message import Message
from goftogu.problems import Problem, Problems
from goftogu.transcripts.formats.document import Document

_LINE_ENDS: Final = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def settled(document: Document, problems: Problems) -> Document | None:
    """Return a document whose line ends of other kinds are blanks.

    Args:
        document: It changes in place.
        problems: The first character that no text may hold is added, with its paragraph.

    Returns:
        ``None`` when there is such a character.
    """
    document.title, document.source = _in_line(document.title), _in_line(document.source)
    document.interviewers = tuple(map(_in_line, document.interviewers))
    document.interviewees = tuple(map(_in_line, document.interviewees))
    document.pieces = [
        replace(piece, text=_in_line(piece.text), speaker=_in_line(piece.speaker)) for piece in document.pieces
    ]
    for line, text in _texts(document):
        faults = Problems()
        if found := _SURROGATE.search(text):
            message = Message("{character} is not allowed in a text", character=f"U+{ord(found.group()):04X}")
            faults.add(Problem.of_file(document.path, "S003", message, Message("delete the character")))
        else:
            characters.check(document.path, text, faults)
        if faults:
            problems.extend(replace(fault, line=line, column=0) for fault in [*faults][:1])
            return None
    return document


def _in_line(text: str) -> str:
    return _LINE_ENDS.sub(" ", text)


def _texts(document: Document) -> Iterator[tuple[int, str]]:
    yield from ((0, text) for text in (document.title, document.source, document.labelled) if text)
    yield from ((0, name) for name in (*document.interviewers, *document.interviewees))
    yield from ((0, twin.english) for twin in document.twins)
    for piece in document.pieces:
        yield piece.line, f"{piece.speaker} {piece.text}"
