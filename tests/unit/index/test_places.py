from __future__ import annotations

from dataclasses import replace

import pytest

from goftogu.content.other_names import OtherName
from goftogu.content.vocabulary import PersonKind, Place, Vocabulary, Words
from goftogu.index import index
from goftogu.model import Bilingual, Reference
from tests.collecting import collected
from tests.entries import a_person, a_place
from tests.talks import talk

NONE = Bilingual("", "")


def place(id_: str, name: str, *aliases: str, exclude: tuple[str, ...] = (), public: bool = True) -> Place:
    return a_place(id_, "place", Bilingual(name, id_), NONE, Words(aliases), exclude=exclude, public=public, line=4)


PLACES = (
    place("iran", "ایران", "جمهوری اسلامی ایران"),
    place("oman", "عمان"),
    place("sea-of-oman", "دریای عمان"),
    place("asia", "آسیا"),
    place("mosaddeq-street", "خیابان مصدق"),
    a_place("urmia", "city", Bilingual("ارومیه", "Urmia"), NONE, names=(OtherName("رضاییه"), OtherName(en="Rezaiyeh"))),
    place("home", "خانه", public=False),
    place("yazd", "یزد", exclude=("یزد گرد",)),
)
PEOPLE = (a_person("mosaddeq", PersonKind.PERSON, Bilingual("مصدق", "Mosaddeq"), NONE, public=True),)
VOCABULARY = Vocabulary(
    people={item.id: item for item in PEOPLE}, places={item.id: item for item in PLACES}, paths={"people.toml": "p"}
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("در جمهوری اسلامی ایران و باز در ایران", ["iran"]),
        ("ایرانی و ایرانیان", []),
        ("ایران‌زمین", []),
        ("دریای عمان", ["sea-of-oman"]),
        ("عمان و دریای عمان", ["oman", "sea-of-oman"]),
        ("آسیای میانه", ["asia"]),
        ("آسیایی", []),
        ("در رضاییه بودیم", ["urmia"]),
        ("خیابان مصدق", ["mosaddeq-street"]),
        ("خانه", []),
        ("یزد و یزد گرد", ["yazd"]),
        ("یزد گرد", []),
    ],
)
def test_a_place_is_found_by_its_names(text: str, expected: list[str]) -> None:
    found, _ = collected(index.build, [talk((text, "هیچ."))], VOCABULARY)
    assert sorted(found.places.used()) == expected
    assert found.people.mentions("mosaddeq") == ()


def test_a_turn_has_one_mention_of_a_place() -> None:
    found, _ = collected(index.build, [talk(("ایران، ایران", ("هیچ.", "ایران و ایران")))], VOCABULARY)
    assert [(mention.turn, mention.paragraph, mention.number) for mention in found.places.mentions("iran")] == [
        ("t1", "t1.1", 1),
        ("t2", "t2.2", 2),
    ]


def test_places_that_nobody_speaks_of_are_told() -> None:
    known = Vocabulary(places={"iran": PLACES[0]}, paths={"places.toml": "content/places.toml", "people.toml": "p"})
    _, problems = collected(index.build, [talk(("سلام", "سلام"))], known)
    assert [str(problem) for problem in problems if problem.code == "V005"] == [
        "content/places.toml:4:1: V005 nobody speaks of “iran” (add other forms of the name, or leave it for later)"
    ]
    assert collected(index.build, [], known)[1] == []


def test_a_place_where_an_interview_was_held_is_known_though_nobody_speaks_of_it() -> None:
    known = Vocabulary(places={item.id: item for item in PLACES[:2]}, paths={"places.toml": "content/places.toml"})
    held = replace(talk(("سلام", "سلام")), references=(Reference("places.toml", "place", "iran", 1, 1),))
    told = [problem for problem in collected(index.build, [held], known)[1] if problem.code == "V005"]
    assert [str(problem.message) for problem in told] == ["nobody speaks of “oman”"]


def test_a_person_of_the_same_id_does_not_make_a_place_known() -> None:
    known = Vocabulary(places={"iran": PLACES[0]}, paths={"places.toml": "content/places.toml", "people.toml": "p"})
    held = replace(talk(("سلام", "سلام")), references=(Reference("people.toml", "contributors.camera", "iran", 1, 1),))
    told = [problem for problem in collected(index.build, [held], known)[1] if problem.code == "V005"]
    assert [str(problem.message) for problem in told] == ["nobody speaks of “iran”"]
