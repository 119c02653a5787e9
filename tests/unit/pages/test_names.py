from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from goftogu.content.given_pictures import GivenPicture
from goftogu.content.settings import SiteConfig
from goftogu.content.vocabulary import PersonKind, Vocabulary
from goftogu.edition.edition import Edition
from goftogu.edition.site import Site
from goftogu.index.indexing import Findings, Mention
from goftogu.index.topics import MANY
from goftogu.model import Bilingual, Language, Particulars
from goftogu.pages import names
from goftogu.pages.figures import FigureView
from goftogu.pages.hits import ContextLine
from goftogu.pages.names import Contribution, NamePage
from goftogu.pages.pagination import PageSpace
from goftogu.problems import SourcePlace
from tests import drawn, sample_site
from tests.archives import Archive
from tests.entries import a_person

LINE = ContextLine("interviewee", "آقای سرو", "پیش از ", "رادیو", " و پس از آن", english=False)


def archive(mentions: int = 1, *talks: str) -> Archive:
    """Return an archive in whose interviews the radio is named so many times, in turn after turn."""
    held = sample_site.archive(*map(sample_site.interview, talks or ("sea",)))
    return replace(held, findings={item.id: _found(item.id, mentions) for item in held.interviews})


def _found(name: str, count: int) -> Findings:
    people = tuple(
        Mention(
            "radio",
            name,
            f"x-t{1 + number % 2 * 2}",
            f"t{1 + number % 4}",
            f"t{1 + number % 4}.1",
            0,
            3,
            1 + number % 4,
        )
        for number in range(count)
    )
    return sample_site.findings(name)._replace(people=people)


def planned(held: Archive, name: str, language: Language = Language.EN) -> list[NamePage]:
    return [item for item in names.pages(held.listing) if (item.name, item.language) == (name, language)]


def shown(held: Archive, name: str, language: Language = Language.EN, number: int = 0) -> dict[str, Any]:
    values = planned(held, name, language)[number]
    return dict(names.page(held.site, values, {talk: [LINE] * 500 for talk in values.outlines}).context())


def test_everybody_who_is_public_and_every_place_has_a_page() -> None:
    found = [(item.section, item.name, item.page.path) for item in names.pages(archive().listing)]
    assert found == [
        (section, name, f"{language}/{section}/{name}.html")
        for section, name in (("people", "sarv"), ("people", "radio"), ("places", "coast"))
        for language in ("fa", "en")
    ]


def test_the_page_of_a_speaker_has_the_interviews_and_that_of_a_place_none() -> None:
    (sarv,) = planned(archive(), "sarv")
    assert list(sarv.page.items) == ["sea"]
    assert [work.href for work in shown(archive(), "sarv")["works"]] == ["../sea.html"]
    coast = shown(archive(), "coast")
    assert coast["works"] == []
    assert [[hit.href for hit in group.hits] for group in coast["groups"]] == [["../sea.html#t4"]]
    assert (coast["section"], coast["kind"], coast["title"]) == ("places", "region", "The Coast")


def test_a_page_says_who_it_is() -> None:
    radio = shown(archive(), "radio")
    assert (radio["title"], radio["kind"], radio["description"]) == (
        "The Radio",
        "organisation",
        "The radio of the city",
    )
    assert radio["counterpart"] == '<bdi lang="fa" dir="rtl">رادیو</bdi>'
    assert (radio["frame"].title, radio["frame"].description) == ("The Radio", "The radio of the city")
    assert (radio["scheme"], radio["names"], radio["links"]) == ("", [], [])
    coast = shown(archive(), "coast", Language.FA)
    assert (coast["title"], coast["description"], [name.text for name in coast["names"]]) == ("ساحل", "", ["کرانه"])
    assert coast["facts"]["coordinates"] == "۳۶٫۵° شمالی، ۵۲٫۱° شرقی"
    assert [link.href for link in coast["links"]] == ["https://www.wikidata.org/entity/Q1"]


@pytest.mark.parametrize(("mentions", "divided"), [(MANY, False), (MANY + 1, True)])
def test_what_is_spoken_about_with_a_name_is_said_where_it_is_named_often(mentions: int, divided: bool) -> None:
    assert bool(planned(archive(mentions), "radio")[0].division) is divided
    assert bool(shown(archive(mentions), "radio")["topics"]) is divided


def test_the_topics_have_their_locators_in_an_archive_of_one_interview() -> None:
    topics = shown(archive(40), "radio")["topics"]
    assert [(str(line.label.text), count) for line, count in topics] == [("The sea", 0), ("Trade", 0)]
    assert [[locator.number for run in line.runs for locator in run.locators] for line, _ in topics] == [[2, 4], [1, 3]]


def test_in_a_larger_archive_they_are_only_counted() -> None:
    topics = shown(archive(40, "sea", "hill"), "radio")["topics"]
    assert [(str(line.label.text), line.runs, count) for line, count in topics] == [
        ("The sea", (), 40),
        ("Trade", (), 40),
    ]


def test_many_places_are_on_numbered_pages_and_only_the_first_is_divided() -> None:
    held = archive(200)
    pages = planned(held, "radio")
    assert [item.page.path for item in pages] == [
        "en/people/radio.html",
        "en/people/radio/2.html",
        "en/people/radio/3.html",
    ]
    assert [bool(item.division) for item in pages] == [True, False, False]
    found = [shown(held, "radio", number=number) for number in range(3)]
    assert [(page["page"], page["pages"], page["before"], page["after"]) for page in found[1:]] == [
        (2, 3, "../radio.html", "3.html"),
        (3, 3, "2.html", ""),
    ]
    groups = [[(len(group.hits), len(group.rest)) for group in page["groups"]] for page in found]
    assert sum(seen + kept for page in groups for seen, kept in page) == 200
    assert [sum(seen for seen, _ in page) for page in groups] == [10, 0, 0]
    assert shown(held, "radio", number=1)["frame"].head.canonical == ""


