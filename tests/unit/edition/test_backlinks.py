from __future__ import annotations

import pytest

from goftogu.edition import backlinks
from goftogu.model import Footnote, Language
from goftogu.translation.memory.entry import State, Translation
from tests.materials import paragraph

HERE = "noteref-x"


def translations(text: str) -> dict[str, Translation]:
    return {"t7.1": Translation(text, State.DRAFT, ""), "p1": Translation(text, State.DRAFT, "")}


def note(place: str) -> Footnote:
    return Footnote("x", 1, paragraph("note-x", "متن"), place)


@pytest.mark.parametrize("original", Language)
@pytest.mark.parametrize(
    ("place", "text", "page", "book"),
    [
        ("t7.1", "word[^x]", f"{HERE}-en", f"{HERE}-en"),
        ("t7.1", "word", "t7", "t7"),
        ("t7.1", "", HERE, f"{HERE}-en"),
        ("t9.1", "word[^x]", HERE, f"{HERE}-en"),
        ("p1", "word", "", ""),
    ],
    ids=["there", "lost", "missing", "no entry", "lost above the turns"],
)
def test_a_note_leads_back_to_its_reference_or_its_turn(
    place: str, text: str, page: str, book: str, original: Language
) -> None:
    for apart, translated in ((False, page), (True, book)):
        found = backlinks.of(note(place), translations(text), original, apart=apart)
        assert (found[original], found[original.other]) == (HERE, translated)
