from __future__ import annotations

import pytest

from goftogu.content.vocabulary import PersonKind, Vocabulary, Words
from goftogu.index.english_senses import EnglishSenses
from goftogu.index.senses import Register
from goftogu.model import Bilingual
from tests.entries import a_person, a_place, a_topic

MINA, TOWN = Bilingual("مینا کدیور", "Mina Kadivar"), Bilingual("باث", "Bath")
KADIVAR = a_person("kadivar", PersonKind.PERSON, MINA, MINA)
BATH = a_place("bath", "city", TOWN, TOWN)
VOCABULARY = Vocabulary(
    topics={
        "letter": a_topic("letter", Bilingual("نامه", "Letter"), alt=Words((), ("Post card",))),
        "bath": a_topic("bath", Bilingual("گرمابه", "Bath"), people=("kadivar",)),
        "church": a_topic("church", Bilingual("کلیسا", "Church")),
        "iran-oil": a_topic("iran-oil", Bilingual("نفت", "Oil (Iran)")),
        "alone": a_topic("alone", Bilingual("تنها", "")),
    },
    people={"kadivar": KADIVAR},
    places={"bath": BATH},
)
SENSES = EnglishSenses(VOCABULARY)


def topics(text: str) -> list[tuple[str, str]]:
    return [(text[start:end], sense.topic) for start, end, values in SENSES.find(text)[0] for sense in values]


def names(text: str) -> list[tuple[str, str]]:
    return [(text[start:end], name.id) for start, end, values in SENSES.find(text)[1] for name in values]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A letter came.", ["letter"]),
        ("LETTERS, and the letter's end", ["LETTERS", "letter's"]),
        ("churches, and the church’s door", ["churches", "church’s"]),
        ("a post  card\nfrom home", ["post  card"]),
        ("letterhead, newsletter", []),
        ("oil (Iran) was dear", ["oil (Iran)"]),
        ("", []),
    ],
)
def test_a_topic_is_found_by_its_label_and_other_words(text: str, found: list[str]) -> None:
    assert [words for words, _ in topics(text)] == found


def test_a_name_has_its_capitals() -> None:
    assert names("In Bath he took a bath.") == [("Bath", "bath")]
    assert names("mina kadivar") == []
    assert names("Mina Kadivar’s house") == [("Mina Kadivar’s", "kadivar")]


def test_a_name_hides_the_topic_that_is_its_word() -> None:
    assert topics("In Bath he took a bath.") == [("bath", "bath")]


@pytest.mark.parametrize(
    ("text", "found"), [("By post card Bath", ["post card"]), ("A letter Bath", ["letter Bath"]), ("Bath letter", [])]
)
def test_a_name_hides_no_topic_that_is_more_than_the_name(text: str, found: list[str]) -> None:
    longer = Words((), ("Letter Bath", "Post card"))
    spa = Bilingual("گرمابه", "Bath")
    topics = {"letter": a_topic("letter", Bilingual("نامه", ""), alt=longer), "spa": a_topic("spa", spa)}
    hits, _ = EnglishSenses(Vocabulary(topics=topics, places={"bath": BATH})).find(text)
    assert [text[start:end] for start, end, _ in hits] == found


def test_somebody_may_mean_a_topic() -> None:
    assert topics("Then Mina Kadivar wrote a letter.") == [("Mina Kadivar", "bath"), ("letter", "letter")]
    (hit,) = SENSES.find("Mina Kadivar")[1]
    assert hit[2][0].register is Register.PEOPLE


def test_nothing_is_found_without_a_vocabulary() -> None:
    assert EnglishSenses(Vocabulary()).find("A letter.") == ([], [])
