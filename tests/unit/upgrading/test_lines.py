"""Edits of lines leave every other byte as it is."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.upgrading.lines import LineEdit, edited

TEXTS = st.lists(
    st.tuples(
        st.text(st.characters(exclude_characters="\r\n\ufeff", codec="utf-8")), st.sampled_from(["\n", "\r\n", "\r"])
    )
)


@pytest.mark.parametrize(
    ("before", "edits", "after"),
    [
        (b"a\nb\n", [], b"a\nb\n"),
        (b"a\nb\n", [LineEdit(2, "B")], b"a\nB\n"),
        (b"a\nb", [LineEdit(2, "B")], b"a\nB"),
        (b"a\r\nb\r\n", [LineEdit(1, "new", new=True)], b"new\r\na\r\nb\r\n"),
        (b"a\rb\nc", [LineEdit(3, "new", new=True), LineEdit(1, "A")], b"A\rb\nnew\rc"),
        (b"\xef\xbb\xbfa\n", [LineEdit(1, "new", new=True)], b"\xef\xbb\xbfnew\na\n"),
        (b"", [LineEdit(1, "new", new=True)], b"new\n"),
        (b"a\n\x0cb\xe2\x80\xa8c\n", [LineEdit(2, "B")], b"a\nB\n"),
        ("آب\n".encode(), [LineEdit(1, "باغ")], "باغ\n".encode()),
    ],
)
def test_lines_are_edited(before: bytes, edits: list[LineEdit], after: bytes) -> None:
    assert edited(before, edits) == after


@given(TEXTS, st.booleans())
def test_without_edits_the_bytes_are_the_same(lines: list[tuple[str, str]], mark: bool) -> None:
    data = ("\ufeff" * mark + "".join(text + end for text, end in lines)).encode()
    assert edited(data, []) == data


@given(TEXTS.filter(bool), st.data())
def test_an_edit_changes_its_line_and_nothing_else(lines: list[tuple[str, str]], draw: st.DataObject) -> None:
    text = "".join(text + end for text, end in lines)
    count = len(re.split(r"\r\n|\r|\n", text))
    line = draw.draw(st.integers(1, count))
    after = re.split("(\r\n|\r|\n)", edited(text.encode(), [LineEdit(line, "X")]).decode())
    before = re.split("(\r\n|\r|\n)", text)
    at = 2 * (line - 1)
    assert after == [*before[:at], "X", *before[at + 1 :]]
