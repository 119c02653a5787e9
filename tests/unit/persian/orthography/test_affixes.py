"""The tables of endings: they say one thing each, and contain what they must and nothing that would mislead."""

from __future__ import annotations

import re

import pytest

from goftogu.persian.orthography import affixes
from goftogu.persian.orthography import layer as orthography_layer
from goftogu.persian.orthography.letters import fold

LAYER = orthography_layer.load()
TABLES = {
    name: table for name, table in vars(affixes).items() if name.isupper() and isinstance(table, frozenset | tuple)
}
BY_STEM = [
    ("کتاب", "ها های هایی هایم هایت هایش هایمان هایتان هایشان هاست هام هات هاش هامون هاتون هاشون"),
    ("بزرگ", "تر ترین تری ترینشان ترند ترست"),
    ("خانه", "ام ات اش ایم اید اند ای است مان تان شان مون تون شون ی"),
    ("ایرانی", "ام اش ایم اید اند ای شان"),
    ("مشغول", "اند ایم اید"),
]
JOINED = [
    ("کتاب", "م ت ش مان تان شان ی ات ان"),
    ("راه", "ی م"),
    ("کار", "گر گاه مند"),
    ("باغ", "بان چه"),
]


@pytest.mark.parametrize("name", sorted(TABLES))
def test_a_table_has_folded_words_each_once(name: str) -> None:
    words = list(TABLES[name])
    assert len(words) == len(set(words))
    assert [word for word in words if fold(word) != word] == []
    assert all(re.fullmatch("[آ-ی]+", word) for word in words)


def test_the_longest_ending_is_as_long_as_it_says() -> None:
    endings = affixes.PLURALS | affixes.SPOKEN_DEGREES | affixes.AFTER_HE | affixes.AFTER_YE | affixes.JOINED
    assert max(map(len, endings | affixes.DERIVATIONS | affixes.SUFFIXES)) == affixes.LONGEST


def test_tables_that_are_made_of_others_keep_what_they_say() -> None:
    assert {"تره"} == affixes.SPOKEN_DEGREES - affixes.DEGREES
    assert {"هام", "هات", "هاش", "هاند", "هارا"} == affixes.PLURALS - affixes.NEW_PLURALS
    assert {"هارا"} == affixes.PLURALS - affixes.APART_PLURALS
    assert not {"ترم", "ترش"} & affixes.APART_DEGREES
    assert {"تر", "ترین", "ترها", "ترینهای"} <= affixes.APART_DEGREES
    assert affixes.PERSONS <= affixes.AFTER_HE & affixes.AFTER_YE
    assert affixes.AFTER_ANY <= affixes.AFTER_YE


@pytest.mark.parametrize(("stem", "ending"), [(stem, ending) for stem, row in BY_STEM for ending in row.split()])
def test_an_ending_that_is_set_apart_gets_its_half_space(stem: str, ending: str) -> None:
    assert LAYER.restore(f"{stem}{ending}") == f"{stem}\u200c{ending}"


@pytest.mark.parametrize(("stem", "ending"), [(stem, ending) for stem, row in JOINED for ending in row.split()])
def test_an_ending_that_is_written_joined_stays(stem: str, ending: str) -> None:
    assert LAYER.restore(f"{stem}{ending}") == f"{stem}{ending}"


@pytest.mark.parametrize(
    "word",
    "توجهی راهی گروهی شباهتی مشابهی تشبیهی کوهی اندوهی فقهی وجهی گرهی ستوهی سپاهی نگاهم راهش شاهان کوهها".split(),
)
def test_after_a_he_that_is_heard_nothing_is_set_apart_but_the_plural(word: str) -> None:
    expected = "کوه\u200cها" if word == "کوهها" else word
    assert LAYER.restore(word) == expected
