"""What a person probably meant by a file that nothing reads."""

from __future__ import annotations

import pytest

from goftogu.checks import guesses, inventory

TEMPLATES = ("templates/base.jinja", "templates/parts/turn.jinja", "templates/static/site.css")


def meant(path: str) -> str:
    return f"did you mean “{path}”?"


@pytest.mark.parametrize(
    ("path", "guess"),
    [
        ("content/thumbs.db", "delete it"),
        ("content/people.toml.bak", "delete it"),
        ("content/people.toml.txt", meant("content/people.toml")),
        ("content/people.toml.md", meant("content/people.toml")),
        ("content/people.toml.markdown", meant("content/people.toml")),
        ("content/People.TOML", meant("content/people.toml")),
        ("content/peple.toml", meant("content/people.toml")),
        ("content/people.yaml", meant("content/people.toml")),
        ("content/river.po", meant("content/translations/en/river.po")),
        ("content/river.PO", meant("content/translations/en/river.po")),
        ("content/about.fa.md", meant("content/pages/about.fa.md")),
        ("content/about.EN.txt", meant("content/pages/about.EN.md")),
        ("content/about.de.markdown", meant("content/interviews/about.de.md")),
        ("content/river.md", meant("content/interviews/river.md")),
        ("content/river.markdown", meant("content/interviews/river.md")),
        ("content/river.TXT", meant("content/interviews/river.txt")),
        ("content/river.docx", "run: {goftogu} import content/river.docx"),
    ],
)
def test_a_file_of_the_content_has_a_place(path: str, guess: str) -> None:
    assert str(guesses.file(path, sorted(inventory.FILES))) == guess


@pytest.mark.parametrize(
    ("path", "inner", "guess"),
    [
        ("content/interview", [], "it is empty: delete it"),
        ("content/__MACOSX", ["x"], "delete it"),
        ("content/interview", ["x"], meant("content/interviews/")),
        ("content/Interviews", ["x"], meant("content/interviews/")),
        ("content/translation", ["x"], meant("content/translations/")),
        ("content/interviews/first-year", ["x"], "move its files one folder up"),
        ("content/pages/first-year", ["x"], "move its files one folder up"),
        ("content/translations/persian-and-german", ["x"], "move it elsewhere"),
        ("content/translations/en/of-the-first-year", ["x"], "move its files one folder up"),
        ("content/q", ["x"], "move it elsewhere"),
    ],
)
def test_a_folder_of_the_content_has_a_place(path: str, inner: list[str], guess: str) -> None:
    assert str(guesses.folder(path, inventory.FOLDERS, inner)) == guess


@pytest.mark.parametrize(
    ("path", "guess"),
    [
        ("templates/base.jinja~", "delete it"),
        ("templates/turn.jinja", meant("templates/parts/turn.jinja")),
        ("templates/Turn.jinja", meant("templates/parts/turn.jinja")),
        ("templates/bse.jinja", meant("templates/base.jinja")),
        ("templates/base.jinja.txt", meant("templates/base.jinja")),
        ("templates/base.html", meant("templates/base.jinja")),
        ("templates/own.jinja", "no template of yours names it; include it, or delete it"),
        (
            "templates/own.png",
            "a picture, a style sheet or a script belongs into templates/static/; move the rest elsewhere",
        ),
    ],
)
def test_a_file_among_the_templates_has_a_place(path: str, guess: str) -> None:
    assert str(guesses.template(path, TEMPLATES)) == guess


def test_of_two_templates_with_one_name_the_first_is_meant() -> None:
    known = ("templates/b/turn.jinja", "templates/a/turn.jinja")
    assert str(guesses.template("templates/turn.jinja", known)) == meant("templates/a/turn.jinja")


def test_a_name_is_known_however_its_letters_are_composed() -> None:
    known = ["content/caf\u00e9.toml"]
    assert str(guesses.file("content/cafe\u0301.TOML", known)) == meant(known[0])
