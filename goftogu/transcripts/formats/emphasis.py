"""Marks of bold and italic that people type: ``**…**``, ``__…__``, and ``*…*`` around a label."""

from __future__ import annotations

import re
from typing import Final

from goftogu.transcripts.formats.document import EMPHASIS, STRONG, Piece, Span

_MARKED: Final = re.compile(
    r"(?<![\w*])\*\*(?=[^\s*])(?P<bold>[^*]+)(?<=\S)\*\*(?![\w*])"
    r"|(?<![\w_])__(?=[^\s_])(?P<strong>[^_]+)(?<=\S)__(?![\w_])"
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
        bold = found["bold"] or found["strong"]
        inner = bold or found["label"] or found["name"]
        spans.append(Span(len(plain), len(plain) + len(inner), STRONG if bold else EMPHASIS))
        plain += inner
        place = found.end()
    return Piece(plain + text[place:], line, tuple(spans))
