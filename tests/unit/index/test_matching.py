from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.index.matching import Matcher, longest

CASES = Path(__file__).parents[2] / "cases/topics/matching.txt"


def cases() -> Iterator[tuple[str, str]]:
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            phrase, text = line.replace("~", "\u200c").split(" | ")
            yield phrase, text


def marked(phrase: str, text: str) -> str:
    for start, end, _ in sorted(longest(Matcher([(phrase, 0)]).find(text)), reverse=True):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


@pytest.mark.parametrize(("phrase", "expected"), list(cases()))
def test_a_phrase_finds_its_words_and_no_others(phrase: str, expected: str) -> None:
    assert marked(phrase, re.sub(r"[\[\]]", "", expected)) == expected


def test_the_places_are_code_points_of_the_text_as_given() -> None:
    text = "سلام\u200c،  «تِجارت\u200cها»\nو تجارت"
    hits = Matcher([("تجارت", "x")]).find(text)
    assert [text[start:end] for start, end, _ in hits] == ["تِجارت\u200cها", "تجارت"]


def test_all_values_of_a_place_come_in_their_order() -> None:
    matcher = Matcher([("تجارت", "a"), ("صلح", "b"), ("تجارت", "c")])
    assert matcher.find("صلح تجارت") == [(0, 3, ("b",)), (4, 9, ("a", "c"))]


def test_a_word_is_found_under_each_of_its_forms() -> None:
    matcher = Matcher([("تاجر", "one"), ("تاجران", "many")])
    assert matcher.find("تاجران") == [(0, 6, ("many",)), (0, 6, ("one",))]


def test_hits_are_in_order_and_the_longer_comes_first() -> None:
    matcher = Matcher([("همکاری", 1), ("همکاری اقتصادی", 2), ("همکاری اقتصادی اوراسیا", 3), ("اوراسیا", 4)])
    hits = matcher.find("اتحادیه همکاری اقتصادی اوراسیا")
    assert [values for _, _, values in hits] == [(3,), (2,), (1,), (4,)]
    assert [values for _, _, values in longest(hits)] == [(3,)]


def test_hits_that_overlap_or_are_equal_are_all_kept() -> None:
    hits = [(0, 5, (1,)), (0, 5, (2,)), (0, 3, (3,)), (4, 8, (4,)), (6, 8, (5,)), (9, 9, (6,))]
    assert [values for _, _, (*values,) in longest(hits)] == [[1], [2], [4], [6]]


def test_two_phrases_may_begin_in_one_piece() -> None:
    matcher = Matcher([("راه آهن", 1), ("حمل بار", 2)])
    assert matcher.find("راه-حمل بار/راه-آهن") == [(4, 11, (2,)), (12, 19, (1,))]


@pytest.mark.parametrize("phrase", ["", "=", "،", "\u200c"])
def test_a_phrase_without_words_finds_nothing(phrase: str) -> None:
    assert Matcher([(phrase, 0)]).find("سلام ، = \u200c \u0640") == []


_WORDS = st.sampled_from("تجارت علم دانش راه آهن همکاری صلح بازار ها ی و".split())
_PHRASES = st.lists(st.lists(_WORDS, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=6, unique=True)
_TEXTS = st.lists(
    _WORDS | st.sampled_from(["تجارت\u200cها،", "«علمی»", "راه\u200cآهن", "", "\u0640", "(صلح)"]), max_size=12
)


@given(_PHRASES, _TEXTS)
def test_many_phrases_find_what_each_finds_alone(phrases: list[str], words: list[str]) -> None:
    text = " ".join(words)
    together = sorted(
        (start, end, value) for start, end, values in Matcher([(p, p) for p in phrases]).find(text) for value in values
    )
    alone = sorted((start, end, p) for p in phrases for start, end, _ in Matcher([(p, p)]).find(text))
    assert together == alone


@given(_PHRASES, _TEXTS)
def test_a_phrase_is_found_wherever_it_stands(phrases: list[str], words: list[str]) -> None:
    before, after = " ".join(words), " ".join(reversed(words))
    for phrase in phrases:
        hits = Matcher([(phrase, 0)]).find(f"{before}، {phrase}، {after}")
        start = len(before) + 2
        assert (start, start + len(phrase), (0,)) in hits


@given(st.text(st.sampled_from("تجارتعلم \u200c\u0640،.-ًآ۱a\n"), max_size=40))
def test_every_place_lies_in_the_text_and_hits_are_in_order(text: str) -> None:
    hits = Matcher([("تجارت", 0), ("علم", 1), ("تجارت علم", 2), ("ت", 3)]).find(text)
    assert all(0 <= start < end <= len(text) for start, end, _ in hits)
    assert hits == sorted(hits, key=lambda hit: (hit[0], -hit[1]))
