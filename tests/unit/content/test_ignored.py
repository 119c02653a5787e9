from __future__ import annotations

import pytest

from goftogu.content import ignored


@pytest.mark.parametrize(
    ("path", "left"),
    [
        ("content/notes", True),
        ("content/notes/azar.md", True),
        ("content/notes/old/azar.md", True),
        ("notes", False),
        ("content", False),
        ("content/notes.md", False),
        ("old/content/notes", False),
    ],
)
def test_a_folder_is_left_alone_with_all_that_is_in_it(path: str, left: bool) -> None:
    assert ignored.matcher(["content/notes"])(path) is left
    assert ignored.matcher(["content/notes/"])(path) is left


@pytest.mark.parametrize(
    ("path", "left"),
    [
        ("azar.bak", True),
        ("content/azar.bak", True),
        ("content/azar.bak/azar.md", True),
        ("content/azar.bak.md", False),
        ("content/azar.BAK", False),
    ],
)
def test_a_name_is_left_alone_wherever_it_is(path: str, left: bool) -> None:
    assert ignored.matcher(["content/nothing", "*.bak"])(path) is left


@pytest.mark.parametrize("path", ["content", "content/notes", "content/notes/azar.md"])
def test_a_folder_at_the_top_is_left_alone_by_its_path_as_by_its_name(path: str) -> None:
    assert ignored.matcher(["c*t"])(path)
    assert not ignored.matcher(["c*t"])("old/place")


def test_an_archive_that_names_nothing_keeps_everything() -> None:
    assert not ignored.matcher([])("content/azar.bak")
