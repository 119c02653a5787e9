from __future__ import annotations

import pytest

from goftogu.content.vocabulary import PersonKind, Vocabulary, Words
from goftogu.index.senses import Senses
from goftogu.model import Bilingual, Role, Speaker
from tests.entries import a_person, a_place, a_topic
from tests.talks import talk

LABEL = Bilingual("", "")
TOPICS = (
    a_topic("medicine", LABEL, triggers=("پزشک",)),
    a_topic("trade", LABEL, triggers=("تجارت", "همکاری اقتصادی"), mentions=("=اقتصادی",)),
    a_topic("eaeu", LABEL, triggers=("اتحادیه همکاری اقتصادی اوراسیا",)),
    a_topic("caspian", LABEL, triggers=("خزر",), context=("دریا",), exclude=("دریای عمان",)),
    a_topic("sea", LABEL, triggers=("دریا",)),
    a_topic("tokayev", LABEL, people=("tokayev",)),
)
PEOPLE = (
    a_person("tokayev", PersonKind.PERSON, Bilingual("قاسم توکایف", ""), LABEL, Words(("توکایف",))),
    a_person("pezeshkian", PersonKind.PERSON, Bilingual("مسعود پزشکیان", ""), LABEL, Words(("پزشکیان",))),
)
VOCABULARY = Vocabulary({topic.id: topic for topic in TOPICS}, {person.id: person for person in PEOPLE})


def meant(text: str, *labels: str, vocabulary: Vocabulary = VOCABULARY) -> list[str]:
    interviews = [talk(("", ""), guest=Speaker(label, Role.INTERVIEWEE)) for label in (*labels, "خانم تجارتی")]
    known = (label for interview in interviews for label in interview.speakers)
    hits, _ = Senses(known, vocabulary).find(text, labels)
    return [f"{text[start:end]} {sense.topic} {sense.weight}" for start, end, senses in hits for sense in senses]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("پزشکان", ["پزشکان medicine triggers"]),
        ("آقای پزشکیان و پزشکی", ["پزشکی medicine triggers"]),
        ("اتحادیه همکاری اقتصادی اوراسیا", ["اتحادیه همکاری اقتصادی اوراسیا eaeu triggers"]),
        ("همکاری اقتصادی", ["همکاری اقتصادی trade triggers"]),
        ("پیمان اقتصادی", ["اقتصادی trade mentions"]),
        ("دریا", ["دریا caspian context", "دریا sea triggers"]),
        ("دریای عمان", ["دریای sea triggers"]),
        ("خزر و دریای عمان", ["خزر caspian triggers", "دریای sea triggers"]),
        ("آقای توکایف", ["توکایف tokayev triggers"]),
        ("قاسم توکایف و تجارت", ["قاسم توکایف tokayev triggers", "تجارت trade triggers"]),
        ("هیچ", []),
    ],
)
def test_names_and_exclusions_hide_words(text: str, expected: list[str]) -> None:
    assert sorted(meant(text)) == sorted(expected)


def test_the_name_of_a_speaker_hides_words_where_he_speaks_only() -> None:
    assert meant("آقای تجارت و تجارتی", "آقای تجارت") == []
    assert meant("تجارتی") == ["تجارتی trade triggers"]
    assert meant("تجارتی", "خانم تجارتی") == []


def test_a_label_that_is_a_word_of_a_topic_hides_it_only_after_an_honorific() -> None:
    assert meant("پزشک", "پزشک") == ["پزشک medicine triggers"]
    assert meant("پزشک", "دکتر پزشک") == []
    assert meant("پزشکی", "پزشکیان") == ["پزشکی medicine triggers"]
    assert meant("پزشک‌نیا", "پزشک‌نیا") == []


def test_a_label_of_honorifics_alone_hides_nothing() -> None:
    assert meant("استاد", "استاد") == []
    assert meant("تجارت", "استاد") == ["تجارت trade triggers"]


@pytest.mark.parametrize("text", ["شیراز", "در شیراز", "از باغ‌های شیراز"])
def test_the_name_of_a_place_hides_no_topic_of_the_same_word(text: str) -> None:
    place = a_place("shiraz", "city", Bilingual("شیراز", ""), LABEL)
    city = a_topic("city", LABEL, triggers=("شیراز",))
    assert meant(text, vocabulary=Vocabulary({"city": city}, places={"shiraz": place})) == ["شیراز city triggers"]


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("توکیو", "در توکیوی آن سال‌ها", ["توکیوی"]),
        ("استرالیا", "استرالیای دور", ["استرالیای"]),
        ("شیراز", "شیراز و شیرازی", ["شیراز"]),
        ("بیرجند", "بیرجندی", []),
    ],
)
def test_a_place_that_ends_in_a_vowel_is_found_with_its_ezafe(name: str, text: str, found: list[str]) -> None:
    senses = Senses((), Vocabulary(places={"here": a_place("here", "city", Bilingual(name, ""), LABEL)}))
    assert [text[start:end] for start, end, _ in senses.find(text, ())[1]] == found


def test_what_an_entry_excludes_is_not_its_name() -> None:
    name = Bilingual("نور", "")
    person = a_person("nour", PersonKind.PERSON, name, LABEL, exclude=("شهر نور",))
    place = a_place("town", "city", Bilingual("نور", ""), LABEL)
    senses = Senses((), Vocabulary(people={"nour": person}, places={"town": place}))
    found = [[value.id for _, _, values in senses.find(text, ())[1] for value in values] for text in ("شهر نور", "نور")]
    assert found == [["town"], ["nour", "town"]]
