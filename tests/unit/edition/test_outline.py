from __future__ import annotations

from dataclasses import fields, replace

from hypothesis import given
from hypothesis import strategies as st

from goftogu.edition.outline import Outline, outline
from goftogu.storage import values
from goftogu.translation.memory.memory import State, Translation
from tests import sample_site as sample

SEA = sample.interview()
UNITS = {unit.id: unit.reading for unit in SEA.units()}


def test_an_outline_has_what_lists_show() -> None:
    held = outline(SEA, sample.english())
    assert (held.id, held.path, held.title, held.date, held.lede, held.provenance) == (
        "sea",
        "content/interviews/sea.md",
        SEA.title,
        SEA.date,
        SEA.lede,
        SEA.provenance,
    )
    assert {unit: found.text for unit, found in held.english.items()} == {
        "title": "The President and the Sea",
        "p1": "On trade and on the sea.",
    }


def test_speakers_have_no_description_and_keep_their_order() -> None:
    held = outline(SEA, {})
    assert list(held.speakers) == ["مجری", "آقای سرو"]
    assert [speaker.description for speaker in held.speakers.values()] == [None, None]
    assert [(speaker.role, speaker.person, speaker.organisation) for speaker in held.speakers.values()] == [
        (speaker.role, speaker.person, speaker.organisation) for speaker in SEA.speakers.values()
    ]


def test_without_a_lede_and_without_english_there_is_little() -> None:
    held = outline(replace(SEA, lede=None, date=None), {})
    assert (held.lede, held.date, held.english) == (None, None, {})


@given(st.sampled_from(sorted(set(UNITS) - {"title", "p1"})), st.text(max_size=5))
def test_no_word_of_the_text_is_in_an_outline(unit: str, text: str) -> None:
    english = sample.english()
    other = {**english, unit: Translation(text, State.MACHINE, "argos")}
    assert outline(SEA, other) == outline(SEA, english)


def test_the_turns_of_an_interview_are_not_in_its_outline() -> None:
    bare = replace(SEA, turns=(), exchanges=(), sections=(), note=None, introduction=())
    assert outline(bare, sample.english()) == outline(SEA, sample.english())
    assert {field.name for field in fields(Outline)}.isdisjoint({"turns", "exchanges", "sections", "units"})


def test_an_outline_comes_back_from_its_bytes() -> None:
    for held in (outline(SEA, sample.english()), outline(replace(SEA, lede=None, date=None), {})):
        assert values.decode(values.encode(held), Outline) == held
