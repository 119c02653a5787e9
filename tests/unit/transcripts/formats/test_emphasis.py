from __future__ import annotations

import pytest

from goftogu.transcripts.formats import emphasis
from goftogu.transcripts.formats.document import EMPHASIS, STRONG


@pytest.mark.parametrize(
    ("text", "plain", "marks"),
    [
        ("**چرا؟**", "چرا؟", [STRONG]),
        ("__چرا؟__", "چرا؟", [STRONG]),
        ("**مجری:** چرا؟", "مجری: چرا؟", [STRONG]),
        ("**مجری**: چرا؟", "مجری: چرا؟", [STRONG]),
        ("*مجری:* چرا؟", "مجری: چرا؟", [EMPHASIS]),
        ("*مجری*: چرا؟", "مجری: چرا؟", [EMPHASIS]),
        ("**چرا** و **چون**", "چرا و چون", [STRONG, STRONG]),
        ("**چرا؟", "**چرا؟", []),
        ("۵**۳ و ۶**۲", "۵**۳ و ۶**۲", []),
        ("*چرا؟", "*چرا؟", []),
        ("a__b__c", "a__b__c", []),
    ],
)
def test_marks_that_people_type(text: str, plain: str, marks: list[str]) -> None:
    piece = emphasis.read(text, 1)
    assert (piece.text, [span.mark for span in piece.spans]) == (plain, marks)


def test_what_is_bold_is_known_by_its_place() -> None:
    piece = emphasis.read("**چرا** و **چون** و هیچ", 1)
    assert piece.text == "چرا و چون و هیچ"
    assert [(span.start, span.end) for span in piece.spans] == [(0, 3), (6, 9)]
