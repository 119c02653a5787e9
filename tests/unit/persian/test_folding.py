from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.persian import folding
from goftogu.persian.folding import ZWNJ, base_letters, fold, fold_both, fold_split

CASES = Path(__file__).parents[2] / "cases" / "folding"
ARABIC = "اآأإٱبتيىیئءؤوةهۀەكکگلمنرد ٔ\u0651\u0640\u200c\u200d\u06d3۱٢3Éé"
WORDS = "گفت و گو رفت آمد زد شد ی ه خانه \u200c".split(" ")
TEXTS = st.text() | st.text(alphabet=ARABIC) | st.lists(st.sampled_from(WORDS)).map(" ".join)


def cases(name: str, sign: str) -> list[list[str]]:
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [line.split(f" {sign} ") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("spellings", cases("equal.txt", "="), ids=lambda it: str(it[0]))
def test_spellings_of_a_word_have_one_key(spellings: list[str]) -> None:
    assert {word: fold(word) for word in spellings} == dict.fromkeys(spellings, fold(spellings[0]))


@pytest.mark.parametrize("words", cases("different.txt", "≠"), ids=lambda it: str(it[0]))
def test_different_words_keep_their_keys(words: list[str]) -> None:
    assert len({fold(word) for word in words}) == len(words)


@given(TEXTS)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    for folded in (fold, fold_split):
        key = folded(text)
        assert folded(key) == key
        assert ZWNJ not in key


def test_folding_twice_changes_nothing_more_for_any_letter() -> None:
    letters = (*range(0x3400), *range(0xA000, 0xAC00), *range(0xF900, 0x10000), *range(0x1D400, 0x1F000))
    key = fold(" ".join(map(chr, letters)))
    assert fold(key) == key


@given(st.lists(st.sampled_from([*WORDS, "گفت", "گفتو", "امد", "دوختودوز", "حل", "فصل", "و", "پختو پزها"]), max_size=5))
def test_no_compound_is_missed_by_the_quick_look(words: list[str]) -> None:
    text = " ".join(words)
    assert bool(folding._COMPOUND.search(text)) <= bool(folding._MAY_BE_COMPOUND.search(text))


def test_every_compound_is_found_by_the_quick_look() -> None:
    for first, seconds in folding._COMPOUNDS.items():
        for second in seconds.split():
            for spelling in (f"{first} و {second}", f"{first}و{second}", f"{first} و {second}ها"):
                assert folding._MAY_BE_COMPOUND.search(spelling), spelling
                assert fold(spelling).startswith(first + fold(second)), spelling


@given(st.text(alphabet="ابپتچرزسشگلمنوآئ \u200c"))
def test_half_spaces_do_not_count(text: str) -> None:
    assert fold(text) == fold(text.replace(ZWNJ, ""))
    assert fold_split(text) == fold(text.replace(ZWNJ, " "))


def test_half_spaces_can_be_read_as_blanks() -> None:
    assert fold_split("می‌روم") == "می روم"
    assert fold_split("گفت‌وگو") == fold("گفت و گو")
    assert fold_split("خانه‌ی ما") == "خانه ما"


def test_white_space_becomes_one_blank() -> None:
    assert fold(" ملک\u00a0\n الشعرا\t") == "ملک الشعرا"


def test_punctuation_stays() -> None:
    assert fold("«چرا؟» (نه!)") == "«چرا؟» (نه!)"


def test_the_key_of_a_word_does_not_depend_on_its_neighbours() -> None:
    assert fold("é آب ۓ") == f"{fold('é')} {fold('آب')} {fold('ۓ')}"


def test_no_mark_above_or_below_an_arabic_letter_counts() -> None:
    marks = [chr(code) for code in range(0x600, 0x700) if unicodedata.category(chr(code)) == "Mn"]
    assert len(marks) > 50
    assert {fold(f"ب{mark}ت") for mark in [*marks, "\u0640"]} == {"بت"}


def test_signs_beside_the_marks_of_arabic_letters_count() -> None:
    assert [fold(f"ب{sign}ب") for sign in "؏؛٠۝۞ۥ"] == ["ب؏ب", "ب؛ب", "ب0ب", "ب۝ب", "ب۞ب", "بۥب"]


def test_signs_of_transliteration_do_not_count_and_their_neighbours_do() -> None:
    assert {fold(f"A{sign}b") for sign in "ʹʺʻʼʽʾʿ"} == {"ab"}
    assert [fold(f"A{sign}b") for sign in "ʸˀ"] == ["ayb", "aˀb"]


def test_base_letters_know_no_spelling() -> None:
    assert base_letters("رئیسِ آب‌ها") == "رئیس آب‌ها"
    assert base_letters("یٔ") == "ئ"


@given(TEXTS)
def test_folding_both_ways_at_once_is_folding_twice(text: str) -> None:
    assert fold_both(text) == (fold(text), fold_split(text))
