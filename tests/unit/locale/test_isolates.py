"""Isolates: each is closed, and a line holds its pieces."""

from __future__ import annotations

import unicodedata

from goftogu.locale import isolates


def test_a_line_runs_from_right_to_left_and_a_piece_of_it_the_other_way() -> None:
    assert isolates.line(f"در {isolates.left_to_right('a.md:3')}") == "\u2067در \u2066a.md:3\u2069\u2069"


def test_the_marks_are_what_their_names_say() -> None:
    marks = isolates.LEFT_TO_RIGHT, isolates.RIGHT_TO_LEFT, isolates.AS_IT_BEGINS, isolates.CLOSED
    assert [unicodedata.bidirectional(mark) for mark in marks] == ["LRI", "RLI", "FSI", "PDI"]
