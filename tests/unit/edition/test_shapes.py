"""Paragraphs as blocks: their tags, their marks, their language and direction."""

from __future__ import annotations

import dataclasses

import pytest

from goftogu import markup
from goftogu.conventions.marks import Conventions
from goftogu.edition import shapes
from goftogu.model import Footnote, Interview, Paragraph
from tests.materials import interview, paragraph


def unit(text: str, form: str = "", language: str = "") -> Paragraph:
    return Paragraph("t1.1", text, text, language=language, form=form, line=0)


def block(made: Paragraph, text: str = "", language: str = "fa") -> str:
    return shapes.shape(made, text or made.reading, language).block


@pytest.mark.parametrize(
    ("made", "html"),
    [
        (unit("آب"), "<p>آب</p>"),
        (unit("- *آب*\n- نان", "list"), "<ul><li><em>آب</em></li>\n<li>نان</li></ul>"),
        (unit("۱. آب\n۲. نان", "numbered"), "<ol><li>آب</li>\n<li>نان</li></ol>"),
        (unit("۳. آب\n۴. نان", "numbered"), '<ol start="3"><li>آب</li>\n<li>نان</li></ol>'),
        (unit("> آب\n> نان", "quote"), "<blockquote><p>آب\nنان</p></blockquote>"),
        (unit("آب / نان", "poem"), '<div class="poem"><p class="verse"><span>آب</span> <span>نان</span></p></div>'),
        (unit("رۆژ", language="ckb"), '<p lang="ckb" dir="rtl">رۆژ</p>'),
        (unit("Roj", language="ku"), '<p lang="ku" dir="ltr">Roj</p>'),
        (unit("> <آب>", "quote"), "<blockquote><p>&lt;آب&gt;</p></blockquote>"),
        (
            unit("یک / دو", "poem", "ar"),
            '<div class="poem" lang="ar" dir="rtl"><p class="verse"><span>یک</span> <span>دو</span></p></div>',
        ),
    ],
)
def test_a_paragraph_is_a_block(made: Paragraph, html: str) -> None:
    assert block(made) == html


def test_a_translation_has_the_marks_that_it_has() -> None:
    assert block(unit("- آب", "list"), "- water\n- bread", "en") == "<ul><li>water</li>\n<li>bread</li></ul>"
    assert block(unit("- آب", "list"), "water and bread", "en") == "<p>water and bread</p>"
    assert block(unit("رۆژ", language="ckb"), "day", "en") == "<p>day</p>"
    assert block(unit("آب / نان", "poem"), "water", "en").startswith('<div class="poem"><p class="verse"><span>water')


def test_notes_are_in_their_place() -> None:
    known = Conventions({"1": Footnote("1", 1, paragraph("note-1", "متن"), "t1.1")}, {})
    made = shapes.shape(unit("آب[^1] / نان", "poem"), "آب[^1] / نان", "fa", known)
    assert '<span>آب<sup class="noteref">' in made.inside


def test_a_passage_of_another_language_is_isolated_in_a_line() -> None:
    english = unit("Hello", language="en")
    made = markup.inline("Hello", "en")
    assert shapes.inline(english, "Hello", made, "fa") == '<bdi lang="en" dir="ltr">Hello</bdi>'
    assert shapes.inline(english, "Hello", made, "en") == "Hello"
    assert shapes.inline(unit("آب"), "آب", markup.inline("آب", "fa"), "fa") == "آب"


def test_only_an_interview_with_forms_needs_their_style() -> None:
    def talk(form: str) -> Interview:
        turn = dataclasses.replace(interview().turns[0], paragraphs=(unit("- آب", form),))
        return dataclasses.replace(interview(), turns=(turn, *interview().turns[1:]))

    assert shapes.style(talk("")) == ""
    assert shapes.style(talk("list")) == shapes.STYLE
