from __future__ import annotations

from goftogu.content import vocabulary
from goftogu.content.other_names import NameKind, OtherName, Scheme
from goftogu.content.vocabulary import Vocabulary
from goftogu.persian.dates.calendar import parse
from goftogu.problems import Problem
from tests.collecting import collected
from tests.entries import a_place
from tests.talks import file


def read(**texts: str) -> tuple[Vocabulary, list[Problem]]:
    return collected(
        vocabulary.read_vocabulary, {f"{name}.toml": file(f"{name}.toml", text) for name, text in texts.items()}
    )


def test_a_place_has_all_its_keys_or_the_usual_values() -> None:
    found, problems = read(
        places="""
        [urmia]
        kind = "city"
        name = {fa = "ارومیه", en = "Urmia"}
        scheme = "established"
        aliases = {fa = ["شهر ارومیه"], en = []}
        names = [
          {kind = "historic", fa = "رضاییه", en = "Rezaiyeh", scheme = "ijmes", from = "1305", to = "1357"},
          {en = "Orumiyeh"},
        ]
        exclude = ["دریاچه ارومیه"]
        coordinates = "37.55, 45.07"
        exact = ["https://example.org/urmia"]
        public = false
        [there]
        name = {fa = "آنجا", en = "There"}
        """
    )
    assert problems == []
    urmia, there = found.places.values()
    assert urmia.names == (
        OtherName("رضاییه", "Rezaiyeh", NameKind.HISTORIC, Scheme.IJMES, parse("1305"), parse("1357")),
        OtherName(en="Orumiyeh"),
    )
    assert (urmia.kind, urmia.scheme, urmia.public) == ("city", Scheme.ESTABLISHED, False)
    assert (urmia.exclude, urmia.coordinates) == (("دریاچه ارومیه",), "37.55, 45.07")
    assert there == a_place("there", "place", there.name, there.name, line=15)


def test_a_name_has_a_form_and_its_dates_are_dates() -> None:
    _, problems = read(
        places='[urmia]\nname = {fa = "ارومیه", en = "Urmia"}\nnames = [{kind = "birth"}, {fa = "آ", to = "soon"}]'
    )
    assert [(problem.code, problem.line) for problem in problems] == [("C006", 3), ("C003", 3)]


def test_a_name_that_is_written_in_one_language_is_empty_in_the_other() -> None:
    found, problems = read(
        places='[urmia]\nname = {fa = "ارومیه", en = "Urmia"}\nnames = [{fa = "رضاییه"}, {en = "Rezaiyeh"}]'
    )
    assert problems == []
    assert [(name.fa, name.en) for name in found.places["urmia"].names] == [("رضاییه", ""), ("", "Rezaiyeh")]


def test_bodies_and_the_dead_are_public_and_the_living_are_not() -> None:
    found, _ = read(
        people="""
        [body]
        kind = "organisation"
        name = {fa = "نهاد", en = "Body"}
        [dead]
        name = {fa = "درگذشته", en = "Dead"}
        died = "1950"
        [living]
        name = {fa = "زنده", en = "Living"}
        [hidden]
        name = {fa = "پنهان", en = "Hidden"}
        died = "1950"
        public = false
        """
    )
    assert {person.id: person.public for person in found.people.values()} == {
        "body": True,
        "dead": True,
        "living": False,
        "hidden": False,
    }


def test_coordinates_lie_on_the_earth() -> None:
    for written, sound in {"-20, 80": True, "90, 180": True, "91, 0": False, "0, 181": False, "north": False}.items():
        _, problems = read(places=f'[a]\nname = {{fa = "آ", en = "A"}}\ncoordinates = "{written}"')
        assert (problems == []) == sound, written


def test_somebody_whose_death_is_no_date_counts_as_living() -> None:
    found, (problem,) = read(people="""[a]\nname = {fa = "الف", en = "A"}\ndied = "old"\n""")
    assert str(problem).split(" (")[0] == "content/people.toml:3:1: C006 “old” is not a date, in a.died"
    assert found.people["a"].died == ""
    assert not found.people["a"].public


def test_the_words_of_the_file_are_those_of_the_templates() -> None:
    assert [str(kind) for kind in NameKind] == ["variant", "historic", "birth", "pen", "organisational"]
    assert [str(scheme) for scheme in Scheme] == [
        "established",
        "own",
        "passport",
        "ala-lc",
        "ijmes",
        "iranian-studies",
    ]
