"""The words of a text: what separates them, what they are known by, and what is restored in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.persian.orthography import layer
from goftogu.persian.orthography.differences import Differences
from goftogu.persian.orthography.habit import Habit
from goftogu.transcripts.words import joined, letters, restored, split

LAYER = layer.load()
PIECES = "می شود| |میرود|علي|كتاب|ها|\u00a0|\u200f|\ufeff|خانه|ی|\n|،|۵|x|گفت و گو|\u200c|آ\u0653".split("|")


def test_words_are_known_by_their_letters() -> None:
    words = split(" علي\u200f  مي\u200cرود\u00a0به\n\tباغ. ")
    assert [word.key for word in words] == ["علی", "میرود", "به", "باغ."]
    assert [word.gap for word in words] == [" ", " ", "\u00a0", " "]
    assert joined(words) == "علي\u200f مي\u200cرود\u00a0به باغ."
    assert letters(words) == "علیمیرودبهباغ."


@pytest.mark.parametrize("text", ["", " ", "\u200f", "\ufeff \u200e"])
def test_what_nobody_sees_is_no_word(text: str) -> None:
    assert split(text) == []


@pytest.mark.parametrize(("text", "expected"), [("\ufeff باغ", ["\ufeffباغ"]), ("باغ \u200f", ["باغ\u200f"])])
def test_what_nobody_sees_belongs_to_a_word(text: str, expected: list[str]) -> None:
    assert [word.text for word in split(text)] == expected


@pytest.mark.parametrize(
    ("given_text", "shown", "expected"),
    [
        ("باغ ما", "باغ ما", Differences()),
        ("باغ  ما", "باغ\nما", Differences()),
        ("میرود", "می‌رود", Differences(restored=1)),
        ("می رود", "می‌رود", Differences(joined=1)),
        ("می‌ رود", "می‌رود", Differences(joined=1)),
        ("گفت و گو", "گفت‌وگو", Differences(joined=2)),
        ("علي", "علی", Differences(reshaped=1)),
        ("باغ\u00a0ما\u200f", "باغ ما", Differences(unseen=2)),
        ("ا\u0653ب", "آب", Differences()),
        ("باغ\u200c", "باغ", Differences()),
        ("\u200cباغ", "باغ", Differences()),
        ("می‌رود", "میرود", None),
        ("می‌رود", "می رود", None),
        ("باغما", "باغ ما", None),
        ("۵", "5", None),
        ("باغ", "باغ.", None),
        ("باغ", "راغ", None),
    ],
)
def test_only_what_the_reading_restores_is_the_same(given_text: str, shown: str, expected: Differences | None) -> None:
    assert restored(split(given_text), split(shown)) == expected


@given(text=st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_a_reading_is_always_the_same_text(text: str) -> None:
    assert restored(split(text), split(LAYER.reading(text, Habit.BLANKS))) is not None


def test_a_blank_after_the_first_letter_is_an_edit_as_well() -> None:
    assert restored(split("باغ"), split("ب اغ")) is None
    assert restored(split("ب اغ"), split("ب\u200cاغ")) is not None
