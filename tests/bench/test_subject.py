"""What is measured: cold is without output and without cache, and every change is put back."""

from __future__ import annotations

import subprocess
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from bench import subject as bench_subject
from bench.processes import Cost
from bench.subject import Subject, without_downloads

INTERVIEW = "content/interviews/a.md"
TEXT = "---\ntitle: الف\n---\nمجری: سلام\n\nمهمان: درود\n"
TEMPLATE = "<html><body class=x></body></html>"


@dataclass
class Program:
    """Stands for the program: notes what it finds, makes an output and a cache.

    Attributes:
        root: The folder of the archive.
        runs: For each run the folder of the output, whether it was there, whether a cache was, and the interview.
    """

    root: Path
    runs: list[tuple[str, bool, bool, str]] = field(default_factory=list)
    words: list[list[str]] = field(default_factory=list)

    def __call__(self, words: Sequence[str], **_: Any) -> Cost:
        self.words.append(list(words))
        output = Path(words[words.index("--output") + 1]) if "--output" in words else Path(words[3])
        caches = [self.root / ".cache", self.root / "user-cache"]
        text = (self.root / INTERVIEW).read_text(encoding="utf-8")
        self.runs.append((output.name, output.exists(), any(cache.exists() for cache in caches), text))
        for folder in (output, *caches):
            folder.mkdir(exist_ok=True)
        return Cost(len(self.runs), 1)


@pytest.fixture
def archive(tmp_path: Path) -> Subject:
    for path, text in ((INTERVIEW, TEXT), ("templates/base.html.jinja", TEMPLATE), ("content/site.toml", 'url = "x"')):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return Subject(tmp_path)


@pytest.fixture
def program(archive: Subject, monkeypatch: pytest.MonkeyPatch) -> Program:
    program = Program(archive.root)
    monkeypatch.setattr(bench_subject, "run", program)
    return program


def test_a_cold_build_finds_no_output_and_no_cache(archive: Subject, program: Program) -> None:
    archive.build()
    assert archive.cold() == Cost(2, 1)
    assert [run[:3] for run in program.runs] == [
        ("output", False, False),
        ("output-0", False, False),
        ("output", True, True),
    ]
    assert sorted(path.name for path in archive.root.glob("*cache*")) == [
        ".cache",
        "old-cache-0",
        "old-cache-1",
        "user-cache",
    ]


def test_nothing_is_deleted_between_two_measurements(archive: Subject, program: Program) -> None:
    archive.cold()
    archive.cold()
    archive.floor()
    archive.floor()
    assert [run[:2] for run in program.runs] == [
        ("output-0", False),
        ("output", False),
        ("output-1", False),
        ("output", True),
        ("floor-0", False),
        ("floor-1", False),
    ]
    assert all((archive.root / name).is_dir() for name, *_ in program.runs)


def test_a_warm_start_finds_a_cache_and_no_output(archive: Subject, program: Program) -> None:
    archive.build()
    assert archive.warm_start() == Cost(2, 1)
    assert program.runs[1][:3] == ("output-0", False, True)


def test_a_folder_that_is_there_is_not_taken(archive: Subject, program: Program) -> None:
    (archive.root / "output-0").mkdir()
    archive.cold()
    assert program.runs[0][:2] == ("output-1", False)


def test_the_floor_gets_its_options(archive: Subject, program: Program) -> None:
    archive.floor("--both")
    assert program.words == [["-m", "bench.floor", str(archive.root), str(archive.root / "floor-0"), "--both"]]


def test_one_word_is_changed_and_put_back(archive: Subject, program: Program) -> None:
    assert archive.word_changed() == Cost(1, 1)
    assert [run[3] for run in program.runs] == [TEXT.replace("درود", "آری درود"), TEXT]
    assert (archive.root / INTERVIEW).read_text(encoding="utf-8") == TEXT


def test_the_template_of_all_pages_is_changed_and_put_back(archive: Subject, program: Program) -> None:
    archive.templates_changed()
    assert len(program.runs) == 2
    assert (archive.root / "templates/base.html.jinja").read_text(encoding="utf-8") == TEMPLATE


def test_a_change_that_changes_nothing_is_no_measurement(archive: Subject, program: Program) -> None:
    (archive.root / INTERVIEW).write_text("no answer", encoding="utf-8")
    with pytest.raises(SystemExit, match=r"a\.md has no"):
        archive.word_changed()
    assert program.runs == []


def test_an_archive_without_downloads_has_the_same_interviews(archive: Subject, tmp_path: Path) -> None:
    lean = Subject(tmp_path / "lean")
    without_downloads(archive, lean)
    assert (lean.root / INTERVIEW).read_text(encoding="utf-8") == TEXT
    settings = tomllib.loads((lean.root / "content/site.toml").read_text(encoding="utf-8"))
    assert settings == {"downloads": [], "url": "x"}


def test_waits_are_seconds_on_the_clock(archive: Subject, monkeypatch: pytest.MonkeyPatch) -> None:
    said = subprocess.CompletedProcess(["serve"], 0, "[0.5, 0.25]\n", "")
    monkeypatch.setattr("subprocess.run", lambda *_, **__: said)
    assert archive.serve(2) == [Cost(0, 0.5), Cost(0, 0.25)]


def test_a_server_that_fails_is_heard(archive: Subject, monkeypatch: pytest.MonkeyPatch) -> None:
    said = subprocess.CompletedProcess(["serve"], 1, "", "the port is taken")
    monkeypatch.setattr("subprocess.run", lambda *_, **__: said)
    with pytest.raises(SystemExit, match="the port is taken"):
        archive.serve(2)
