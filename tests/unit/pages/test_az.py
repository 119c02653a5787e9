from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from goftogu.content.vocabulary import Words
from goftogu.edition.edition import Edition
from goftogu.index.indexing import Findings, Mention
from goftogu.index.topics import MANY, Entry, GivenBy, Kind
from goftogu.model import Bilingual, Exchange, Language
from goftogu.pages import az
from goftogu.pages.az import IndexHeading
from tests import sample_site
from tests.archives import Archive

SEA = replace(
    sample_site.interview(), exchanges=tuple(Exchange(f"x{number}", (f"t{number}",)) for number in range(1, 60))
)


def found(topics: dict[str, int], people: int = 0) -> Findings:
    """Return entries of topics, one exchange after the other for each, and mentions of the radio."""
    entries = tuple(
        Entry("sea", f"x{turn}", f"t{turn}", topic, Kind.PRIMARY, GivenBy.MATCH, "", 0, 0, "", turn)
        for topic, count in topics.items()
        for turn in range(1, count + 1)
    )
    mentions = tuple(Mention("radio", "sea", f"x{turn}", f"t{turn}", "", 0, 0, turn) for turn in range(1, people + 1))
    return sample_site.findings("sea")._replace(entries=entries, people=mentions, exchanges=59)


def archive(topics: dict[str, int], people: int = 0, **changes: Any) -> Archive:
    held = replace(sample_site.archive(SEA), findings={"sea": found(topics, people)})
    known = held.site.vocabulary
    changed = {name: replace(known.topics[name], **change) for name, change in changes.items()}
    return held.changed(vocabulary=replace(known, topics={**known.topics, **changed}))


def page(held: Archive, language: Language = Language.EN) -> dict[str, Any]:
    (made,) = (item for item in az.pages(held.listing) if item.language == language)
    return dict(made.context())


def headings(held: Archive, language: Language = Language.EN) -> dict[str, IndexHeading]:
    return {str(item.text): item for _, rows in page(held, language)["groups"] for item in rows}


def lines(heading: IndexHeading) -> list[tuple[str, int, int]]:
    """Return the label of each line, how many locators it shows, and how many more there are."""
    return [
        (str(line.label.text) if line.label else "", sum(len(run.locators) for run in line.runs), line.rest)
        for line in heading.lines
    ]


def titles(heading: IndexHeading) -> list[str]:
    """Return the title of the interview with which each run of locators begins, or nothing."""
    return [str(run.title.text) if run.title else "" for run in heading.lines[0].runs]


def test_the_index_has_topics_people_and_places_in_one_alphabet() -> None:
    shown = page(archive({"trade": 1}, people=1))
    assert [(letter.text, [str(row.text) for row in rows]) for letter, rows in shown["groups"]] == [
        ("C", ["Coast, The"]),
        ("K", ["Karāna"]),
        ("R", ["Radio"]),
        ("S", ["Sarv"]),
        ("T", ["Trade"]),
    ]
    assert shown["counts"] == {"interviews": 1, "topics": 3, "people": 2, "places": 1, "chronology": 1}
    assert (shown["first"], str(shown["only"])) == (True, "The President and the Sea")


def test_a_heading_leads_to_its_page_and_names_its_counterpart() -> None:
    trade = headings(archive({"trade": 2, "sea": 1}))["Trade"]
    assert trade.href == "../topics/trade.html"
    assert trade.counterpart == '<bdi lang="fa" dir="rtl">تجارت</bdi>'
    assert [link.href for link in trade.also] == ["../topics/sea.html"]
    assert (lines(trade), trade.see, trade.speaks) == ([("", 2, 0)], (), ())
    assert [link.text for link in headings(archive({"trade": 1}), Language.FA)["تجارت"].also] == []


@pytest.mark.parametrize(("count", "divided"), [(MANY, False), (MANY + 1, True)])
def test_a_heading_is_divided_from_one_locator_more_than_many(count: int, divided: bool) -> None:
    held = archive({"trade": count, "sea": 2}, people=count)
    radio, trade = (lines(headings(held)[name]) for name in ("Radio", "Trade"))
    assert radio == ([("The sea", 2, 0), ("Trade", count, 0)] if divided else [("", count, 0)])
    assert trade == ([("", count - 2, 0), ("The sea", 2, 0)] if divided else [("", count, 0)])


def test_narrower_headings_are_below_the_broader_one() -> None:
    nature = headings(archive({"sea": 3}))["Nature"]
    assert lines(nature) == [("The sea", 3, 0)]
    assert nature.lines[0].more == "../topics/sea.html"
    both = headings(archive({"nature": 2, "sea": 3}))["Nature"]
    assert lines(both) == [("", 2, 0), ("The sea", 3, 0)]


def test_a_topic_that_nobody_speaks_of_is_not_there_unless_something_is_below_it() -> None:
    assert set(headings(archive({"trade": 1}))) & {"Nature", "The sea"} == set()
    assert "Nature" in headings(archive({"sea": 1}))


