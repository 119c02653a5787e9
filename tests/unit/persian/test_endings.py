"""What may be left of a word: every rest that is one, the longest first, and nothing of a word that is too short."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.persian import endings
from goftogu.persian.folding import fold

WORDS = st.text("ابتمنهیشگرد", max_size=14)


@pytest.mark.parametrize(
    ("word", "rest"),
    [
        ("کتابهایشان", "کتاب"),
        ("پدرم", "پدر"),
        ("خانهای", "خانه"),
        ("نویسندگان", "نویسنده"),
        ("دانشجویان", "دانشجو"),
        ("آقایان", "آقا"),
        ("روستاییان", "روستا"),
        ("مطالعات", "مطالعه"),
        ("بزرگترین", "بزرگ"),
        ("مسولین", "مسول"),
        ("معلمانشان", "معلم"),
    ],
)
def test_a_noun_without_its_ending(word: str, rest: str) -> None:
    assert rest in list(endings.nouns(word))


@pytest.mark.parametrize(
    ("word", "endings_of_it"),
    [
        ("کتاب", "ی م ت ش مان تان شان ام ات اش ای یم یت یش یمان یتان یشان یی"),
        ("کتاب", "ها های هایی هامان هاتان هاشان هایم هایت هایش هایمان هایتان هایشان هامون هاتون هاشون"),
        ("بزرگ", "تر ترین تری ترینها ترینهای ترها ترهای"),
        ("معلم", "ان انی انم انت انش انمان انتان انشان ین ینی ینم ینت ینش ینمان ینتان ینشان"),
        ("روستا", "ییان ییانی ییانم ییانت ییانش ییانمان ییانتان ییانشان"),
        ("دانشجو", "یان یانی یانم یانت یانش یانمان یانتان یانشان"),
        ("آقا", "یان یانی یانم یانت یانش یانمان یانتان یانشان"),
        ("انتخاب", "ات اتی اتم اتت اتش اتمان اتتان اتشان"),
    ],
)
def test_every_ending_of_a_noun_comes_off(word: str, endings_of_it: str) -> None:
    left = [ending for ending in endings_of_it.split() if word not in endings.nouns(word + ending)]
    assert left == []


@pytest.mark.parametrize(("word", "rest", "instead"), [("گان", "نویسند", "نویسنده"), ("ات", "مطالع", "مطالعه")])
def test_a_word_in_he_gets_it_back(word: str, rest: str, instead: str) -> None:
    for tail in ("", "ی", "م", "ت", "ش", "مان", "تان", "شان"):
        assert instead in endings.nouns(rest + word + tail)


@pytest.mark.parametrize(
    ("prefix", "stem", "endings_of_it"),
    [
        ("می", "رو>", "م ی د یم ید ند"),
        ("نمی", "رو>", "م ی د یم ید ند"),
        ("ن", "رو>", "م ی د یم ید ند"),
        ("ب", "رو>", "م ی د یم ید ند"),
        ("", "گفت<", "م ی یم ید ند ه هام های هاست هایم هاید هاند"),
        ("می", "گفت<", "م ی یم ید ند"),
        ("ن", "گفت<", "م ی یم ید ند ه هام های هاست هایم هاید هاند"),
    ],
)
def test_every_person_of_a_verb_comes_off(prefix: str, stem: str, endings_of_it: str) -> None:
    left = [ending for ending in endings_of_it.split() if stem not in endings.verbs(prefix + stem[:-1] + ending)]
    assert left == []


@pytest.mark.parametrize("prefix", ["بر", "در", "باز", "فرا", "فرو", "وا"])
def test_a_prefix_may_stand_before_that_of_the_form(prefix: str) -> None:
    assert f"{prefix}گرد>" in endings.verbs(f"{prefix}میگردند")
    assert f"{prefix}گرد>" in endings.verbs(f"{prefix}نمیگردند")


@pytest.mark.parametrize(("word", "rest"), [("زنان", "زن"), ("پزشکیان", "پزشک"), ("زمین", "زم"), ("شد", "ش"), ("", "")])
def test_what_is_too_short_or_no_ending_stays(word: str, rest: str) -> None:
    assert rest not in list(endings.nouns(word))


@pytest.mark.parametrize(
    ("long", "rest", "short", "too_short"),
    [
        ("آبها", "آب", "بها", "ب"),
        ("پسران", "پسر", "زنان", "زن"),
        ("گداییان", "گدا", "ماییان", "ما"),
        ("بچگان", "بچه", "نگان", "نه"),
        ("معلمین", "معلم", "پدرین", "پدر"),
        ("خطراتی", "خطر", "آباتی", "آب"),
        ("جملات", "جمله", "آبات", "آبه"),
        ("پدری", "پدر", "آبی", "آب"),
    ],
)
def test_as_many_letters_must_be_left_as_the_ending_asks_for(long: str, rest: str, short: str, too_short: str) -> None:
    assert rest in endings.nouns(long)
    assert too_short not in endings.nouns(short)


def test_a_past_stem_has_two_letters() -> None:
    assert "شد<" in endings.verbs("شدم")
    assert "د<" not in endings.verbs("دم")


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("میرویم", "رو>"),
        ("نمیدانست", "دانست<"),
        ("نگفتهاند", "گفت<"),
        ("گفته", "گفت<"),
        ("بیاید", "آی>"),
        ("بیندازد", "انداز>"),
        ("نیاندازد", "انداز>"),
        ("بگو", "گو>"),
        ("برمیگردند", "برگرد>"),
        ("گفت", "گفت<"),
    ],
)
def test_the_stem_of_a_verb(word: str, stem: str) -> None:
    assert stem in list(endings.verbs(word))


@given(WORDS)
def test_a_rest_is_the_beginning_of_its_word(word: str) -> None:
    rests = list(endings.nouns(word))
    assert all(word.startswith(rest[:-1]) and rest for rest in rests)
    assert all(len(rest) <= len(word) for rest in rests)


@given(WORDS)
def test_a_stem_is_part_of_its_word_and_marked(word: str) -> None:
    for stem in endings.verbs(word):
        assert stem[-1] in "<>"
        assert stem[-2:-1]
        assert stem[1:-1] in word or "می" in word


def test_the_table_is_folded_and_can_be_written_as_json() -> None:
    assert all(fold(ending) == ending and least > 1 for ending, least, _ in endings.ENDINGS)
    assert len(set(endings.ENDINGS)) == len(endings.ENDINGS)
    lengths = [len(ending) for ending, _, _ in endings.ENDINGS]
    assert lengths == sorted(lengths)
    assert {ending for ending, _, _ in endings.ENDINGS} >= endings.SURE
    assert json.loads(json.dumps(endings.table())).keys() == {
        "endings",
        "loose",
        "prefixes",
        "present",
        "past",
        "inner",
    }
