"""The text received, as ``import`` reads it: for the comparison with what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from goftogu.model import Source
from goftogu.problems import Problems
from goftogu.transcripts import labelled
from goftogu.transcripts.draft import Draft


@dataclass(frozen=True, slots=True)
class Received:
    """What a file from outside holds.

    Attributes:
        passages: The paragraphs and headings of the interview, in order, with their markup.
        whole: All its words, also those that are not part of the interview.
        labels: What was taken for the label of a speaker.
    """

    passages: tuple[str, ...]
    whole: str
    labels: frozenset[str] = frozenset()


def read(data: bytes, path: str) -> Received | None:
    """Read a file as it came.

    Args:
        data: All of it.
        path: Its name tells its form.

    Returns:
        ``None`` when ``import`` cannot read it, or must be told its encoding.
    """
    from goftogu.transcripts.formats import encodings, registry  # noqa: PLC0415  most builds read no such file
    from goftogu.transcripts.rough import read as rough_read  # noqa: PLC0415  as above

    problems = Problems()
    document = registry.read(data, path, problems)
    if document is None or any(hint == encodings.ASK for _, hint in document.asked):
        return None
    if document.labelled:
        draft = labelled.read_labelled(Source(path, data, document.labelled), problems)
        whole = document.labelled
    else:
        draft = rough_read.of_document(document, problems)
        whole = "\n".join(piece.text for piece in document.pieces)
    if draft is None:
        return Received(tuple(piece.record for piece in document.pieces), whole)
    shown = frozenset(speech.shown or speech.label for speech in draft.speeches)
    return Received(tuple(_passages(draft)), whole, shown)


def _passages(draft: Draft) -> Iterator[str]:
    yield from (passage.record for _, passage in draft.front)
    for speech in draft.speeches:
        if speech.heading is not None:
            yield speech.heading.title.record
        yield from (passage.record for passage in speech.passages)
