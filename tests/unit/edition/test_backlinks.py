from __future__ import annotations

import pytest

from goftogu.edition import backlinks
from goftogu.model import Footnote
from goftogu.translation.memory.entry import State, Translation
from tests.materials import paragraph

HERE = "noteref-x"


def english(text: str) -> dict[str, Translation]:
    return {"t7.1": Translation(text, State.DRAFT, ""), "p1": Translation(text, State.DRAFT, "")}


def note(place: str) -> Footnote:
    return Footnote("x", 1, paragraph("note-x", "متن"), place)


@pytest.mark.parametrize(
    ("place", "text", "one_page", "two_texts"),
    [
        ("t7.1", "word[^x]", f"{HERE}-en", f"{HERE}-en"),
        ("t7.1", "word", "t7", "t7"),
        ("t7.1", "", HERE, f"{HERE}-en"),
        ("t9.1", "word[^x]", HERE, f"{HERE}-en"),
        ("p1", "word", "", ""),
    ],
    ids=["there", "lost", "missing", "no entry", "lost above the turns"],
)
def test_a_note_leads_back_to_its_reference_or_its_turn(place: str, text: str, one_page: str, two_texts: str) -> None:
    found = backlinks.of(note(place), english(text))
    assert (found.fa, found.en) == (HERE, one_page)
    found = backlinks.apart(note(place), english(text))
    assert (found.fa, found.en) == (HERE, two_texts)
