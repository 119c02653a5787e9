"""Signs that set paragraphs apart, and where the text after them begins."""

from __future__ import annotations

import pytest

from goftogu.transcripts.formats.document import STRONG, Piece, Span
from goftogu.transcripts.rough import bullets
from goftogu.transcripts.rough.bullets import Bullet


@pytest.mark.parametrize(
    ("text", "bullet"),
    [
        ("* باغ", Bullet("*", 2)),
        ("***** باغ", Bullet("*", 6)),
        ("*" * 20 + " باغ", Bullet("*", 21)),
        ("•" + " " * 20 + "باغ", Bullet("•", 21)),
        ("- باغ", Bullet("dash", 2)),
        ("—باغ", Bullet("dash", 1)),
        ("۱۲. باغ", Bullet("number", 4, 12)),
        ("(3) باغ", Bullet("number", 4, 3)),
        ("🔹 باغ", Bullet("🔹", 2)),
        ("❤\ufe0f باغ", Bullet("❤\ufe0f", 3)),
        ("٪ باغ", Bullet("٪", 2)),
        ("€ باغ", None),
        ("باغ", None),
    ],
)
def test_a_sign_before_a_paragraph(text: str, bullet: Bullet | None) -> None:
    assert bullets.of(Piece(text, 1)) == bullet
    assert bullets.text_after(Piece(text, 1), bullet) == ("باغ" if bullet else text)


@pytest.mark.parametrize(
    ("piece", "kind"),
    [
        (Piece("باغ", 1, mark="-"), "list"),
        (Piece("باغ", 1, mark="1."), "number"),
        (Piece("باغ", 1, heading=2), "heading 2"),
        (Piece("باغ", 1, (Span(0, 3, STRONG),)), "bold"),
    ],
)
def test_what_the_file_itself_sets_apart_has_all_its_text(piece: Piece, kind: str) -> None:
    assert bullets.of(piece) == Bullet(kind, 0)
    assert bullets.text_after(piece, bullets.of(piece)) == "باغ"