def test_other_words_lead_to_the_heading_unless_they_would_be_next_to_it() -> None:
    words = Words(("بازرگانی", "تجارت خارجی"), ("Commerce", "Trade abroad", "commerce"))
    shown = headings(archive({"trade": 1}, trade={"alt": words}))
    assert [link.text for link in shown["Commerce"].see] == ["Trade"]
    assert shown["Commerce"].see[0].href == "../topics/trade.html"
    assert (shown["Commerce"].href, shown["Commerce"].lines, shown["Commerce"].counterpart) == ("", (), "")
    assert not {"Trade abroad", "commerce"} & set(shown)
    persian = headings(archive({"trade": 1}, trade={"alt": words}), Language.FA)
    assert "بازرگانی" in persian
    assert "تجارت خارجی" not in persian


def test_a_word_is_next_to_a_heading_when_both_begin_with_the_same_word() -> None:
    words = Words((), ("Trade abroad", "Traders", "Commerce at sea"))
    shown = headings(archive({"trade": 1}, trade={"alt": words, "label": Bilingual("تجارت دریا", "Trade at sea")}))
    assert [name for name, row in shown.items() if [link.text for link in row.see] == ["Trade at sea"]] == [
        "Commerce at sea",
        "Traders",
    ]


def test_a_person_has_what_is_said_and_where_the_person_speaks() -> None:
    shown = headings(archive({"trade": 1}, 0, trade={"people": ("sarv",), "alt": Words((), ("Sarv", "Azad Sarv"))}))
    sarv = shown["Sarv"]
    assert [link.href for link in sarv.speaks] == ["../sea.html"]
    assert [link.href for link in sarv.also] == ["../topics/trade.html"]
    assert sarv.href == "../people/sarv.html"
    assert sarv.counterpart == '<bdi lang="fa" dir="rtl">آزاد سرو</bdi>'
    assert [link.href for link in shown["Trade"].also] == ["../people/sarv.html"]
    assert "Azad Sarv" not in shown


def test_an_article_does_not_part_a_word_from_its_heading() -> None:
    words = Words((), ("The trade at sea", "The market"))
    assert [name for name in headings(archive({"trade": 1}, trade={"alt": words})) if name.startswith("The ")] == [
        "The market"
    ]


def test_the_places_of_which_a_heading_is_the_subject_are_marked() -> None:
    held = archive({"trade": 2})
    entries = held.findings["sea"].entries
    weak = (entries[0], entries[1]._replace(kind=Kind.PASSING))
    shown = headings(replace(held, findings={"sea": held.findings["sea"]._replace(entries=weak)}))
    assert [place.about for run in shown["Trade"].lines[0].runs for place in run.locators] == [True, False]


def test_an_earlier_name_of_a_place_leads_to_it() -> None:
    shown = headings(archive({}))
    assert [link.text for link in shown["Karāna"].see] == ["Coast, The"]
    assert shown["Coast, The"].href == "../places/coast.html"
    assert lines(shown["Coast, The"]) == [("", 1, 0)]


def test_in_an_archive_of_several_interviews_locators_have_titles() -> None:
    held = archive({"trade": 1}, people=1)
    other = sample_site.interview("hill")
    two = replace(
        held, interviews=(*held.interviews, other), findings={**held.findings, "hill": sample_site.findings("hill")}
    )
    both = ["The President and the Sea", '<bdi lang="fa" dir="rtl">رئیس جمهور و دریا</bdi>']
    assert [titles(headings(two)[name]) for name in ("Trade", "Coast, The", "Radio")] == [both] * 3
    assert page(two)["only"] == ""
    assert titles(headings(held)["Trade"]) == titles(headings(held)["Radio"]) == [""]


@pytest.mark.parametrize(
    ("trade", "people", "heights"),
    [
        (2, 1, {"Trade": 44 + 56 + 44, "Radio": 44 + 56 + 56}),  # the name, locators; what to see also; what he says
        (9, 9, {"Trade": 44 + 2 * 88 + 44, "Radio": 44 + 2 * 88 + 56}),  # locators below two sub-headings
    ],
)
def test_a_heading_is_as_high_as_what_is_below_it(trade: int, people: int, heights: dict[str, int]) -> None:
    held = archive({"trade": trade, "sea": 2}, people=people, nature={"people": ("radio",)})
    rows = {row.key: row.height for row in az._Index(Edition(held.listing, Language.EN)).rows()}
    assert rows == {
        "The sea": 44 + 56,
        "Nature": 44 + 88 + 44,  # the name, a narrower heading, a person to see also
        "Sarv": 44 + 56,
        "Coast, The": 44 + 56,
        "Karāna": 44,
        **heights,
    }


def test_what_a_person_is_to_see_also_takes_a_line_more() -> None:
    held = archive({"trade": 1}, trade={"people": ("sarv",)})
    rows = {row.key: row.height for row in az._Index(Edition(held.listing, Language.EN)).rows()}
    assert (rows["Sarv"], rows["Trade"]) == (44 + 44 + 56, 44 + 44 + 56)


def test_interviews_of_a_person_beyond_those_shown_openly_make_a_heading_no_higher() -> None:
    radio = archive({}).site.vocabulary.people["radio"]

    def height(count: int) -> int:
        return az._Named(radio, lambda: "", (), None, (), ["talk"] * count).height

    assert height(1) < height(2) < height(MANY) == height(MANY + 1) == height(3 * MANY)
