"""Who is meant: names with words around them, and two spellings of one name."""

from __future__ import annotations

import pytest

from goftogu.transcripts.rough import people


@pytest.mark.parametrize(
    ("name", "known", "is_one"),
    [
        ("راد", "مینا راد", True),
        ("مینا راد", "راد", True),
        ("نو", "مینا نو", True),
        ("ن", "مینا ن", False),
        ("مینا", "مینا راد", False),
        ("مهین راد", "مینا راد", False),
        ("مینا راد", "مینا راد", True),
    ],
)
def test_a_surname_of_two_letters_or_more_can_be_the_whole_name(name: str, known: str, is_one: bool) -> None:
    assert people.is_same(name, {"k": known}) is is_one


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("گفت‌وگو با مینا راد", ["مینا راد"]),
        ("گفت‌وگو با مینا", []),
        ("گفت‌وگو با انجمن باغبانان", []),
        ("گفت‌وگو با مینا انجمن", ["مینا انجمن"]),
        ("گفت‌وگو با مینا مهین راد نیک", ["مینا مهین راد نیک"]),
        ("گفت‌وگو با مینا مهین راد نیک سرو", ["مینا مهین راد نیک"]),
    ],
)
def test_a_name_that_is_offered_has_two_to_four_words(text: str, names: list[str]) -> None:
    assert people.offered([text]) == names
