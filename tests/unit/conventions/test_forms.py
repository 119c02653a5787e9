"""Lists, quotations and poems: which text has which form, and where an engine and a transcript see marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu import markup
from goftogu.conventions import forms
from goftogu.conventions.forms import TextForm

FORMS = {
    "- بیل\n- آب": TextForm.BULLETS,
    "* بیل": TextForm.BULLETS,
    "- بیل\n  بزرگ\n- آب": TextForm.BULLETS,
    "1. بیل\n2. آب": TextForm.NUMBERS,
    "۳) بیل\n۴) آب": TextForm.NUMBERS,
    "۵. پنجم": TextForm.PLAIN,
    "> صبر\n> کن": TextForm.QUOTE,
    ">صبر": TextForm.QUOTE,
    "- بیل\nآب": TextForm.PLAIN,
    "بیل\n- آب": TextForm.PLAIN,
    "-بیل": TextForm.PLAIN,
    "**بیل**": TextForm.PLAIN,
    "- ": TextForm.PLAIN,
    "\\- بیل": TextForm.PLAIN,
    "– بیل": TextForm.PLAIN,
    "۱۳۵۷. آن سال\n۱۳۵۸. سال پس": TextForm.PLAIN,
    "یک / دو": TextForm.PLAIN,
    "": TextForm.PLAIN,
}


@pytest.mark.parametrize(("text", "form"), FORMS.items())
def test_the_lines_of_a_text_say_its_form(text: str, form: TextForm) -> None:
    assert forms.of(text) == form


@pytest.mark.parametrize(
    ("text", "form", "parts"),
    [
        ("- بیل\n  بزرگ\n- آب", TextForm.BULLETS, ["بیل\nبزرگ", "آب"]),
        ("۳) بیل\n۴) آب", TextForm.NUMBERS, ["بیل", "آب"]),
        ("> صبر\n> کن\n>\n> بس", TextForm.QUOTE, ["صبر\nکن", "بس"]),
        ("> پنج > سه\n> > کن", TextForm.QUOTE, ["پنج > سه\n> کن"]),
        ("یک / دو\n\n سه", TextForm.POEM, ["یک / دو", "سه"]),
        ("no marks\n- one", TextForm.BULLETS, ["no marks", "one"]),
    ],
)
def test_a_form_has_parts_without_marks(text: str, form: TextForm, parts: list[str]) -> None:
    assert forms.parts(text, form) == parts


def test_a_verse_has_hemistichs() -> None:
    assert forms.halves("توانا بود / ز دانش") == ["توانا بود", "ز دانش"]
    assert forms.halves("یک/دو") == ["یک/دو"]
    assert forms.halves("یک") == ["یک"]


@pytest.mark.parametrize(("text", "number"), [("۳) بیل", 3), ("1. x", 1), ("بیل", 1)])
def test_a_numbered_list_begins_where_it_says(text: str, number: int) -> None:
    assert forms.first_number(text) == number


@pytest.mark.parametrize(
    ("line", "form", "pieces"),
    [
        ("یک / دو", TextForm.POEM, ["یک", "/", "دو"]),
        ("یک", TextForm.POEM, ["یک"]),
        ("", TextForm.POEM, []),
        ("- بیل", TextForm.BULLETS, ["-", "بیل"]),
        ("۲. آب", TextForm.NUMBERS, ["۲.", "آب"]),
        ("> صبر", TextForm.QUOTE, [">", "صبر"]),
        ("  بزرگ", TextForm.BULLETS, ["  بزرگ"]),
        ("- بیل", TextForm.PLAIN, ["- بیل"]),
    ],
)
def test_an_engine_gets_a_line_without_its_marks(line: str, form: TextForm, pieces: list[str]) -> None:
    assert forms.pieces(line, form) == pieces


def test_marks_are_told_from_words() -> None:
    assert all(map(forms.is_mark, ["/", "-", "*", ">", "۲.", "3)"]))
    assert not any(map(forms.is_mark, ["", "بیل", "1.5", "۱۳۵۷.", "- بیل"]))


@given(st.lists(st.sampled_from(["- ", "> ", "۱. ", "2) ", "* ", "آب", "\n", " ", "-", "/"]), max_size=12))
def test_what_is_escaped_has_no_form_and_reads_as_it_was(pieces: list[str]) -> None:
    text = "".join(pieces).replace("*", "\\*")
    shown = forms.escaped(text)
    assert forms.of(shown) == TextForm.PLAIN
    assert markup.bare(shown).split() == markup.bare(text).split()
