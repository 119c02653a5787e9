"""What a window shows of a paragraph: texts, faults, terms, what has changed, who speaks, and the recording."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from goftogu.serve.review import window
from goftogu.serve.review.archive import ReviewArchive
from goftogu.serve.review.window import PassageExtent
from goftogu.translation.memory.approval import Reviewer
from goftogu.translation.memory.entry import State, Translation
from tests import reviewing, sites


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return reviewing.make(tmp_path / "archive", turns=6)


def passage(root: Path, unit: str = "t3.1", before: int = 1, after: int = 2, name: str = "mill") -> dict[str, Any]:
    return dict(
        window.passage(reviewing.desk(root, name), ReviewArchive(root).shared, unit, PassageExtent(before, after))
    )


def shown(root: Path, unit: str = "t2.1", name: str = "mill") -> dict[str, Any]:
    found: dict[str, Any] = passage(root, unit, 0, 0, name)["units"][0]
    return found


def ids(found: dict[str, Any]) -> list[str]:
    return [unit["id"] for unit in found["units"]]


def test_a_paragraph_comes_with_those_around_it(root: Path) -> None:
    found = passage(root)
    assert ids(found) == ["t2.1", "t3.1", "t4.1", "t5.1"]
    assert (found["at"], found["first"], found["last"]) == ("t3.1", False, False)


def test_a_passage_ends_where_the_interview_does(root: Path) -> None:
    found = passage(root, "t1.1", 9, 99)
    assert ids(found) == ["title", *(f"t{number}.1" for number in range(1, 7))]
    assert (found["first"], found["last"]) == (True, True)


def test_no_more_is_shown_than_a_page_can_bear(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window, "MOST", 1)
    assert ids(passage(root, before=99, after=99)) == ["t2.1", "t3.1", "t4.1"]


def test_two_hundred_paragraphs_before_and_after_are_shown_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window, "about", lambda _: {})
    monkeypatch.setattr(window, "_Describer", lambda *_: SimpleNamespace(shown=str))
    desk: Any = SimpleNamespace(units={f"t{number}.1": f"t{number}.1" for number in range(1, 1000)})
    shared: Any = None
    shown = window.passage(desk, shared, "t500.1", PassageExtent(999, 999))["units"]
    assert (shown[0], shown[-1], len(shown)) == ("t300.1", "t700.1", 401)


def test_a_turn_stands_for_its_first_paragraph_and_an_unknown_one_for_the_beginning(root: Path) -> None:
    assert passage(root, "t3")["at"] == "t3.1"
    assert passage(root, "no such")["at"] == "title"


def test_the_interview_is_named(root: Path) -> None:
    assert passage(root)["interview"] == {
        "id": "mill",
        "title": "آسیاب کهنه",
        "source": "fa",
        "target": "en",
        "file": reviewing.MEMORY,
    }


def test_a_paragraph_has_both_texts_and_what_is_known_of_them(root: Path) -> None:
    found = shown(root)
    assert (found["source"], found["text"]) == (reviewing.persian(2), reviewing.english(2))
    assert (found["state"], found["origin"], found["by"]) == ("machine", "argos translate-fa_en 1.5", "")
    assert (found["turn"], found["number"], found["speaker"], found["begins"]) == ("t2", 2, "مریم احمدی", True)
    assert (found["flags"], found["terms"], found["was"]) == ([], [], "")


def test_earlier_translations_are_there_with_who_made_and_approved_them(root: Path) -> None:
    desk, shared = reviewing.desk(root), ReviewArchive(root).shared
    unit = desk.units["t2.1"]
    desk.put(unit, "First.", Reviewer("Sara", "2026-11-26"))
    desk.put(unit, "Second.", None)
    told = window.one(desk, shared, unit)
    assert (told["by"], told["day"]) == ("", "")
    assert [(version["text"], version["by"], version["day"]) for version in told["earlier"]] == [
        ("First.", "Sara", "2026-11-26"),
        (reviewing.english(2), "", ""),
    ]
    assert told["earlier"][1]["origin"] == "argos translate-fa_en 1.5"


def test_a_heading_belongs_to_no_turn(root: Path) -> None:
    found = shown(root, "title")
    assert (found["turn"], found["number"], found["speaker"], found["begins"]) == ("", 0, "", False)
    assert "play" not in found


def test_faults_are_told_as_sure_or_doubtful(root: Path) -> None:
    reviewing.rewrite(root, reviewing.MEMORY, reviewing.english(2), "We never took the water to the mill ،")
    found = {flag["name"]: flag["sure"] for flag in shown(root)["flags"]}
    assert found == {"signs": True, "negation": False}


def test_terms_say_whether_they_are_there(root: Path) -> None:
    reviewing.rewrite(root, reviewing.TRANSCRIPT, reviewing.persian(2), "دیروز مریم احمدی به آسیاب آمد، مریم احمدی.")
    reviewing.rewrite(root, reviewing.MEMORY, reviewing.english(2), "Maryam Ahmadi came.")
    assert shown(root)["terms"] == [{"source": "مریم احمدی", "forms": ["Maryam Ahmadi"], "there": True}]
    reviewing.rewrite(root, reviewing.MEMORY, "Maryam Ahmadi came.", "Somebody came.")
    found = shown(root)
    assert [term["there"] for term in found["terms"]] == [False]
    assert {"name": "term", "sure": True} in found["flags"]


def test_marks_that_are_lacking_are_a_fault(root: Path) -> None:
    reviewing.rewrite(root, reviewing.TRANSCRIPT, reviewing.persian(2), "ما آب را [می‌خندد] بردیم.")
    assert {"name": "marks", "sure": True} in shown(root)["flags"]


def test_what_has_changed_in_the_original_is_told(root: Path) -> None:
    reviewing.rewrite(root, reviewing.TRANSCRIPT, reviewing.persian(2), "ما آب را به باغ بردیم.")
    found = shown(root)
    assert (found["state"], found["was"]) == ("stale", reviewing.persian(2))
    assert not {"source-changed", "text-changed"} & {flag["name"] for flag in found["flags"]}


def test_a_text_that_is_being_typed_is_checked_like_a_saved_one(root: Path) -> None:
    desk, shared = reviewing.desk(root), ReviewArchive(root).shared
    typed = Translation("We took the water to the ۱۲ mills.", State.DRAFT, "")
    found = window.checked(desk, desk.units["t2.1"], typed, shared.terms)
    assert {"name": "digits", "sure": True} in found["flags"]


def test_the_recording_plays_from_where_the_turn_begins(root: Path) -> None:
    found = shown(root, "t4.1")
    assert found["play"] == {"file": "mill.wav", "url": "", "video": False, "at": 4}
    assert found["time"] == "0:00:04"


def test_a_recording_that_begins_later_is_asked_for_its_own_second(root: Path) -> None:
    front = "  - {file: mill.wav}\n"
    other = '  - {url: "https://example.org/b.mp4", offset: 0:00:03}\n'  # as the third turn begins
    reviewing.rewrite(root, reviewing.TRANSCRIPT, front, front + other)
    assert shown(root, "t4.1")["play"] == {"file": "", "url": "https://example.org/b.mp4", "video": True, "at": 1}
    assert shown(root, "t3.1")["play"]["at"] == 0
    assert shown(root, "t2.1")["play"]["file"] == "mill.wav"


def test_without_a_recording_nothing_plays(root: Path) -> None:
    reviewing.rewrite(root, reviewing.TRANSCRIPT, "media:\n  - {file: mill.wav}\n", "")
    assert "play" not in shown(root, "t4.1")


def test_only_files_that_the_interview_names_may_be_played(root: Path) -> None:
    assert window.media(reviewing.desk(root).interview) == {"mill.wav"}
    assert window.media(reviewing.desk(root, "river").interview) == frozenset()


def test_every_paragraph_of_an_archive_with_everything_can_be_shown(tmp_path: Path) -> None:
    root = sites.make_golden(tmp_path / "archive")
    archive = ReviewArchive(root)
    for name in archive.paths():
        found = window.passage(reviewing.desk(root, name), archive.shared, "", PassageExtent(0, 200))
        assert found["last"]
        assert all(unit["source"] and unit["version"] for unit in found["units"])
