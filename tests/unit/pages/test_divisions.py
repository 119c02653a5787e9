from __future__ import annotations

from dataclasses import replace

import pytest

from goftogu.edition.edition import Edition
from goftogu.index.topics import Entry, GivenBy, Kind
from goftogu.model import Bilingual, Exchange, Language
from goftogu.pages import divisions
from goftogu.pages.divisions import Divider, Division, by_topic, divide, in_order, share
from goftogu.pages.locators import LocatorMark, Locators
from tests import sample_site
from tests.archives import Archive


def archive(*talks: tuple[str, str], **topics: str) -> Archive:
    """Return an archive; each topic names the exchanges about it, such as ``a1 b2``: interview and exchange."""
    held = sample_site.archive(
        *(
            replace(
                sample_site.interview(name, date),
                exchanges=tuple(Exchange(f"x{number}", (f"t{number}",)) for number in range(1, 30)),
            )
            for name, date in talks
        )
    )
    found: dict[str, list[Entry]] = {name: [] for name, _ in talks}
    for topic, places in topics.items():
        for place in places.split():
            name, number = place[0], int(place[1:])
            entry = Entry(name, f"x{number}", f"t{number}", topic, Kind.PRIMARY, GivenBy.MATCH, "", 0, 0, "", number)
            found[name].append(entry)
    findings = {
        name: sample_site.findings(name)._replace(entries=tuple(entries), exchanges=29)
        for name, entries in found.items()
    }
    return replace(held, findings=findings)


def mark(place: str) -> LocatorMark:
    return LocatorMark(place[0], f"t{place[1:]}", int(place[1:]), about=False, exchange=f"x{place[1:]}")


def marks(places: str) -> list[LocatorMark]:
    return [mark(place) for place in places.split()]


def shown(division: Division) -> dict[str, str]:
    """Return the locators of each part in the words of :func:`archive`."""
    return {
        name: " ".join(f"{item.interview}{item.number}" for item in found) for name, found in division.parts.items()
    }


TWO = (("a", "1357-01-01"), ("b", "1404-01-01"))


def test_what_else_is_spoken_about_divides_a_heading() -> None:
    held = archive(*TWO, sea="a1 a2 b1", trade="a2 b2")
    division = divide(held.listing, Language.EN, marks("a1 a2 a3 b1 b2"))
    assert division.by == Divider.TOPIC
    assert shown(division) == {"sea": "a1 a2 b1", "trade": "a2 b2", "": "a3"}


def test_the_heading_itself_and_its_kin_divide_nothing() -> None:
    held = archive(*TWO, sea="a1 a2 b1", trade="a2 b2", nature="b1")
    assert shown(by_topic(held.listing, marks("a1 a2 b1 b2"), {"sea"})) == {"": "a1", "trade": "a2 b2", "nature": "b1"}


def test_what_is_only_touched_divides_nothing() -> None:
    held = archive(*TWO, sea="a1")
    entries = tuple(entry._replace(kind=Kind.PASSING) for entry in held.findings["a"].entries)
    weak = replace(held, findings={**held.findings, "a": held.findings["a"]._replace(entries=entries)})
    assert shown(by_topic(weak.listing, marks("a1"))) == {"": "a1"}


@pytest.mark.parametrize(
    ("places", "by"),
    [
        ("a1 a2 a3 b1", Divider.TOPIC),
        ("a1 a2 a3 a4 b1", Divider.INTERVIEW),
        ("a3 a4 b1 b2", Divider.INTERVIEW),
        ("a1 a3 a4 a5", Divider.TOPIC),
        ("a1 b1", Divider.TOPIC),
        ("a3 b3", Divider.INTERVIEW),
    ],
)
def test_topics_divide_if_at_least_half_belongs_to_one(places: str, by: Divider) -> None:
    held = archive(*TWO, sea="a1", trade="a2")
    assert divide(held.listing, Language.EN, marks(places)).by == by


def test_a_topic_that_all_of_it_belongs_to_divides_nothing() -> None:
    held = archive(*TWO, sea="a1 b1")
    assert shown(divide(held.listing, Language.EN, marks("a1 b1"))) == {"a": "a1", "b": "b1"}


def test_in_one_interview_only_topics_divide() -> None:
    held = archive(*TWO, sea="a1")
    division = divide(held.listing, Language.EN, marks("a1 a2 a3"))
    assert (division.by, shown(division)) == (Divider.TOPIC, {"sea": "a1", "": "a2 a3"})


def many(count: int, *years: int) -> Archive:
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"[:count]
    return archive(*((letter, f"{years[number % len(years)]}-01-01") for number, letter in enumerate(letters)))


@pytest.mark.parametrize(
    ("count", "years", "by"),
    [
        (24, (1400, 1401), Divider.INTERVIEW),
        (25, (1400, 1401), Divider.YEAR),
        (25, (1400,), Divider.INTERVIEW),
        (26, tuple(range(1370, 1394)), Divider.YEAR),
        (26, tuple(range(1370, 1395)), Divider.INTERVIEW),
    ],
)
def test_many_interviews_are_divided_by_their_years(count: int, years: tuple[int, ...], by: Divider) -> None:
    held = many(count, *years)
    division = divide(held.listing, Language.FA, [mark(f"{name}1") for name in held.findings])
    assert division.by == by
    if years == (1400, 1401) and by == Divider.YEAR:
        assert set(division.parts) == {"1400", "1401"}
        assert set(divide(held.listing, Language.EN, [mark(f"{name}1") for name in held.findings]).parts) == {
            "2021",
            "2022",
        }


