"""The dates that interviews speak of, and where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from goftogu.model import Exchange, Interview, Language, Turn
from goftogu.persian.dates.calendar import DateValue
from goftogu.persian.dates.spoken import find_spoken


class DateMention(NamedTuple):
    """One place where a date is spoken of.

    Attributes:
        value: The date.
        interview: Id of the interview.
        exchange: Id of the exchange.
        turn: Id of the turn.
        paragraph: Id of the paragraph.
        start: Code point in the reading text of the paragraph at which the date begins.
        end: Code point after its end.
        number: Number of the turn in its interview, from 1.
        said: The date as it was said.
    """

    value: DateValue
    interview: str
    exchange: str
    turn: str
    paragraph: str
    start: int
    end: int
    number: int
    said: str


def spoken(interview: Interview, exchange: Exchange, turn: Turn, number: int) -> Iterator[DateMention]:
    """Yield the dates of a turn in Persian; a date said without its century never lies after the interview.

    Args:
        interview: The interview.
        exchange: The exchange of the turn.
        turn: The turn.
        number: Number of the turn in the interview, from 1.
    """
    held = interview.date
    for paragraph in turn.paragraphs if interview.original is Language.FA else ():
        for value, start, end, expanded in find_spoken(paragraph.reading):
            if expanded and held is not None and value.first > held.last:
                continue
            said = paragraph.reading[start:end]
            yield DateMention(value, interview.id, exchange.id, turn.id, paragraph.id, start, end, number, said)


def order(date: DateMention) -> tuple[object, ...]:
    """Return the sort key of a date: by its first day, the longer span first, then by its place."""
    return date.value.first, -date.value.last.toordinal(), date.interview, date.number, date.paragraph, date.start
