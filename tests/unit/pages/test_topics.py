from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from goftogu.content.vocabulary import Topic, Words
from goftogu.edition.edition import Edition
from goftogu.model import Bilingual, Language
from goftogu.pages import topics
from goftogu.pages.hits import ContextLine
from goftogu.pages.pagination import PageSpace
from goftogu.pages.topics import TopicHeading
from tests import sample_site
from tests.archives import Archive
from tests.entries import a_topic

ARCHIVE = sample_site.archive(sample_site.interview(), sample_site.interview("hill"))
LINE = ContextLine("interviewee", "آقای سرو", "پیش از ", "تجارت", " و پس از آن", english=False)


def page(topic: str, language: Language = Language.EN, archive: Archive = ARCHIVE) -> dict[str, Any]:
    (values,) = (item for item in topics.pages(archive.listing) if (item.topic, item.language) == (topic, language))
    lines = {name: [LINE] * 9 for name in values.outlines}
    return dict(topics.page(archive.site, values, lines).context())


def changed(**entries: Topic) -> Archive:
    known = {**ARCHIVE.site.vocabulary.topics, **entries}
    return ARCHIVE.changed(vocabulary=replace(ARCHIVE.site.vocabulary, topics=known))


def named(name: str, *broader: str) -> Topic:
    return a_topic(name, Bilingual(f"{name} fa", f"{name} en"), broader=broader)


def test_every_topic_has_a_page_in_each_language_also_without_entries() -> None:
    found = [(item.topic, item.page.path, len(item.page.items)) for item in topics.pages(ARCHIVE.listing)]
    assert found == [
        ("trade", "fa/topics/trade.html", 2),
        ("trade", "en/topics/trade.html", 2),
        ("sea", "fa/topics/sea.html", 4),
        ("sea", "en/topics/sea.html", 4),
        ("nature", "fa/topics/nature.html", 0),
        ("nature", "en/topics/nature.html", 0),
    ]


def test_what_is_about_the_topic_comes_before_what_touches_it() -> None:
    (values, *_) = (item for item in topics.pages(ARCHIVE.listing) if item.topic == "sea")
    assert [(item.interview, item.number, item.about) for item in values.page.items] == [
        ("sea", 3, True),
        ("hill", 3, True),
        ("sea", 2, False),
        ("hill", 2, False),
    ]
    assert set(values.outlines) == {"sea", "hill"}


def test_a_page_says_what_is_around_the_topic() -> None:
    found = page("sea")
    assert (found["title"], found["scope"], found["alt"]) == ("The sea", "", [])
    assert [(link.href, link.text) for link in found["broader"]] == [("nature.html", "Nature")]
    assert found["narrower"] == found["related"] == []
    assert [link.text for link in page("nature")["narrower"]] == ["The sea"]
    trade = page("trade")
    assert (trade["scope"], [link.text for link in trade["related"]]) == ("Buying, selling.", ["The sea"])
    assert (trade["before"], trade["after"]) == ("", "")
    assert trade["frame"].description == "Buying, selling."
    assert trade["frame"].section == "topics"


def test_hits_are_below_their_interviews_subjects_first() -> None:
    found = page("sea")
    assert [[hit.href for hit in group.hits] for group in found["primary"]] == [["../sea.html#t3"], ["../hill.html#t3"]]
    assert [[hit.number for hit in group.hits] for group in found["passing"]] == [[2], [2]]
    assert [group.work.href for group in found["primary"]] == ["../sea.html", "../hill.html"]
    assert page("nature")["primary"] == page("nature")["passing"] == []


def test_related_people_are_linked_if_they_are_public() -> None:
    topic = replace(
        ARCHIVE.site.vocabulary.topics["trade"],
        people=("sarv", "someone"),
        alt=Words(("بازرگانی",), ("Commerce",)),
        exact=("https://example.org/trade",),
        related=("sea", "gone"),
    )
    found = page("trade", archive=changed(trade=topic))
    assert [link.href for link in found["related"]] == ["sea.html", "../people/sarv.html"]
    assert (found["alt"], found["exact"]) == (["Commerce"], ("https://example.org/trade",))
    assert page("trade", Language.FA, changed(trade=topic))["alt"] == ["بازرگانی"]


def index(archive: Archive, language: Language = Language.EN) -> dict[str, Any]:
    (found,) = (page for page in topics.lists(archive.listing) if page.language == language)
    return dict(found.context())


def test_the_list_is_by_letter_and_counts_what_is_about_a_topic() -> None:
    found = index(ARCHIVE)
    assert [(letter.text, [(row.text, row.count) for row in rows]) for letter, rows in found["groups"]] == [
        ("N", [("Nature", 0)]),
        ("S", [("The sea", 2)]),
        ("T", [("Trade", 2)]),
    ]
    assert found["data"] == {
        "ttl": "../../data/vocabulary/topics.ttl",
        "jsonld": "../../data/vocabulary/topics.jsonld",
        "json": "../../data/vocabulary/topics.json",
    }


def tree(heading: TopicHeading) -> Any:
    return (str(heading.text), [tree(item) for item in heading.narrower]) if heading.narrower else str(heading.text)


def test_the_tree_has_what_has_something_below_it() -> None:
    assert [tree(item) for item in index(ARCHIVE)["tree"]] == [("Nature", ["The sea"])]
    deep = changed(a=named("a"), b=named("b", "a"), c=named("c", "b", "nature"), d=named("d"))
    assert [tree(item) for item in index(deep)["tree"]] == [
        ("a en", [("b en", ["c en"])]),
        ("Nature", ["c en", "The sea"]),
    ]


def test_as_many_interviews_are_on_a_page_as_six_screens_show() -> None:
    held = [sample_site.interview(f"i{number}") for number in range(40)]
    long = sample_site.archive(*(replace(item, title=sample_site.paragraph("title", "دریا " * 8)) for item in held))
    found = [item for item in topics.pages(long.listing) if (item.topic, item.language) == ("trade", Language.FA)]
    assert [len({item.interview for item in values.page.items}) for values in found] == [14, 26]


def test_the_tree_takes_room_for_each_topic() -> None:
    two = changed(x=named("x", "nature"))
    assert topics._tree_extent(Edition(two.listing, Language.EN)) == PageSpace(2 * 74, rows=0)


@pytest.mark.parametrize(("count", "shown"), [(49, 2), (50, 0)])
def test_a_tree_is_shown_while_it_fits_on_a_page(count: int, shown: int) -> None:
    many = changed(a=named("a"), **{f"x{number}": named(f"x{number}", "a") for number in range(count)})
    edition = Edition(many.listing, Language.EN)
    assert len(topics._tree(edition, "en/topics/index.html")) == shown
    assert bool(topics._tree_extent(edition).height) is bool(shown)


def test_headings_are_in_order_and_no_more_than_a_page_lists() -> None:
    many = changed(**{f"x{number}": named(f"x{number}") for number in range(300)})
    assert len(topics.headings(Edition(many.listing, Language.EN), "en/index.html")) == 50
    found = topics.headings(Edition(ARCHIVE.listing, Language.FA), "fa/index.html")
    assert [(item.text, item.href) for item in found] == [
        ("تجارت", "topics/trade.html"),
        ("دریا", "topics/sea.html"),
        ("طبیعت", "topics/nature.html"),
    ]
