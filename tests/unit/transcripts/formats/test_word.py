"""Word files: where what was deleted stands, and how much of what is hidden is shown."""

from __future__ import annotations

import pytest

from goftogu.transcripts.formats import word
from tests import office

DELETED = '<w:p><w:r><w:t>پاسخ: میراب.</w:t></w:r><w:del w:id="2"><w:r><w:delText>رجب</w:delText></w:r></w:del></w:p>'


def test_what_was_deleted_stands_below_the_text() -> None:
    found = word.read(office.word("پرسش: میراب که بود؟", DELETED, DELETED.replace("رجب", "صفر")), "a.docx")
    assert [(piece.text, piece.line) for piece in found.pieces if piece.note] == [("رجب", 4), ("صفر", 5)]


@pytest.mark.parametrize(("letters", "shown"), [(80, 80), (81, 80)])
def test_eighty_letters_of_what_is_hidden_are_shown(letters: int, shown: int) -> None:
    hidden = f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{'آ' * letters}</w:t></w:r></w:p>"
    (asked,) = [str(message) for message, _ in word.read(office.word("مجری: چرا؟", hidden), "a.docx").asked]
    assert asked == f"the Word file hides words, which are in the text now: «{'آ' * shown}»"
