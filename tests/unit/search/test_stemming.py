"""Stems and signposts: every form leads to its stem, and no other word of the list leads anywhere."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.persian import inflection
from goftogu.persian.folding import fold
from goftogu.search import stemming

TEXT = (
    "معلمان ده بار سلام گفتند و کتابهای خانه را می‌خواندند مسائل ایرانی رئیس‌جمهور کار شهرها زنان نویسندگان مردم دریا "
    "studies studied environmental homes راه آب نان خان پدرم دانشجویان بزرگترین تبریز"
)
WORDS = [fold(word) for word in TEXT.split()]
TYPED = sorted(inflection.load().listed)[::7]


def led(word: str, words: Iterable[str], names: frozenset[str] = frozenset()) -> str:
    """Return the stem to which the script is led."""
    found = stemming.groups(words, names)
    own = {form: goal for goal, forms in found.items() for form in forms}
    posts = stemming.signposts(found, names)
    for one in (word, *stemming.candidates(word)):
        if one in found or one in own or one in posts:
            return one if one in found else own.get(one) or posts[one]
    return ""


@pytest.mark.parametrize("word", WORDS)
def test_a_word_of_the_archive_leads_to_its_stem(word: str) -> None:
    assert led(word, WORDS) == stemming.stem(word)


def test_a_listed_word_leads_to_its_stem_or_nowhere() -> None:
    found = stemming.groups(WORDS)
    own = {form: goal for goal, forms in found.items() for form in forms}
    posts = stemming.signposts(found)
    wrong = []
    for word in TYPED:
        tried = next(
            (one for one in (word, *stemming.candidates(word)) if one in found or one in own or one in posts), ""
        )
        goal = tried if tried in found else own.get(tried) or posts.get(tried, "")
        stem = stemming.stem(word)
        if goal != (stem if stem in found else ""):
            wrong.append((word, goal))
    assert wrong == []


@pytest.mark.parametrize(
    "word", ["باران", "سلامت", "کارت", "کتابخانه", "شهریار", "ابان", "بارانها", "خانمان", "neighbor"]
)
def test_a_word_that_looks_alike_leads_nowhere(word: str) -> None:
    assert led(word, WORDS) == ""


@pytest.mark.parametrize(
    ("noun", "verb"),
    [
        ("بخار", "خاریدند"),
        ("نخل", "خلیدند"),
        ("رسم", "رسیدند"),
        ("گندم", "گندیده"),
        ("دهم", "دادند"),
        ("سنجد", "سنجیدند"),
        ("چربی", "چربید"),
    ],
)
def test_a_noun_that_looks_like_a_form_of_a_verb_leads_nowhere(noun: str, verb: str) -> None:
    assert led(noun, [verb]) == ""


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("نمیگوید", "گفتن"),
        ("بخوانید", "خواندن"),
        ("مساله", "مساله"),
        ("معلمم", "معلم"),
        ("study", "studi"),
        ("شهرم", "شهر"),
    ],
)
def test_another_form_leads_to_the_stem(word: str, stem: str) -> None:
    assert led(word, WORDS) == stem


def test_a_name_is_no_form_of_a_word() -> None:
    assert stemming.stem("رضایی") == "رضا"
    assert stemming.stem("رضایی", {"رضایی"}) == "رضایی"
    assert led("رضایی", ["رضا", "رضایی"], frozenset({"رضایی"})) == "رضایی"


def test_a_word_without_its_he_is_no_other_word() -> None:
    assert led("خانهای", ["خان"]) == ""
    assert led("خانهای", ["خان", "خانه"]) == "خانه"


@pytest.mark.parametrize(
    ("words", "posted"), [(["خان"], True), (["خان", "خانه"], False), (["خان", "خانه‌ای"], False), (["تهران"], False)]
)
def test_a_listed_word_with_a_he_more_has_a_signpost_where_the_archive_has_it_not(
    words: list[str], posted: bool
) -> None:
    found = stemming.groups(map(fold, words))
    assert (f"{words[0]}ه" in stemming.signposts(found)) is posted


@given(st.lists(st.sampled_from(TYPED), max_size=6, unique=True))
def test_groups_have_every_word_once(words: list[str]) -> None:
    found = stemming.groups(words)
    assert sorted(word for forms in found.values() for word in forms) == sorted(words)
    assert list(found) == sorted(found)
    posts = stemming.signposts(found)
    assert all(not goal or goal in found for goal in posts.values())
    assert not posts.keys() & found.keys()
