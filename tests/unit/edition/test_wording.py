"""The words that say which text somebody has before them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from goftogu.edition import wording
from goftogu.edition.recordings import MediaFacts
from goftogu.model import Provenance, Role
from goftogu.transcripts.collation import Collation
from goftogu.translation.memory.entry import State, Translation
from tests.materials import ARGOS, COLLATION, DRAFT, alike, bare, material, paragraph
from tests.recordings import timed


@pytest.mark.parametrize(
    ("state", "origin", "by", "expected"),
    [
        (State.MACHINE, ARGOS, None, f"machine translation, not reviewed ({ARGOS})"),
        (State.DRAFT, DRAFT, None, "draft translation, not reviewed (language model)"),
        (State.DRAFT, "", None, "draft translation, not reviewed"),
        (State.REVIEWED, DRAFT, "Jane Doe", "reviewed translation (Jane Doe)"),
        (State.REVIEWED, DRAFT, "", "reviewed translation"),
        (State.STALE, DRAFT, "Jane Doe", "outdated translation, from before one of the texts changed (Jane Doe)"),
    ],
)
def test_english_of_one_kind_is_said_without_counting(state: State, origin: str, by: str | None, expected: str) -> None:
    given = material(translations=alike(state, origin, by))
    assert wording.english(given, given.interview.units(), "en") == expected


def test_nothing_is_called_a_translation_where_there_is_none() -> None:
    given = bare()
    assert wording.english(given, given.interview.units(), "en") == "Persian text, not translated"
    assert wording.english(given, given.interview.units(), "fa") == "متن فارسی، ترجمه‌نشده"


def test_english_of_several_kinds_is_counted() -> None:
    given = material()
    _, turn = given.turn("t2")
    said = wording.english(given, (*turn.paragraphs, turn.paragraphs[1]), "en")
    assert said == (
        f"outdated translation, from before one of the texts changed ({ARGOS}): 1 passage; "
        "draft translation, not reviewed (language model): 2 passages"
    )
    assert wording.english(given, turn.paragraphs, "fa").endswith("(language model): ۱ بند")


@pytest.mark.parametrize(
    ("language", "missing", "told"),
    [
        ("", True, "Persian text, not translated"),
        ("az", True, "original text, not translated"),
        ("az", False, f"machine translation, not reviewed ({ARGOS})"),
    ],
)
def test_a_passage_in_another_language_is_called_persian_by_nobody(language: str, missing: bool, told: str) -> None:
    unit = replace(paragraph("t1.1", "Salam"), language=language)
    given = material(translations={} if missing else alike(State.MACHINE, ARGOS))
    assert wording.english(given, [unit], "en") == told


def test_only_english_can_be_of_several_kinds() -> None:
    assert wording.mixed(material(), "en")
    assert not wording.mixed(material(), "fa")
    assert not wording.mixed(material(translations=alike()), "en")
    two = {**alike(), "t1.1": Translation("Yes.", State.REVIEWED, DRAFT, by="Jane Doe")}
    assert wording.mixed(material(translations=two), "en")


def test_only_what_somebody_reviewed_is_called_reviewed() -> None:
    for state in set(State) - {State.REVIEWED}:
        words = wording.STATES[state].en
        assert "reviewed" not in words.replace("not reviewed", "")


def test_the_day_on_which_the_text_came_is_said() -> None:
    given = material(translations=alike())
    units = tuple(given.interview.units())
    assert wording.quoted(given, units, "fa") == "متن اصلی فارسی؛ دریافت‌شده در ۱۵ خرداد ۱۴۰۲ (۵ ژوئن ۲۰۲۳)"
    assert wording.quoted(given, units, "en").endswith("; Persian text received 5 June 2023 (15 Khordad 1402)")
    assert wording.quoted(material(provenance=Provenance()), units, "fa") == "متن اصلی فارسی"


def test_speakers_are_called_by_label_by_name_and_by_role() -> None:
    given = material()
    speakers = given.interview.speakers
    assert [wording.voice(given, item, "fa") for item in speakers.values()] == list(speakers)
    assert [wording.voice(given, item, "en") for item in speakers.values()] == [
        "Interviewer",
        "Maryam Ahmadi",
        "Speaker",
    ]


def test_every_role_and_state_has_words() -> None:
    assert wording.ROLES.keys() == set(Role)
    assert wording.STATES.keys() == set(State)


def test_what_was_restored_is_told_of_the_text_that_was_compared() -> None:
    (said,) = wording.account(material(), "en")
    assert said.endswith("where the archive’s transcript lacks them.")
    first, second = wording.account(material(collation=COLLATION), "en")
    assert first.endswith("where the text received lacks them.")
    assert second == "The archive has edited the text received in 2 places."


def test_one_place_is_one_place_in_both_languages() -> None:
    given = material(collation=Collation(COLLATION.edits[1:]))
    assert list(wording.account(given, "en")) == ["The archive has edited the text received in 1 place."]
    assert list(wording.account(given, "fa")) == ["بایگانی متن دریافتی را در ۱ جا ویرایش کرده است."]


@pytest.mark.parametrize(
    ("text", "persian", "english"),
    [
        (
            "کنار [withheld: نام]",
            "بایگانی ۱ بخش از متن را منتشر نکرده است.",
            "The archive withholds 1 passage of the text.",
        ),
        (
            "کنار [withheld: نام] و [withheld: جا]",
            "بایگانی ۲ بخش از متن را منتشر نکرده است.",
            "The archive withholds 2 passages of the text.",
        ),
    ],
)
def test_what_is_withheld_is_counted(text: str, persian: str, english: str) -> None:
    held = material(introduction=(paragraph("p2", text),))
    assert [next(iter(wording.account(held, language))) for language in ("fa", "en")] == [persian, english]


def test_nothing_is_claimed_of_a_text_that_is_shown_as_it_is() -> None:
    assert list(wording.account(material(collation=Collation()), "en")) == []


def test_a_recording_is_told_with_its_length_where_that_is_known() -> None:
    assert list(wording.recordings(timed(), "en")) == ["Tape, 0:01:01, https://example.org/archive/media/river.mp3"]
    unknown = timed(facts={"river.mp3": MediaFacts("audio/mpeg", 0)})
    assert list(wording.recordings(unknown, "fa")) == ["نوار، https://example.org/archive/media/river.mp3"]