def test_what_is_known_of_a_name_takes_room_above_its_places() -> None:
    held = archive(9)
    radio, coast = held.site.vocabulary.people["radio"], held.site.vocabulary.places["coast"]
    division = planned(held, "radio")[0].division
    assert names._head(radio, None) == PageSpace(6 * 44, rows=0)
    assert names._head(coast, None) == PageSpace(7 * 44, rows=0)  # with an earlier name
    assert names._head(radio, division) == PageSpace(8 * 44, rows=0)  # with two topics
    told = replace(radio, biography=Bilingual("م" * 38, "m" * 39))
    assert names._head(told, None) == PageSpace(6 * 44 + 2 * 36, rows=0)


@pytest.mark.parametrize(("letters", "lines"), [(6, 1), (7, 2)])
def test_the_counts_of_a_name_are_in_line_with_what_is_said_of_it(letters: int, lines: int) -> None:
    held = archive()
    radio = replace(held.site.vocabulary.people["radio"], description=Bilingual("م", "m" * letters))
    edition = Edition(held.listing, Language.EN)
    assert names._row(edition, names._PEOPLE, radio).height == 44 + 26 * lines + 1


def listed(held: Archive, section: str, language: Language) -> dict[str, Any]:
    path = f"{language}/{section}/index.html"
    (page,) = (page for page in names.lists(held.listing) if page.path == path)
    return dict(page.context())


def test_lists_are_by_letter_with_counts() -> None:
    found = listed(archive(3), "people", Language.EN)
    assert found["section"] == "people"
    assert [
        (letter.text, [(entry.id, entry.href, str(entry.text), entry.speaks, entry.count) for entry in rows])
        for letter, rows in found["groups"]
    ] == [("R", [("radio", "radio.html", "Radio", 1, 3)]), ("S", [("sarv", "sarv.html", "Sarv", 1, 0)])]
    ((_, (coast,)),) = listed(archive(), "places", Language.FA)["groups"]
    assert (coast.kind, coast.text, coast.counterpart, coast.description, coast.count) == (
        "region",
        "ساحل",
        '<bdi lang="en" dir="ltr">The Coast</bdi>',
        "",
        1,
    )


def test_who_is_not_public_is_not_listed() -> None:
    found = [entry.id for _, rows in listed(archive(), "people", Language.FA)["groups"] for entry in rows]
    assert "someone" not in found
    assert planned(archive(), "someone") == []


def given_a_hand(role: str = "", place: str = "") -> Archive:
    """Return an archive whose interviews somebody helped to make, or that were held in a place."""
    held = archive()
    said = Particulars(place=place, contributors={role: ("sarv", "somebody")} if role else {})
    return replace(held, interviews=tuple(replace(item, particulars=said) for item in held.interviews))


def test_the_page_of_a_person_has_what_the_person_helped_to_make() -> None:
    held = given_a_hand("transcriber")
    (page,) = planned(held, "sarv")
    assert [item for item in page.page.items if isinstance(item, Contribution)] == [Contribution("sea", "transcriber")]
    ((work, role),) = shown(held, "sarv")["beside"]
    assert (work.href, role) == ("../sea.html", "Transcriber")
    assert shown(archive(), "sarv")["beside"] == []


def test_the_page_of_a_place_has_the_interviews_that_were_held_there() -> None:
    place = next(iter(archive().site.vocabulary.places))
    ((work, role),) = shown(given_a_hand(place=place), place)["beside"]
    assert (work.href, role) == ("../sea.html", "")
    assert shown(archive(), place)["beside"] == []


def lived(fa: str, en: str) -> Archive:
    held = archive()
    sarv = replace(held.site.vocabulary.people["sarv"], biography=Bilingual(fa, en))
    people = {**held.site.vocabulary.people, "sarv": sarv}
    return held.changed(vocabulary=replace(held.site.vocabulary, people=people))


def test_a_biography_has_paragraphs_in_the_language_of_the_page() -> None:
    held = lived("یک\n\n \n**دو**\nسه", "One\n\ntwo")
    assert shown(held, "sarv")["biography"] == ["One", "two"]
    assert shown(held, "sarv", Language.FA)["biography"] == ["یک", "<strong>دو</strong>\nسه"]


def test_a_biography_without_english_is_shown_in_persian() -> None:
    (paragraph,) = shown(lived("یک", ""), "sarv")["biography"]
    assert paragraph == '<bdi lang="fa" dir="rtl">یک</bdi>'
    assert shown(archive(), "sarv")["biography"] == []


def test_a_page_shows_the_portrait_of_its_person_where_that_is_published() -> None:
    shot = GivenPicture("rad.jpg", Bilingual("چهره", "A face"), Bilingual("عکس", "Photo"), SourcePlace("people.toml"))
    entry = a_person(
        "rad", PersonKind.PERSON, Bilingual("راد", "Rad"), Bilingual("راد", "Rad"), public=True, portrait=shot
    )
    site = Site(SiteConfig(), Vocabulary(people={"rad": entry}), pictures={"rad.jpg": drawn.published("rad.jpg")[0]})
    persian, english = (names.page(site, found, {}).context()["portrait"] for found in names.pages(site))
    assert isinstance(persian, FigureView)
    assert isinstance(english, FigureView)
    assert persian.image.src == "../../media/rad-60.jpg"
    assert english.credit is not None
    assert (english.alt["en"], english.credit.within("en")) == ("A face", "Photo")
    bare = replace(site, pictures={})
    assert [names.page(bare, found, {}).context()["portrait"] for found in names.pages(bare)] == [None, None]
