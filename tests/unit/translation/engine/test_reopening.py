from __future__ import annotations

import pytest

from goftogu.translation.engine import fill
from goftogu.translation.engine.fill import Job, prepare
from goftogu.translation.engine.reopening import is_reopened, lacks
from goftogu.translation.engine.terminology import Fixed, Terminology
from goftogu.translation.memory.memory import Memory, State, Translation, Unit

ARGOS = "argos translate-fa_en 1.5"
SOURCE = "به اهواز و آبادان رفتم."
AHVAZ, ABADAN = Fixed("اهواز", ("Ahvaz", "Ahwaz")), Fixed("آبادان", ("Abadan",))
BOTH, ONE, NONE = Terminology([AHVAZ, ABADAN]), Terminology([AHVAZ]), Terminology()
OTHER = Terminology([AHVAZ, Fixed("آبادان", ("Abbadan",))])


def made(text: str, state: State = State.MACHINE, origin: str = ARGOS) -> Translation:
    return Translation(text, state, origin)


def test_only_what_lacks_a_term_has_a_fingerprint() -> None:
    assert lacks(SOURCE, "I went to Ahvaz and Abadan.", BOTH) == ""
    assert lacks(SOURCE, "I went there.", NONE) == ""
    assert lacks(SOURCE, "", BOTH) == ""
    assert len(lacks(SOURCE, "I went there.", BOTH)) == 12


def test_the_fingerprint_is_that_of_all_that_was_asked_for() -> None:
    one, another = lacks(SOURCE, "I went there.", BOTH), lacks(SOURCE, "I went to Ahvaz.", BOTH)
    assert one == another
    assert len({one, lacks(SOURCE, "I went there.", ONE), lacks(SOURCE, "I went there.", OTHER)}) == 3


def test_text_in_marks_is_not_looked_at() -> None:
    assert lacks("به [اهواز] رفتم.", "I went there.", BOTH) == ""


@pytest.mark.parametrize(
    ("text", "put", "terms", "again"),
    [
        ("I went there.", "", BOTH, True),
        ("I went to Ahvaz and Abadan.", "", BOTH, False),
        ("I went to Ahvaz and Abadan.", "Ahvaz, Abadan", BOTH, False),
        ("I went to Ahvaz and Abadan.", "Ahvaz, Abadan", ONE, True),
        ("I went to Ahvaz and Abadan.", "Ahvaz, Abadan", NONE, True),
        ("I went to Ahvaz and Abadan.", "Ahvaz", ONE, False),
        ("I went to Ahvaz and Abadan.", "Ahvaz, Abadan", OTHER, True),
        ("I went to Ahvaz.", "", ONE, False),
    ],
)
def test_a_changed_vocabulary_reopens_what_depends_on_it(text: str, put: str, terms: Terminology, again: bool) -> None:
    assert is_reopened(SOURCE, made(text), {"terms": put} if put else {}, terms) is again


def test_what_was_asked_for_in_vain_is_not_asked_for_again_until_it_changes() -> None:
    notes = {"lacks": lacks(SOURCE, "I went there.", BOTH)}
    assert [is_reopened(SOURCE, made("I went there."), notes, terms) for terms in (BOTH, ONE, OTHER)] == [
        False,
        True,
        True,
    ]


def test_half_spaces_of_other_words_ask_for_nothing_again() -> None:
    typed, restored = "او می رفت به اهواز و می آمد.", "او می\u200cرفت به اهواز و می\u200cآمد."
    assert lacks(typed, "He came.", BOTH) == lacks(restored, "He came.", BOTH) != ""


def test_a_form_that_is_part_of_another_one_takes_nothing_of_it_away() -> None:
    terms = Terminology([AHVAZ, Fixed("راه\u200cآهن اهواز", ("the Ahvaz railway",))])
    source, text = "از اهواز با راه\u200cآهن اهواز رفتم.", "I went from Ahvaz by the Ahvaz railway."
    assert not is_reopened(source, made(text), {"terms": "Ahvaz, the Ahvaz railway"}, terms)


@pytest.mark.parametrize(
    "found",
    [
        made("I went there.", State.REVIEWED),
        made("I went there.", State.DRAFT, f"edited: {ARGOS}"),
        made("I went there.", State.STALE),
        made("I went there.", State.MACHINE, "draft: language model"),
        made("", State.MISSING, ""),
    ],
)
def test_what_no_engine_made_or_a_person_has_is_left_alone(found: Translation) -> None:
    assert not is_reopened(SOURCE, found, {}, BOTH)


def job() -> Job:
    """Return four paragraphs: of the engine, of another one, approved, and without English."""
    units = tuple(Unit(f"t{number}", SOURCE) for number in range(1, 5))
    memory = Memory("azar")
    memory.merge(units)
    memory.record(units[0], "I went there.", ARGOS)
    memory.record(units[1], "I went to Ahvaz.", "engine: house 2")
    memory.record(units[2], "I went there.", ARGOS)
    memory.approve(units[2], "Sara")
    return Job(memory, units)


def ids(places: list[fill.Place]) -> list[str]:
    return [unit.id for _, unit in places]


def test_what_is_to_be_done_and_what_is_told() -> None:
    work = [job()]
    assert ids(fill.reopened(work, BOTH)) == ["t1", "t2"]
    assert ids(fill.reopened(work, ONE)) == ["t1"]
    assert ids(fill.reopened(work, NONE)) == []
    assert ids(fill.todo(work, terms=ONE)) == ["t1", "t4"]
    assert ids(fill.todo(work)) == ["t4"]
    assert ids(fill.of_others(work, ARGOS)) == ["t2"]
    assert ids(fill.lacking(work, ONE)) == ["t3"]
    assert ids(fill.lacking(work, NONE)) == []


def test_a_paragraph_of_another_language_is_never_reopened() -> None:
    work = job()
    arabic = Job(work.memory, tuple(Unit(unit.id, unit.source, "ar") for unit in work.units))
    prepare([arabic])
    assert ids(fill.todo([arabic], terms=BOTH)) == []
