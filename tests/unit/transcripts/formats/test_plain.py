from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.transcripts.formats import plain
from goftogu.transcripts.formats.document import Piece

LONG = "این سطر بلند است و نویسنده آن را در کناره کاغذ شکسته"


def _pieces(text: str) -> list[tuple[str, int]]:
    return [(piece.record, piece.line) for piece in plain.read(text).pieces]


def test_blank_lines_part_paragraphs() -> None:
    raw = plain.read(" یک \n\n\u00a0\nدو\n")
    assert raw.pieces == [Piece("یک", 1), Piece("دو", 4)]
    assert (raw.markup, raw.joined, raw.broken) == (False, False, False)


def test_single_line_breaks_part_paragraphs_that_end_in_a_sentence() -> None:
    raw = plain.read(f"{LONG}.\n{LONG}؟\nسه")
    assert [piece.line for piece in raw.pieces] == [1, 2, 3]
    assert (raw.joined, raw.broken) == (False, True)


def test_lines_broken_at_the_margin_are_joined() -> None:
    raw = plain.read(f"عنوان\n{LONG}\n{LONG}\nپایان.\n\nدو")
    assert _pieces(f"عنوان\n{LONG}\n{LONG}\nپایان.\n\nدو") == [("عنوان", 1), (f"{LONG}\n{LONG}\nپایان.", 2), ("دو", 6)]
    assert (raw.joined, raw.broken) == (True, False)


def test_very_long_lines_are_paragraphs_whatever_their_end() -> None:
    assert len(_pieces(f"{LONG * 5}\n{LONG * 5}\n{LONG * 5}")) == 3


def test_the_cells_of_a_table_drawn_with_bars_are_parted_by_tabs() -> None:
    text = "درآمد | باغ\n\n| گوینده | متن |\n|:---|---|\n| پری | کی؟ |\n+----+----+\n| صفا | پارسال. |\n"
    assert [(piece.text, piece.line, piece.note) for piece in plain.read(text).pieces] == [
        ("درآمد | باغ", 1, ""),
        ("گوینده\tمتن", 3, "column name"),
        ("پری\tکی؟", 5, ""),
        ("صفا\tپارسال.", 7, ""),
    ]


def test_two_lines_between_bars_are_no_table() -> None:
    assert _pieces("| باغ | سبز |\n| باغ | زرد |") == [("| باغ | سبز |", 1), ("| باغ | زرد |", 2)]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("\u202bباغ سبز است.\u202c", "باغ سبز است."),
        ("\u2067\u202bباغ\u202c\u2069", "باغ"),
        ("\u202bباغ \u202aGarden\u202c سبز\u202c", "باغ \u202aGarden\u202c سبز"),
        ("\u202bباغ\u202c سبز \u202bاست\u202c", "\u202bباغ\u202c سبز \u202bاست\u202c"),
        ("\u202bباغ", "\u202bباغ"),
        ("\u202b" * 3 + "باغ" + "\u202c" * 3, "باغ"),
        ("\u202b" * 4 + "باغ" + "\u202c" * 4, "\u202bباغ\u202c"),
    ],
)
def test_marks_of_direction_around_a_whole_line_are_no_part_of_it(line: str, text: str) -> None:
    assert [piece.text for piece in plain.read(line).pieces] == [text]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("یک<br />دو<BR>سه<br  /><br/>چهار", ["یک", "دو", "سه", "چهار"]),
        ('<p class="lead">یک</p><div>دو</div>', ["یک", "دو"]),
        ("<b>یک؟</b>", ["**یک؟**"]),
        ("<span style='x'>یک</span> <em>دو</em>", ["یک دو"]),
        ("یک&nbsp;دو &amp; &laquo;سه&raquo; &#1587;&#x61F;", ["یک\u00a0دو & «سه» س؟"]),
        ("می&zwnj;رود", ["می\u200cرود"]),
        ("&foo; &#0; &#xFDD0; &#1; & &lt;script&gt; < >", ["&foo; &#0; &#xFDD0; &#1; & <script> < >"]),
        ("<script>x</script>", ["<script>x</script>"]),
        ("یک\u2028دو", ["یک", "دو"]),
    ],
)
def test_left_over_markup_is_read(text: str, pieces: list[str]) -> None:
    assert [found for found, _ in _pieces(text)] == pieces


def test_markup_is_reported() -> None:
    assert plain.read("یک<br>دو").markup
    assert not plain.read("۱ < ۲ & ۳").markup


def test_a_heading_of_markdown_is_known() -> None:
    (piece,) = plain.read("## کودکی").pieces
    assert (piece.text, piece.heading) == ("کودکی", 2)
    assert plain.read("#کودکی").pieces[0].heading == 0


def test_the_account_tells_how_breaks_were_read() -> None:
    assert plain.document("یک\nدو", "a.txt").told == ["single line breaks taken for the ends of paragraphs"]
    assert plain.document("<b>یک</b>\n\nسه", "a.txt").told == ["tags and entities of HTML read as what they stand for"]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80))
def test_every_letter_without_markup_is_kept(text: str) -> None:
    given_text = text.replace("<", "").replace("&", "")
    found = "".join(piece.text for piece in plain.read(given_text).pieces)
    assert list(filter(str.isalnum, found)) == list(filter(str.isalnum, given_text))


@pytest.mark.parametrize(
    ("length", "paragraphs"),
    [(39, 3), (40, 1), (200, 1), (201, 3)],
)
def test_lines_of_forty_to_two_hundred_characters_may_be_broken_at_the_margin(length: int, paragraphs: int) -> None:
    line = "باغ ".ljust(length, "ب")
    assert len(_pieces(f"{line}\n{line}\n{line}")) == paragraphs


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [((LONG, LONG, f"{LONG}.", "پایان"), 1), ((LONG, f"{LONG}.", "پایان"), 3), ((LONG, f"{LONG}.", LONG, LONG), 1)],
)
def test_lines_are_joined_where_more_than_half_of_the_long_ones_end_within_a_sentence(
    lines: tuple[str, ...], paragraphs: int
) -> None:
    assert len(_pieces("\n".join(lines))) == paragraphs


@pytest.mark.parametrize("end", [*'.!?؟:؛…»")]*'])
def test_what_ends_a_sentence_ends_a_paragraph(end: str) -> None:
    assert len(_pieces(f"{LONG}{end}\n{LONG}{end}\nپایان")) == 3


def test_three_lines_between_bars_are_a_table() -> None:
    assert _pieces("|باغ|سبز|\n|رود|آرام|\n|شهر|دور|") == [("باغ\tسبز", 1), ("رود\tآرام", 2), ("شهر\tدور", 3)]
