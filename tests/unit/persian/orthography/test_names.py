"""Compound names, with a lexicon of a few given names."""

from __future__ import annotations

import pytest

from goftogu.persian.orthography.names import CompoundNames, letters
from goftogu.persian.orthography.stems import Stems
from tests.lexica import lexicon

_LEXICON = lexicon(
    words="شریف باغ دون کیان کمال بهار فارغ تحصیل حجت شاد", names="علی نور حسین محمد ملک موسی کریم سعد عمر حاتم"
)
NAMES = CompoundNames(_LEXICON, Stems(_LEXICON, {}))


def bare(spelling: str) -> str:
    return spelling.replace("\u200c", "")


@pytest.mark.parametrize(
    "spelling",
    "نورعلی‌خان علی‌پور محمدحسین ملک‌حسینی موسی‌آباد کریم‌خانی علی‌نور حسین‌کوه علی‌مهر سعدبن‌عمر حاتم‌ابن‌عمر "
    "شریفی‌نسب کیانی‌فر کیان‌فر باغ‌نژاد کمال‌الدین‌شاه نورالدین‌علی".split(),
)
def test_names_that_grew_together_are_set_apart(spelling: str) -> None:
    assert NAMES.name(bare(spelling)) == spelling


def test_a_link_is_not_parted_although_the_name_before_it_could_be_longer() -> None:
    known = lexicon(words="علیا", names="علی حسین")
    assert CompoundNames(known, Stems(known, {})).name("علیابنحسین") == "علی‌ابن‌حسین"


@pytest.mark.parametrize(
    ("word", "because"),
    [
        ("دونفر", "two persons: دون is no family, and فر is too short"),
        ("باغفر", "باغ is too short for فر"),
        ("شادمهر", "شاد is too short for مهر"),
        ("نخودنژاد", "nobody knows نخود"),
        ("کوهحسین", "a place comes after the name"),
        ("علیاکبر", "اکبر is not in this lexicon"),
        ("بنعلی", "nobody is before بن"),
        ("علیبن", "nobody is after بن"),
        ("سروبنعلی", "nobody knows سرو"),
        ("شریفبنکمال", "neither is a given name"),
        ("علی", "one name is no compound"),
    ],
)
def test_other_words_are_no_names(word: str, because: str) -> None:
    assert NAMES.name(word) is None, because


@pytest.mark.parametrize(
    "spelling", "شمس‌الدین کمال‌الدین فارغ‌التحصیل حجت‌الاسلام سرالدین بهارالباغ باغ‌التحصیل نورالله شریف‌الزهره".split()
)
def test_the_arabic_article_is_set_apart_where_a_half_space_shows(spelling: str) -> None:
    assert NAMES.arabic(bare(spelling)) == spelling


@pytest.mark.parametrize("word", "نالله باغالزهره باالتحصیل سروالتحصیل شادالسرو الدین سالم باغ".split())
def test_other_words_with_al_are_left(word: str) -> None:
    assert NAMES.arabic(word) is None


@pytest.mark.parametrize("spelling", "بی‌بی‌سی سی‌ان‌ان اچ‌تی‌ام‌ال ام‌آی‌تی ای‌بی‌ام دی‌وی‌دی یوای‌اس‌بی".split())
def test_latin_letters_are_set_apart_from_three_on(spelling: str) -> None:
    assert letters(bare(spelling)) == spelling


@pytest.mark.parametrize("word", "بیبی سی امآی آیدی کالا بیبیسیها سیب".split())
def test_two_letters_and_other_words_are_no_abbreviation(word: str) -> None:
    assert letters(word) is None
