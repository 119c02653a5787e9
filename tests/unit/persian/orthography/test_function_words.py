"""What the words beside a blank decide: pairs that are joined, and pairs that look like them and stay apart."""

from __future__ import annotations

import re

import pytest

from goftogu.persian.orthography import function_words
from goftogu.persian.orthography import layer as orthography_layer
from goftogu.persian.orthography.letters import fold

LAYER = orthography_layer.load()
TABLES = {
    name: table for name, table in vars(function_words).items() if name.isupper() and isinstance(table, frozenset)
}


@pytest.mark.parametrize("name", sorted(TABLES))
def test_a_table_has_folded_words(name: str) -> None:
    assert TABLES[name]
    assert [word for word in TABLES[name] if fold(word) != word or not re.fullmatch("[آ-ی]+", word)] == []


@pytest.mark.parametrize(
    "line",
    [
        "کتاب ها را خریدم", "این ها را دیدم", "همین ها بود", "خانه ی ما", "خسته ام و می روم", "رفته اند و نمی آیند",
        "بزرگ تر از ما", "مهم ترین کار", "می گوید که نمی داند", "دوست شان را دید",
    ],
)  # fmt: skip
def test_typed_blanks_before_endings_are_joined(line: str) -> None:
    assert LAYER.restore(line) != line
    assert LAYER.restore(line).replace("\u200c", "").replace(" ", "") == line.replace(" ", "")


@pytest.mark.parametrize(
    "line",
    [
        "جام می و ساقی", "می ناب در جام", "می خوردن رسم ما نبود", "ماه می گذشت",
        "ای دوست بیا", "بله ای مردم", "کاش ای خدا", "ای کاش می‌آمد",
        "ام کلثوم و ام البنین", "چشم تر و دل تنگ", "لباس تر را آویخت", "هیزم تر نمی‌سوزد",
        "تر و تازه", "خشک و تر", "شأن و منزلت", "مقام و شأن", "بی سر و پا", "بی چون و چرا",
        "ها چه گفتی", "بله ها نه", "برای شان و مقام",
    ],
)  # fmt: skip
def test_words_that_look_like_endings_stay_apart(line: str) -> None:
    assert LAYER.restore(line) == line
