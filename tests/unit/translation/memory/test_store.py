"""All memories together: filled, saved, and kept through every kind of interruption."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from goftogu.locale.message import Message
from goftogu.model import Language
from goftogu.problems import NO_HINT, Problem, Problems
from goftogu.storage import files
from goftogu.transcripts import archive
from goftogu.translation.engine import argos
from goftogu.translation.engine.decode import Checked, Local
from goftogu.translation.engine.devices import DeviceError
from goftogu.translation.engine.processors import Placement
from goftogu.translation.engine.workers import Means
from goftogu.translation.memory import checks, store
from goftogu.translation.memory.entry import NOTHING
from goftogu.translation.memory.memory import State
from goftogu.translation.memory.store import MemoryUse, Outcome, Request
from goftogu.translation.packages import install as package_install
from goftogu.translation.packages import installed as package_installed
from tests import sites
from tests.collecting import collected, found_by

FRONT = "---\ntitle: {title}\nspeakers:\n  الف: {{role: interviewer}}\n  ب: {{role: interviewee}}\n---\n"
HERE = Path(__file__).parents[4]


@pytest.fixture
def project(tmp_path: Path, pairs: list[tuple[str, str]]) -> Path:
    """A project with two interviews of sentences that the tiny package knows."""
    root = sites.make(tmp_path / "archive")
    (root / "content/interviews/river.md").unlink()
    for name, part in (("azar", pairs[:14]), ("bahar", pairs[14:])):
        turns = [f"{'الف' if number % 2 == 0 else 'ب'}: {persian}" for number, (persian, _) in enumerate(part[1:])]
        text = FRONT.format(title=f'"{part[0][0]}"') + "\n\n".join(turns) + "\n"
        (root / f"content/interviews/{name}.md").write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def means(installed: package_installed.InstalledPackage) -> Means:
    return Means(installed.path.parent)


@dataclass
class Updated(Outcome):
    problems: list[Problem] = field(default_factory=list)


def update(root: Path, request: Request | None = None) -> Updated:
    content, _ = collected(archive.read_archive, root)
    done, problems = collected(store.update, root, content.interviews, content.vocabulary, request=request)
    return Updated(done.english, done.states, done.origin, done.unfinished, problems=problems)


def codes(outcome: Updated) -> list[str]:
    return [problem.code for problem in outcome.problems]


def saved(root: Path) -> dict[str, str]:
    folder = root / store.FOLDER
    return {file.name: file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.po"))}


def test_reading_writes_nothing(project: Path) -> None:
    outcome = update(project)
    assert (outcome.states[State.MISSING], outcome.states.total()) == (28, 28)
    assert (outcome.unfinished, outcome.problems, saved(project)) == (False, [], {})


def test_filling_saves_what_gained(project: Path, means: Means) -> None:
    outcome = update(project, Request(MemoryUse.FILL, means))
    assert (outcome.states[State.MACHINE], outcome.origin, outcome.unfinished) == (
        28,
        "argos translate-fa_en 0.1",
        False,
    )
    before = saved(project)
    assert list(before) == ["azar.po", "bahar.po"]
    again = update(project, Request(MemoryUse.FILL, Means(project / "none")))
    assert (again.origin, again.unfinished, saved(project)) == ("", False, before)
    assert again.english == outcome.english


def test_filling_leaves_what_is_translated_and_keeping_tries_it_again_when_names_change(
    project: Path, means: Means
) -> None:
    update(project, Request(MemoryUse.KEEP, means))
    (project / "content/glossary.toml").write_text('"روستا" = ["hamlet"]\n', encoding="utf-8")
    content, _ = collected(archive.read_archive, project)
    none = Means(project / "none")
    found = [
        collected(store.update, project, content.interviews, content.vocabulary, request=Request(use, none))[0]
        for use in (MemoryUse.FILL, MemoryUse.KEEP)
    ]
    assert [outcome.reopened > 0 for outcome in found] == [False, True]


def test_keeping_writes_every_memory(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(project / "none"))
    left = project / store.FOLDER / ".gone.po.part"
    left.parent.mkdir(parents=True)
    left.write_text("half a fi")
    outcome = update(project, Request(MemoryUse.KEEP))
    assert outcome.unfinished
    assert not left.exists()
    assert [text.count("msgctxt") for text in saved(project).values()] == [14, 14]


def test_refreshing_needs_a_package(project: Path, means: Means, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(project / "none"))
    update(project, Request(MemoryUse.KEEP, means))
    assert update(project, Request(MemoryUse.KEEP, refresh=True)).unfinished
    assert update(project, Request(MemoryUse.KEEP, means, refresh=True)).origin == ""


def test_a_package_that_cannot_be_loaded(project: Path, means: Means, monkeypatch: pytest.MonkeyPatch) -> None:
    fault = Problem("x", 0, 0, "A009", Message("cannot be loaded"), NO_HINT)
    monkeypatch.setattr(argos, "load", lambda _, problems, __: problems.add(fault))
    outcome = update(project, Request(MemoryUse.KEEP, means))
    assert (outcome.unfinished, codes(outcome)) == (True, ["A009"])


def test_a_package_is_fetched_only_when_it_is_needed_and_allowed(
    project: Path, tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "none"))
    asked: list[str] = []
    real = package_install.install

    def install(where: str, root: Path, folder: Path, problems: Problems) -> object:
        asked.append(where)
        return real(str(tiny), root, folder, problems)

    monkeypatch.setattr(package_install, "install", install)
    assert update(project, Request(MemoryUse.FILL, Means(tmp_path / "packages"))).unfinished
    assert asked == []
    assert not update(project, Request(MemoryUse.FILL, Means(tmp_path / "packages", fetch=True))).unfinished
    assert update(project, Request(MemoryUse.FILL, Means(tmp_path / "other", fetch=True))).states[State.MACHINE] == 28
    assert asked == [""]
    assert "translate-fa_en-0_1.argosmodel" in (project / "content/translation.lock").read_text()


def test_a_failure_to_fetch_is_told(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "none"))
    fault = Problem("https://example.org", 0, 0, "A012", Message("cannot be downloaded"), NO_HINT)
    monkeypatch.setattr(package_install, "install", lambda *given: given[-1].add(fault))
    outcome = update(project, Request(MemoryUse.FILL, Means(tmp_path / "packages", fetch=True)))
    assert (outcome.unfinished, outcome.problems) == (True, [fault])
    monkeypatch.setattr(argos, "is_installed", lambda: False)
    assert update(project, Request(MemoryUse.FILL, Means(tmp_path / "packages", fetch=True))).problems == []


def test_two_runs_at_once(project: Path, means: Means) -> None:
    held = files.lock(str(project / "content"))
    assert held is not None
    outcome = update(project, Request(MemoryUse.KEEP, means))
    assert (outcome.unfinished, codes(outcome), saved(project)) == (True, ["M009"], {})
    assert update(project).problems == []
    os.close(held)
    assert update(project, Request(MemoryUse.KEEP, means)).states[State.MACHINE] == 28


def test_a_memory_that_cannot_be_read_is_never_written(project: Path, means: Means) -> None:
    update(project, Request(MemoryUse.KEEP, means))
    broken = project / store.FOLDER / "azar.po"
    broken.write_text("<<<<<<< HEAD\n", encoding="utf-8")
    outcome = update(project, Request(MemoryUse.KEEP, means, refresh=True))
    assert codes(outcome) == ["S015"]
    assert list(outcome.english) == ["bahar"]
    assert broken.read_text(encoding="utf-8") == "<<<<<<< HEAD\n"


def test_a_full_disk_stops_the_work_and_loses_nothing(
    project: Path, means: Means, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Placement, "shard", 4)
    room = [3]
    real = files.put

    def write(file: str, data: bytes, *, flush: bool = False) -> None:
        room[0] -= 1
        if room[0] < 0:
            Path(file).write_bytes(data[: len(data) // 2])
            raise OSError(errno.ENOSPC, "No space left on device")
        real(file, data, flush=flush)

    monkeypatch.setattr(files, "put", write)
    outcome = update(project, Request(MemoryUse.KEEP, means))
    assert outcome.unfinished
    assert set(codes(outcome)) == {"M008"}
    assert list(saved(project)) == ["azar.po"]
    assert saved(project)["azar.po"].count("argos translate-fa_en 0.1") == 12
    monkeypatch.undo()
    again = update(project, Request(MemoryUse.KEEP, means))
    assert (again.states[State.MACHINE], again.problems) == (28, [])


KILLED = """
import os, signal, sys
from pathlib import Path
from goftogu import cli
from goftogu.storage import files
from goftogu.translation.engine.processors import Placement

