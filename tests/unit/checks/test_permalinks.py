"""The ids that were published: none is lost without a word."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from goftogu.checks import permalinks
from goftogu.checks.permalinks import Anchors
from tests.collecting import found_by

PATH = "content/interviews/a.md"


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Publish an interview with permanent and passing ids."""
    (tmp_path / "data").mkdir()
    before = {"a": Anchors(PATH, ("t1", "t2", "h00000000"), frozenset())}
    (tmp_path / permalinks.IDS).write_bytes(permalinks.listing(before))
    return tmp_path


def found(output: Path, *turns: str, redirects: str = "") -> list[tuple[str, str]]:
    now = {"a": Anchors(PATH, turns, frozenset(redirects.split()))}
    return [(problem.code, problem.message) for problem in found_by(permalinks.check, output, now)]


def test_the_file_lists_the_turns_in_their_order(output: Path) -> None:
    assert json.loads((output / permalinks.IDS).read_bytes()) == {"a": ["t1", "t2", "h00000000"]}


def test_nothing_is_said_while_every_id_is_there(output: Path) -> None:
    assert found(output, "t2", "t1", "t9", "h00000000") == []


def test_a_permanent_id_must_stay(output: Path) -> None:
    assert found(output, "t1", "h00000000") == [("W010", "published ids are gone: t2")]


def test_an_id_may_be_redirected(output: Path) -> None:
    assert found(output, "t1", redirects="t2 h00000000") == []


def test_a_passing_id_that_goes_is_told(output: Path) -> None:
    assert found(output, "t1", "t2") == [("W011", "published ids are gone: h00000000")]


def test_an_interview_that_is_gone_is_told(output: Path) -> None:
    assert [(problem.code, problem.path) for problem in found_by(permalinks.check, output, {})] == [("W011", PATH)]


def test_many_ids_are_counted(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    before = {"a": Anchors(PATH, tuple(f"t{number}" for number in range(1, 9)), frozenset())}
    (tmp_path / permalinks.IDS).write_bytes(permalinks.listing(before))
    assert found(tmp_path) == [("W010", "published ids are gone: t1, t2, t3, t4, t5 and 3 more")]


@pytest.mark.parametrize("data", [b"", b"[]", b'{"a": 1}', b"\xff"])
def test_a_file_that_makes_no_sense_says_nothing(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / permalinks.IDS).write_bytes(data)
    assert found(tmp_path) == []


def test_the_first_build_has_nothing_to_compare_with(tmp_path: Path) -> None:
    assert found(tmp_path, "t1") == []


def test_an_interview_that_cannot_be_read_is_not_gone(output: Path) -> None:
    assert found_by(permalinks.check, output, {}, unread={"a"}) == []
