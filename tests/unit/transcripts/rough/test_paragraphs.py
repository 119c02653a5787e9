from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.transcripts.rough import paragraphs
from goftogu.transcripts.rough.paragraphs import Piece

LONG = "این سطر بلند است و نویسنده آن را در کناره کاغذ شکسته"


def _pieces(text: str) -> list[tuple[str, int]]:
    return [(piece.text, piece.line) for piece in paragraphs.read(text).pieces]


def test_blank_lines_part_paragraphs() -> None:
    raw = paragraphs.read(" یک \n\n\u00a0\nدو\n")
    assert raw.pieces == [Piece("یک", 1), Piece("دو", 4)]
    assert (raw.markup, raw.joined, raw.broken) == (False, False, False)


def test_single_line_breaks_part_paragraphs_that_end_in_a_sentence() -> None:
    raw = paragraphs.read(f"{LONG}.\n{LONG}؟\nسه")
    assert [piece.line for piece in raw.pieces] == [1, 2, 3]
    assert (raw.joined, raw.broken) == (False, True)


def test_lines_broken_at_the_margin_are_joined() -> None:
    raw = paragraphs.read(f"عنوان\n{LONG}\n{LONG}\nپایان.\n\nدو")
    assert _pieces(f"عنوان\n{LONG}\n{LONG}\nپایان.\n\nدو") == [("عنوان", 1), (f"{LONG}\n{LONG}\nپایان.", 2), ("دو", 6)]
    assert (raw.joined, raw.broken) == (True, False)


def test_very_long_lines_are_paragraphs_whatever_their_end() -> None:
    assert len(_pieces(f"{LONG * 5}\n{LONG * 5}\n{LONG * 5}")) == 3


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
    assert paragraphs.read("یک<br>دو").markup
    assert not paragraphs.read("۱ < ۲ & ۳").markup


@pytest.mark.parametrize(
    ("text", "unmarked"),
    [
        ("*چرا؟", "چرا؟"),
        ("• چرا؟", "چرا؟"),
        ("- چرا؟", "چرا؟"),
        ("-چرا؟", "چرا؟"),
        ("\u200f– چرا؟", "چرا؟"),
        ("**چرا؟**", "چرا؟"),
        ("__چرا؟__", "چرا؟"),
        ("**چرا** و **چون**", None),
        ("**چرا؟", None),
        ("-۵ درجه", None),
        ("چرا؟", None),
        ("*", None),
    ],
)
def test_marks_before_questions(text: str, unmarked: str | None) -> None:
    assert Piece(text, 1).unmarked == unmarked


def test_pieces_are_parted_at_lines_that_begin_something() -> None:
    pieces = [Piece("الف\nب:\nج\nب:", 4), Piece("د", 9)]
    parted = paragraphs.broken_at(pieces, lambda line: line.startswith("ب"))
    assert list(parted) == [Piece("الف", 4), Piece("ب:\nج", 5), Piece("ب:", 7), Piece("د", 9)]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80))
def test_every_letter_without_markup_is_kept(text: str) -> None:
    plain = text.replace("<", "").replace("&", "")
    assert "".join("".join(found.split()) for found, _ in _pieces(plain)) == "".join(plain.split())
