from __future__ import annotations

from dataclasses import replace

import pytest

from goftogu.edition.edition import Edition
from goftogu.index.topics import Entry, GivenBy, Kind
from goftogu.model import Exchange, Language
from goftogu.pages.topic_map import Cell, Strip, strips
from tests import sample_site

SIX = tuple(Exchange(f"x-t{number}", (f"t{number}",)) for number in range(1, 7))


def entry(number: int, topic: str, kind: Kind) -> Entry:
    return Entry("sea", f"x-t{number}", f"t{number}", topic, kind, GivenBy.MATCH, f"t{number}.1", 0, 1, "", number)


def made(*entries: Entry, language: Language = Language.EN) -> list[Strip]:
    interview = replace(sample_site.interview(), exchanges=SIX)
    archive = sample_site.archive(interview)
    found = replace(archive, findings={"sea": archive.findings["sea"]._replace(exchanges=6, entries=entries)})
    return strips(Edition(found.alone(interview), language), f"{language}/sea.html", interview)


P, S, O = Kind.PRIMARY, Kind.PASSING, ""  # noqa: E741  they are read as a row


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ((P, O, O, O, O, O), [(1, P), (5, O)]),
        ((O, O, O, O, O, P), [(5, O), (1, P)]),
        ((O, O, P, S, O, O), [(2, O), (1, P), (1, S), (2, O)]),
        ((S, P, S, P, S, P), [(1, S), (1, P), (1, S), (1, P), (1, S), (1, P)]),
        ((P, O, P, O, O, S), [(1, P), (1, O), (1, P), (2, O), (1, S)]),
    ],
)
def test_exchanges_without_the_topic_are_taken_together(row: tuple[str, ...], cells: list[tuple[int, str]]) -> None:
    (strip,) = made(*(entry(number, "sea", Kind(kind)) for number, kind in enumerate(row, 1) if kind))
    assert strip.cells == tuple(Cell(span, str(kind)) for span, kind in cells)
    assert sum(cell.span for cell in strip.cells) == 6


def test_topics_come_in_the_order_in_which_they_are_spoken_of() -> None:
    found = made(entry(1, "trade", P), entry(2, "sea", S), entry(3, "trade", S), entry(4, "nature", P))
    assert [(strip.topic.href, strip.topic.text) for strip in found] == [
        ("topics/trade.html", "Trade"),
        ("topics/sea.html", "The sea"),
        ("topics/nature.html", "Nature"),
    ]
    assert [strip.topic.text for strip in made(entry(1, "sea", P), language=Language.FA)] == ["دریا"]


def test_an_interview_without_topics_has_no_map() -> None:
    assert made() == []