Placement.shard = 4
left = int(sys.argv[1])
real = files.put

def write(file, data, *, flush=False):
    global left
    left -= 1
    if left < 0:  # in the middle of a file
        Path(file).write_bytes(data[: len(data) // 2])
        os.kill(os.getpid(), signal.SIGKILL)
    real(file, data, flush=flush)

files.put = write
cli.main(["translate", *sys.argv[2:]])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize("writes", [0, 1, 3, 4])
def test_kill_nine_in_the_middle(project: Path, means: Means, writes: int) -> None:
    """A real process, killed while it writes; what it had written is whole, and the next run goes on."""
    arguments = [str(writes), "--root", str(project), "--packages", str(means.packages), "--offline"]
    ended = subprocess.run([sys.executable, "-c", KILLED, *arguments], cwd=HERE, check=False, capture_output=True)
    assert ended.returncode == -signal.SIGKILL
    assert len(list((project / store.FOLDER).iterdir())) == len(saved(project)) + 1
    assert sum(text.count("#. origin") for text in saved(project).values()) == {0: 0, 1: 4, 3: 12, 4: 14}[writes]
    assert codes(update(project)) == []
    outcome = update(project, Request(MemoryUse.KEEP, means))
    assert (outcome.states[State.MACHINE], outcome.problems) == (28, [])
    assert sorted(file.name for file in (project / store.FOLDER).iterdir()) == ["azar.po", "bahar.po"]


def test_memories_of_nobody_are_told(project: Path) -> None:
    (project / store.FOLDER).mkdir(parents=True)
    (project / store.FOLDER / "gone.po").write_text("")
    assert [problem.code for problem in found_by(checks.check_strangers, project, {"azar": Language.EN})] == ["M005"]


def test_a_cluster_that_stops_leaves_what_had_come_back(
    project: Path, means: Means, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Local.run

    def run(self: Local, shards: Sequence[Sequence[str]]) -> Iterator[tuple[int, list[Checked]]]:
        yield next(real(self, shards))
        raise ConnectionError("CommClosedError: in <TCP>")

    monkeypatch.setattr(Placement, "shard", 4)
    monkeypatch.setattr(Local, "run", run)
    outcome = update(project, Request(MemoryUse.KEEP, means))
    assert (outcome.unfinished, codes(outcome), outcome.origin) == (True, ["A013"], "argos translate-fa_en 0.1")
    assert outcome.problems[0].message == "the cluster stopped: CommClosedError: in <TCP>"
    assert outcome.problems[0].hint == "4 of 28 paragraphs are translated and kept; the next run goes on"
    assert outcome.states[State.MACHINE] == 4
    assert saved(project)["azar.po"].count("#. origin") == 4


def test_a_device_that_gives_up_leaves_what_had_come_back(
    project: Path, means: Means, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Local.run

    def run(self: Local, shards: Sequence[Sequence[str]]) -> Iterator[tuple[int, list[Checked]]]:
        yield next(real(self, shards))
        raise DeviceError("CUDA failed with error out of memory")

    monkeypatch.setattr(Placement, "shard", 6)
    monkeypatch.setattr(Local, "run", run)
    outcome = update(project, Request(MemoryUse.KEEP, means))
    assert (outcome.unfinished, outcome.states[State.MACHINE]) == (True, 6)
    (problem,) = outcome.problems
    assert (problem.code, problem.message) == ("A014", "the engine stopped: CUDA failed with error out of memory")
    assert problem.hint.startswith("a smaller --batch needs less memory; 6 of 28 paragraphs are translated and kept")
    monkeypatch.undo()
    assert update(project, Request(MemoryUse.KEEP, means)).states[State.MACHINE] == 28


def test_a_cluster_that_stops_without_a_word(project: Path, means: Means, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(_: Local, __: object) -> Iterator[tuple[int, list[Checked]]]:
        raise ConnectionResetError

    monkeypatch.setattr(Local, "run", run)
    (problem,) = update(project, Request(MemoryUse.KEEP, means)).problems
    assert (problem.code, problem.message) == ("A013", "the cluster stopped: ConnectionResetError")
    assert problem.hint.startswith("0 of 28 paragraphs are translated and kept")


def test_an_engine_that_gives_up_before_it_begins_has_translated_nothing_and_left_nothing_out(
    project: Path, means: Means, monkeypatch: pytest.MonkeyPatch
) -> None:
    def look_around(_: Local, __: object) -> None:
        raise DeviceError("no memory")

    monkeypatch.setattr(Local, "look_around", look_around)
    outcome = update(project, Request(MemoryUse.KEEP, means))
    (problem,) = outcome.problems
    assert problem.hint.endswith("; 0 of 28 paragraphs are translated and kept; the next run goes on")
    assert (outcome.origin, outcome.unfinished) == ("", True)


def test_a_memory_by_itself(project: Path, means: Means) -> None:
    content, _ = collected(archive.read_archive, project)
    azar = next(item for item in content.interviews if item.id == "azar")
    outcome = update(project, Request(MemoryUse.KEEP, means))
    saved = (project / store.path_of("azar")).read_bytes()
    assert collected(store.own, azar, saved) == (outcome.english["azar"], [])
    assert collected(store.own, azar, None) == (dict.fromkeys((unit.id for unit in azar.units()), NOTHING), [])
    found, problems = collected(store.own, azar, b"?")
    assert found is None
    assert [problem.code for problem in problems] == ["M001"]


def test_what_is_wrong_with_the_memory_of_a_faulty_interview_is_told(project: Path) -> None:
    (project / store.FOLDER).mkdir(parents=True, exist_ok=True)
    (project / store.FOLDER / "faulty.po").write_text('msgid "a', encoding="utf-8")
    (project / "content/interviews/faulty.md").write_text("no front matter", encoding="utf-8")
    (problem,) = found_by(checks.check_strangers, project, {"azar": Language.EN})
    assert (problem.path, problem.line) == (store.path_of("faulty"), 1)
    assert problem.code != "M005"


def test_an_outcome_claims_nothing_that_was_not_found() -> None:
    found = Outcome()
    assert (found.reopened, found.others, found.lacking, found.states.total()) == (0, 0, 0, 0)
    assert not any((found.origin, found.unfinished, found.stopped, found.jobs, found.english))
