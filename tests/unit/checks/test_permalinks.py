"""The ids that were published: none is lost without a word."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.checks import permalinks
from goftogu.checks.permalinks import Anchors
from tests.collecting import collected, found_by

PATH = "content/interviews/a.md"
BEFORE = {"a": ["t1", "t2", "h00000000"]}
TURNS = st.lists(st.from_regex(r"[th][0-9a-f]{1,8}", fullmatch=True), unique=True)


def found(*turns: str, redirects: str = "", before: dict[str, list[str]] = BEFORE) -> list[tuple[str, str]]:
    now = {"a": Anchors(PATH, turns, frozenset(redirects.split()))}
    return [(problem.code, problem.message) for problem in found_by(permalinks.check, before, now)]


@given(st.dictionaries(st.text(min_size=1), TURNS))
def test_the_list_that_is_published_can_be_read_again(ids: dict[str, list[str]]) -> None:
    anchors = {name: Anchors(PATH, tuple(turns), frozenset()) for name, turns in ids.items()}
    written = permalinks.listing(anchors)
    assert permalinks.parse(written) == json.loads(written) == ids


def test_the_list_has_a_line_for_each_interview_and_its_id_as_it_is_written() -> None:
    anchors = {name: Anchors(PATH, ("t1", "t2"), frozenset()) for name in ("رود", "a")}
    assert permalinks.listing(anchors).decode() == '{\n"a": ["t1", "t2"],\n"رود": ["t1", "t2"]\n}\n'


def test_nothing_is_said_while_every_id_is_there() -> None:
    assert found("t2", "t1", "t9", "h00000000") == []


def test_a_permanent_id_must_stay() -> None:
    assert found("t1", "h00000000") == [("W010", "published ids are gone: t2")]


def test_an_id_may_be_redirected() -> None:
    assert found("t1", redirects="t2 h00000000") == []


def test_a_passing_id_that_goes_is_told() -> None:
    assert found("t1", "t2") == [("W011", "published ids are gone: h00000000")]


def test_an_interview_that_is_gone_is_told() -> None:
    assert [(problem.code, problem.path) for problem in found_by(permalinks.check, BEFORE, {})] == [("W011", PATH)]


def test_many_ids_are_counted() -> None:
    before = {"a": [f"t{number}" for number in range(1, 9)]}
    assert found(before=before) == [("W010", "published ids are gone: t1, t2, t3, t4, t5 and 3 more")]


def test_permanent_and_passing_ids_are_counted_apart() -> None:
    before = {"a": [f"{kind}{number}" for kind in "th" for number in range(1, 8)]}
    assert found(before=before) == [
        ("W010", "published ids are gone: t1, t2, t3, t4, t5 and 2 more"),
        ("W011", "published ids are gone: h1, h2, h3, h4, h5 and 2 more"),
    ]


def test_an_interview_that_cannot_be_read_is_not_gone() -> None:
    assert found_by(permalinks.check, BEFORE, {}, unread={"a"}) == []


def record(root: Path, data: bytes) -> Path:
    (root / "content").mkdir()
    (root / permalinks.RECORD).write_bytes(data)
    return root


def test_what_was_published_is_kept_in_the_project(tmp_path: Path) -> None:
    data = permalinks.listing({"a": Anchors(PATH, ("t1",), frozenset())})
    assert collected(permalinks.published, record(tmp_path, data)) == ({"a": ["t1"]}, [])


def test_before_the_first_publication_there_is_nothing_to_compare_with(tmp_path: Path) -> None:
    assert collected(permalinks.published, tmp_path) == ({}, [])


@pytest.mark.parametrize("data", [b"", b"[]", b'{"a": 1}', b'{"a": [1]}', b"\xff", b'"a"', b"[" * 100_000])
def test_a_record_that_makes_no_sense_is_told(tmp_path: Path, data: bytes) -> None:
    ids, problems = collected(permalinks.published, record(tmp_path, data))
    assert ids == {}
    assert [(problem.path, problem.code) for problem in problems] == [(permalinks.RECORD, "S002")]


def test_a_record_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / permalinks.RECORD).mkdir(parents=True)
    ids, problems = collected(permalinks.published, tmp_path)
    assert (ids, [problem.code for problem in problems]) == ({}, ["S002"])


def test_two_lists_are_put_together() -> None:
    merged = permalinks.merged({"a": ["t1", "t2"], "b": ["t1"]}, {"a": ["t3", "t1"], "c": []})
    assert merged == {"a": ["t1", "t2", "t3"], "b": ["t1"], "c": []}


def test_the_ids_of_a_renamed_interview_are_looked_for_under_its_new_id() -> None:
    before = {"brook": ["t1", "t2"], "river": ["t2", "t3"], "sea": ["t1"]}
    assert permalinks.renamed(before, {"brook": "river"}) == {"river": ["t1", "t2", "t3"], "sea": ["t1"]}
    assert permalinks.renamed(before, {}) == before
