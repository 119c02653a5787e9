"""What the list needs of an interview: its paragraphs with states and faults, and where topics and people are."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from goftogu.serve.review.archive import ReviewArchive
from goftogu.serve.review.rows import Looked, Row, look
from tests import reviewing


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return reviewing.make(tmp_path / "archive", turns=4)


def looked(root: Path, name: str = "mill") -> Looked:
    archive = ReviewArchive(root)
    return look(archive.shared, archive.paths()[name])


def rows(root: Path, name: str = "mill") -> dict[str, Row]:
    return {row.unit: row for row in looked(root, name).rows}


def test_every_paragraph_is_a_row_in_the_order_of_the_page(root: Path) -> None:
    found = looked(root)
    assert (found.interview, found.title, found.path) == ("mill", "آسیاب کهنه", reviewing.TRANSCRIPT)
    assert [row.unit for row in found.rows] == ["title", "t1.1", "t2.1", "t3.1", "t4.1"]
    assert [row.turn for row in found.rows] == ["title", "t1", "t2", "t3", "t4"]
    assert [row.state for row in found.rows] == ["missing", *["machine"] * 4]
    assert found.problems == []


def test_what_is_surely_wrong_is_counted_apart_from_what_is_doubtful(root: Path) -> None:
    reviewing.rewrite(root, reviewing.MEMORY, reviewing.english(2), "ما گندم را")
    reviewing.rewrite(root, reviewing.MEMORY, reviewing.english(4), "We never took the wood to the mill.")
    found = rows(root)
    assert (found["t2.1"].sure, found["t2.1"].doubtful) == (1, 1)
    assert (found["t4.1"].sure, found["t4.1"].doubtful) == (0, 1)
    assert (found["t3.1"].sure, found["t3.1"].doubtful) == (0, 0)


def test_that_a_text_has_changed_is_a_state_and_no_fault(root: Path) -> None:
    reviewing.rewrite(root, reviewing.TRANSCRIPT, reviewing.persian(4), "ما چوب را به خانه بردیم.")
    row = rows(root)["t4.1"]
    assert (row.state, row.sure) == ("stale", 0)


def test_turns_of_topics_and_people_are_told(root: Path) -> None:
    reviewing.rewrite(root, reviewing.TRANSCRIPT, reviewing.persian(3), "رودخانه چه شد؟")
    found = {(subject.kind, subject.name, subject.turn) for subject in looked(root).subjects}
    assert {("topic", "river", "t3"), ("topic", "river", "t4")} <= found
    assert {turn for kind, name, turn in found if (kind, name) == ("person", "ahmadi")} == {"t2", "t4"}


def test_a_paragraph_is_linked_as_often_as_the_indexes_lead_to_its_turn(root: Path) -> None:
    reviewing.rewrite(root, reviewing.TRANSCRIPT, reviewing.persian(3), "رودخانه چه شد؟")
    found = rows(root)
    assert (found["t3.1"].links, found["t2.1"].links) == (1, 0)
    assert found["title"].links == 1


def test_a_long_paragraph_is_shown_by_its_first_words(root: Path) -> None:
    long = "آسیاب " * 40
    reviewing.rewrite(root, reviewing.TRANSCRIPT, reviewing.persian(3), long)
    opening = rows(root)["t3.1"].opening
    assert opening.endswith("آسیاب…")
    assert len(opening) == 90
    for text, shown in (("و " * 44 + "دو", "و " * 44 + "دو"), ("و " * 45 + "و", "و " * 44 + "و…")):
        reviewing.rewrite(root, reviewing.TRANSCRIPT, long, text)
        assert rows(root)["t3.1"].opening == shown
        long = text


def test_an_interview_that_cannot_be_read_gives_its_faults(root: Path) -> None:
    (root / "content/interviews/empty.txt").touch()
    found = looked(root, "empty")
    assert (found.interview, found.rows) == ("", [])
    assert [problem.code for problem in found.problems] == ["T001"]


def test_a_memory_that_cannot_be_read_gives_its_faults(root: Path) -> None:
    (root / reviewing.MEMORY).write_text('msgid "', encoding="utf-8")
    assert {problem.path for problem in looked(root).problems} == {reviewing.MEMORY}


HELD_IN_ENGLISH = """\
---
title: The nurse by the river
language: en
speakers:
  Interviewer: {role: interviewer}
  Hale: {role: interviewee}
---
Interviewer: Did you never go back in 1980?
{: #t1 }
"""


def test_an_interview_that_was_held_in_english_is_translated_into_persian(root: Path) -> None:
    (root / "content/interviews/nurse.md").write_text(HELD_IN_ENGLISH, encoding="utf-8")
    memory = root / "content/translations/fa/nurse.po"
    memory.parent.mkdir()
    memory.write_text(reviewing.entry("t1.1", "Did you never go back in 1980?", "برگشتید؟"), encoding="utf-8")
    row = rows(root, "nurse")["t1.1"]
    assert (row.state, row.sure, row.doubtful) == ("machine", 0, 0)


def test_a_stray_memory_is_a_fault_and_hides_nothing(root: Path) -> None:
    before = looked(root)
    stray = reviewing.stray(root)
    found = looked(root)
    assert [(problem.path, problem.code) for problem in found.problems] == [(stray, "M005")]
    assert found._replace(problems=[]) == before


def test_a_stray_memory_that_cannot_be_read_hides_nothing_either(root: Path) -> None:
    before = looked(root)
    (root / reviewing.stray(root)).write_bytes(b"\xff\xfe\x00")
    assert looked(root)._replace(problems=[]) == before


def test_another_process_reads_with_the_same_terms(root: Path) -> None:
    archive = ReviewArchive(root)
    other = pickle.loads(pickle.dumps(archive.shared))  # noqa: S301  our own
    assert look(other, reviewing.TRANSCRIPT) == look(archive.shared, reviewing.TRANSCRIPT)
