from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.conventions.first_words import opening


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("باغ و دریا", 10, "باغ و دریا"),
        ("باغ و دریا", 9, "باغ و…"),
        ("باغ و دریا", 5, "باغ و…"),
        ("باغ و دریا", 4, "باغ…"),
        ("باغ، و دریا", 8, "باغ، و…"),
        ("باغ، دریا", 5, "باغ…"),
        ("The sea – and more", 9, "The sea…"),
        ("خوش‌آمدگویی", 4, "خوش‌…"),
        ("", 0, ""),
    ],
)
def test_first_words_are_whole_words(text: str, limit: int, expected: str) -> None:
    assert opening(text, limit) == expected


@given(st.text("اب ،.", min_size=1), st.integers(1, 20))
def test_first_words_are_the_beginning_of_the_text(text: str, limit: int) -> None:
    shown = opening(text, limit)
    assert len(shown) <= limit + 1
    assert text.startswith(shown.removesuffix("…"))
    assert shown == text or shown.endswith("…")
