from __future__ import annotations

import pytest

from goftogu.content.other_names import OtherName
from goftogu.content.vocabulary import PersonKind, Term, Vocabulary, Words
from goftogu.model import Bilingual
from goftogu.translation.engine import terminology
from goftogu.translation.engine.terminology import Fixed, Terminology
from tests.entries import a_person, a_place

TERMS = Terminology(
    [
        Fixed("ایران", ("Iran",)),
        Fixed("جمهوری اسلامی ایران", ("Islamic Republic of Iran",)),
        Fixed("روادید", ("visa", "visas")),
        Fixed("راه آهن شمال ـ جنوب", ("North–South railway",)),
    ]
)


def test_the_longest_term_is_met() -> None:
    source = "جمهوری اسلامی ایران روادید داد."
    assert [source[met.start : met.end] for met in TERMS.met(source)] == ["جمهوری اسلامی ایران", "روادید"]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("به ایران رفتم.", "I went to Iran."),
        ("مردم ایرانی", "The Iranian people"),
        ("مردم ایرانی", "the people of IRAN"),
        ("روادید می‌خواهیم.", "We want Visas."),
        ("به خانه رفتم.", "I went home."),
        ("راه‌آهن شمال ـ جنوب", "the North-South railway"),
    ],
)
def test_what_is_there(source: str, target: str) -> None:
    assert TERMS.missing(source, target) == []


def test_what_is_missing_is_told_once() -> None:
    source = "ایران و روادید و ایران"
    assert [met.en[0] for met in TERMS.missing(source, "the country")] == ["Iran", "visa"]
    assert [met.en[0] for met in TERMS.missing(source, "the country's visa")] == ["Iran"]


def test_the_terms_of_an_archive() -> None:
    name = Bilingual("مسعود پزشکیان", "Masoud Pezeshkian")
    aliases = Words(("پزشکیان", "مسعود پزشکیان تبریزی"), ("Pezeshkian",))
    person = a_person("p", PersonKind.PERSON, name, name, aliases)
    bare = a_person("q", PersonKind.PERSON, Bilingual("رها", "Raha"), Bilingual("رها", "Raha"))
    vocabulary = Vocabulary(people={"p": person, "q": bare}, glossary={"روادید": Term("روادید", ("visa",), 0)})
    assert [(term.fa, term.en) for term in terminology.build(vocabulary).terms] == [
        ("روادید", ("visa",)),
        ("مسعود پزشکیان", ("Masoud Pezeshkian", "Pezeshkian")),
        ("پزشکیان", ("Pezeshkian", "Masoud Pezeshkian")),
        ("مسعود پزشکیان تبریزی", ("Masoud Pezeshkian", "Pezeshkian")),
        ("رها", ("Raha",)),
    ]


def test_a_vocabulary_is_compiled_once_and_another_by_itself() -> None:
    vocabulary, equal = (Vocabulary(glossary={"روادید": Term("روادید", ("visa",), 0)}) for _ in range(2))
    found = terminology.settled(vocabulary)
    assert terminology.settled(vocabulary) is found
    assert found.terms == terminology.build(vocabulary).terms
    assert terminology.settled(equal) is not found


CHINA = a_place(
    "china",
    "country",
    Bilingual("چین", "China"),
    Bilingual("چین", "China"),
    Words(("کشور بزرگ چین",), ("PRC",)),
    names=(OtherName(fa="ختا", en="Cathay"), OtherName(fa="", en="Seres"), OtherName(fa="ماچین")),
    exclude=("دیوار چین",),
)
OSLO = a_place("oslo", "city", Bilingual("اسلو", "Oslo"), Bilingual("اسلو", "Oslo"))
PLACES = terminology.build(Vocabulary(places={"china": CHINA, "oslo": OSLO}))


@pytest.mark.parametrize(
    ("source", "target", "missing"),
    [
        ("به چین رفتم.", "I went there.", ["China"]),
        ("به چین رفتم.", "I went to the PRC.", []),
        ("مردم چینی", "the Chinese", []),
        ("به اسلوی زیبا رفتم.", "I went there.", ["Oslo"]),
        ("تا ختا", "as far as there", ["Cathay"]),
        ("تا ختا", "as far as China", []),
        ("تا ماچین", "as far as there", ["China"]),
        ("کنار دیوار چین", "beside the Great Wall", []),
    ],
)
def test_the_name_of_a_place_is_expected_where_it_stands(source: str, target: str, missing: list[str]) -> None:
    assert [met.en[0] for met in PLACES.missing(source, target)] == missing


def test_without_terms_nothing_is_missing() -> None:
    assert Terminology().missing("ایران", "") == []
