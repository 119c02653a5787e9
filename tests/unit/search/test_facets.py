"""By what results are narrowed: the file that the page of the search reads."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Any

import pytest

from goftogu.model import Bilingual, Language
from goftogu.search import facets
from tests import sample_site as sample
from tests.archives import Archive

FA, EN = Language.FA, Language.EN
SEA = Bilingual("دریا", "The sea")


def archive() -> Archive:
    """Three interviews; the one in the middle has no date."""
    return sample.archive(sample.interview("a", "1978-01-01"), sample.interview("b", ""), sample.interview("c"))


def made(archive: Archive, language: Language, numbered: Sequence[str]) -> dict[str, Any]:
    path, data = facets.files(archive.listing, language, numbered)
    assert path == f"{language}/search/facets.js"
    text = data.decode()
    assert text.startswith('goftogu("facets",')
    found: dict[str, Any] = json.loads(text.removeprefix('goftogu("facets",').removesuffix(")\n"))
    return found


def test_years_are_those_of_the_calendar_of_the_language() -> None:
    assert made(archive(), FA, ["a", "b", "c"])["years"] == [1356, 0, 1404]
    assert made(archive(), EN, ["c", "a", "b"])["years"] == [2025, 1978, 0]


def test_topics_have_their_interviews_by_distance_and_are_in_alphabetical_order() -> None:
    found = made(archive(), EN, ["a", "b", "c"])["topics"]
    assert [label for _, label, _ in found] == ["The sea", "Trade"]
    assert {id_: list(accumulate(gaps)) for id_, _, gaps in found} == {"sea": [0, 1, 2], "trade": [0, 1, 2]}
    assert [label for _, label, _ in made(archive(), FA, ["a", "b", "c"])["topics"]] == ["تجارت", "دریا"]


def test_topics_of_one_name_are_in_the_order_of_their_ids() -> None:
    found = archive()
    topics = {name: replace(topic, label=SEA) for name, topic in found.site.vocabulary.topics.items()}
    alike = found.changed(vocabulary=replace(found.site.vocabulary, topics=topics))
    assert [id_ for id_, *_ in made(alike, EN, ["a", "b", "c"])["topics"]] == ["sea", "trade"]


def test_only_those_who_take_part_are_named() -> None:
    found = made(archive(), FA, ["c", "b", "a"])["people"]
    assert {id_: list(accumulate(gaps)) for id_, _, gaps in found} == {"sarv": [0, 1, 2], "radio": [0, 1, 2]}
    assert ["radio", "رادیو", [0, 1, 1]] in found
    assert "someone" not in {id_ for id_, *_ in found}


def test_an_interview_counts_once_for_whoever_speaks_in_it() -> None:
    held = sample.interview("a")
    twice = replace(held, speakers={**held.speakers, "سرو": replace(held.speakers["آقای سرو"], label="سرو")})
    found = made(sample.archive(twice), FA, ["a"])["people"]
    assert ["sarv", "آزاد سرو", [0]] in found


@pytest.mark.parametrize("language", [FA, EN])
def test_an_archive_without_interviews_has_nothing_to_choose(language: Language) -> None:
    empty = Archive(sample.archive().site)
    assert made(empty, language, []) == {"years": [], "topics": [], "people": []}
