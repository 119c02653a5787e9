"""Marks of bold and italic that people type: ``**…**``, ``__…__``, and ``*…*`` around a label."""

from __future__ import annotations

import re
from typing import Final

from goftogu.transcripts.formats.document import EMPHASIS, STRONG, Piece, Span

_MARKED: Final = re.compile(
    r"(?<![\w*])(?P<strong>\*\*|__)(?=[^\s*_])(?P<bold>[^*]+?)(?<=\S)(?P=strong)(?![\w*])"
    r"|\A\*(?P<label>[^*\n:：]{1,40}[:：])\*(?!\*)"
    r"|\A\*(?P<name>[^*\n:：\s][^*\n:：]{0,39})\*(?=\s?[:：])"
)


def read(text: str, line: int) -> Piece:
    """Return a typed paragraph; marks that do not pair stay as the signs that they are."""
    if "*" not in text and "__" not in text:
        return Piece(text, line)
    plain, place = "", 0
    spans: list[Span] = []
    for found in _MARKED.finditer(text):
        plain += text[place : found.start()]
        inner = found["bold"] or found["label"] or found["name"]
        spans.append(Span(len(plain), len(plain) + len(inner), STRONG if found["bold"] else EMPHASIS))
        plain += inner
        place = found.end()
    return Piece(plain + text[place:], line, tuple(spans))
