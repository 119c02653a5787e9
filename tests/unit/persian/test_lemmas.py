"""Lemmas: a listed word, a verb form, a word with endings, and what nobody knows."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.persian import lemmas
from goftogu.persian.lemmas import Lemmas

CASES = [
    line.split("\t")
    for line in (Path(__file__).parents[2] / "cases/lemmas.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
FEW = Lemmas(["کتاب", "خانه", "کار"], ["کاشت#کار", "رفت#رو", "#هست", "روفت#رو"])


@pytest.fixture(scope="module", name="whole")
def fixture_whole() -> Lemmas:
    return lemmas.load()


@pytest.mark.parametrize(("word", "lemma"), CASES)
def test_lemma(word: str, lemma: str, whole: Lemmas) -> None:
    assert whole.lemma(word) == lemma


def test_a_listed_word_is_no_verb_form() -> None:
    assert FEW.lemma("کار") == "کار"
    assert FEW.lemma("کاری") == "کاشت#کار"


def test_the_first_verb_has_the_forms_that_two_share() -> None:
    assert FEW.lemma("می‌روم") == "رفت#رو"
    assert FEW.lemma("روفتم") == "روفت#رو"


@pytest.mark.parametrize(
    "forms",
    [
        "رفت رفتم رفتی رفتیم رفتید رفتند رفتن",
        "رفته رفته‌ام رفته‌ای رفته‌ایم رفته‌اید رفته‌اند",
        "می‌روم می‌روی می‌رود می‌رویم می‌روید می‌روند",
        "نمی‌رفتم نمی‌رفتی نمی‌رفت نمی‌رفتیم نمی‌رفتید نمی‌رفتند",
        "نرفته‌ام نرفته‌ای نرفته نرفته‌ایم نرفته‌اید نرفته‌اند",
        "بروم بروی برود برویم بروید بروند برو",
        "نروم نروی نرود نرویم نروید نروند نرو",
    ],
)
def test_every_person_of_a_verb_is_one_of_its_forms(forms: str) -> None:
    assert {FEW.lemma(form) for form in forms.split()} == {"رفت#رو"}


def test_a_verb_may_lack_a_stem() -> None:
    assert FEW.lemma("هستیم") == "#هست"
    assert FEW.lemma("م") == "م"


@given(st.text(alphabet="کتابخنهیمشر\u200c\u0654ۀ", max_size=9))
def test_a_lemma_is_the_word_or_one_that_is_listed(word: str) -> None:
    lemma = FEW.lemma(word)
    assert lemma == word or lemma in {"کتاب", "خانه", "کار"} or "#" in lemma
    assert FEW.lemma(lemma) == lemma


@pytest.mark.parametrize(
    ("word", "lemma"),
    [("نروم", "رفت#رو"), ("بروم", "رفت#رو"), ("نیاوم", "نیاوم"), ("بیاوم", "بیاوم"), ("بیارم", "بیارم")],
)
def test_only_a_stem_that_begins_with_a_vowel_has_a_glide(word: str, lemma: str) -> None:
    assert FEW.lemma(word) == lemma
