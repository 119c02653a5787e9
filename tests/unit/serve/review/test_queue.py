"""The list: what each filter and each order shows, page by page, and that no text from outside gets into a question."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.locale.message import Message
from goftogu.problems import NO_HINT, Problem
from goftogu.serve.review.queue import ORDERS, SHOWN, Queue, Wish, _condition
from goftogu.serve.review.rows import Looked, Row, TurnSubject

STATES = ("machine", "draft", "stale", "missing", "reviewed")


def row(unit: str, state: str = "machine", sure: int = 0, doubtful: int = 0, links: int = 0) -> Row:
    return Row(unit, unit.partition(".")[0], state, sure, doubtful, links, f"سخن {unit}")


def looked(name: str, rows: Iterable[Row], subjects: Iterable[TurnSubject] = ()) -> tuple[str, str, Looked]:
    path = f"content/interviews/{name}.md"
    return name, f"digest of {name}", Looked(path, name, f"عنوان {name}", list(rows), list(subjects), [])


ALMOND = looked(
    "almond",
    [row("title", "missing"), row("t1.1", links=3), row("t2.1", sure=1), row("t3.1", "stale", doubtful=2)],
    [TurnSubject("topic", "river", "t1"), TurnSubject("person", "ahmadi", "t2"), TurnSubject("topic", "river", "t3")],
)
BARLEY = looked(
    "barley",
    [row("t1.1", "draft", sure=2, doubtful=1), row("t2.1", "reviewed"), row("t3.1", "reviewed", sure=1, links=9)],
    [TurnSubject("topic", "river", "t1")],
)


@pytest.fixture
def queue(tmp_path: Path) -> Queue:
    made = Queue(tmp_path / "review")
    made.put([BARLEY, ALMOND])
    return made


def test_a_list_makes_the_folders_in_which_it_is_kept(tmp_path: Path) -> None:
    Queue(tmp_path / "cache/review").put([BARLEY])
    assert places(Queue(tmp_path / "cache/review")) == ["barley:t1.1"]


def places(queue: Queue, **wish: object) -> list[str]:
    return [f"{found.interview}:{found.row.unit}" for found in queue.rows(Wish(**wish), (), 100)]  # type: ignore[arg-type]


WAITING = ["almond:title", "almond:t1.1", "almond:t2.1", "almond:t3.1", "barley:t1.1"]


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("waiting", WAITING),
        ("flagged", ["almond:t2.1", "barley:t1.1"]),
        ("doubtful", ["almond:t3.1"]),
        ("machine", ["almond:t1.1", "almond:t2.1"]),
        ("draft", ["barley:t1.1"]),
        ("stale", ["almond:t3.1"]),
        ("missing", ["almond:title"]),
        ("questioned", ["barley:t3.1"]),
        ("reviewed", ["barley:t2.1", "barley:t3.1"]),
        ("corrected", [*WAITING, "barley:t2.1", "barley:t3.1"]),
        ("all", [*WAITING, "barley:t2.1", "barley:t3.1"]),
    ],
)
def test_a_filter_shows_its_rows_and_counts_them(queue: Queue, shown: str, expected: list[str]) -> None:
    assert places(queue, shown=shown) == expected
    assert queue.counts(Wish())[shown] == len(expected)


def test_every_filter_is_counted(queue: Queue) -> None:
    assert list(queue.counts(Wish())) == list(SHOWN)


def test_filters_are_counted_within_what_else_is_wished(queue: Queue) -> None:
    counts = queue.counts(Wish("stale", interview="barley"))
    assert (counts["all"], counts["waiting"], counts["stale"]) == (3, 1, 0)


def test_an_interview_a_topic_and_a_person_are_chosen(queue: Queue) -> None:
    assert places(queue, shown="all", interview="barley") == ["barley:t1.1", "barley:t2.1", "barley:t3.1"]
    assert places(queue, topic="river") == ["almond:t1.1", "almond:t3.1", "barley:t1.1"]
    assert places(queue, person="ahmadi") == ["almond:t2.1"]
    assert places(queue, topic="river", interview="almond", shown="stale") == ["almond:t3.1"]
    assert places(queue, topic="river", person="ahmadi") == []


def test_some_paragraphs_are_chosen_by_their_turns(queue: Queue) -> None:
    assert places(queue, shown="all", places=("barley:t2", "almond:title")) == ["almond:title", "barley:t2.1"]
    assert queue.counts(Wish(places=("barley:t2",)))["reviewed"] == 1


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("text", WAITING),
        ("links", ["almond:t1.1", "almond:title", "almond:t2.1", "almond:t3.1", "barley:t1.1"]),
        ("faults", ["barley:t1.1", "almond:t2.1", "almond:t3.1", "almond:title", "almond:t1.1"]),
    ],
)
def test_an_order_puts_rows_in_their_places(queue: Queue, order: str, expected: list[str]) -> None:
    assert places(queue, order=order) == expected


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("size", [1, 2, 3])
def test_pages_follow_each_other_without_a_gap(queue: Queue, order: str, size: int) -> None:
    wish, found, after = Wish("all", order=order), list[str](), tuple[int | str, ...]()
    while page := queue.rows(wish, after, size):
        assert len(page) <= size
        found += [f"{listed.interview}:{listed.row.unit}" for listed in page]
        after = (page[-1].rank, page[-1].interview, page[-1].position)
    assert found == places(queue, shown="all", order=order)


def test_rows_come_with_what_the_list_shows(queue: Queue) -> None:
    found = queue.rows(Wish("stale"), (), 1)[0]
    assert (found.title, found.position) == ("عنوان almond", 3)
    assert found.row == row("t3.1", "stale", doubtful=2)


def test_an_interview_that_is_looked_at_again_replaces_its_rows(queue: Queue) -> None:
    queue.put([looked("almond", [row("t9.1")])])
    assert places(queue, interview="almond") == ["almond:t9.1"]
    assert places(queue, topic="river") == ["barley:t1.1"]


def test_an_interview_is_forgotten_with_all_that_it_had(queue: Queue) -> None:
    queue.forget(["almond", "no such"])
    assert places(queue) == ["barley:t1.1"]
    assert queue.subjects("person") == []
    assert queue.digests() == {"barley": "digest of barley"}


def test_topics_and_people_are_named_with_their_turns(queue: Queue) -> None:
    assert queue.subjects("topic") == [("river", 3)]
    assert queue.subjects("person") == [("ahmadi", 1)]


def test_interviews_are_suggested_by_id_and_title(queue: Queue) -> None:
    assert queue.interviews("", 10) == [("almond", "عنوان almond", 4), ("barley", "عنوان barley", 1)]
    assert [name for name, *_ in queue.interviews("arl", 10)] == ["barley"]
    assert [name for name, *_ in queue.interviews("عنوان", 1)] == ["almond"]
    assert queue.interviews("%", 10) == []


def test_a_file_that_cannot_be_read_is_named_and_not_suggested(queue: Queue) -> None:
    fault = Problem("content/interviews/corn.md", 2, 1, "T002", Message("label"), NO_HINT)
    queue.put([("corn", "digest", Looked("content/interviews/corn.md", "", "", [], [], [fault]))])
    assert queue.faults() == [str(fault)]
    assert [name for name, *_ in queue.interviews("", 10)] == ["almond", "barley"]


def test_twenty_files_with_a_fault_are_named_at_most(queue: Queue) -> None:
    fault = Problem.of_file("a.md", "S002", Message("it cannot be read"), Message("look"))
    queue.put((f"x{number:02}", "", Looked("a.md", "", "", [], [], [fault])) for number in range(21))
    assert len(queue.faults()) == 20


def test_it_is_kept_for_the_next_time(queue: Queue, tmp_path: Path) -> None:
    assert places(Queue(tmp_path / "review")) == WAITING


@pytest.mark.parametrize("damage", [b"no database at all", b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_damaged_list_is_begun_again(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "review").mkdir()
    (tmp_path / "review/queue.sqlite").write_bytes(damage)
    made = Queue(tmp_path / "review")
    assert made.digests() == {}
    made.put([ALMOND])
    assert len(places(made)) == 4


def test_a_list_whose_damage_cannot_be_put_into_words_is_begun_again(tmp_path: Path) -> None:
    Queue(tmp_path / "review").put([ALMOND])
    file = tmp_path / "review/queue.sqlite"
    store = sqlite3.connect(file)
    store.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    store.close()
    whole = file.read_bytes()
    assert b"owners" in whole
    file.write_bytes(whole.replace(b"owners", b"\xefwners", 1))  # SQLite quotes the name of the index
    made = Queue(tmp_path / "review")
    assert made.digests() == {}
    made.put([ALMOND])
    assert len(places(made)) == 4


def test_a_list_of_another_form_is_begun_again(tmp_path: Path) -> None:
    (tmp_path / "review").mkdir()
    store = sqlite3.connect(tmp_path / "review/queue.sqlite")
    store.execute("CREATE TABLE interviews (something TEXT)")
    store.commit()
    store.close()
    assert Queue(tmp_path / "review").digests() == {}


@given(text=st.text(), kind=st.sampled_from(["interview", "topic", "person"]))
def test_no_text_from_outside_gets_into_a_question(text: str, kind: str) -> None:
    plain, values = _condition(Wish(**{kind: text}))  # type: ignore[arg-type]
    same, _ = _condition(Wish(**{kind: "x"}))  # type: ignore[arg-type]
    assert plain == (same if text else _condition(Wish())[0])
    assert (text in values) == bool(text)
