"""The ids of a published site: from its address, its folder or its file; and what is said when they cannot be had."""

from __future__ import annotations

from pathlib import Path

import pytest

from goftogu.checks import live, permalinks
from tests.collecting import collected, found_by
from tests.serving import Answer, serving

IDS = {"river": ["t1", "t2"]}
DATA = b'{\n"river": ["t1", "t2"]\n}\n'


@pytest.mark.parametrize("end", ["archive/", "archive", f"archive/{permalinks.IDS}"])
def test_the_address_of_a_site_or_of_its_list(end: str) -> None:
    with serving({f"archive/{permalinks.IDS}": (200, DATA)}) as site:
        assert collected(live.published, f"{site}{end}") == (IDS, [])


def test_a_site_that_has_moved() -> None:
    answers: dict[str, Answer] = {permalinks.IDS: (301, b"/new/ids.json"), "new/ids.json": (200, DATA)}
    with serving(answers) as site:
        assert collected(live.published, site) == (IDS, [])


@pytest.mark.parametrize("status", [404, 410])
def test_a_first_publication_is_no_problem_and_is_told(status: int, capsys: pytest.CaptureFixture[str]) -> None:
    with serving({permalinks.IDS: (status, b"no")}) as site:
        assert collected(live.published, site) == ({}, [])
        assert capsys.readouterr().err.splitlines() == [
            f"{site}data/ids.json: nothing is published there yet, so no id can be lost"
        ]


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ((500, b"broken"), "Internal Server Error"),
        ((403, b"private"), "Forbidden"),
        ((200, b"<!DOCTYPE html><title>Sign in</title>"), "it is no list of ids"),
        ((200, b'{"river": "t1"}'), "it is no list of ids"),
    ],
)
def test_what_cannot_be_compared_is_a_warning(answer: Answer, words: str) -> None:
    with serving({permalinks.IDS: answer}) as site:
        (problem,) = found_by(live.published, site)
        assert (problem.path, problem.code) == (f"{site}data/ids.json", "W012")
        assert words in problem.message


def test_an_open_way_is_a_warning() -> None:
    (problem,) = found_by(live.published, "http://example.org/archive/")
    assert (problem.code, problem.path) == ("W012", "http://example.org/archive/data/ids.json")
    assert "only https:" in problem.message


def test_a_server_that_is_not_there() -> None:
    with serving({}) as site:
        pass
    (problem,) = found_by(live.published, site)
    assert problem.code == "W012"
    assert problem.message.startswith("the published ids are not known: ")


@pytest.mark.parametrize("whole", [True, False], ids=["a folder", "a file"])
def test_a_copy_of_the_site(tmp_path: Path, whole: bool) -> None:
    file = tmp_path / permalinks.IDS
    file.parent.mkdir()
    file.write_bytes(DATA)
    assert collected(live.published, str(tmp_path if whole else file)) == (IDS, [])


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    (problem,) = found_by(live.published, str(tmp_path / "ids.json"))
    assert (problem.path, problem.code) == (str(tmp_path / "ids.json"), "S007")


def test_a_file_of_something_else_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "ids.json"
    file.write_text('{"title": 1}')
    (problem,) = found_by(live.published, str(file))
    assert (problem.path, problem.code, problem.message) == (str(file), "S002", "it is no list of published ids")
