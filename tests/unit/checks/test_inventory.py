"""What lies in an archive and is read by nothing: every file and folder is used or named."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from goftogu.checks import inventory
from goftogu.content import files, ignored
from goftogu.problems import Problem
from tests.collecting import found_by

OURS = ("base.jinja", "page.jinja", "static/site.css", "static/site.js", "locale/fa.po")


def lay(root: Path, texts: Mapping[str, str]) -> Path:
    """Write files; a path that ends in a slash is an empty folder."""
    for path, text in texts.items():
        if path.endswith("/"):
            (root / path).mkdir(parents=True)
        else:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
    return root


def judged(root: Path, *patterns: str) -> list[Problem]:
    return found_by(lambda problems: inventory.check(root, ignored.matcher(patterns), OURS, problems))


def told(root: Path, *patterns: str) -> list[tuple[str, str]]:
    """Return path and code of each problem."""
    return [(problem.path, problem.code) for problem in judged(root, *patterns)]


@pytest.mark.parametrize(
    "path",
    [
        "content/site.toml",
        "content/redirects.toml",
        "content/published.json",
        "content/people.toml",
        "content/topics.toml",
        "content/places.toml",
        "content/glossary.toml",
        "content/interviews/river.md",
        "content/interviews/river.docx",
        "content/media/river.tape",
        "content/received/river.doc",
        "content/pages/about.fa.md",
        "content/translations/en/river.po",
        "content/translations/fa/river.po",
        "content/.hidden",
        "content/.hidden/notes",
        "content/__pycache__/x.pyc",
        "templates/base.jinja",
        "templates/static/site.css",
        "templates/static/own.css",
        "templates/static/fonts/own.woff2",
        "templates/locale/fa.po",
        "templates/.hidden",
        "templates/locale/",
        "templates/static/",
    ],
)
def test_what_is_read_or_hidden_is_not_named(tmp_path: Path, path: str) -> None:
    assert told(lay(tmp_path, {path: "x"})) == []


@pytest.mark.parametrize(
    ("path", "named"),
    [
        ("content/notes.md", "content/notes.md"),
        ("content/pages/about.txt", "content/pages/about.txt"),
        ("content/translations/river.po", "content/translations/river.po"),
        ("content/translations/en/river.pot", "content/translations/en/river.pot"),
        ("content/notes/old.md", "content/notes"),
        ("content/notes/", "content/notes"),
        ("content/received/box/river.doc", "content/received/box"),
        ("templates/own.jinja", "templates/own.jinja"),
        ("templates/own.css", "templates/own.css"),
        ("templates/static/site.css.bak", "templates/static/site.css.bak"),
        ("templates/locale/en.po", "templates/locale/en.po"),
        ("templates/parts/", "templates/parts"),
        ("templates/static/fonts/", "templates/static/fonts"),
    ],
)
def test_what_nothing_reads_is_named_once(tmp_path: Path, path: str, named: str) -> None:
    assert told(lay(tmp_path, {path: "x"})) == [(named, "S009")]


def test_what_the_settings_ignore_is_left_alone(tmp_path: Path) -> None:
    lay(
        tmp_path, {"content/notes/old.md": "x", "content/a.md": "x", "templates/own.jinja": "x", "templates/b.css": "x"}
    )
    assert told(tmp_path, "content/notes", "own.jinja") == [("content/a.md", "S009"), ("templates/b.css", "S009")]


@pytest.mark.parametrize(
    ("mention", "named"),
    [
        ('{% include "own.jinja" %}', []),
        ("{% extends 'goftogu/own.jinja' %}", []),
        ("{# own.jinja #}", [("templates/own.jinja", "S009")]),
    ],
)
def test_a_template_that_another_one_names_is_used(tmp_path: Path, mention: str, named: list[tuple[str, str]]) -> None:
    assert told(lay(tmp_path, {"templates/own.jinja": "x", "templates/page.jinja": mention})) == named


def test_a_template_that_only_a_stray_file_of_another_kind_names_is_not_used(tmp_path: Path) -> None:
    lay(tmp_path, {"templates/own.jinja": "x", "templates/static/own.js": 'let a = "own.jinja";'})
    assert told(tmp_path) == [("templates/own.jinja", "S009")]


@pytest.mark.parametrize(("length", "codes"), [(files.LARGEST, []), (files.LARGEST + 1, ["S010"])])
@pytest.mark.parametrize("name", ["own.css", "own.js", "own.svg", "own.txt"])
def test_a_text_beside_the_templates_has_a_largest_size(
    tmp_path: Path, name: str, length: int, codes: list[str]
) -> None:
    lay(tmp_path, {f"templates/static/{name}": ""})
    os.truncate(tmp_path / "templates/static" / name, length)
    assert [code for _, code in told(tmp_path)] == codes


def test_a_picture_may_be_larger_and_a_template_is_measured_where_it_is_read(tmp_path: Path) -> None:
    for path in ("templates/static/own.png", "templates/own.jinja"):
        lay(tmp_path, {path: ""})
        os.truncate(tmp_path / path, files.LARGEST + 1)
    assert told(tmp_path) == []


@pytest.mark.parametrize("mark", ["<<<<<<< mine", ">>>>>>> theirs"])
def test_two_versions_that_are_not_merged_are_told_in_a_style_sheet(tmp_path: Path, mark: str) -> None:
    lay(tmp_path, {"templates/static/own.css": f"a {{}}\n{mark}\nb {{}}\n", "templates/static/own.png": f"{mark}\n"})
    (problem,) = judged(tmp_path)
    assert (problem.path, problem.line) == ("templates/static/own.css", 2)


@pytest.mark.parametrize(
    "path",
    [
        "content/people.toml",
        "content/pages/about.fa.md",
        "content/notes.md",
        "templates/own.jinja",
        "templates/static/own.css",
        "templates/static/.own",
    ],
)
def test_no_link_is_followed(tmp_path: Path, path: str) -> None:
    lay(tmp_path, {"elsewhere": "x"})
    (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / path).symlink_to(tmp_path / "elsewhere")
    (problem,) = judged(tmp_path)
    assert (problem.path, problem.code) == (path, "S005")
    assert str(problem.message) == "the path is a symbolic link or leaves the project"
    assert str(problem.hint) == "put a copy of the file in its place"


@pytest.mark.parametrize("path", ["content/people.toml", "content/notes", "templates/own", "templates/static/own"])
def test_no_link_to_a_folder_is_followed(tmp_path: Path, path: str) -> None:
    lay(tmp_path, {"elsewhere/own.css": "x"})
    (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / path).symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert told(tmp_path) == [(path, "S005")]


def test_the_mark_of_emacs_is_no_link_to_tell_of(tmp_path: Path) -> None:
    lay(tmp_path, {"templates/static/own.css": "x", "content/site.toml": "x"})
    for folder in ("templates/static", "content"):
        (tmp_path / folder / ".#own.css").symlink_to("sara@machine.1234")
    assert told(tmp_path) == []


@pytest.mark.parametrize("name", ["own.css", "own.jinja", "own"])
def test_what_is_no_file_is_told_unless_templates_are_read_there(tmp_path: Path, name: str) -> None:
    lay(tmp_path, {"templates/static/": ""})
    os.mkfifo(tmp_path / "templates/static" / name)
    expected = [] if name.endswith(".jinja") else [(f"templates/static/{name}", "S002")]
    assert told(tmp_path) == expected


@pytest.mark.parametrize("folder", ["content", "content/interviews", "content/media", "content/received"])
def test_what_only_icloud_has_is_told_under_its_own_name(tmp_path: Path, folder: str) -> None:
    lay(tmp_path, {f"{folder}/.river.md.icloud": "x"})
    (problem,) = judged(tmp_path)
    assert (problem.path, problem.code) == (f"{folder}/river.md", "S007")
    assert str(problem.message) == "“river.md” is in iCloud and not on this machine"
    assert str(problem.hint) == "open its folder in Finder and download it"
    assert judged(tmp_path, "river.md") == judged(tmp_path, f"{folder}/.river.md.icloud") == []


def test_names_that_look_alike_are_told_once(tmp_path: Path) -> None:
    lay(tmp_path, {"content/pages/caf\u00e9.fa.md": "x", "content/pages/cafe\u0301.fa.md": "x"})
    (problem,) = judged(tmp_path)
    assert problem.code == "S006"
    assert str(problem.message) == "its name looks like that of another file; only their bytes differ"
    assert str(problem.hint) == "keep one of them or rename it"


@pytest.mark.parametrize(
    ("path", "codes"),
    [("content/site.toml/", []), ("content/river.po/", []), ("content/about.md/", []), ("content/site.tml/", ["S009"])],
)
def test_a_folder_with_the_name_of_a_file_is_told_where_the_file_is_read(
    tmp_path: Path, path: str, codes: list[str]
) -> None:
    assert [code for _, code in told(lay(tmp_path, {path: ""}))] == codes


def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(tmp_path, {"content/pages/about.fa.md": "x"})
    scan: Callable[[Path], object] = os.scandir

    def refuse(path: Path) -> object:
        if path.name == "pages":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    (problem,) = judged(tmp_path)
    assert (problem.path, problem.code, str(problem.hint)) == ("content/pages", "S002", "check its permissions")
    assert str(problem.message) == "the folder cannot be read: Permission denied"


def test_the_hint_says_how_to_keep_what_nothing_reads(tmp_path: Path) -> None:
    (problem,) = judged(lay(tmp_path, {"templates/parts/": ""}))
    assert str(problem.message) == "nothing reads this"
    assert str(problem.hint) == "fill it, or delete it; or keep it: “ignore” in site.toml"