def test_of_many_topics_those_with_the_most_locators_divide() -> None:
    known = sample_site.vocabulary()
    names = [f"x{number:02}" for number in range(14)]
    topics = {name: replace(known.topics["sea"], id=name) for name in names}
    about = {name: f"a{number + 1} a20" for number, name in enumerate(names)}
    held = archive(("a", "1400-01-01"), **{**about, "x00": "a1 a2 a20"})
    held = held.changed(vocabulary=replace(known, topics={**known.topics, **topics}))
    parts = by_topic(held.listing, marks(" ".join(f"a{number}" for number in range(1, 16)))).parts
    assert len(set(parts) - {""}) == 12
    assert "x00" in parts


def test_parts_are_in_the_order_of_the_language_and_what_has_no_topic_comes_first() -> None:
    held = archive(*TWO, sea="a1", trade="a2", nature="a3")
    division = by_topic(held.listing, marks("a1 a2 a3 a4"))
    order = {
        language: [name for name, _ in in_order(Edition(held.listing, language), division)] for language in Language
    }
    assert order == {Language.EN: ["", "nature", "sea", "trade"], Language.FA: ["", "trade", "sea", "nature"]}


def test_parts_are_in_the_order_of_the_persian_alphabet_and_without_english_articles() -> None:
    held = archive(*TWO, sea="a1", trade="a2", nature="a3")
    labels = {
        "sea": Bilingual("پرورش", "The coast"),
        "trade": Bilingual("تجارت", "Trade"),
        "nature": Bilingual("بادها", "Storms"),
    }
    known = held.site.vocabulary
    topics = {name: replace(known.topics[name], label=label) for name, label in labels.items()}
    named = held.changed(vocabulary=replace(known, topics=topics))
    division = by_topic(named.listing, marks("a1 a2 a3"))
    order = {
        language: [name for name, _ in in_order(Edition(named.listing, language), division)] for language in Language
    }
    assert order == {Language.FA: ["nature", "sea", "trade"], Language.EN: ["sea", "nature", "trade"]}


@pytest.mark.parametrize(
    ("parts", "most"), [(0, 8), (1, 8), (3, 8), (4, 6), (5, 4), (12, 2), (13, 1), (24, 1), (25, 1), (240, 1)]
)
def test_the_more_parts_the_fewer_locators_each(parts: int, most: int) -> None:
    assert share(range(parts)) == most


def test_the_height_is_that_of_all_lines() -> None:
    by_interview = Division(Divider.INTERVIEW, {str(number): marks("a1") for number in range(30)})
    assert (by_interview.height, by_interview.most) == (25, 8)
    assert Division(Divider.INTERVIEW, {"a": marks("a1"), "b": marks("b1")}).height == 2
    assert Division(Divider.TOPIC, {"sea": marks("a1 a2 b1"), "": marks("a3")}).height == 3


def lines(held: Archive, division: Division, language: Language = Language.EN) -> list[tuple[str, int, int]]:
    """Return the sub-heading of each line, how many locators it shows, and how many more there are."""
    edition = Edition(held.listing, language)
    made = divisions.lines(edition, Locators(edition, f"{language}/a-z/index.html", titles=True), division)
    return [
        (str(line.label.text) if line.label else "", sum(len(run.locators) for run in line.runs), line.rest)
        for line in made
    ]


def test_each_part_is_a_line_with_its_sub_heading() -> None:
    held = archive(*TWO, sea="a1 a2 b1", trade="a2 b2")
    division = divide(held.listing, Language.EN, marks("a1 a2 a3 b1 b2"))
    assert lines(held, division) == [("", 1, 0), ("The sea", 3, 0), ("Trade", 2, 0)]


def test_years_are_in_the_digits_of_the_language() -> None:
    held = many(25, 1400, 1401)
    for language, years in ((Language.FA, ["۱۴۰۰", "۱۴۰۱"]), (Language.EN, ["2021", "2022"])):
        division = divide(held.listing, language, [mark(f"{name}1") for name in held.findings])
        assert [label for label, _, _ in lines(held, division, language)] == years


@pytest.mark.parametrize(("talks", "shown"), [(TWO[:1], (8, 2)), (TWO, (6, 4))])
def test_an_archive_of_one_interview_has_room_for_more_locators_of_each_part(
    talks: tuple[tuple[str, str], ...], shown: tuple[int, int]
) -> None:
    held = archive(*talks, sea=" ".join(f"a{number}" for number in range(1, 11)), trade="a11", nature="a12")
    division = by_topic(held.listing, marks(" ".join(f"a{number}" for number in range(1, 14))))
    assert lines(held, division) == [("", 1, 0), ("Nature", 1, 0), ("The sea", *shown), ("Trade", 1, 0)]


def test_of_very_many_interviews_the_first_are_shown_and_the_rest_is_counted() -> None:
    for count, expected in ((25, 25), (26, 25)):
        held = many(count, 1400)
        found = lines(held, divide(held.listing, Language.EN, [mark(f"{name}1") for name in held.findings]))
        assert len(found) == expected
        assert found[-1] == (("", 0, 2) if count == 26 else ("The President and the Sea", 1, 0))
