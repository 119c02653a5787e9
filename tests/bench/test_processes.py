"""What a run costs: the workers of a program are part of it, and whoever fails is heard."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from bench import processes
from bench.processes import Cost

WORKER = """\
import subprocess, sys
worker = "import time; text = b'x' * (96 << 20); sum(range(1_000_000)); print(time.process_time())"
said = subprocess.run([sys.executable, "-c", worker], capture_output=True, check=True).stdout
open(sys.argv[1], "wb").write(said)
"""

Proc = Callable[..., None]


@pytest.fixture
def proc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Proc:
    """Return what adds a process to a made-up ``/proc``."""
    monkeypatch.setattr(processes, "_PROC", tmp_path)

    def add(pid: int, parent: int, *, name: str = "python", user: int = 0, system: int = 0, peak: int = 0) -> None:
        folder = tmp_path / str(pid)
        folder.mkdir()
        between = " ".join("0" * 9)
        (folder / "stat").write_text(f"{pid} ({name}) S {parent} {between} {user} {system} 0 0\n", encoding="utf-8")
        (folder / "status").write_text(f"Name:\t{name}\nVmHWM:\t{peak:8} kB\nVmRSS:\t 1 kB\n", encoding="utf-8")

    return add


def measured(*words: str) -> Cost:
    """Measure from a process that is small, as the benchmark is: the memory of this one would be counted."""
    imports = "import dataclasses, sys; from bench import processes"
    script = f"{imports}; print(*dataclasses.astuple(processes.run(sys.argv[1:])))"
    command = [sys.executable, "-c", script, *words]
    said = subprocess.run(command, cwd=processes.PROJECT, capture_output=True, text=True, check=True)
    return Cost(*map(float, said.stdout.split()))


def test_a_run_costs_something_and_has_no_worker_unless_it_starts_one() -> None:
    cost = measured("-c", "pass")
    assert cost.cpu > 0
    assert cost.wall > 0
    assert 1 < cost.megabytes < 96
    assert cost.worker == 0


def test_what_a_worker_costs_is_counted(tmp_path: Path) -> None:
    said = tmp_path / "said"
    cost = measured("-c", WORKER, str(said))
    assert cost.cpu >= float(said.read_text(encoding="utf-8"))
    assert cost.megabytes > 96


def test_a_run_has_its_folder_and_its_variables(tmp_path: Path) -> None:
    script = "import os, pathlib; pathlib.Path('here').write_text(os.environ['COLOUR'])"
    processes.run(["-c", script], folder=tmp_path, more={"COLOUR": "blue"})
    assert (tmp_path / "here").read_text(encoding="utf-8") == "blue"


@pytest.mark.parametrize(
    ("script", "words"),
    [
        pytest.param("raise SystemExit('no paper')", "no paper", id="with-words"),
        pytest.param("raise SystemExit(3)", "exit code 3", id="without"),
    ],
)
def test_a_program_that_fails_ends_the_benchmark(script: str, words: str) -> None:
    with pytest.raises(SystemExit, match=words):
        processes.run(["-c", script])


def test_python_is_as_usual_in_every_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("LANGUAGE", "fa")
    found = processes.environment()
    assert "PYTHONDONTWRITEBYTECODE" not in found
    assert found["LANGUAGE"] == "fa"


def test_descendants_are_children_and_their_children(proc: Proc) -> None:
    for pid, parent in ((1, 0), (40, 1), (7, 40), (41, 7), (9, 1)):
        proc(pid, parent)
    assert processes.descendants(40) == {7, 41}
    assert processes.descendants(9) == set()


def test_a_program_may_have_any_name(proc: Proc) -> None:
    proc(40, 1)
    proc(41, 40, name="a) S 1 (b", user=5)
    assert processes.descendants(40) == {41}


def test_the_processor_is_counted_in_user_and_system(proc: Proc, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.sysconf", lambda _: 100)
    proc(40, 1, user=150, system=25)
    proc(41, 40, user=25)
    proc(42, 1, user=1000)
    assert processes.cpu_of({40, 41}) == 2.0


def test_the_peak_of_a_process_that_has_ended_is_nothing(proc: Proc) -> None:
    proc(40, 1, peak=2048)
    assert processes.peak(40) == 2.0
    assert processes.peak(41) == 0.0


def test_a_kernel_thread_has_no_peak(proc: Proc, tmp_path: Path) -> None:
    proc(2, 0)
    (tmp_path / "2" / "status").write_text("Name:\tkthreadd\n", encoding="utf-8")
    assert processes.peak(2) == 0.0


def test_the_largest_worker_is_kept_when_it_has_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    looks = iter([{5: 80.0}, {5: 90.0, 6: 10.0}, {6: 20.0}])
    now: dict[int, float] = {}
    seen = Event()

    def look(_: int) -> set[int]:
        found = next(looks, None)
        if found is None:
            seen.set()
        now.update(found or {})
        return set(found or ())

    monkeypatch.setattr(processes, "_PAUSE", 0.001)
    monkeypatch.setattr(processes, "descendants", look)
    monkeypatch.setattr(processes, "peak", now.__getitem__)
    with processes._Peaks(4) as peaks:
        assert seen.wait(60)
    assert peaks.largest == 90.0
