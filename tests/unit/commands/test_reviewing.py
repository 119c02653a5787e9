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
    assert served == [{"root": root, "by": "", "port": 8001, "jobs": 0}]
    assert not (root / "output").exists()


def test_reviewer_port_and_processes_can_be_given(root: Path, served: list[dict[str, Any]]) -> None:
    words = ["serve", "--review", "--by", " سارا امیدی ", "--port", "0", "--jobs", "2", "--root", str(root)]
    assert main(words) == 0
    assert served == [{"root": root, "by": "سارا امیدی", "port": 0, "jobs": 2}]


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
