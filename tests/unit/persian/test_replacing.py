"""Replacing single characters."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.persian.folding import FOREIGN_LETTERS, LETTERS
from goftogu.persian.replacing import replacer

_SIGNS = "]^-\\[a\n"
_TABLES: dict[str, dict[int, Any]] = {
    "letters": LETTERS,
    "foreign": FOREIGN_LETTERS,
    "signs of patterns": str.maketrans({sign: f"<{sign}>" for sign in _SIGNS}),
    "removed": str.maketrans("", "", _SIGNS),
}


@pytest.mark.parametrize("name", _TABLES)
@given(text=st.text(alphabet=st.sampled_from([*map(chr, LETTERS), *_SIGNS, *"سلام ŁÆb۱"])))
def test_it_does_what_translate_does(name: str, text: str) -> None:
    assert replacer(_TABLES[name])(text) == text.translate(_TABLES[name])


def test_a_text_without_such_characters_stays() -> None:
    assert replacer(str.maketrans("يك", "یک"))("روزی که باران آمد") == "روزی که باران آمد"
