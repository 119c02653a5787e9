"""Pictures that vocabularies and settings give."""

from __future__ import annotations

import pytest

from goftogu.content import settings, vocabulary
from goftogu.content.given_pictures import GivenPicture
from goftogu.content.settings import SiteConfig
from goftogu.content.vocabulary import Vocabulary
from goftogu.model import Bilingual, Source
from goftogu.problems import Problem, SourcePlace
from tests.collecting import collected

SETTINGS = '[title]\nfa = "باغ"\nen = "Garden"\n[description]\nfa = "باغ"\nen = "Garden"\n'
RAD = '[rad]\nname = { fa = "راد", en = "Rad" }\n'


def people(portrait: str) -> tuple[Vocabulary, list[Problem]]:
    source = Source("content/people.toml", b"", f"{RAD}{portrait}\n")
    return collected(vocabulary.read_vocabulary, {"people.toml": source})


def config(logo: str) -> tuple[SiteConfig, list[Problem]]:
    return collected(settings.read_settings, f"{SETTINGS}[logo]\n{logo}\n", "content/site.toml")


def test_a_portrait_has_its_words_in_both_languages() -> None:
    found, problems = people(
        'portrait = { file = "rad.jpg", alt = { fa = "راد", en = "Rad" }, credit = { fa = "عکس", en = "Photo" } }'
    )
    assert problems == []
    assert found.people["rad"].portrait == GivenPicture(
        "rad.jpg", Bilingual("راد", "Rad"), Bilingual("عکس", "Photo"), SourcePlace("content/people.toml", 3, 14)
    )


def test_an_archive_has_a_sign() -> None:
    found, problems = config('file = "sign.png"\nalt = { fa = "درخت", en = "A tree" }')
    assert problems == []
    assert found.logo == GivenPicture(
        "sign.png", Bilingual("درخت", "A tree"), None, SourcePlace("content/site.toml", 8, 1)
    )
    assert found.logo.mention((1,)) == ("sign.png", ("content/site.toml", 8, 1), (1,))


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ('file = "sign.png"', ["C003"]),
        ('alt = { fa = "درخت", en = "A tree" }', ["C003"]),
        ('file = "sign.png"\nalt = { fa = "درخت" }', ["C003"]),
        ('file = "sign.png"\nalt = "درخت"', ["C004"]),
        ('file = ""\nalt = { fa = "درخت", en = "A tree" }', ["C005"]),
    ],
)
def test_a_picture_needs_a_file_and_a_description_in_both_languages(said: str, codes: list[str]) -> None:
    found, problems = config(said)
    assert found.logo is None
    assert [problem.code for problem in problems] == codes


def test_without_one_there_is_none() -> None:
    assert people("")[0].people["rad"].portrait is None
    assert SiteConfig().logo is None
