"""Dates of lives that mean something else than in the first format."""

from __future__ import annotations

import pytest

from goftogu.upgrading import lives
from tests.talks import file


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ('[hafez]\nborn = "1325"\ndied = "1390-01-02"\n', [2, 3]),
        ("[a]\n  died='1178'\n", [2]),
        ('[a]\nborn = "1600"\n', [2]),
        ('[a]\nborn = "1601"\n[b]\nborn = "1177"\n[c]\nborn = "1960-04"\n[d]\nborn = "-1325"\n', []),
        ('[a]\nborn = "gregorian:1325"\nnames = [{fa = "x", from = "1325"}]\n# born = "1325"\n', []),
    ],
)
def test_years_that_were_gregorian_are_told_by_line(text: str, lines: list[int]) -> None:
    found = [str(message) for message in lives.told(file("people.toml", text))]
    assert [int(message.split(":")[1]) for message in found] == lines


def test_it_says_what_to_write() -> None:
    (message,) = lives.told(file("people.toml", '[a]\nborn = "1325"\n'))
    assert str(message) == (
        "content/people.toml:2: 1325 is a Jalali date now; if it is Gregorian, write gregorian:1325"
    )
