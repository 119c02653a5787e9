"""``publish``: what was published is known from then on; a build alone publishes nothing."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from goftogu.checks import permalinks
from goftogu.cli import main
from goftogu.content import record
from tests import sites
from tests.serving import serving

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


def test_a_list_that_cannot_be_kept_is_told_and_nothing_is_called_fit(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied", str(root / permalinks.RECORD))

    monkeypatch.setattr(record, "write", refuse)
    assert main(["publish", *OFFLINE]) == 1
    told = capsys.readouterr().err
    assert "error: content/published.json: S016 cannot be written: Permission denied" in told
    assert "fit for GitHub Pages" not in told


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


@pytest.fixture
def live(root: Path) -> Iterator[str]:
    """Serve the site of the archive as it was published, and empty ``output/``, as after a fresh clone."""
    assert main(["build", *OFFLINE]) == 0
    published = (root / "output" / permalinks.IDS).read_bytes()
    shutil.rmtree(root / "output")
    with serving({f"archive/{permalinks.IDS}": (200, published)}) as server:
        yield f"{server}archive/"


COMMANDS = [["build"], ["check"], ["publish"]]


@pytest.mark.parametrize("command", COMMANDS)
def test_an_id_that_the_live_site_has_must_stay(
    root: Path, live: str, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    words = [*command, *OFFLINE, "--published", live]
    assert main(words) == 0
    rewrite(root, "#t2", "#t9")
    capsys.readouterr()
    assert main(words) == 1
    assert f"error: {RIVER}: W010 published ids are gone: t2" in capsys.readouterr().err
    rewrite(root, "title:", "redirects: {t2: t9}\ntitle:")
    assert main(words) == 0


def test_a_build_that_nothing_has_changed_for_compares_all_the_same(root: Path, live: str) -> None:
    rewrite(root, "#t2", "#t9")
    assert main(["build", *OFFLINE]) == 0
    assert main(["build", *OFFLINE]) == 0
    assert main(["build", *OFFLINE, "--published", live]) == 1


def test_a_built_site_is_compared_as_it_is(root: Path, live: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["publish", "--check", "--published", live]
    rewrite(root, "#t2", "#t9")
    assert main(["build", *OFFLINE]) == 0
    capsys.readouterr()
    assert main(words) == 1
    assert "error: output/fa/river.html: W010 published ids are gone: t2" in capsys.readouterr().err
    rewrite(root, "title:", "redirects: {t2: t9}\ntitle:")
    assert main(["build", *OFFLINE]) == 0
    assert main(words) == 0


def test_an_interview_that_is_gone_from_the_built_site_is_told(
    root: Path, live: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / RIVER).rename(root / "content/interviews/stream.md")
    assert main(["build", *OFFLINE]) == 0
    capsys.readouterr()
    assert main(["publish", "--check", "--published", live]) == 0
    assert "W011 the interview was published and is gone" in capsys.readouterr().err


@pytest.mark.parametrize("command", [*COMMANDS, ["publish", "--check"]])
def test_a_list_that_cannot_be_read_stops_the_work(
    root: Path, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", *OFFLINE]) == 0
    before = sites.files(root / "output")
    rewrite(root, "آب", "خاک")
    capsys.readouterr()
    assert main([*command, *OFFLINE, "--published", "nowhere.json"]) == 1
    assert "error: nowhere.json: S007 the file cannot be read" in capsys.readouterr().err
    assert sites.files(root / "output") == before


def test_an_address_that_says_something_else_is_a_warning_and_strict_forbids_it(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving({permalinks.IDS: (200, b"<html>")}) as address:
        assert main(["build", *OFFLINE, "--published", address]) == 0
        assert f"warning: {address}data/ids.json: W012" in capsys.readouterr().err
        rewrite(root, "آب", "خاک")
        before = sites.files(root / "output")
        assert main(["build", *OFFLINE, "--published", address, "--strict"]) == 1
        assert sites.files(root / "output") == before
