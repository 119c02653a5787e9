"""The files of ``content/media/``: their names, those that are missing, and those that nobody names."""

from __future__ import annotations

import os
import sys
import unicodedata
from pathlib import Path

import pytest

from goftogu.content import media
from goftogu.locale.message import Message
from goftogu.model import MediaMention
from goftogu.problems import NO_HINT, Problem, Problems, SourcePlace
from tests.collecting import collected, found_by

THERE = {"rad.jpg": "content/media/rad.jpg", "باغ.png": "content/media/باغ.png"}


def folder(root: Path, *names: str) -> Path:
    """Make a project with files of these names."""
    there = root / media.FOLDER
    there.mkdir(parents=True)
    for name in names:
        (there / name).write_bytes(b"picture")
    return root


def mention(name: str, line: int = 3, column: int = 7) -> MediaMention:
    return MediaMention(name, SourcePlace("content/interviews/garden.md", line, column))


def read(root: Path) -> tuple[dict[str, str], list[str]]:
    found, problems = collected(media.read_folder, root, lambda _: False)
    return found, [str(problem) for problem in problems]


def test_an_archive_without_the_folder_has_no_files(tmp_path: Path) -> None:
    assert read(tmp_path) == ({}, [])


def test_files_are_known_by_their_names_in_order(tmp_path: Path) -> None:
    names = ["Rad-2.jpg", "rad.jpg", "باغ.png"]
    found, problems = read(folder(tmp_path, *reversed(names), ".DS_Store"))
    assert problems == []
    assert list(found.items()) == [(name, f"content/media/{name}") for name in names]


@pytest.mark.skipif(sys.platform == "darwin", reason="the file system has one form of a name only")
def test_a_name_is_known_in_its_composed_form(tmp_path: Path) -> None:
    split = unicodedata.normalize("NFD", "آب.jpg")
    found, problems = read(folder(tmp_path, split))
    assert (found, problems) == ({"آب.jpg": f"content/media/{split}"}, [])
    assert found_by(media.check, found, [mention("آب.jpg")]) == []
    assert found_by(media.check, found, [mention(split)]) == []


@pytest.mark.parametrize(
    ("name", "reason"),
    [("two words.jpg", "it contains ' '"), ("con.jpg", "the name is reserved"), ("a?.png", "it contains '?'")],
)
@pytest.mark.skipif(sys.platform == "win32", reason="such names cannot be kept there")
def test_a_name_that_no_address_can_have_is_told(name: str, reason: str, tmp_path: Path) -> None:
    found, problems = read(folder(tmp_path, name, "rad.jpg"))
    assert list(found) == ["rad.jpg"]
    message = f"“{name}” cannot be part of an address: {reason} (rename the file)"
    assert problems == [f"content/media/{name}: S004 {message}"]


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="the file system takes such names for each other")
def test_names_that_some_systems_take_for_each_other_are_told(tmp_path: Path) -> None:
    found, problems = read(folder(tmp_path, "Rad.jpg", "rad.JPG"))
    assert list(found) == ["Rad.jpg"]
    said = "its name reads like that of Rad.jpg (keep one of them or rename it)"
    assert problems == [f"content/media/rad.JPG: S006 {said}"]


def test_a_folder_within_it_is_told(tmp_path: Path) -> None:
    (folder(tmp_path, "rad.jpg") / media.FOLDER / "old").mkdir()
    found, problems = read(tmp_path)
    assert list(found) == ["rad.jpg"]
    said = "only files are read here, no folders (move its files one folder up)"
    assert problems == [f"content/media/old: S009 {said}"]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes among the files there")
def test_a_pipe_within_it_is_told(tmp_path: Path) -> None:
    os.mkfifo(folder(tmp_path, "rad.jpg") / media.FOLDER / "pipe.jpg")
    found, problems = read(tmp_path)
    assert list(found) == ["rad.jpg"]
    assert problems == ["content/media/pipe.jpg: S002 it is not a regular file (move it away)"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.jpg"
    outside.write_bytes(b"secret")
    (folder(tmp_path / "archive") / media.FOLDER / "rad.jpg").symlink_to(outside)
    found, problems = read(tmp_path / "archive")
    assert found == {}
    said = "the path is a symbolic link or leaves the project (put a copy of the file in its place)"
    assert problems == [f"content/media/rad.jpg: S005 {said}"]


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / media.FOLDER).write_bytes(b"")
    found, problems = read(tmp_path)
    assert found == {}
    assert [line.partition(" the folder cannot be read: ")[0] for line in problems] == ["content/media: S002"]


def test_what_is_named_and_there_is_no_problem() -> None:
    assert found_by(media.check, THERE, map(mention, THERE)) == []
    assert media.path("rad.jpg") == THERE["rad.jpg"]


def test_a_missing_file_is_told_where_it_is_named() -> None:
    problems = found_by(media.check, THERE, [mention("rad.jpeg", 12, 3), mention("باغ.png"), mention("rad.jpg")])
    said = "there is no file “rad.jpeg” in content/media/ (did you mean “rad.jpg”?)"
    assert [str(problem) for problem in problems] == [f"content/interviews/garden.md:12:3: S007 {said}"]


def test_a_case_that_differs_is_another_name() -> None:
    problems = found_by(media.check, THERE, [mention("Rad.JPG"), mention("باغ.png"), mention("rad.jpg")])
    assert [str(problem).partition(" (")[2] for problem in problems] == ["did you mean “rad.jpg”?)"]


def test_a_missing_file_of_an_empty_folder_has_a_hint_too() -> None:
    problems = found_by(media.check, {}, [mention("rad.jpg")])
    assert [problem.hint for problem in problems] == [Message("put it there")]


@pytest.mark.parametrize("name", ["../site.toml", "/etc/passwd", "old/rad.jpg", r"old\rad.jpg", "..", ".", ""])
def test_a_name_never_leaves_the_folder(name: str) -> None:
    problems = found_by(media.check, {}, [mention(name, 5, 2)])
    assert [(problem.code, problem.line, problem.column) for problem in problems] == [("S005", 5, 2)]


def test_a_file_that_nobody_names_is_told() -> None:
    problems = found_by(media.check, THERE, [mention("rad.jpg")])
    said = "nothing names this file, so it is not published (name it, or move it elsewhere)"
    assert [str(problem) for problem in problems] == [f"content/media/باغ.png: S013 {said}"]


def test_no_file_is_called_unused_while_something_cannot_be_read() -> None:
    problems = Problems([Problem.of_file("content/interviews/garden.md", "C001", Message("not closed"), NO_HINT)])
    media.check(THERE, [mention("rad.jpg")], problems)
    assert [problem.code for problem in problems] == ["C001"]


def test_a_missing_file_does_not_hide_one_that_nobody_names() -> None:
    problems = found_by(media.check, THERE, [mention("raad.jpg"), mention("باغ.png")])
    assert [problem.code for problem in problems] == ["S007", "S013"]
