"""The folding in the words of ECMAScript, run by a small reader of those words.

``tests/browser`` compares both programs in a browser; here the tables are followed in Python.
"""

from __future__ import annotations

import functools
import re
import unicodedata

import pytest

from goftogu.persian import endings
from goftogu.persian.folding import fold
from goftogu.persian.folding_rules import tables

TABLES = tables()
_CLASSES = {
    r"\p{L}": "".join(chr(code) for code in range(0x700) if unicodedata.category(chr(code)).startswith("L")),
    r"\p{N}": "".join(chr(code) for code in range(0x700) if unicodedata.category(chr(code)).startswith("N")),
}


def python(pattern: str) -> str:
    """Return a pattern of ECMAScript as Python has it."""

    def within(found: re.Match[str]) -> str:
        return functools.reduce(lambda text, name: text.replace(name, re.escape(_CLASSES[name])), _CLASSES, found[0])

    pattern = re.sub(r"\[[^]]*\]", within, pattern)
    return functools.reduce(lambda text, name: text.replace(name, f"[{_CLASSES[name]}]"), _CLASSES, pattern)


def followed(text: str) -> str:
    """Fold a text the way that the script does."""
    text = unicodedata.normalize("NFC", text)
    text = "".join(TABLES["letters"].get(sign, sign) for sign in text.lower())
    for pattern, place in TABLES["before"]:
        text = re.sub(python(pattern), place.replace("$", "\\"), text)
    text = text.replace("\u200c", "")
    for pattern, place in TABLES["after"]:
        text = re.sub(python(pattern), place.replace("$", "\\"), text)
    return text.strip()


@pytest.mark.parametrize(
    "text",
    [
        "كتاب علي", "گفت‌وگو", "گفت و گو", "خانه‌ی ما", "خانه ی ما", "مسئول", "مسؤول", "رئیس", "هیئت", "قرآن",
        "می‌روم", "آب", "جست‌وجو", "رفت و آمد", "طاووس", "۱۳۵۷", "The SEA", "مؤمن", "ائتلاف", "سؤال",
    ],
)  # fmt: skip
def test_the_tables_fold_as_the_program_does(text: str) -> None:
    assert followed(text) == fold(text)


@pytest.mark.parametrize("text", ["شیر", "سیر", "پر", "بر", "گل", "کل", "حالا", "هالا", "درد و دل", "ما و شما"])
def test_words_that_differ_stay_different(text: str) -> None:
    assert followed(text) == fold(text) == text


def test_the_tables_have_what_is_put_to_words() -> None:
    assert endings.table().items() <= TABLES.items()


def test_letters_are_one_for_one_or_gone() -> None:
    assert {len(other) for other in TABLES["letters"].values()} <= {0, 1}
    assert TABLES["letters"]["ي"] == "ی"
    assert TABLES["letters"]["ك"] == "ک"
    assert TABLES["letters"]["\u0651"] == ""
    assert all(len(sign) == 1 for sign in TABLES["foreign"])
