"""Lines that are not Persian."""

from __future__ import annotations

import pytest

from goftogu.persian.orthography.foreign import is_foreign
from goftogu.persian.orthography.letters import split


def judged(line: str) -> bool:
    return is_foreign(line, split(line)[1::2])


@pytest.mark.parametrize(
    "line",
    [
        "الكتاب الذي في البيت",
        "رَبَّنا آتِنا فِي الدُّنيا حَسَنَةً وفي الآخرة",
        "ئەم شارە گەورەیە و من لێرەم",
        "هەموو ڕۆژێک دەچین بۆ باغ",
        "منیم ائویم بو یئرده دیر",
        "او قیز چوخ گؤزل دیر، بیر آز کؤک",
    ],
)
def test_sure_of_it(line: str) -> None:
    assert judged(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "باغ ما بزرگ بود",
        "الان البته الگوی ما این است",
        "بسم الله الرحمن الرحیم",
        "رئیس تئاتر و مسئول ائتلاف",
        "پدرم می‌گفت: «الحمد لله الذي هدانا» و می‌خندید و از خانه بیرون می‌رفت",
        "این شعر کُردی: «ئەم شارە گەورەیە» را از مادرم شنیدم و در یاد دارم که چه می‌خواند",
        "علي و كبري از مدرسه برمي گشتند",
        "لا اله الا الله",
        "بو کردن گل",
    ],
)
def test_persian_or_not_sure(line: str) -> None:
    assert not judged(line)


@pytest.mark.parametrize(
    ("arabic", "unknown", "persian", "foreign"),
    [
        (3, 0, 0, True),
        (2, 1, 0, False),
        (3, 9, 0, True),
        (3, 10, 0, False),
        (4, 0, 2, True),
        (4, 0, 3, False),
        (7, 0, 4, False),
    ],
)
def test_as_many_words_as_make_it_sure(arabic: int, unknown: int, persian: int, foreign: bool) -> None:
    assert judged(" ".join(["هذا"] + ["ذلک"] * (arabic - 1) + ["باغ"] * unknown + ["در"] * persian)) is foreign
