from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.index.wordforms import analyse, letters
from goftogu.persian.folding import fold


@given(st.text("ابپتجچحخدذرزسشصضطظعغفقکگلمنهی", min_size=1))
def test_plain_words_are_their_own_folded_form(word: str) -> None:
    assert letters(word) == fold(word) == word


_PARTS = st.sampled_from(["گفت", "گو", "و", "آمد", "شد", "آ", "داود", "جست", "جو", "ئ", "ها", "é", "\u0640"])


@given(st.lists(_PARTS, min_size=1, max_size=5).map("".join))
def test_a_word_is_folded_as_everywhere_but_for_its_first_alef(word: str) -> None:
    assert letters(word) == fold(word).replace("آ", "ا")


@pytest.mark.parametrize(
    ("piece", "forms"),
    [
        ("کتاب", ["کتاب"]),
        ("کتابها", ["کتابها", "کتاب"]),
        ("کتاب‌هایم", ["کتابهایم", "کتاب", "کتابه", "کتابهای", "کتابها"]),
        ("دانشمندان", ["دانشمندان", "دانشمند"]),
        ("نخبگان", ["نخبگان", "نخبگ", "نخبه"]),
        ("«کتاب»", ["کتاب"]),
        ("–", []),
    ],
)
def test_a_piece_knows_its_words_without_their_endings(piece: str, forms: list[str]) -> None:
    assert {form for word in analyse(piece).words for form in word.forms} == set(forms)


def test_marks_part_words() -> None:
    first, second = analyse("(کتاب)،قلم").words
    assert (first.start, first.end, first.parted) == (1, 5, True)
    assert (second.start, second.end, second.parted) == (7, 10, True)
    assert analyse("کتاب.").parted
    assert not analyse("کتاب").parted


@pytest.mark.parametrize(
    ("piece", "parted", "ends"),
    [
        ("آب،نان", [False, True], False),
        ("آب/نان،نمک", [False, True, True], False),
        ("(آب،نان", [True, True], False),
        ("آب،نان)", [False, True], True),
        ("آب،ـ،نان.", [False, True], True),
        ("آب\u200c،", [False], True),
        ("…", [], True),
        ("\u200c", [], False),
    ],
)
def test_a_word_is_parted_by_a_mark_right_before_it(piece: str, parted: list[bool], ends: bool) -> None:
    found = analyse(piece)
    assert ([word.parted for word in found.words], found.parted) == (parted, ends)
    assert [piece[word.start : word.end].strip("\u200c") for word in found.words] == ["آب", "نان", "نمک"][: len(parted)]


@pytest.mark.parametrize(
    ("piece", "whole", "cut"),
    [
        ("ما\u200cها\u200cیی", "ماهایی", "ما"),
        ("آب\u200cها", "ابها", "اب"),
        ("ها\u200cها", "هاها", "ها"),
        ("پا\u200cشان", "پاشان", "پا"),
    ],
)
def test_endings_after_half_spaces_are_taken_off_down_to_the_first_part(piece: str, whole: str, cut: str) -> None:
    (word,) = analyse(piece).words
    assert word.forms[0] == whole
    assert cut in word.forms
    assert "" not in word.forms


@pytest.mark.parametrize(
    ("ending", "least"),
    [
        ("ها", 2), ("ی", 3), ("ای", 3), ("تر", 3), ("ترین", 3), ("ست", 3), ("ان", 4), ("مان", 4),
        ("تان", 4), ("شان", 4), ("م", 4), ("ش", 4), ("ت", 5), ("یان", 3),
    ],
)  # fmt: skip
def test_an_ending_is_taken_off_where_enough_is_left(ending: str, least: int) -> None:
    for length, taken in ((least, True), (least - 1, False)):
        stem = "بققققق"[:length]
        (word,) = analyse(stem + ending).words
        assert (stem in word.forms) is taken, stem


def test_before_gan_a_silent_he_comes_back() -> None:
    assert set(analyse("پرندگان").words[0].forms) >= {"پرندگان", "پرنده"}
    assert "پرند" not in analyse("پرندگان").words[0].forms
    assert set(analyse("بچگان").words[0].forms) == {"بچگان", "بچه"}
    assert [analyse(word).words[0].forms for word in ("سگان", "یگان", "گان")] == [("سگان",), ("یگان",), ("گان",)]
