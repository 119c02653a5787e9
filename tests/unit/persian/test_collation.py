from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.persian.collation import (
    ENGLISH_ALPHABET,
    OTHER,
    PERSIAN_ALPHABET,
    english_initial,
    english_key,
    persian_initial,
    persian_key,
)


def ordered(words: str) -> list[str]:
    return words.split(" < ")


def shuffled(words: str) -> list[str]:
    return sorted(ordered(words), key=lambda word: word[::-1])


@pytest.mark.parametrize(
    "words",
    [
        " < ".join(PERSIAN_ALPHABET),
        "آب < آذر < ابر < احمد < بابک < پارسا < تهران",
        "جمشید < چراغ < حسن < خسرو",
        "زاهدان < ژاله < سارا",
        "قم < کاشان < گرگان < لاله < مهر < نور < واژه < هنر < یاد",
        "سعد < سعدی < سعید",
        "مصدق، محمد < مصدق‌نیا، آرش < مطهری، مرتضی",
        "راه آهن < راهبر",
        "ماده ۲ < ماده ۱۰ < ماده ۱۱۰ < ماده الف",
        "۵ روز < ۱۲ روز < خبر < ده روز < BBC < CNN",
        "ریاحی < رئوف < زند",
    ],
)
def test_persian_order(words: str) -> None:
    assert sorted(shuffled(words), key=persian_key) == ordered(words)


@pytest.mark.parametrize(
    "spellings",
    [
        "می‌روم میروم",
        "علی علي عليّ",
        "کتاب كـتاب",
        "مؤمن مومن",
        "رئیس رییس",
        "أحمد احمد",
        "۱۲ 12 ١٢ 012",
        "«آب» آب",
        "املاء املا",
    ],
)
def test_what_a_list_shows_beside_the_letters_does_not_count(spellings: str) -> None:
    assert len({persian_key(word) for word in spellings.split()}) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Abadan < Éluard < Fars < Žižek",
        "12 Years < 100 Days < Abadan < The Hague < Isfahan",
        "Musaddiq < Muṣaddiqī < Mutahhari",
        "New York < Newark",
        "Qajar < al-Qaradawi < Qom",
        "Zahedan < آبادان",
    ],
)
def test_english_order(words: str) -> None:
    assert sorted(shuffled(words), key=english_key) == ordered(words)


@pytest.mark.parametrize(
    "spellings", ["ʿAli Ali ’Ali ʾAlī", "Qurʾan Qur'an Quran", "al-Sadr Sadr Al-Ṣadr", "O’Brien OBrien"]
)
def test_signs_and_the_article_do_not_count_in_english(spellings: str) -> None:
    assert len({english_key(word) for word in spellings.split()}) == 1


def test_an_article_alone_is_a_word() -> None:
    assert english_key("The") == ("the",)
    assert english_key("Ali") == ("ali",)


@pytest.mark.parametrize(
    ("text", "initial"),
    [
        ("آبادان", "آ"),
        ("ابر", "ا"),
        ("أحمد", "ا"),
        ("«چراغ»", "چ"),
        ("كاشان", "ک"),
        ("ئیل", "ی"),
        ("یاد", "ی"),
        ("BBC", OTHER),
        ("۱۲", OTHER),
        ("…", OTHER),
    ],
)
def test_persian_initials(text: str, initial: str) -> None:
    assert persian_initial(text) == initial


@pytest.mark.parametrize(
    ("text", "initial"),
    [
        ("Éluard", "E"),
        ("al-Qaradawi", "Q"),
        ("The Hague", "H"),
        ("ʿAli", "A"),
        ("(Fars)", "F"),
        ("12", OTHER),
        ("آب", OTHER),
        ("", OTHER),
    ],
)
def test_english_initials(text: str, initial: str) -> None:
    assert english_initial(text) == initial


@given(st.text(), st.text())
def test_keys_can_be_compared_and_initials_are_known(one: str, other: str) -> None:
    for key in (persian_key, english_key):
        assert (key(one) < key(other)) + (key(one) == key(other)) + (key(one) > key(other)) == 1
    assert persian_initial(one) in PERSIAN_ALPHABET + OTHER
    assert english_initial(one) in ENGLISH_ALPHABET + OTHER


@given(st.integers(min_value=0), st.integers(min_value=0))
def test_numbers_sort_by_value(one: int, other: int) -> None:
    assert (persian_key(str(one)) < persian_key(str(other))) == (one < other)
    assert (english_key(f"{one} a") < english_key(f"{other} a")) == (one < other)


@given(st.text(alphabet=PERSIAN_ALPHABET), st.text(alphabet=PERSIAN_ALPHABET))
def test_persian_words_sort_by_their_letters(one: str, other: str) -> None:
    places = [tuple(map(PERSIAN_ALPHABET.index, word)) for word in (one, other)]
    assert (persian_key(one) < persian_key(other)) == (places[0] < places[1])
