"""``serve --review`` from the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from goftogu.cli import main
from goftogu.serve.review import server as review_server
from tests import sites


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return sites.make(tmp_path / "archive")


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Let nothing be served, and return what would have been."""
    found: list[dict[str, Any]] = []

    def serve(root: Path, **options: Any) -> int:
        found.append({"root": root, **options})
        return 0

    monkeypatch.setattr(review_server, "serve", serve)
    return found


def test_the_workbench_is_served_instead_of_the_site(root: Path, served: list[dict[str, Any]]) -> None:
    assert main(["serve", "--review", "--root", str(root)]) == 0
    assert served == [{"root": root, "by": "", "port": 8001, "jobs": 0, "letters": ()}]
    assert not (root / "output").exists()


def test_reviewer_port_and_processes_can_be_given(root: Path, served: list[dict[str, Any]]) -> None:
    words = ["serve", "--review", "--by", " سارا امیدی ", "--port", "0", "--jobs", "2", "--root", str(root)]
    assert main(words) == 0
    assert served == [{"root": root, "by": "سارا امیدی", "port": 0, "jobs": 2, "letters": ()}]


def test_a_name_that_nobody_can_see_is_refused(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["serve", "--review", "--by", " ", "--root", str(root)])
    assert "is not the name of a person" in capsys.readouterr().err


def test_an_archive_in_persian_alone_has_nothing_to_review(
    root: Path, served: list[dict[str, Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    site = root / "content/site.toml"
    site.write_text('languages = ["fa"]\n' + site.read_text(encoding="utf-8"), encoding="utf-8")
    assert main(["serve", "--review", "--root", str(root)]) == 1
    assert served == []
    assert "M013" in capsys.readouterr().err


LETTERS = "https://example.org/en/river.html#t2\n\nYour correction:\nIt was\nclear.\n"


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    file = tmp_path / "letters.txt"
    file.write_text(f"Hello\n{LETTERS}", encoding="utf-8")
    return file


def test_letters_of_readers_are_shown_in_the_workbench(root: Path, letters: Path, served: list[dict[str, Any]]) -> None:
    assert main(["corrections", str(letters), "--by", "Sara", "--port", "0", "--root", str(root)]) == 0
    shown = served[0]
    assert [letter.place for letter in shown.pop("letters")] == ["", "river:t2"]
    assert shown == {"root": root, "by": "Sara", "port": 0, "jobs": 0}


def test_letters_of_readers_are_listed(
    root: Path, letters: Path, served: list[dict[str, Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["corrections", str(letters), "--print", "--root", str(root)]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines() == ["?\t\t\tHello", "river:t2\t\t\tIt was clear."]
    assert "2 letters, 1 of a turn" in err
    assert served == []


def test_a_file_without_letters_opens_nothing(
    root: Path, letters: Path, served: list[dict[str, Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["corrections", str(letters), "no-such.eml", "--root", str(root)]) == 1
    assert served == []
    assert "S002" in capsys.readouterr().err
