from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu import markup
from goftogu.locale.message import verbatim
from goftogu.transcripts.formats import escaping
from goftogu.transcripts.formats.document import EMPHASIS, STRONG, Document, Piece, Refused, Span, Twin, joined

BOLD = Piece("یک دو سه", 4, (Span(3, 5, STRONG),))


def test_a_cut_keeps_line_and_spans() -> None:
    piece = Piece("  مجری:\n سلام خوب ", 3, (Span(9, 13, STRONG),))
    assert piece.cut(8) == Piece("سلام خوب", 4, (Span(0, 4, STRONG),))
    assert piece.cut(0, 8) == Piece("مجری:", 3)
    assert Piece("\nباغ\nرود", 3).cut(1) == Piece("باغ\nرود", 4)
    assert BOLD.cut(4).spans == (Span(0, 1, STRONG),)


def test_words_before_a_piece_move_its_spans() -> None:
    assert BOLD.after("[خنده]") == Piece("[خنده] یک دو سه", 4, (Span(10, 12, STRONG),))
    assert Piece("", 1).after("[خنده]").text == "[خنده]"


def test_pieces_are_joined_with_their_spans() -> None:
    assert joined([Piece("آ", 1), BOLD]) == Piece("آ یک دو سه", 1, (Span(5, 7, STRONG),))


@pytest.mark.parametrize(
    ("piece", "bold"),
    [
        (Piece("«یک»", 1, (Span(1, 3, STRONG),)), True),
        (BOLD, False),
        (Piece("یک", 1), False),
        (Piece("یک", 1, (Span(0, 2, EMPHASIS),)), False),
    ],
)
def test_bold_paragraphs(piece: Piece, bold: bool) -> None:
    assert piece.bold is bold


def test_the_record_marks_bold_and_italic_and_nothing_else() -> None:
    assert BOLD.record == "یک **دو** سه"
    assert Piece("یک دو*", 1, (Span(0, 3, EMPHASIS),)).record == "*یک* دو\\*"
    assert Piece("یک", 1, (Span(2, 2, STRONG),)).record == "یک"
    spans = Span(4, 6, STRONG), Span(11, 15, EMPHASIS)
    assert Piece("یک* دو سه* چهار پنج*", 1, spans).record == "یک\\* **دو** سه\\* *چهار* پنج\\*"
    assert Piece("یک دو سه", 1, (Span(2, 2, "[^1]"), Span(5, 5, "[^2]"))).record == "یک[^1] دو[^2] سه"


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("۵*۳ و ۶*۲", r"۵\*۳ و ۶\*۲"),
        ("a_b_c", "a_b_c"),
        ("_خط_", r"\_خط\_"),
        (r"\(", r"\\("),
        (r"C:\new", r"C:\new"),
        ("[خنده](آرام)", r"[خنده]\(آرام)"),
        ("[مکث]", "[مکث]"),
        ("[^1]", r"\[^1]"),
        ("{: .x }", r"\{: .x }"),
        ("http://example.org/a*b", r"http://example.org/a\*b"),
    ],
)
def test_signs_of_markdown_are_escaped(text: str, escaped: str) -> None:
    assert escaping.escape(text) == escaped
    assert markup.bare(escaped) == text


SIGNS = st.lists(
    st.sampled_from([*"*_\\[](){}:.!#+-`<>&^ ", "سلام", "a", "۵", "](", "**", "{: .x }", "http://a/b"]), max_size=30
)


@given(SIGNS.map("".join))
def test_what_is_escaped_is_shown_as_it_came(text: str) -> None:
    plain = " ".join(text.split())
    assert markup.bare(escaping.escape(plain)) == plain


def test_a_document_says_nothing_that_its_file_does_not_say() -> None:
    found = Document("a.txt")
    said = (found.title, found.date, found.published, found.source, found.url, found.labelled)
    assert said == ("",) * len(said)
    assert (found.pieces, list(found.interviewers), list(found.interviewees), found.unit) == ([], [], [], "line")
    assert not found.structured


@pytest.mark.parametrize(("line", "is_below"), [(3, False), (4, False), (5, True), (6, False)])
def test_a_paragraph_is_below_another_if_no_line_is_between(line: int, is_below: bool) -> None:
    assert Piece("باغ", line).is_below(Piece("یک\nدو", 3)) is is_below


def test_a_cut_leads_to_the_notes_of_its_part_only() -> None:
    piece = Piece("یک دو سه", 1, (Span(2, 2, "[^1]"), Span(8, 8, "[^2]")))
    assert piece.cut(0, 5).spans == (Span(2, 2, "[^1]"),)
    assert piece.cut(3).spans == (Span(5, 5, "[^2]"),)


@pytest.mark.parametrize(
    ("text", "cut", "parts"),
    [
        ("^یک دو", 2, ["^یک", "دو"]),
        ("یک^ دو", 2, ["یک^", "دو"]),
        ("یک ^دو", 2, ["یک", "^دو"]),
        ("یک ^دو", 3, ["یک", "^دو"]),
        ("یک^دو", 2, ["یک^", "دو"]),
        ("یک دو^", 3, ["یک", "دو^"]),
        ("یک دو ^", 3, ["یک", "دو^"]),
        ("یک ^ دو", 3, ["یک", "^دو"]),
        (" ^ یک", 1, ["", "^یک"]),
    ],
)
def test_wherever_a_text_is_cut_each_part_keeps_what_leads_to_its_notes(text: str, cut: int, parts: list[str]) -> None:
    place = text.index("^")
    piece = Piece(text.replace("^", ""), 1, (Span(place, place, "[^1]"),))
    found = [piece.cut(0, cut), piece.cut(cut)]
    assert [part.record.replace("[^1]", "^") for part in found] == parts


def test_what_led_to_a_note_before_a_text_leads_there_from_its_beginning() -> None:
    before = (Span(1, 3, STRONG), Span(3, 3, "[^1]"), Span(4, 4, "[^2]"))
    text = Piece("یک", 1, (Span(2, 2, "[^2]"),))
    assert text.leading(before).record == "[^1]یک[^2]"
    assert text.leading(()) == text
    assert Piece("", 1).leading(before) == Piece("", 1)


def test_a_note_is_in_our_markdown() -> None:
    note = Piece("یک دو*", 4, (Span(0, 3, EMPHASIS),)).as_note()
    assert (note.record, note.line, note.note) == ("*یک* دو\\*", 4, "footnote")


def test_what_is_refused_stands_on_no_line_unless_it_is_said() -> None:
    refused = Refused(verbatim("damaged"), verbatim("export it again"))
    assert (refused.line, refused.column, refused.code) == (0, 0, "S011")


def test_the_english_of_a_text_has_an_id_only_where_the_file_says_it() -> None:
    assert Twin("آب", "water", "translation in a.xml").id == ""
