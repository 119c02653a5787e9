from __future__ import annotations

from dataclasses import replace

import pytest

from goftogu.content.lifetimes import read_date
from goftogu.content.other_names import NameKind, OtherName, Scheme
from goftogu.content.vocabulary import Person, PersonKind, Place, Words
from goftogu.edition.edition import Edition
from goftogu.model import Bilingual, Language
from goftogu.pages.name_facts import NameView, facts, links, other_names
from goftogu.persian.dates.calendar import DateRange, PartialDate, parse
from tests import sample_site
from tests.entries import a_person, a_place

SITE = sample_site.archive().site
FA, EN = (Edition(SITE, language) for language in Language)
URMIA = a_place("urmia", "city", Bilingual("ارومیه", "Urmia"), Bilingual("ارومیه", "Urmia"), coordinates="37.55, 45.07")
SARV = a_person("sarv", PersonKind.PERSON, Bilingual("آزاد سرو", "Azad Sarv"), Bilingual("سرو", "Sarv"))
HISTORIC = OtherName("رضاییه", "Rezaiyeh", NameKind.HISTORIC, Scheme.IJMES, parse("1305"), parse("1357"))


def texts(edition: Edition, entry: Person | Place) -> list[tuple[str, str]]:
    return [(str(name.text), str(name.counterpart)) for name in other_names(edition, entry)]


def test_another_name_has_its_form_its_kind_and_its_years() -> None:
    (found,) = other_names(EN, replace(URMIA, names=(HISTORIC,)))
    assert found == NameView(
        text="Rezaiyeh",
        counterpart='<bdi lang="fa" dir="rtl">رضاییه</bdi>',
        kind="historic",
        scheme="ijmes",
        since=parse("1305"),
        until=parse("1357"),
        used=parse("1305/1357"),
    )
    (persian,) = other_names(FA, replace(URMIA, names=(HISTORIC,)))
    assert (persian.text, persian.counterpart) == ("رضاییه", '<bdi lang="en" dir="ltr">Rezaiyeh</bdi>')


@pytest.mark.parametrize(
    ("since", "until", "used"),
    [
        ("1305", "1357", True),
        ("1305", "", False),
        ("", "1357", False),
        ("1926", "1357", False),
        ("1357", "1305", False),
        ("1304/1305", "1357", False),
        ("1305-02", "1357-11-22", True),
    ],
)
def test_a_time_is_whole_where_both_ends_are_known_and_in_one_calendar(since: str, until: str, used: bool) -> None:
    ends = [parse(text) if text else None for text in (since, until)]
    (found,) = other_names(EN, replace(URMIA, names=(replace(HISTORIC, since=ends[0], until=ends[1]),)))
    assert (found.since, found.until) == tuple(ends)
    if used:
        assert isinstance(ends[0], PartialDate)
        assert isinstance(ends[1], PartialDate)
        assert found.used == DateRange(ends[0], ends[1])
    else:
        assert found.used is None


def test_spellings_come_last_and_none_that_reads_like_another_is_shown() -> None:
    entry = replace(
        URMIA,
        names=(HISTORIC, OtherName("اورمیه", ""), OtherName("", "Orumiyeh")),
        aliases=Words(("اروميه", "رضائیه", "اورمو"), ("URMIA", "Rezaiyeh", "Urmu", "urmu")),
    )
    assert [text for text, _ in texts(FA, entry)] == ["رضاییه", "اورمیه", "", "اورمو"]
    assert [text for text, _ in texts(EN, entry)] == ["Rezaiyeh", "", "Orumiyeh", "Urmu"]
    assert texts(EN, entry)[1] == ("", '<bdi lang="fa" dir="rtl">اورمیه</bdi>')
    assert texts(EN, URMIA) == []


@pytest.mark.parametrize(
    ("written", "persian", "english"),
    [
        ("1979-02-11", "۲۲ بهمن ۱۳۵۷ (۱۱ فوریهٔ ۱۹۷۹)", "11 February 1979 (22 Bahman 1357)"),
        ("1979", "۱۹۷۹ (۱۳۵۷–۱۳۵۸)", "1979 (1357–58)"),
        ("1800", "۱۸۰۰ (۱۱۷۸–۱۱۷۹)", "1800 (1178–79)"),
        ("1339", "۱۳۳۹ (۱۹۶۰–۱۹۶۱)", "1339/1960–61"),
        ("1799", "۱۷۹۹", "1799"),
        ("0980-08-16", "۰۹۸۰-۰۸-۱۶", "0980-08-16"),
        ("-0500", "-۰۵۰۰", "-0500"),
        ("", "", ""),
    ],
)
def test_dates_of_a_life_are_written_for_readers(written: str, persian: str, english: str) -> None:
    when = read_date(written) if written else ""
    person = replace(SARV, born=when, died=when)
    assert facts(FA, person) == {"born": persian, "died": persian, "coordinates": ""}
    assert facts(EN, person) == {"born": english, "died": english, "coordinates": ""}


def test_coordinates_are_written_for_readers() -> None:
    assert facts(FA, URMIA) == {"born": "", "died": "", "coordinates": "۳۷٫۵۵° شمالی، ۴۵٫۰۷° شرقی"}
    assert facts(EN, URMIA) == {"born": "", "died": "", "coordinates": "37.55° N, 45.07° E"}


def test_coordinates_name_the_half_of_the_earth() -> None:
    southwest = replace(URMIA, coordinates="-34.6,-58")
    assert facts(FA, southwest)["coordinates"] == "۳۴٫۶° جنوبی، ۵۸° غربی"
    assert facts(EN, southwest)["coordinates"] == "34.6° S, 58° W"
    assert facts(EN, replace(URMIA, coordinates=""))["coordinates"] == ""


def shown(entry: Person | Place) -> list[tuple[str, str]]:
    return [(link.href, str(link.text)) for link in links(entry)]


def test_catalogues_are_linked_where_their_addresses_are_known() -> None:
    person = replace(
        SARV,
        exact=("https://www.example.org/sarv", "http://fa.example.org/سرو"),
        ids={"wikidata": "Q1", "viaf": "12/3", "lc": "n79", "bnf": "cb1"},
    )
    assert shown(person) == [
        ("https://www.example.org/sarv", "example.org/sarv"),
        ("http://fa.example.org/سرو", 'fa.example.org/<bdi lang="fa" dir="rtl">سرو</bdi>'),
        ("https://www.wikidata.org/wiki/Q1", "Wikidata Q1"),
        ("https://viaf.org/viaf/12%2F3", "VIAF 12/3"),
        ("https://id.loc.gov/authorities/names/n79", "Library of Congress n79"),
        ("", "bnf cb1"),
    ]
    assert shown(URMIA) == []
