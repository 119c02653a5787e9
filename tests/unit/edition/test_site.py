from __future__ import annotations

from dataclasses import replace

import pytest

from goftogu.edition.outline import Listed, outline
from goftogu.edition.site import ordered
from goftogu.index.topics import Kind
from tests import sample_site as sample

HELD = tuple(sample.interview(name) for name in ("new", "old"))
ARCHIVE = sample.archive(*HELD)
OUTLINES = tuple(outline(item, sample.english()) for item in HELD)


def test_a_site_begins_without_interviews_and_without_an_index() -> None:
    site = ARCHIVE.site
    assert (site.interviews, site.translations, site.dates, site.index.used()) == ((), {}, (), ())
    assert (site.people.used(), site.people.parts("sarv"), site.places.mentions("coast")) == ((), (), ())


def test_a_site_shows_some_interviews_with_the_english_of_their_outlines() -> None:
    shown = ARCHIVE.site.showing(iter(OUTLINES[:1]))
    assert shown.interviews == OUTLINES[:1]
    assert shown.translations == {"new": OUTLINES[0].english}
    assert shown.index.used() == ()
    assert (shown.config, shown.vocabulary, shown.pages) == (
        ARCHIVE.site.config,
        ARCHIVE.site.vocabulary,
        ARCHIVE.site.pages,
    )


def test_a_site_that_shows_others_forgets_the_first_and_their_index() -> None:
    again = ARCHIVE.listing.showing(OUTLINES[1:])
    assert [held.id for held in again.interviews] == ["old"]
    assert list(again.translations) == ["old"]


def test_a_site_lists_interviews_with_their_index() -> None:
    listed = [Listed(held, sample.findings(held.id)) for held in OUTLINES]
    site = ARCHIVE.site.listing(listed)
    assert site.interviews == OUTLINES
    assert site.index.used() == ("trade", "sea")
    assert [entry.interview for entry in site.index.entries("trade")] == ["new", "old"]
    assert [part.interview for part in site.people.parts("sarv")] == ["new", "old"]
    assert [mention.interview for mention in site.people.mentions("radio")] == ["new", "old"]
    assert [mention.interview for mention in site.places.mentions("coast")] == ["new", "old"]
    assert [date.interview for date in site.dates] == ["new", "old"]
    assert ARCHIVE.site.interviews == ()


def test_a_site_of_one_interview_has_its_english_and_its_topics() -> None:
    site = ARCHIVE.site.alone(HELD[0], sample.english(), sample.findings("new"))
    assert site.translations == {"new": sample.english()}
    assert {
        exchange: [(mark.topic, mark.kind) for mark in marks] for exchange, marks in site.index.marks("new").items()
    } == {
        "x-t1": [("trade", Kind.PRIMARY), ("sea", Kind.PASSING)],
        "x-t3": [("sea", Kind.PRIMARY)],
    }
    assert site.index.marks("old") == {}
    assert (site.interviews, site.dates) == ((), ())


def test_what_all_pages_share_tells_one_site_from_another() -> None:
    site = ARCHIVE.site
    others = [
        replace(site, config=replace(site.config, url="https://example.org/")),
        replace(site, vocabulary=replace(site.vocabulary, topics=dict(sorted(site.vocabulary.topics.items())))),
        replace(site, vocabulary=replace(site.vocabulary, people={})),
        replace(site, pages=site.pages[:1]),
        replace(site, card=True),
    ]
    assert len({held.digest() for held in (site, *others)}) == len(others) + 1
    assert sample.archive().site.digest() == site.digest()


def test_what_a_site_lists_is_no_part_of_what_all_pages_share() -> None:
    site = ARCHIVE.site
    alone = site.alone(HELD[0], sample.english(), sample.findings("new"))
    assert {held.digest() for held in (ARCHIVE.listing, site.showing(OUTLINES), alone)} == {site.digest()}


@pytest.mark.parametrize(
    ("newest_first", "order"), [(False, ["b", "c", "a", "d", "e"]), (True, ["a", "c", "b", "d", "e"])]
)
def test_interviews_are_ordered_by_day_then_by_id_and_those_without_a_day_are_last(
    newest_first: bool, order: list[str]
) -> None:
    days = {"e": "", "a": "2025-12-13", "c": "2020-01-01", "d": "", "b": "2020-01-01"}
    archive = sample.archive(*(sample.interview(name, day) for name, day in days.items()))
    assert [held.id for held in ordered(archive.configured(newest_first=newest_first).listing)] == order
