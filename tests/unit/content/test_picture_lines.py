"""The line of a picture: what it says, what is wrong with it, and how it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.content import picture_lines
from goftogu.content.picture_lines import PictureLine

WORDS = st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" "), max_size=30).map(str.split).map(" ".join)
NAMES = st.from_regex(r"[\w.-]+", fullmatch=True).filter(lambda name: not name.isspace())


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("![باغ](a.jpg)", PictureLine("باغ", "a.jpg", "", 8)),
        ('![باغ کهنه](باغ.JPG "حوض باغ، ۱۳۴۰")', PictureLine("باغ کهنه", "باغ.JPG", "حوض باغ، ۱۳۴۰", 13)),
        ("![a](  b.png  )  ", PictureLine("a", "b.png", "", 8)),
        ("![a](<two words.png>)", PictureLine("a", "two words.png", "", 6)),
        (r'![a \[b\]](c.png "he said \"yes\"")', PictureLine("a [b]", "c.png", 'he said "yes"', 12)),
        ('![  much   room ](c.png "  and   here ")', PictureLine("much room", "c.png", "and here", 19)),
        ("![a](../b.png)", PictureLine("a", "../b.png", "", 6)),
    ],
)
def test_a_line_is_read(line: str, expected: PictureLine) -> None:
    assert picture_lines.is_mark(line)
    assert picture_lines.read(line) == expected
    start = expected.column - 1
    assert line[start:].lstrip("<").startswith(expected.file)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("![](a.jpg)", "no description"),
        ("![ ](a.jpg)", "no description"),
        ("![باغ]()", "names no file"),
        ("![باغ](<>)", "names no file"),
        ("![باغ]", "cannot be read"),
        ("![باغ](a.jpg", "cannot be read"),
        ("![باغ](two words.jpg)", "cannot be read"),
        ("![باغ](a.jpg «حوض»)", "cannot be read"),
        ('![باغ](a.jpg "حوض)', "cannot be read"),
        ("![باغ](a.jpg) و سخنی دیگر", "cannot be read"),
        ("![باغ][1]", "cannot be read"),
        ("![باغ](https://example.org/a.jpg)", "not in content/media/"),
        ("![باغ](//example.org/a.jpg)", "not in content/media/"),
        ("![باغ](data:image/png;base64,AAAA)", "not in content/media/"),
        ("![باغ](javascript:alert)", "not in content/media/"),
    ],
)
def test_what_is_wrong_is_told(line: str, words: str) -> None:
    found = picture_lines.read(line)
    assert not isinstance(found, PictureLine)
    code, message, hint = found
    assert code == "I001"
    assert words in str(message)
    assert hint


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("بی نشان", None),
        ("!important [a](b)", None),
        ("see ![a](b.jpg) there", 4),
        ("one\ntwo ![a](b.jpg)", 8),
        (r"see \![a](b.jpg)", None),
        ("![a](b.jpg)", None),
        ("see\n![a](b.jpg)", None),
        ("see ![a] (b.jpg)", None),
    ],
)
def test_a_picture_within_a_text_is_found(text: str, expected: int | None) -> None:
    assert picture_lines.inside(text) == expected


@given(WORDS.filter(bool), NAMES, WORDS)
def test_what_is_written_is_read_again(alt: str, file: str, caption: str) -> None:
    found = picture_lines.read(picture_lines.written(alt, file, caption))
    assert isinstance(found, PictureLine)
    assert found[:3] == (alt, file, caption)


def test_a_name_with_blanks_is_written_between_angle_brackets() -> None:
    assert picture_lines.written("باغ", "two words.jpg", "") == "![باغ](<two words.jpg>)"
