"""A paragraph in both languages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from markupsafe import Markup

from goftogu.edition.shapes import Shape
from goftogu.model import Bilingual, Language
from goftogu.pages.passage import Passage
from goftogu.pages.passages import TurnView
from goftogu.pages.voices import Voice

FA, EN = Markup("آب <em>زلال</em>"), Markup("clear <em>water</em>")
NOTED = Markup('آب<sup class="noteref"><a href="#note-1" id="noteref-1">۱</a></sup>')
SPEAKER = Voice("interviewee", Markup("مریم"), Markup("Maryam"), None, None, None)


def turn(passage: Passage) -> TurnView:
    return TurnView(
        "t2", Bilingual("۲", "2"), SPEAKER, (passage,), "machine", passage.block("fa"), passage.block("en"), None
    )


def test_nobody_doubts_a_passage_unless_something_was_found() -> None:
    assert not Passage("p1", FA, EN, "machine").doubtful


@pytest.mark.parametrize("language", ["fa", "en", *Language])
def test_a_template_asks_for_a_language_by_its_code(language: str) -> None:
    passage = Passage("p1", FA, EN, "machine")
    assert passage[language] == {"fa": FA, "en": EN}[language]
    assert SPEAKER[language] == {"fa": "مریم", "en": "Maryam"}[language]
    assert turn(passage)[language] == {"fa": f"<p>{FA}</p>", "en": f"<p>{EN}</p>"}[language]


def test_a_text_that_is_there_a_second_time_has_no_ids() -> None:
    passage = Passage("p1", NOTED, EN, "machine", anchor="t2.1")
    assert passage.block("fa") == f'<p id="t2.1">{NOTED}</p>'
    assert passage.beside("fa") == f"<p>{NOTED}</p>"
    assert turn(passage).beside("fa") == f"<p>{NOTED}</p>"
    assert turn(passage).repeated("fa") == '<p>آب<sup class="noteref"><a href="#note-1">۱</a></sup></p>'
    assert turn(passage).repeated("en") == f"<p>{EN}</p>"


def test_only_the_anchor_of_the_paragraph_is_taken_away() -> None:
    shapes = (Shape("ul", {"class": "poem"}, Markup('<li id="section">آب</li>')), None)
    passage = Passage("p1", FA, EN, "machine", shapes=shapes, anchor="t2.1")
    assert passage.block("fa") == '<ul id="t2.1" class="poem"><li id="section">آب</li></ul>'
    assert passage.beside("fa") == '<ul class="poem"><li id="section">آب</li></ul>'
    assert passage.block("en") == f'<p id="t2.1">{EN}</p>'
    assert Passage("p1", FA, EN, "machine").block("fa") == f"<p>{FA}</p>"


def test_what_is_not_shown_of_a_turn_is_not_beside_it_either() -> None:
    passage = Passage("p1", FA, EN, "machine")
    assert replace(turn(passage), en=Markup()).beside("en") == ""


def test_a_line_of_one_language_isolates_the_other() -> None:
    assert Passage("p1", FA, EN, "machine").within("en") == EN
    assert Passage("p1", FA, Markup(), "missing").within("en") == f'<bdi lang="fa" dir="rtl">{FA}</bdi>'
    assert Passage("p1", Markup(), EN, "missing").within("fa") == f'<bdi lang="en" dir="ltr">{EN}</bdi>'
