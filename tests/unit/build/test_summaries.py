"""What is known of an interview without its text."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from goftogu.build import shelf, summaries
from goftogu.build.summaries import Card
from goftogu.problems import Problem
from goftogu.translation.memory.entry import NOTHING, State, Translation
from tests import sample_site

TALK = sample_site.interview()
ENGLISH = sample_site.english()
FOUND = [Problem(TALK.path, 3, 1, "M006", "no date", "add one")]


def card(**changes: Translation) -> Card:
    return summaries.make("key", TALK, {**ENGLISH, **changes}, FOUND)


def test_a_card_comes_back_as_it_was_packed() -> None:
    made = card()
    assert Card.read(made.packed()) == made
    assert (made.key, made.id, made.path, made.received) == ("key", "sea", TALK.path, TALK.provenance.file)


def test_a_card_tells_who_speaks_in_which_turns() -> None:
    made = summaries.make("key", replace(TALK, redirects={"t9": "t1"}), ENGLISH, [])
    assert made.labels == ("مجری", "آقای سرو")
    assert made.anchors == (TALK.path, ("t1", "t2", "t3", "t4"), frozenset({"t9"}))


def test_a_card_tells_what_was_found() -> None:
    assert Card.read(card().packed()).problems == FOUND
    assert summaries.make("key", TALK, ENGLISH, []).problems == []


def test_a_card_shows_the_title_and_the_lede_in_english_and_no_text() -> None:
    light, near = card().shown()
    assert light == shelf.light(TALK)
    assert "turns" not in light
    assert near == {name: ENGLISH[name] for name in ("title", "p1")} == summaries.near(TALK, ENGLISH)
    assert summaries.near(replace(TALK, lede=None), ENGLISH) == {"title": ENGLISH["title"]}


@pytest.mark.parametrize(("state", "lacking", "is_open"), [(State.REVIEWED, 0, False), (State.MISSING, 1, True)])
def test_a_card_tells_what_an_engine_would_have_to_do(state: State, lacking: int, is_open: bool) -> None:
    made = card(title=replace(NOTHING, state=state))
    assert made.states == Counter({State.DRAFT: len(ENGLISH) - 1, state: 1})
    assert (len(made.lacking), made.open) == (lacking, is_open)


def test_an_interview_helps_those_that_lack_what_it_has_in_english() -> None:
    lacking = card(title=NOTHING).lacking
    assert card().helps(lacking)
    assert not card(title=NOTHING).helps(lacking)
    assert not card(title=replace(ENGLISH["title"], state=State.STALE)).helps(lacking)
    assert not card().helps(frozenset())
