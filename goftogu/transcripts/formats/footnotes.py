"""The notes of a word processor: those that the text leads to become notes of the transcript, ``[^1]``."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sized
from dataclasses import replace
from typing import Final

from goftogu.locale.message import Message, plural
from goftogu.transcripts.formats.document import Piece

_KINDS: Final = frozenset({"footnote", "endnote"})


def parted(pieces: Iterable[Piece]) -> tuple[list[Piece], dict[str, str]]:
    """Part the notes from the text.

    Args:
        pieces: The paragraphs of a file; each paragraph of a note is one, the first with its number in a list.

    Returns:
        The paragraphs without the notes that the text leads to, and these notes as Markdown, by their numbers. What
        leads to no note is dropped.
    """
    found = list(pieces)
    led = {span.mark[2:-1] for piece in found if not piece.note for span in piece.spans if span.leads}
    kept, notes, number = list[Piece](), dict[str, list[str]](), ""
    for piece in found:
        number = piece.mark.rstrip(".") or number if piece.note in _KINDS else ""
        if number in led:
            notes.setdefault(number, []).append(piece.record)
        else:
            kept.append(piece)
    kept = [_leading(piece, notes) for piece in kept]
    return kept, {number: " ".join(texts) for number, texts in notes.items()}


def _leading(piece: Piece, notes: Container[str]) -> Piece:
    spans = tuple(span for span in piece.spans if not span.leads or span.mark[2:-1] in notes)
    return piece if spans == piece.spans else replace(piece, spans=spans)


def told(notes: Sized) -> list[Message]:
    """Return what is told of the notes that were kept."""
    return [Message("{notes} kept, each at its place", notes=plural(len(notes), "footnote"))] if notes else []
