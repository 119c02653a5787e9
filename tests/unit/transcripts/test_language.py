from __future__ import annotations

import pytest

from goftogu.content.transcript_language import TranscriptLanguage
from goftogu.transcripts.draft import Draft, DraftParagraph, Speech
from goftogu.transcripts.language import of_draft


@pytest.mark.parametrize(
    ("said", "language"),
    [("When did you come?", "en"), ("کی آمدید؟", "prs"), ("کی از London آمدید؟", "prs"), ("", "prs")],
)
def test_what_is_said_tells_the_language_and_not_the_title(said: str, language: str) -> None:
    speech = Speech("A", "A", 3, [DraftParagraph(said, 3)])
    draft = Draft("x.txt", DraftParagraph("A title in Latin letters, whatever follows", 1), speeches=[speech])
    assert of_draft(draft, TranscriptLanguage.DARI) == language
