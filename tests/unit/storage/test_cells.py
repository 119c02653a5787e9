"""Cells that no spreadsheet takes for a formula, and the way back."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from goftogu.storage.cells import restored, safe, unquoted


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+98 21", "-1", "- سلام", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("https://example.org")', "'=1", "''-"],
)
def test_what_begins_like_a_formula_becomes_a_text(text: str) -> None:
    assert safe(text) == f"'{text}"
    assert unquoted(text) == f"'{text}"


@pytest.mark.parametrize("wide", ["＝1", "＋1", "－1", "＠1"])
def test_wide_forms_are_formulas_in_some_spreadsheets(wide: str) -> None:
    assert safe(wide) == f"'{wide}"


@pytest.mark.parametrize("text", ["", "سلام", "a=b", "۱-۲", "–دو", "'سلام", "''", " =1", "(=1)", "«-»"])
def test_everything_else_stays(text: str) -> None:
    assert safe(text) == text
    assert unquoted(text) == text
    assert restored(text) == text


def test_a_quotation_mark_in_front_opens_nothing_where_nothing_is_quoted() -> None:
    assert safe('"سلام"') == '"سلام"'
    assert unquoted('"سلام"') == '\'"سلام"'


@given(st.text(st.sampled_from("'\"=+-@ aآ\t"), max_size=6))
@example("'=")
@example("''\"")
def test_what_comes_back_is_what_went_out(text: str) -> None:
    assert restored(unquoted(text)) == text
    assert unquoted(text)[:1] not in set('=+-@\t"')
