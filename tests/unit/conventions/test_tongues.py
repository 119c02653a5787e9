from __future__ import annotations

import pytest

from goftogu.content.transcript_language import TranscriptLanguage
from goftogu.conventions import tongues
from goftogu.model import Language
from goftogu.transcripts import attributes
from goftogu.transcripts.blocks import Attributes, Block, BlockKind
from tests.collecting import collected


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("ku", "ku"),
        ("CKB", "ckb"),
        ("AZ-arab-ir", "az-Arab-IR"),
        ("en-gb", "en-GB"),
        ("FA", "fa"),
        ("es-419", "es-419"),
    ],
)
def test_a_tag_has_its_usual_spelling(written: str, tag: str) -> None:
    assert tongues.TAG.fullmatch(written)
    assert tongues.tag(written) == tag


@pytest.mark.parametrize(
    ("tag", "persian", "dari", "english"),
    [
        ("fa", "", "", "fa"),
        ("fa-IR", "", "", "fa-IR"),
        ("fa-Arab-IR", "", "", "fa-Arab-IR"),
        ("fa-Latn", "fa-Latn", "fa-Latn", "fa-Latn"),
        ("fa-AF", "fa-AF", "fa-AF", "fa-AF"),
        ("prs", "prs", "", "prs"),
        ("en", "en", "en", ""),
        ("en-GB", "en-GB", "en-GB", ""),
        ("ku", "ku", "ku", "ku"),
        ("eng", "eng", "eng", "eng"),
        ("", "", "", ""),
    ],
)
def test_a_passage_in_the_language_of_its_interview_has_no_tag(tag: str, persian: str, dari: str, english: str) -> None:
    assert [tongues.within(tag, language) for language in TranscriptLanguage] == [persian, dari, english]


@pytest.mark.parametrize("written", ["", "k", "kurdish language", "ku_", "ku-", "فا", "ku--IR", "kurdî", "kurd"])
def test_what_is_no_tag_is_told(written: str) -> None:
    block = Block(BlockKind.PARAGRAPH, ["x"], 1, [Attributes(2, "", values={"lang": written})])
    found, problems = collected(attributes.judge, "a.md", block, attributes.TURN)
    assert found == attributes.FoundAttributes()
    assert [(problem.code, problem.line) for problem in problems] == [("T005", 2)]


def test_a_heading_has_no_language() -> None:
    block = Block(BlockKind.HEADING, ["x"], 1, [Attributes(2, "", values={"lang": "ku"})])
    _, problems = collected(attributes.judge, "a.md", block, attributes.SECTION)
    assert ["lang" in str(problem.message) for problem in problems] == [True]


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("رۆژ باش", Language.FA),
        ("Roj baş", Language.EN),
        ("שלום", Language.FA),
        ("BBC گفت که باران می‌آید", Language.FA),
        ("The word باران means rain", Language.EN),
        ("۱۲۳", Language.FA),
    ],
)
def test_the_direction_is_that_of_most_letters(text: str, script: Language) -> None:
    assert tongues.of_script(text) == script


@pytest.mark.parametrize(
    ("tag", "known"),
    [
        *[("en", True), ("en-GB", True), ("fa", True), ("fa-IR", True), ("fa-Arab", True), ("fa-Arab-IR", True)],
        *[("fa-AF", False), ("fa-Latn", False), ("fa-TJ", False), ("eng", False), ("ku", False), ("", False)],
    ],
)
def test_what_was_said_in_the_other_language_of_the_site_needs_no_translation(tag: str, known: bool) -> None:
    assert tongues.needs_no_translation(tag) is known


@pytest.mark.parametrize(("text", "found"), [("نیما", True), ("Jane نیما", True), ("Jane Doe", False), ("", False)])
def test_persian_letters_are_found_anywhere(text: str, found: bool) -> None:
    assert tongues.has_persian_letters(text) is found
