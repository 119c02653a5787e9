from __future__ import annotations

import pytest

from goftogu.content import toml
from goftogu.content.entries import (
    PERSON,
    PLACE,
    PLACE_KINDS,
    EntryReader,
    PersonKind,
    Words,
    spellings,
)
from goftogu.content.other_names import OtherName
from goftogu.content.positions import Positions
from goftogu.content.schema import Table
from goftogu.model import Bilingual
from goftogu.persian.dates.calendar import Calendar, PartialDate
from goftogu.problems import Problem, Problems
from tests.collecting import collected
from tests.entries import a_person, a_place

NAME = 'name = {fa = "باغ", en = "Garden"}'


def checked(text: str, kind: Table) -> tuple[dict[str, object], list[Problem]]:
    """Read the keys of one entry, ``x``."""
    given = f"[x]\n{NAME}\n{text}"
    (values, _), problems = collected(toml.read_toml, given, "content/people.toml", Table(others=kind))
    return values.get("x", {}), problems


def reader() -> tuple[EntryReader, Problems]:
    problems = Problems()
    where = {name: Positions(f"content/{name}") for name in ("people.toml", "places.toml")}
    for held in where.values():
        held.add(("sarv",), (7, 1))
    return EntryReader({}, where, problems), problems


def test_a_life_has_dates_that_tell_their_calendar() -> None:
    values, problems = checked('born = "۱۳۳۹-۰۲"\ndied = "gregorian:1207"', PERSON)
    assert (values["born"], values["died"], problems) == (PartialDate(Calendar.JALALI, 1339, 2), "1207", [])


def test_other_dates_of_a_life_are_told_with_their_place() -> None:
    values, problems = checked('born = "about 1979"', PERSON)
    assert "born" not in values
    assert [(item.code, item.line, item.column) for item in problems] == [("C006", 3, 1)]
    assert "“about 1979” is not a date" in problems[0].message


def test_a_biography_needs_its_persian_only() -> None:
    values, problems = checked('biography = {fa = "زندگی"}', PERSON)
    assert (values["biography"], problems) == ({"fa": "زندگی"}, [])
    _, problems = checked('biography = {en = "Life"}', PERSON)
    assert [(item.code, item.line) for item in problems] == [("C003", 3)]


def test_a_person_keeps_the_biography() -> None:
    reading, problems = reader()
    assert reading.person("sarv", {"biography": {"fa": "زندگی"}}).biography == Bilingual("زندگی", "")
    assert reading.person("sarv", {"biography": {"fa": "الف", "en": "A"}}).biography == Bilingual("الف", "A")
    assert reading.person("sarv", {}).biography == Bilingual("", "")
    assert list(problems) == []


def test_who_died_before_birth_is_told_with_the_place() -> None:
    reading, problems = reader()
    dates = {"born": PartialDate(Calendar.JALALI, 1339), "died": PartialDate(Calendar.GREGORIAN, 1950)}
    reading.person("sarv", dates)
    (problem,) = problems
    assert str(problem).startswith("content/people.toml:7:1: C005 sarv died before birth (correct one of the two dates")


@pytest.mark.parametrize(
    "text", ["35.69, 51.42", "35.69,51.42", "-90, 180", "90.0, -180.00", "0, 0", "36, 59", "9.5, 179.9"]
)
def test_coordinates_are_latitude_and_longitude(text: str) -> None:
    assert checked(f'coordinates = "{text}"', PLACE) == (
        {"name": {"fa": "باغ", "en": "Garden"}, "coordinates": text},
        [],
    )


@pytest.mark.parametrize(
    "text", ["91, 0", "90.1, 0", "0, 181", "0, 180.5", "35.69", "35.69 51.42", "35,69, 51,42", "N35, E51"]
)
def test_what_is_not_on_the_globe_is_told(text: str) -> None:
    values, problems = checked(f'coordinates = "{text}"', PLACE)
    assert "coordinates" not in values
    assert [(item.code, item.line) for item in problems] == [("C005", 3)]
    assert "35.69, 51.42" in problems[0].hint


@pytest.mark.parametrize("kind", PLACE_KINDS)
def test_a_place_is_of_a_kind(kind: str) -> None:
    values, problems = checked(f'kind = "{kind}"', PLACE)
    assert (values["kind"], problems) == (kind, [])


@pytest.mark.parametrize(("kind", "table", "hint"), [("town", PLACE, "did you mean"), ("body", PERSON, "organisation")])
def test_another_kind_is_told(kind: str, table: Table, hint: str) -> None:
    _, problems = checked(f'kind = "{kind}"', table)
    assert [(item.code, item.line, item.column) for item in problems] == [("C005", 3, 1)]
    assert kind in problems[0].message


@pytest.mark.parametrize(
    "address", ["https://example.org/a?b=1#c", "http://example.org", "https://fa.wikipedia.org/wiki/باغ"]
)
def test_addresses_of_the_web_are_taken(address: str) -> None:
    assert checked(f'exact = ["{address}"]', PERSON)[1] == []


@pytest.mark.parametrize(
    "address", ["example.org", "ftp://example.org", "https://", "https://a b", "javascript:alert(1)", "https://a<b>"]
)
def test_other_addresses_are_not(address: str) -> None:
    values, problems = checked(f'exact = ["https://example.org", "{address}"]', PERSON)
    assert values["exact"] == ("https://example.org",)
    assert [item.code for item in problems] == ["C005"]


@pytest.mark.parametrize("key", ["born", "died", "ids"])
def test_a_place_was_never_born(key: str) -> None:
    _, problems = checked(f'{key} = "1979"', PLACE)
    assert [(item.code, item.line, item.column) for item in problems] == [("C002", 3, 1)]


def test_an_entry_without_a_name_is_called_by_its_id() -> None:
    read, problems = reader()
    assert read.person("sarv", {}) == a_person(
        "sarv", PersonKind.PERSON, Bilingual("sarv", "sarv"), Bilingual("sarv", "sarv"), line=7
    )
    assert read.place("sarv", {}) == a_place(
        "sarv", "place", Bilingual("sarv", "sarv"), Bilingual("sarv", "sarv"), line=7
    )
    assert list(problems) == []


@pytest.mark.parametrize(
    ("table", "public"),
    [
        ({}, False),
        ({"born": "1940"}, False),
        ({"died": "2001"}, True),
        ({"kind": "organisation"}, True),
        ({"died": "2001", "public": False}, False),
        ({"kind": "organisation", "public": False}, False),
        ({"public": True}, True),
    ],
)
def test_only_bodies_and_the_dead_are_public_by_themselves(table: dict[str, object], public: bool) -> None:
    assert reader()[0].person("sarv", table).public is public


def test_a_place_is_public_unless_somebody_says_no() -> None:
    assert reader()[0].place("sarv", {}).public
    assert not reader()[0].place("sarv", {"public": False}).public


def test_the_order_of_the_names_is_that_of_the_file_after_the_established_one() -> None:
    person = a_person(
        "sarv",
        PersonKind.PERSON,
        Bilingual("آزاد سرو", "Azad Sarv"),
        Bilingual("سرو", "Sarv"),
        aliases=Words(("سرو", "استاد سرو"), ("Sarv",)),
        names=(OtherName("آزاده", ""), OtherName("", "A. Sarv"), OtherName("سروی", "Sarvi")),
    )
    assert list(spellings(person, "fa")) == ["آزاد سرو", "سرو", "استاد سرو", "آزاده", "سروی"]
    assert list(spellings(person, "en")) == ["Azad Sarv", "Sarv", "A. Sarv", "Sarvi"]
