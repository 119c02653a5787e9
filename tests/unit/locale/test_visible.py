from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.locale.visible import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("گفت‌وگو", "گفت‌وگو"),
        ("a\nb", r"a\nb"),
        ("a\r\tb", r"a\r\tb"),
        ("\x1b[31mred", r"\x1b[31mred"),
        ("a\x9bb\u2028c\u202ed", r"a\x9bb\u2028c\u202ed"),
        ("::error::x", r"\::error::x"),
        ("  ::add-mask::x", r"  \::add-mask::x"),
        ("##[group]x", r"\##[group]x"),
        ("a ::b", "a ::b"),
        ("a::b", "a::b"),
        ("\u2068شب\u2069", "\u2068شب\u2069"),
    ],
)
def test_what_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_what_is_kept() -> None:
    assert visible("a\nb\x07", "\n") == "a\nb\\x07"


@given(st.text())
def test_it_is_one_line_that_no_runner_takes_for_a_command(text: str) -> None:
    shown = visible(text)
    assert len(shown.splitlines()) <= 1
    assert not shown.lstrip().startswith(("::", "##["))
    assert visible(shown) in {shown, f"\\{shown}"}
