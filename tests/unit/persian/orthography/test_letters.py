"""Letters, and spellings that are one word."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.persian.orthography.letters import ZWNJ, breaks, fold, joins, last, normal, separate, split, transfer

LETTERS = "آأإءابپتثجچحخدذرزژسشصضطظعغفقکكگلمنوؤهۀةیيىئ"
MARKED = st.text(alphabet=LETTERS + "\u064e\u0651\u0654\u0640" + ZWNJ, max_size=12).map(lambda text: "ا" + text)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("او رفت.", ["او", "رفت"]),
        ("«گفت‌وگو» ۱۴۰۴ Tehran", ["گفت‌وگو"]),
        ("کِتابْ‌ها، خانـه", ["کِتابْ‌ها", "خانـه"]),
        ("الف۲ب", ["الف", "ب"]),
        ("پایان؟ بس!", ["پایان", "بس"]),
        ("", []),
        ("123 abc", []),
    ],
)
def test_a_line_is_cut_into_words_and_what_is_between(line: str, words: list[str]) -> None:
    pieces = split(line)
    assert pieces[1::2] == words
    assert "".join(pieces) == line


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("كتاب", "کتاب"),
        ("علي", "علی"),
        ("علىٰ", "علی"),
        ("مسئول", "مسیول"),
        ("مسؤول", "مسوول"),
        ("أمير", "امیر"),
        ("إيران", "ایران"),
        ("ٱلله", "الله"),
        ("خانهٔ", "خانه"),
        ("خانۀ", "خانه"),
        ("مدرسة", "مدرسه"),
        ("گفت‌وگو", "گفتوگو"),
        ("کِتابْ", "کتاب"),
        ("خانـه", "خانه"),
        ("آب", "آب"),
        ("شیء", "شیء"),
        ("سخن", "سخن"),
    ],
)
def test_spellings_of_a_word_are_one(word: str, folded: str) -> None:
    assert fold(word) == folded
    assert fold(unicodedata.normalize("NFD", word)) == folded


@given(MARKED)
def test_folding_twice_is_folding_once(word: str) -> None:
    folded = fold(word)
    assert fold(folded) == folded
    assert not set(folded) & set("يىئكأإؤةۀ\u064e\u0651\u0640\u200c")


@pytest.mark.parametrize("letter", "بپتثجچحخسشصضطظعغفقکگلمنهیئ")
def test_most_letters_join(letter: str) -> None:
    assert joins(letter)
    assert separate(letter, "ها") == f"{letter}\u200cها"


@pytest.mark.parametrize("letter", "اأإآدذرزژوؤءةۀ")
def test_after_the_others_no_half_space_shows(letter: str) -> None:
    assert not joins(letter)
    assert separate(letter, "ها") == f"{letter}ها"


@pytest.mark.parametrize(
    ("word", "letter"), [("کتاب", "ب"), ("خانهٔ", "ه"), ("گفت‌", "ت"), ("کِتابْ‌", "ب"), ("", ""), ("x", "")]
)
def test_the_last_letter_is_found_below_its_marks(word: str, letter: str) -> None:
    assert last(word) == letter


@pytest.mark.parametrize(
    ("spelling", "expected"),
    [
        ("كتاب‌هاي", "کتاب‌های"),
        ("کار‌ها", "کارها"),
        ("می‌‌رود", "می‌رود"),
        ("می‌رود‌", "می‌رود"),
        ("بی‌بی‌سی", "بی‌بی‌سی"),
    ],
)
def test_only_half_spaces_that_show_are_normal(spelling: str, expected: str) -> None:
    assert normal(spelling) == expected


@pytest.mark.parametrize(
    ("spelling", "run", "expected"),
    [
        ("کتاب‌ها", "کتابها", "کتاب‌ها"),
        ("کتاب‌های", "كتابهاي", "كتاب‌هاي"),
        ("کتاب‌ها", "کِتابْها", "کِتابْ‌ها"),
        ("خانه‌ها", "خانـهها", "خانـه‌ها"),
        ("نمی‌گویم", "نمی‌گویم", "نمی‌گویم"),
        ("بی‌بی‌سی", "بی‌بیسی", "بی‌بی‌سی"),
        ("کتاب‌ها", "کت‌ابها", "کت‌ابها"),
        ("کتابها", "كتابها", "كتابها"),
        ("کتاب‌ها", "کتاب‌ها‌", "کتاب‌ها‌"),
        ("می‌رویم", "میرویم‌", "می‌رویم‌"),
        ("می‌رویم", "میروی‌م", "میروی‌م"),
        ("می‌کارید", "میکار‌ید", "می‌کار‌ید"),
    ],
)
def test_half_spaces_are_copied_onto_the_letters_as_written(spelling: str, run: str, expected: str) -> None:
    assert transfer(spelling, run) == expected


def test_breaks_count_letters() -> None:
    assert breaks("بی‌بی‌سی") == {2, 4}
    assert breaks("کتاب") == set()


@given(MARKED, st.sets(st.integers(1, 11)))
def test_copying_adds_half_spaces_and_nothing_else(run: str, places: set[int]) -> None:
    letters = fold(run)
    spelling = "".join(
        letter + (ZWNJ if place in places and place < len(letters) else "") for place, letter in enumerate(letters, 1)
    )
    written = transfer(spelling, run)
    assert written.replace(ZWNJ, "") == run.replace(ZWNJ, "")
    assert written.count(ZWNJ) >= run.count(ZWNJ)
    assert transfer(spelling, written) == written
