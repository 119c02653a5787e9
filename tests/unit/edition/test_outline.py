from __future__ import annotations

from dataclasses import fields, replace

from hypothesis import given
from hypothesis import strategies as st

from goftogu.content.details import Reference, SeriesPart
from goftogu.edition.outline import Outline, outline
from goftogu.model import Language, Particulars
from goftogu.persian.dates import calendar
from goftogu.storage import values
from goftogu.translation.memory.memory import State, Translation
from tests import described
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
    assert outline(bare, sample.english()) == replace(outline(SEA, sample.english()), length=0)
    assert outline(SEA, {}).length == len(SEA.turns)
    assert {field.name for field in fields(Outline)}.isdisjoint({"turns", "exchanges", "sections", "units"})


def test_an_outline_comes_back_from_its_bytes() -> None:
    for held in (outline(SEA, sample.english()), outline(replace(SEA, lede=None, date=None), {})):
        assert values.decode(values.encode(held), Outline) == held


def test_an_outline_knows_place_series_and_who_made_the_interview() -> None:
    config = described.with_defaults(
        place="rasht",
        contributors={"camera": ("sahar",)},
        references=(Reference("places.toml", "place", "rasht", 1, 1),),
    )
    own = (Reference("people.toml", "contributors.editor", "sara", 1, 1),)
    said = Particulars(series="water", numbered=SeriesPart("water", 3, 1, 1), contributors={"editor": ("sara",)})
    held = outline(replace(SEA, particulars=said, references=own), {}, config.defaults)
    assert (held.place, held.series, held.part) == ("rasht", "water", 3)
    assert held.contributors == {"camera": ("sahar",), "editor": ("sara",)}
    assert held.named == (("people.toml", "sara"), ("places.toml", "rasht"))
    assert values.decode(values.encode(held), Outline) == held


def test_an_outline_knows_its_year_in_the_calendar_of_its_readers() -> None:
    held = outline(SEA, {})
    winter = replace(held, date=calendar.parse("2025-03-10"))
    assert [winter.year(language) for language in Language] == [1403, 2025]
    assert [replace(held, date=None).year(language) for language in Language] == [None, None]


def test_no_summary_is_in_an_outline() -> None:
    given = described.material().interview
    other = replace(given.particulars, summary=None, keywords=None, identifier="", languages=())
    assert outline(replace(given, particulars=other), {}) == outline(given, {})
    assert outline(given, {}).duration == given.particulars.duration > 0
