"""The notes of a file, of a word processor or typed: those that the text leads to become notes of the transcript."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence, Sized
from dataclasses import replace
from typing import Final

from goftogu.conventions import marks
from goftogu.locale.message import Message, plural
from goftogu.transcripts.formats.document import Piece, Span, joined

DEFINED: Final = re.compile(rf"\[\^({marks.LABEL})\]:\s*(?=\S)")
"""How a typed note begins."""

_KINDS: Final = frozenset({"footnote", "endnote"})


def parted(pieces: Iterable[Piece]) -> tuple[list[Piece], dict[str, Piece]]:
    """Part the notes from the text.

    Args:
        pieces: The paragraphs of a file; each paragraph of a note is one, the first or all with its number in a list.

    Returns:
        The paragraphs without the notes that the text leads to, and these notes in our Markdown, by their numbers. What
        leads to no note is dropped.
    """
    found = list(pieces)
    led = {span.mark[2:-1] for piece in found if not piece.note for span in piece.spans if span.leads}
    kept, notes, number = list[Piece](), dict[str, list[Piece]](), ""
    for piece in found:
        number = piece.mark.rstrip(".") or number if piece.note in _KINDS else ""
        if number in led:
            notes.setdefault(number, []).append(piece.as_note())
        else:
            kept.append(piece)
    kept = [_leading(piece, notes) for piece in kept]
    return kept, {number: joined(texts) for number, texts in notes.items()}


def _leading(piece: Piece, notes: Container[str]) -> Piece:
    spans = tuple(span for span in piece.spans if not span.leads or span.mark[2:-1] in notes)
    return piece if spans == piece.spans else replace(piece, spans=spans)


def typed(pieces: Sequence[Piece]) -> tuple[list[Piece], dict[str, Piece]]:
    """Part the notes that are typed as Markdown has them, ``[^1]: …``, from the text.

    Args:
        pieces: The paragraphs of a file.

    Returns:
        The paragraphs, and the notes to which one of them refers in our Markdown, by their labels. Other notes, and a
        second one of a name, are no text; a second reference stays the signs that it is.
    """
    defined: dict[str, Piece] = {}
    text, others = list[Piece](), list[Piece]()
    for piece in pieces:
        found = DEFINED.match(piece.text)
        label = marks.label(found[1]) if found else ""
        if found is None:
            text.append(piece)
        elif label in defined:
            others.append(replace(piece.cut(found.end()), note="footnote"))
        else:
            defined[label] = replace(piece.cut(found.end()), note="footnote")
    led = {marks.label(found[1]) for piece in text for found in marks.REFERENCE.finditer(piece.text)}
    others += [piece for label, piece in defined.items() if label not in led]
    notes = {label: piece.as_note() for label, piece in defined.items() if label in led}
    waiting = set(notes)
    return [*(_referring(piece, waiting) for piece in text), *others], notes


def _referring(piece: Piece, waiting: set[str]) -> Piece:
    """Let a paragraph lead to the notes to which it refers, and take these from the ones that wait."""
    for found in list(marks.REFERENCE.finditer(piece.text)):
        if (label := marks.label(found[1])) in waiting:
            waiting.remove(label)
            start = piece.text.index(found[0])
            piece = _without(piece, start, start + len(found[0]), f"[^{label}]")
    return piece


def _without(piece: Piece, start: int, end: int, mark: str) -> Piece:
    """Take a reference from the text of a paragraph, and have its place lead to the note, behind what is bold."""
    gone = end - start
    spans = [
        replace(
            span,
            start=span.start if span.start <= start else span.start - gone,
            end=span.end if span.end <= start else span.end - gone,
        )
        for span in piece.spans
    ]
    place = next((span.end for span in spans if span.start < start < span.end), start)
    spans = sorted([*spans, Span(place, place, mark)], key=lambda span: (span.start, span.end))
    return replace(piece, text=piece.text[:start] + piece.text[end:], spans=tuple(spans))


def told(notes: Sized) -> list[Message]:
    """Return what is told of the notes that were kept."""
    return [Message("{notes} kept, each at its place", notes=plural(len(notes), "footnote"))] if notes else []
