"""An interview open before a reviewer: what the PO file has, what a decision does to it, and what it leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from goftogu.model import Language
from goftogu.problems import Problems
from goftogu.serve.review.desk import Desk
from goftogu.translation.memory.approval import Reviewer
from goftogu.translation.memory.entry import State
from tests import reviewing
from tests.reviewing import MEMORY

SARA = Reviewer("Sara", "2026-11-27")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return reviewing.make(tmp_path / "archive", turns=4)


@pytest.fixture
def desk(root: Path) -> Desk:
    return reviewing.desk(root)


def test_every_paragraph_is_there_in_the_order_of_the_page(desk: Desk) -> None:
    assert list(desk.units) == ["title", "t1.1", "t2.1", "t3.1", "t4.1"]
    assert desk.path == MEMORY
    assert desk.source_language is Language.FA


def test_it_has_the_translation_of_the_file(desk: Desk) -> None:
    found = desk.found(desk.units["t2.1"])
    assert (found.text, found.state) == (reviewing.english(2), State.MACHINE)
    assert desk.found(desk.units["title"]).state is State.MISSING


def test_a_passage_that_was_said_in_english_is_not_translated(root: Path) -> None:
    reviewing.rewrite(root, reviewing.TRANSCRIPT, '{: #t2 time="0:00:02" }', '{: #t2 lang="en" }')
    assert "t2.1" not in reviewing.desk(root).units


def test_the_version_is_another_one_with_every_change(desk: Desk) -> None:
    unit = desk.units["t1.1"]
    versions = [desk.version(unit)]
    desk.put(unit, "What did you do?", None)
    versions.append(desk.version(unit))
    desk.put(unit, "What did you do?", SARA)
    versions.append(desk.version(unit))
    assert len(set(versions)) == 3
    assert desk.version(unit) == versions[-1]


def test_an_approval_leaves_the_text_and_who_made_it(desk: Desk) -> None:
    unit = desk.units["t1.1"]
    desk.put(unit, reviewing.english(1), SARA)
    found = desk.found(unit)
    assert (found.state, found.by, found.day) == (State.REVIEWED, "Sara", "2026-11-27")
    assert found.origin == "argos translate-fa_en 1.5"


def test_blanks_around_a_text_are_no_change(desk: Desk) -> None:
    unit = desk.units["t1.1"]
    desk.put(unit, f"  {reviewing.english(1)}\n", SARA)
    assert desk.found(unit).origin == "argos translate-fa_en 1.5"


def test_a_text_that_was_changed_says_so(desk: Desk) -> None:
    unit = desk.units["t1.1"]
    desk.put(unit, "And the first mill?", SARA)
    assert desk.found(unit).origin == "edited: argos translate-fa_en 1.5"
    desk.put(unit, "And the very first mill?", SARA)
    assert desk.found(unit).origin == "edited: argos translate-fa_en 1.5"


def test_a_draft_is_approved_by_nobody(desk: Desk) -> None:
    unit = desk.units["t1.1"]
    desk.put(unit, "And the first mill?", None)
    found = desk.found(unit)
    assert (found.state, found.by) == (State.DRAFT, None)


def test_an_approval_can_be_taken_away(desk: Desk) -> None:
    unit = desk.units["t1.1"]
    desk.put(unit, reviewing.english(1), SARA)
    desk.put(unit, reviewing.english(1), None)
    assert desk.found(unit).by is None
    assert desk.found(unit).text == reviewing.english(1)


def test_what_had_no_translation_gets_one_that_no_engine_replaces(desk: Desk) -> None:
    unit = desk.units["title"]
    desk.put(unit, "The Old Mill", None)
    found = desk.found(unit)
    assert found.state is State.DRAFT
    assert not found.origin.startswith(("argos ", "draft:"))


def test_the_text_to_which_a_translation_belongs_is_told_when_it_is_another_one(root: Path) -> None:
    reviewing.rewrite(root, reviewing.TRANSCRIPT, reviewing.persian(2), "ما گندم را فروختیم.")
    desk = reviewing.desk(root)
    assert desk.earlier_source(desk.units["t2.1"]) == reviewing.persian(2)
    assert desk.earlier_source(desk.units["t1.1"]) == ""
    assert desk.earlier_source(desk.units["title"]) == ""


def test_an_entry_can_be_put_back_as_it_was(desk: Desk) -> None:
    unit = desk.units["t2.1"]
    before = desk.memory.dump()
    kept = desk.keep(unit)
    desk.put(unit, "We sold it.", SARA)
    assert desk.memory.dump() != before
    desk.put_back(unit, kept)
    assert desk.memory.dump() == before
    assert desk.found(unit).text == reviewing.english(2)


@pytest.mark.parametrize("text", ["We sold it.", reviewing.english(2)])
def test_an_approval_of_what_had_grown_stale_can_be_put_back(root: Path, text: str) -> None:
    reviewing.rewrite(root, reviewing.TRANSCRIPT, reviewing.persian(2), "ما گندم را فروختیم.")
    desk = reviewing.desk(root)
    unit = desk.units["t2.1"]
    before, kept = desk.memory.dump(), desk.keep(unit)
    desk.put(unit, text, SARA)
    assert desk.earlier_source(unit) == ""
    desk.put_back(unit, kept)
    assert desk.memory.dump() == before
    assert desk.earlier_source(unit) == reviewing.persian(2)


def test_what_is_put_back_leaves_what_a_translator_has_noted_since(desk: Desk) -> None:
    unit = desk.units["t2.1"]
    kept = desk.keep(unit)
    desk.put(unit, "We sold it.", SARA)
    desk.memory.entry(unit).tcomment = "Ask her which year."
    desk.put_back(unit, kept)
    assert desk.memory.entry(unit).tcomment == "Ask her which year."
    assert desk.found(unit).text == reviewing.english(2)


def test_what_is_put_back_is_judged_anew(desk: Desk) -> None:
    unit = desk.units["t2.1"]
    kept, before = desk.keep(unit), desk.found(unit)
    desk.put(unit, "We sold it.", SARA)
    assert desk.found(unit).state is State.REVIEWED
    desk.put_back(unit, kept)
    assert desk.found(unit) == before


def test_who_only_reads_an_entry_lets_nothing_be_judged_again(desk: Desk) -> None:
    unit = desk.units["t2.1"]
    before = desk.found(unit)
    desk.keep(unit)
    assert desk.earlier_source(unit) == ""
    assert desk.found(unit) is before


def test_what_is_kept_does_not_change_with_the_entry(desk: Desk) -> None:
    unit = desk.units["t2.1"]
    kept = desk.keep(unit)
    desk.put(unit, "We sold it.", SARA)
    assert kept != desk.keep(unit)
    desk.put_back(unit, kept)
    assert kept == desk.keep(unit)


def test_a_damaged_file_opens_nothing_and_is_named(root: Path, desk: Desk) -> None:
    for data in (b'msgid "', b"\xff\xfe\x00"):
        (root / MEMORY).write_bytes(data)
        problems = Problems()
        assert Desk.opened(root, desk.interview, problems) is None
        assert [problem.path for problem in problems] == [MEMORY]


def test_without_a_file_everything_is_missing(root: Path, desk: Desk) -> None:
    (root / MEMORY).unlink()
    opened = Desk.opened(root, desk.interview, Problems())
    assert opened is not None
    assert {opened.found(unit).state for unit in opened.units.values()} == {State.MISSING}


def test_a_file_of_another_system_is_read_as_the_build_reads_it(root: Path, desk: Desk) -> None:
    before = {name: desk.found(unit) for name, unit in desk.units.items()}
    (root / MEMORY).write_bytes(b"\xef\xbb\xbf" + (root / MEMORY).read_bytes().replace(b"\n", b"\r\n"))
    opened = reviewing.desk(root)
    assert {name: opened.found(unit) for name, unit in opened.units.items()} == before


@pytest.mark.parametrize("held", [Language.FA, Language.EN])
def test_a_memory_of_the_language_in_which_it_was_held_is_a_stray(root: Path, held: Language) -> None:
    reviewing.rewrite(root, reviewing.TRANSCRIPT, "title:", f"language: {held}\ntitle:")
    (root / f"content/translations/{held}/mill.po").unlink(missing_ok=True)
    assert reviewing.desk(root).stray is None
    reviewing.stray(root)
    (root / MEMORY).touch()
    opened = reviewing.desk(root)
    assert opened.path == f"content/translations/{held.other}/mill.po"
    assert opened.stray
    assert (opened.stray.code, opened.stray.path) == ("M005", f"content/translations/{held}/mill.po")
