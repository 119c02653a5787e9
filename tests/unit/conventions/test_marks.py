"""References to notes and stage notes: where they are, what they become, and what no list and no index gets."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu import markup
from goftogu.conventions import marks, stage_notes
from goftogu.conventions.marks import Conventions
from goftogu.model import Footnote, Language, StageNote
from tests.materials import interview, paragraph

NOTES = (
    Footnote("place", 1, paragraph("note-place", "روستای چشمه."), "p2"),
    Footnote("1", 2, paragraph("note-1", "ماه ششم."), "t2.1"),
)
LAUGHS = StageNote("می‌خندد", "laughs", "vocal")
TALK = dataclasses.replace(interview(), footnotes=NOTES, stage_notes=(LAUGHS,))
KNOWN = marks.of(TALK)
assert KNOWN is not None


def shown(text: str, language: str = Language.FA, known: Conventions | None = KNOWN) -> str:
    return markup.inline(text, language, known)


def test_an_interview_without_marks_has_no_conventions() -> None:
    assert marks.of(interview()) is None


def test_notes_and_stage_notes_are_found_where_they_are() -> None:
    assert KNOWN is not None
    found = KNOWN.marks("بله[^place] [می‌خندد] و [در باغ] نه[^۱].")
    assert [(mark.start, mark.end, mark.note, mark.stage) for mark in found] == [
        (3, 11, NOTES[0], None),
        (12, 21, None, LAUGHS),
        (35, 39, NOTES[1], None),
    ]


@pytest.mark.parametrize(
    "text", ["بله", r"\[^1]", "[^9]", "[^یک دو]", "[خندید]", r"\[می‌خندد]", "[می‌خندد](x)", "[می‌\nخندد]"]
)
def test_what_only_looks_like_a_mark_is_none(text: str) -> None:
    assert KNOWN is not None
    assert KNOWN.marks(text) == []


def test_a_reference_is_a_link_with_its_number_in_the_digits_of_the_text() -> None:
    link = (
        '<sup class="noteref"><a href="#note-place" id="noteref-place" role="doc-noteref" aria-label="{}">{}</a></sup>'
    )
    assert shown("تاکستان[^place].") == f"تاکستان{link.format('یادداشت ۱', '۱')}."
    assert shown("a vineyard[^place].", Language.EN) == f"a vineyard{link.format('Note 1', '1')}."


def test_the_english_has_ids_of_its_own() -> None:
    assert KNOWN is not None
    made = shown("x[^1]", Language.EN, KNOWN.apart(marks.ENGLISH))
    assert 'href="#note-1" id="noteref-1-en"' in made
    assert markup.unnamed(markup.inline("x[^1]", Language.FA, KNOWN)).count(" id=") == 0
    assert markup.unnamed(markup.inline("آب", Language.FA, KNOWN)) == "آب"


def test_a_stage_note_is_set_apart_with_its_kind() -> None:
    assert shown("[می خندد] بله") == '<span class="stage vocal">[می خندد]</span> بله'
    assert shown("[Laughs] Yes", Language.EN) == '<span class="stage vocal">[Laughs]</span> Yes'
    assert shown("[در باغ] بله") == "[در باغ] بله"


def test_marks_stand_beside_emphasis_links_and_what_is_withheld() -> None:
    made = shown("*یک[^1]* [دو](https://example.org/[) [withheld: نام] [می‌خندد]")
    assert made.startswith("<em>یک<sup ")
    assert '<span class="gap">[منتشرنشده: نام]</span> <span class="stage vocal">' in made


def test_a_mark_within_an_address_is_shown_as_text() -> None:
    made = shown("[باغ](https://example.org/[^1])")
    assert '<a href="https' not in made
    assert "noteref" in made


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("بله[^1].", "بله."),
        ("بله [^1] و نه", "بله و نه"),
        ("بله\u200c[^1]؟", "بله؟"),
        (r"بله \[^1]", "بله [^1]"),
        ("[می‌خندد]", "[می‌خندد]"),
        ("*ناشناس*[^99]", "ناشناس"),
    ],
)
def test_plain_text_has_no_references(text: str, bare: str) -> None:
    assert markup.bare(text) == bare


def test_the_numbers_of_notes_are_written_in_brackets_where_they_are_wanted() -> None:
    assert markup.bare(marks.numbered("بله[^1] نه[^place][^9]", Language.FA, KNOWN)) == "بله[۲] نه[۱]"
    assert markup.bare(marks.numbered("yes[^1]", Language.EN, KNOWN)) == "yes[2]"
    assert marks.numbered("yes[^1]", Language.EN, None) == "yes[^1]"


def test_no_index_has_references_and_every_other_letter_keeps_its_place() -> None:
    turn = dataclasses.replace(TALK.turns[0], paragraphs=(paragraph("t1.1", "آب[^place] و نان"),))
    found = marks.blanked(dataclasses.replace(TALK, turns=(turn, *TALK.turns[1:])))
    assert found.turns[0].paragraphs[0].reading == "آب         و نان"
    assert found.turns[0].paragraphs[0].record == "آب[^place] و نان"
    assert marks.blanked(interview()) == interview()


def test_names_tell_every_reference_and_every_known_stage_note() -> None:
    assert KNOWN is not None
    assert list(marks.names(KNOWN, "یک[^۱] [می‌خندد] دو[^7] [باغ]")) == ["[^1]", "[^7]", "[laughs]"]


@given(
    st.lists(st.sampled_from(["آب", " ", "[^1]", "[^place]", "[می‌خندد]", "*", "[", "]", "<b>", "\\", "."]), max_size=12)
)
def test_each_mark_is_shown_once_and_nothing_leaves_its_place(pieces: list[str]) -> None:
    assert KNOWN is not None
    text = "".join(pieces)
    made = shown(text)
    assert made.count("<sup ") == made.count("</sup>") == sum(mark.note is not None for mark in KNOWN.marks(text))
    assert made.count('<span class="stage') == sum(mark.stage is not None for mark in KNOWN.marks(text))
    assert "<b>" not in made


def test_a_stage_note_is_known_in_any_spelling_and_either_language() -> None:
    known = stage_notes.table([StageNote("بیل می‌زند", "digs", "kinesic"), StageNote("مکث", "a beat", "pause")])
    assert known[stage_notes.key("بيل مي‌زند")] == known[stage_notes.key("Digs")]
    assert known[stage_notes.key("مکث…")].en == "a beat"
    assert {note.kind for note in known.values()} == set(stage_notes.KINDS)
    assert stage_notes.used(["[مکث] [مكث] [آب]", "بله"], known) == (StageNote("مکث", "a beat", "pause"),)


def test_every_usual_stage_note_has_persian_with_its_half_spaces_and_english() -> None:
    for note in stage_notes.USUAL.values():
        assert note.en.isascii()
        assert note.fa == note.fa.strip()
        assert " می " not in f" {note.fa} "


def test_a_label_has_the_digits_of_machines() -> None:
    assert marks.label("۱۲٣") == "123"
    assert marks.refers("[^۱]", "1")
    assert not marks.refers("[^1x]", "1")
