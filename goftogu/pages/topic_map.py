"""The map of an interview: in which of its exchanges each topic is spoken of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from goftogu import urls
from goftogu.edition.edition import Edition, Link
from goftogu.index.topics import Kind, TopicMark
from goftogu.model import Interview


@dataclass(frozen=True, slots=True)
class Cell:
    """Some exchanges beside each other: how many, and whether a topic is their subject, is touched, or neither.

    Attributes:
        span: How many exchanges; more than one only where there is nothing.
        kind: ``primary``, ``passing`` or empty.
    """

    span: int
    kind: str


@dataclass(frozen=True, slots=True)
class Strip:
    """A topic and its exchanges from the first to the last."""

    topic: Link
    cells: tuple[Cell, ...]


def strips(edition: Edition, here: str, interview: Interview) -> list[Strip]:
    """Return the map of an interview.

    Args:
        edition: The language of the page.
        here: Path of the page.
        interview: The interview.
    """
    marks = edition.site.index.marks(interview.id)
    names = [exchange.id for exchange in interview.exchanges]
    found = {mark.topic: mark for exchange in names for mark in marks.get(exchange, ())}
    known = edition.site.vocabulary.topics
    return [
        Strip(
            Link(urls.href(here, urls.topic(edition.language, topic)), edition.label(known[topic].label)),
            tuple(_cells(topic, names, marks)),
        )
        for topic in found
    ]


def _cells(topic: str, exchanges: Sequence[str], marks: Mapping[str, Sequence[TopicMark]]) -> Iterator[Cell]:
    empty = 0
    for exchange in exchanges:
        kind: Kind | str = next((mark.kind for mark in marks.get(exchange, ()) if mark.topic == topic), "")
        if not kind:
            empty += 1
            continue
        if empty:
            yield Cell(empty, "")
            empty = 0
        yield Cell(1, str(kind))
    if empty:
        yield Cell(empty, "")
