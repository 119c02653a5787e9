"""Interviews on the disk: the same to everybody as those in memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from goftogu.build import shelf
from goftogu.build.shelf import English, Shelf
from goftogu.storage.cache import Cache
from tests import sample_site

TALK = sample_site.interview()
ENGLISH = sample_site.english()


@pytest.mark.parametrize("kept", [True, False], ids=["on the disk", "in memory"])
def test_a_body_comes_back_as_it_was_laid_down(tmp_path: Path, kept: bool) -> None:
    folder = tmp_path if kept else None
    with Cache(folder) as cache:
        shelves = Shelf(cache)
        shelves.put("name", TALK, ENGLISH)
        for number in range(20):
            shelves.put(f"other-{number}", TALK, {})
        body = shelves.get("name")
    assert body is not None
    assert (body.parts["turns"], body.english) == (TALK.turns, ENGLISH)
    with Cache(folder) as cache:
        again = Shelf(cache).get("name")
    assert (again is not None) == kept


def test_what_is_not_there_is_none(tmp_path: Path) -> None:
    with Cache(tmp_path) as cache:
        assert Shelf(cache).get("name") is None


def test_a_shelved_interview_is_like_one_in_memory(tmp_path: Path) -> None:
    with Cache(tmp_path) as cache:
        body = Shelf(cache).put("name", TALK, ENGLISH)
    opened = []

    def open_body() -> shelf.Body:
        opened.append(1)
        return body

    shelved = shelf.shelved(shelf.light(TALK), open_body, lambda _, make: make())
    assert (shelved.id, shelved.title, shelved.speakers) == (TALK.id, TALK.title, TALK.speakers)
    assert opened == []
    assert (shelved.turns, shelved.exchanges, shelved.sections) == (TALK.turns, TALK.exchanges, TALK.sections)
    assert list(shelved.units()) == list(TALK.units())
    assert opened
    assert shelved.recall("name", lambda: 7) == 7
    assert len({shelved, shelf.shelved(shelf.light(TALK), open_body, lambda _, make: make())}) == 2


def test_the_english_of_lists_needs_no_body() -> None:
    body = shelf.Body({}, ENGLISH)
    opened = []

    def open_body() -> shelf.Body:
        opened.append(1)
        return body

    english = English({"title": ENGLISH["title"]}, open_body)
    assert english["title"].text == "The President and the Sea"
    assert opened == []
    assert english["t1.1"].text == "How is trade going?"
    assert dict(english) == ENGLISH
    assert len(english) == len(ENGLISH)
