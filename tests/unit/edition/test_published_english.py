"""Which English of a withheld passage is published."""

from __future__ import annotations

from goftogu.edition import published_english
from goftogu.model import Interview
from goftogu.translation.memory.entry import NOTHING, State, Translation
from tests.materials import talk

MARK = "[withheld: به خواست راوی]"


def _english(text: str, made: Interview) -> Translation:
    found = published_english.publishable(made, {"t1.1": Translation(text, State.REVIEWED, "")})
    return found["t1.1"]


def test_english_with_other_gaps_than_its_persian_is_not_published() -> None:
    made = talk(f"او {MARK} رفت.")
    assert _english("He and Nilufar left.", made) == NOTHING
    assert _english("He [withheld] and [withheld] left.", made) == NOTHING
    assert _english("He [withheld: a name] left.", made).text == "He [withheld: a name] left."


def test_a_paragraph_that_is_withheld_as_a_whole_needs_only_its_mark() -> None:
    made = talk(f" {MARK}.")
    own = Translation(made.turns[0].paragraphs[0].reading, State.MACHINE, "")
    assert _english("Nilufar was there.", made) == own
    assert _english("Nilufar [withheld: a name].", made) == own
    assert _english("", made) == own
    assert _english("[withheld: at her request].", made).text == "[withheld: at her request]."
    assert published_english.publishable(made, {})["t1.1"] == own


def test_all_other_english_is_left_alone() -> None:
    made = talk("متن")
    english = {"t1.1": Translation("Text", State.STALE, ""), "gone": NOTHING}
    assert published_english.publishable(made, english) == english


def test_only_gaps_and_what_was_said_in_english_are_no_words_of_a_translation() -> None:
    nothing = [Translation("", State.MISSING, ""), Translation("[withheld: a name].", State.DRAFT, "")]
    own = Translation("Hello", State.ORIGINAL, "")
    assert not published_english.has_words([*nothing, own])
    assert published_english.has_words([*nothing, Translation("Hello", State.DRAFT, "")])
