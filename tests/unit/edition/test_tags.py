from __future__ import annotations

import pytest

from goftogu.content.transcript_language import TranscriptLanguage
from goftogu.edition import tags
from goftogu.model import Language


def test_pages_in_persian_and_english_have_the_tags_of_their_folders() -> None:
    assert tags.tags(dari=False) == {"fa": "fa", "en": "en"}


def test_dari_has_a_tag_that_what_knows_persian_knows() -> None:
    assert tags.tags(dari=True) == {"fa": "fa-AF", "en": "en"}
    assert tags.tags(dari=True)[Language.FA].startswith(f"{Language.FA}-")


@pytest.mark.parametrize(
    ("language", "dari", "tag"),
    [(Language.FA, False, "fa"), (Language.FA, True, "prs"), (Language.EN, False, "en"), (Language.EN, True, "en")],
)
def test_records_have_the_code_of_iso_639(language: Language, dari: bool, tag: str) -> None:
    assert tags.record(language, dari=dari) == tag


def test_every_language_of_a_transcript_is_shown_in_one_of_the_site() -> None:
    assert {str(language): language.edition for language in TranscriptLanguage} == {
        "fa": Language.FA,
        "prs": Language.FA,
        "en": Language.EN,
    }
