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


def _bold(text: str) -> Piece:
    return Piece(text, 1, (Span(0, len(text), STRONG),))


@pytest.mark.parametrize(
    ("piece", "bullet"),
    [
        (Piece("* چرا؟", 1), ("*", 2)),
        (Piece("• چرا؟", 1), ("•", 2)),
        (Piece("- چرا؟", 1), ("dash", 2)),
        (Piece("ـ چرا؟", 1), ("dash", 2)),
        (Piece("۲. چرا؟", 1), ("number", 3)),
        (Piece("🎤 چرا؟", 1), ("🎤", 2)),
        (_bold("چرا؟"), ("bold", 0)),
        (Piece("چرا؟", 1, heading=3), ("heading 3", 0)),
        (Piece("چرا؟", 1, (Span(0, 4, STRONG),), heading=3), ("heading 3", 0)),
        (Piece("چرا؟", 1, mark="-"), ("list", 0)),
        (Piece("چرا؟", 1, mark="4."), ("number", 0)),
        (Piece("۲۵ درجه", 1), None),
        (Piece("-۵ درجه", 1), None),
        (Piece("«چرا؟»", 1), None),
    ],
)
def test_signs_before_paragraphs(piece: Piece, bullet: tuple[str, int] | None) -> None:
    found = bullets.of(piece)
    assert (found and (found.kind, found.end)) == bullet


def test_a_paragraph_without_its_sign() -> None:
    piece = Piece("* چرا؟", 3, time="0:00:01")
    assert bullets.without(piece, bullets.Bullet("*", 2)) == Piece("چرا؟", 3, time="0:00:01")
    assert not bullets.without(_bold("چرا؟"), bullets.Bullet("bold", 0)).spans
