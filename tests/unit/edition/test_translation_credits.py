"""Who reviewed a translation, when, and what it began with."""

from __future__ import annotations

from dataclasses import replace

import pytest

from goftogu.edition import translation_credits
from goftogu.edition.material import Material
from goftogu.edition.translation_credits import Review
from goftogu.translation.memory.entry import State, Translation
from tests.materials import ARGOS, alike, bare, material

OMIDI = Translation("Yes.", State.REVIEWED, "argos translate-fa_en 1.5", by="Sara Omidi", day="2026-11-27")


def reviewed(*found: Translation) -> Material:
    """Return an interview whose first paragraphs have some translations; the rest is machine translation."""
    texts = alike(State.MACHINE, ARGOS)
    return material(translations=texts | dict(zip(texts, found, strict=False)))


def test_nobody_is_thanked_for_what_nobody_read() -> None:
    for held in (bare(), reviewed(), reviewed(replace(OMIDI, state=State.STALE))):
        assert translation_credits.reviews(held) == []
        assert list(translation_credits.account(held, "en")) == []


def test_reviews_are_counted_with_their_first_and_last_day() -> None:
    later, unknown = replace(OMIDI, day="2026-12-03"), replace(OMIDI, day="")
    between = replace(OMIDI, day="2026-11-30")
    assert translation_credits.reviews(reviewed(later, OMIDI, between, unknown)) == [
        Review("Sara Omidi", 4, ("2026-11-27", "2026-12-03"))
    ]
    assert translation_credits.reviews(reviewed(OMIDI, OMIDI)) == [Review("Sara Omidi", 2, ("2026-11-27",))]
    assert translation_credits.reviews(reviewed(unknown)) == [Review("Sara Omidi", 1, ())]


def test_who_did_most_is_first_and_somebody_without_a_name_last() -> None:
    unnamed, other = replace(OMIDI, by="", day=""), replace(OMIDI, by="Reza Kia")
    found = translation_credits.reviews(reviewed(unnamed, unnamed, unnamed, other, OMIDI, OMIDI))
    assert [(row.name, row.passages) for row in found] == [("Sara Omidi", 2), ("Reza Kia", 1), ("", 3)]


def test_beginnings_are_named_without_the_words_for_their_kind() -> None:
    origins = (
        "edited: argos translate-fa_en 1.5",
        "engine: nllb-200",
        "edited: engine: qwen3",
        "draft: language model",
        "human",
        "",
    )
    texts = [replace(OMIDI, origin=origin) for origin in origins]
    held = material(translations=dict(zip(alike(), texts, strict=False)))
    assert translation_credits.beginnings(held) == ["argos translate-fa_en 1.5", "language model", "nllb-200", "qwen3"]


ENGLISH = [
    "English reviewed by Sara Omidi, 2 passages, 27 November 2026 (6 Azar 1405); an unnamed reviewer, 1 passage.",
    f"Translation begun with {ARGOS}.",
]
PERSIAN = [
    "بازبینی ترجمهٔ انگلیسی: Sara Omidi، ۲ بند، ۶ آذر ۱۴۰۵ (۲۷ نوامبر ۲۰۲۶)؛ بازبین بی‌نام، ۱ بند.",
    f"آغاز ترجمه با {ARGOS}.",
]


@pytest.mark.parametrize(("language", "told"), [("en", ENGLISH), ("fa", PERSIAN)])
def test_credits_are_told_in_either_language(language: str, told: list[str]) -> None:
    held = reviewed(OMIDI, OMIDI, replace(OMIDI, by="", day=""))
    held = material(translations={name: replace(made, origin=ARGOS) for name, made in held.translations.items()})
    assert list(translation_credits.account(held, language)) == told


def test_where_nobody_knows_what_it_began_with_nothing_is_said_of_that() -> None:
    held = material(translations={"t1.1": replace(OMIDI, origin="")})
    assert list(translation_credits.account(held, "en")) == [
        "English reviewed by Sara Omidi, 1 passage, 27 November 2026 (6 Azar 1405)."
    ]


def test_a_review_that_took_time_has_two_days() -> None:
    held = reviewed(OMIDI, replace(OMIDI, day="2026-12-03"))
    told, *_ = translation_credits.account(held, "en")
    assert "2 passages, 27 November 2026 (6 Azar 1405) – 3 December 2026 (12 Azar 1405)." in told
