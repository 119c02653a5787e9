"""The words that can carry an ending, with lexicons of a few words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.persian.orthography.stems import Stems, endings, silent, splits
from tests.lexica import lexicon

STEMS = Stems(
    lexicon(
        words="باغ خانه نشانه کتاب کار بزرگ زیبا سواد دین ساز خرد پرست مرد روز راه توجه بیگانه "
        "دوست ساله سنگ آب بسته گل شناس",
        spellings="گفت‌وگو توده‌ای سرمایه‌دار",
        wholes="کتابدار",
        tails="دار فروش پرست شناس کش",
        free_tails="فروش",
        heads="بی هم خوش نیمه کم",
        measures="ساله روزه",
        plural_first="نشان",
    ),
    {"سرومند": "سرو‌مند", "باغستان": "باغ‌ستان"},
)


@pytest.mark.parametrize("word", "خانه نامه رفته بچه قصه حرفه شنبه همسایه".split())
def test_a_he_that_shows_a_vowel_is_silent(word: str) -> None:
    assert silent(word)


@pytest.mark.parametrize(
    "word", "راه کوه گروه توجه اندوه ستوه فرمانده مشابه شبیه تنبیه الله فقیه زره گره ابله گنه ده نه به باغ کتاب".split()
)
def test_a_he_that_is_heard_is_not(word: str) -> None:
    assert not silent(word)


def test_the_longest_ending_comes_first_and_leaves_enough() -> None:
    table = frozenset("ها هایی ی یی".split())
    assert list(endings("باغهایی", table)) == [("باغ", "هایی"), ("باغها", "یی"), ("باغهای", "ی")]
    assert list(endings("باها", table, 2)) == [("با", "ها")]
    assert list(endings("باها", table, 3)) == []
    assert list(endings("ها", table)) == []


@given(st.text("ابپت", max_size=8), st.integers(1, 3), st.integers(1, 3))
def test_every_cut_is_tried_once(word: str, first: int, last: int) -> None:
    cuts = list(splits(word, first, last))
    assert len(cuts) == max(0, len(word) - first - last + 1) == len(set(map(len, (head for head, _ in cuts))))
    assert all(head + tail == word and len(head) >= first and len(tail) >= last for head, tail in cuts)
    assert cuts == sorted(cuts, key=lambda cut: len(cut[0]))


@pytest.mark.parametrize(
    "spelling",
    """
    باغ گفت‌وگو سرو‌مند باغ‌ستان
    کتابی بزرگان زیبایی کاری خانگی خانگان
    کارگر کارگاه سنگستان راهبان خانه‌گر خانه‌بان
    توده‌ای خانه‌ای
    ضدسواد بی‌سواد بی‌خانه بی‌کاری
    هم‌کار هم‌بزرگ هم‌مردی خوش‌سنگ خوش‌کاری
    خانه‌دار دیوانه‌دار نامه‌دار دین‌کش الشن‌فروش کم‌کتاب سنگ‌فروش آب‌فروش گل‌فروش دیوانه‌پرست بیگانه‌پرست مردشناس باغ‌دارفروش
    سی‌ساله هجده‌ساله نیم‌روزه
    """.split(),
)
def test_words_are_spelt_by_their_parts(spelling: str) -> None:
    assert STEMS.stem(spelling.replace("\u200c", "")) == spelling


@pytest.mark.parametrize(
    ("word", "because"),
    [
        ("نخود", "no list has it"),
        ("راهگی", "گی follows a silent ه only"),
        ("خانهان", "after a silent ه the plural is خانگان"),
        ("خانهی", "an ezafe is no derivation"),
        ("نشانههای", "ها follows, and نشانه is no stem of it"),
        ("نشانهای", "نشان is known for its plural"),
        ("غیردین", "three letters are too few after غیر"),
        ("بیآب", "two letters are too few after بی"),
        ("خوشآب", "after خوش a short word misleads"),
        ("دیوانپرست", "neither is دیوان known nor does پرست follow any word"),
        ("کتابدار", "it is listed as a whole"),
        ("آبکش", "two parts of two letters are too short"),
        ("السفروش", "ال is an article, with one letter more, too"),
        ("کمباغ", "three letters are too few after کم"),
        ("بچهدار", "three letters that nobody knows are too few before دار"),
        ("الفروش", "ال is an article"),
        ("مفروش", "one letter is no first part"),
        ("میدار", "می is no first part"),
        ("ماهساله", "ماه is no numeral"),
        ("سهسنگ", "سنگ is no measure"),
    ],
)
def test_chance_likenesses_are_not(word: str, because: str) -> None:
    assert STEMS.stem(word) is None, because


def test_an_answer_is_remembered() -> None:
    assert STEMS.stem("سنگفروش") is STEMS.stem("سنگفروش")
    assert (STEMS.word("باغ"), STEMS.word("باغی"), STEMS.word("گفتوگو")) == ("باغ", None, None)
    assert (STEMS.listed("گفتوگو"), STEMS.listed("باغ"), STEMS.listed("کارگر")) == ("گفت‌وگو", "باغ", None)
