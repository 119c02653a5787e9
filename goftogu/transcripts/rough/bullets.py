"""Signs that set paragraphs apart: bullets, dashes, numbers, emoji, bold."""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

from goftogu.transcripts.formats.document import Piece

_STAR: Final = re.compile(r"[\s\u200e\u200f]*(?P<sign>[*•●▪■◾◆►▶○◦‣⁃✦✓▪★☆❓❔◇◈□])+\s*(?=\S)")
_DASH: Final = re.compile(r"[\s\u200e\u200f]*(?:[-–—]{1,2}(?=\s|[^\W\d]|[«(\"])|ـ{1,2}(?=\s))\s*(?=\S)")
_NUMBER: Final = re.compile(
    r"[\s\u200e\u200f]*[(\[]?(?P<number>[0-9۰-۹٠-٩]{1,3})\s?[.)\]:/ـ–-](?![0-9۰-۹٠-٩])\s*(?=\S)"
)
_OTHER: Final = re.compile(r"[\s\u200e\u200f]*(?P<sign>[^\w\s«»\"'“”()\[\]{}\\+<>&:؛،,.؟?!…/|ـ–—-]\ufe0f?)\s*(?=\S)")


class Bullet(NamedTuple):
    """A sign before a paragraph.

    Attributes:
        kind: ``dash``, ``number``, ``bold``, ``heading 2``, ``list``, or the sign itself.
        end: Where the text begins.
        number: Of a numbered paragraph, else 0.
    """

    kind: str
    end: int
    number: int = 0


def of(piece: Piece) -> Bullet | None:
    """Return the sign that sets a paragraph apart."""
    text = piece.text
    if found := _STAR.match(text):
        return Bullet(found["sign"], found.end())
    if found := _DASH.match(text):
        return Bullet("dash", found.end())
    if found := _NUMBER.match(text):
        return Bullet("number", found.end(), int(found["number"]))
    if (found := _OTHER.match(text)) and unicodedata.category(found["sign"][0]) in {"So", "Sm", "Po", "Sk"}:
        return Bullet(found["sign"], found.end())
    return _given(piece)


def _given(piece: Piece) -> Bullet | None:
    """Return how the file itself sets a paragraph apart."""
    if piece.bold or piece.heading:
        return Bullet(f"heading {piece.heading}" if piece.heading else "bold", 0)
    return Bullet("list" if piece.mark == "-" else "number", 0) if piece.mark else None


def text_after(piece: Piece, bullet: Bullet | None) -> str:
    """Return the text of a paragraph after the sign that sets it apart, if there is one."""
    return piece.cut(bullet.end).text if bullet else piece.text


def without(piece: Piece, bullet: Bullet) -> Piece:
    """Return a paragraph without the sign that set it apart."""
    cut = piece.cut(bullet.end)
    return Piece(cut.text, cut.line, (cut.unmarked() if cut.bold else cut).spans, time=cut.time)
