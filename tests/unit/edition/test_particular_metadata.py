"""What the catalogue says of an interview, for programs."""

from __future__ import annotations

import dataclasses

from goftogu.edition import metadata, particular_metadata
from goftogu.model import Language, Particulars, Rights
from tests import described, materials

FA, EN = Language
URL = "https://example.org/archive/"


def test_every_fact_with_a_place_in_dublin_core_is_there() -> None:
    found = [pair for pair in particular_metadata.references(described.material(), EN) if pair[1]]
    assert found == [
        ("citation_doi", "10.5072/River.1"),
        ("citation_keywords", "river"),
        ("citation_keywords", "flood"),
        ("DC.subject", "river"),
        ("DC.subject", "flood"),
        ("DC.description.abstract", "A talk about water and bread"),
        ("DC.contributor", "Radio, Tehran"),
        ("DC.contributor", "Sara Nik"),
        ("DC.contributor", "بهرام"),
        ("DC.contributor", "Sara Nik"),
        ("DC.contributor", "Jane Doe"),
        ("DC.relation.isPartOf", "Waters, part 2"),
        ("DC.identifier", "OH-12 & 13"),
        ("DC.identifier", "https://doi.org/10.5072/River.1"),
        ("DC.format.extent", "PT1H12M30S"),
    ]


def test_the_persian_page_has_them_in_persian() -> None:
    found = dict(metadata.references(described.material(), FA))
    assert found["DC.description.abstract"] == "گفت‌وگو از آب و نان"
    assert found["DC.relation.isPartOf"] == "آب‌ها، بخش ۲"
    assert found["citation_keywords"] == "سیلاب"


def test_of_nothing_nothing_is_said() -> None:
    given = materials.material()
    assert [content for _, content in particular_metadata.references(given, EN) if content] == []
    assert [value for value in particular_metadata.article(given, EN).values() if value] == []
    assert particular_metadata.series(given, EN) == {}


def test_linked_data_have_them_too() -> None:
    found = metadata.article(described.material(), EN, "about")
    assert (found["abstract"], found["keywords"]) == ("A talk about water and bread", ["river", "flood"])
    geo = {"@type": "GeoCoordinates", "latitude": "37.28", "longitude": "49.58"}
    assert found["locationCreated"] == {"@type": "Place", "name": "Rasht", "geo": geo}
    assert found["recordedAt"] == {"@type": "Event", "duration": "PT1H12M30S", "inLanguage": ["fa", "glk"]}
    series, collection = found["isPartOf"]
    assert series == {"@type": "CreativeWorkSeries", "name": "Waters", "url": f"{URL}en/series/water.html"}
    assert (collection["@type"], found["position"]) == ("Collection", 2)
    assert found["identifier"] == ["OH-12 & 13", "https://doi.org/10.5072/River.1"]
    assert found["editor"] == [{"@type": "Person", "name": "Sara Nik"}]
    assert found["translator"] == [{"@type": "Person", "name": "Jane Doe"}]
    roles = [(role["roleName"], role["contributor"]) for role in found["contributor"]]
    assert roles[2:] == [
        ("camera", {"@type": "Organization", "name": "Radio, Tehran"}),
        ("transcriber", {"@type": "Person", "name": "Sara Nik"}),
        ("transcriber", {"@type": "Person", "name": "بهرام"}),
    ]


def test_a_place_without_coordinates_has_a_name() -> None:
    place = dataclasses.replace(described.PLACE, coordinates="")
    given = described.material()
    given = dataclasses.replace(given, vocabulary=dataclasses.replace(given.vocabulary, places={"rasht": place}))
    assert metadata.article(given, FA, "")["locationCreated"] == {"@type": "Place", "name": "رشت"}


def test_languages_without_a_duration_are_of_the_talk() -> None:
    found = metadata.article(described.material(Particulars(languages=("glk",))), FA, "")
    assert found["recordedAt"] == {"@type": "Event", "inLanguage": ["glk"]}
    assert found["inLanguage"] == "fa"


def test_the_rights_of_the_series_are_those_of_its_interviews() -> None:
    found = dict(metadata.references(described.material(), EN))
    assert found["DC.rights"] == described.BY
    assert "DC.rights.license" not in found
    own = described.material(rights=Rights(holder="sara", licence="https://a.org/l"))
    found = dict(metadata.references(own, EN))
    assert (found["DC.rights"], found["DC.rights.license"]) == ("Rights holder: Sara Nik", "https://a.org/l")
