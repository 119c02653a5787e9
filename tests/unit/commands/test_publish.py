"""``publish``: what was published is known from then on; a build alone publishes nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from goftogu.checks import permalinks
from goftogu.cli import main
from tests import sites

OFFLINE = ["--offline", "--packages", "none"]
RIVER = "content/interviews/river.md"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(sites.make(tmp_path))
    return tmp_path


def rewrite(root: Path, old: str, new: str) -> None:
    file = root / RIVER
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_it_keeps_the_list_of_what_is_published(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["publish", *OFFLINE]) == 0
    assert "kept the list of published ids: content/published.json" in capsys.readouterr().err
    assert json.loads((root / permalinks.RECORD).read_bytes()) == {"river": ["t1", "t2"]}
    assert main(["publish", *OFFLINE]) == 0
    assert "kept" not in capsys.readouterr().err


@pytest.mark.parametrize("command", [["build"], ["build", "--output", "elsewhere"], ["check"]])
def test_no_other_command_publishes(root: Path, command: list[str]) -> None:
    assert main([*command, *OFFLINE]) == 0
    assert main(["publish", "--check", "--output", command[-1] if "--output" in command else "output"]) in {0, 1}
    assert not (root / permalinks.RECORD).exists()


def test_a_lost_id_forbids_to_build_only_after_it_was_published(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", *OFFLINE]) == 0
    rewrite(root, "#t2", "#t7")
    assert main(["build", *OFFLINE]) == 0
    assert main(["publish", *OFFLINE]) == 0
    rewrite(root, "#t7", "#t9")
    capsys.readouterr()
    assert main(["build", *OFFLINE]) == 1
    assert f"error: {RIVER}: W010 published ids are gone: t7" in capsys.readouterr().err
    assert main(["publish", *OFFLINE]) == 1
    assert json.loads((root / permalinks.RECORD).read_bytes()) == {"river": ["t1", "t7"]}


def test_ids_that_nobody_has_published_are_stamped_without_a_word(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rewrite(root, "{: #t2 }\n", "")
    assert main(["build", *OFFLINE]) == 0
    assert main(["stamp"]) == 0
    capsys.readouterr()
    assert main(["build", *OFFLINE]) == 0
    assert "W01" not in capsys.readouterr().err


def test_a_published_passing_id_is_missed_until_the_next_publication(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rewrite(root, "{: #t2 }\n", "")
    assert main(["publish", *OFFLINE]) == 0
    assert main(["stamp"]) == 0
    for _ in range(2):
        capsys.readouterr()
        assert main(["build", *OFFLINE]) == 0
        assert f"warning: {RIVER}: W011 published ids are gone: h" in capsys.readouterr().err
    assert main(["publish", *OFFLINE]) == 0
    capsys.readouterr()
    assert main(["build", *OFFLINE]) == 0
    assert "W01" not in capsys.readouterr().err
