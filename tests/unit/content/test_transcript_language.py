from __future__ import annotations

import pytest

from goftogu.content.transcript_language import USUAL_LANGUAGES, SiteLanguages, TranscriptLanguage, told_by
from goftogu.content.units import Language

PERSIAN, DARI, ENGLISH = TranscriptLanguage


@pytest.mark.parametrize("language", Language)
def test_each_language_has_another(language: Language) -> None:
    assert language.other is not language
    assert language.other.other is language


def test_a_transcript_is_shown_as_it_is_in_one_language_of_the_site() -> None:
    assert [language.edition for language in (PERSIAN, DARI, ENGLISH)] == [Language.FA, Language.FA, Language.EN]


@pytest.mark.parametrize("usual", [PERSIAN, DARI])
@pytest.mark.parametrize(
    ("texts", "english"),
    [
        (["When did you come?"], True),
        (["کی آمدید؟", "از BBC"], False),
        (["He said «سلام».", "And went."], True),
        (["۱۲۳", "..."], False),
        ([], False),
    ],
)
def test_letters_tell_english_from_the_rest(usual: TranscriptLanguage, texts: list[str], english: bool) -> None:
    assert told_by(texts, usual) is (ENGLISH if english else usual)


def test_an_archive_that_says_nothing_has_both_languages_and_persian_transcripts() -> None:
    assert SiteLanguages() == USUAL_LANGUAGES == ((Language.FA, Language.EN), PERSIAN)
