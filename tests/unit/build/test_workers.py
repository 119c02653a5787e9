"""Work that is shared among processes gives what it gives in one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from goftogu.build import workers
from goftogu.build.workers import Shared, Workers
from goftogu.locale.message import Message
from tests import sites, tasks
from tests.tasks import Common

WORDS = [f"word {number}" for number in range(60)]


def shared(folder: Path | str = "") -> Shared[Common]:
    return Shared(Common(os.getpid(), str(folder)), f"common in {folder}".encode())


def shouted(team: Workers, count: int = len(WORDS)) -> tuple[list[str], set[bool]]:
    found = list(team.map(Message("Shouting"), tasks.shout, shared(), WORDS[:count], count))
    return [word for word, _ in found], {elsewhere for _, elsewhere in found}


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_processes_give_the_same_in_the_same_order(method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "start_method", lambda: method)
    with Workers(2) as team:
        assert shouted(team) == ([word.upper() for word in WORDS], {True})


@pytest.mark.parametrize(("jobs", "count"), [(1, 60), (2, 5), (2, 0)])
def test_no_process_is_started_for_little_work_or_without_leave(jobs: int, count: int) -> None:
    with Workers(jobs) as team:
        words, elsewhere = shouted(team, count)
    assert words == [word.upper() for word in WORDS[:count]]
    assert True not in elsewhere


@pytest.mark.parametrize(("count", "elsewhere"), [(39, False), (40, True)])
def test_forty_tasks_are_worth_a_process(count: int, elsewhere: bool) -> None:
    with Workers(2) as team:
        assert shouted(team, count)[1] == {elsewhere}


def test_a_system_that_counts_no_processors_has_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert workers.processors() == 1


def test_processes_that_were_started_take_little_work_too() -> None:
    with Workers(2) as team:
        shouted(team)
        assert shouted(team, 3) == ([word.upper() for word in WORDS[:3]], {True})


def test_what_a_killed_process_had_is_done_here(tmp_path: Path) -> None:
    numbers = range(60)
    with Workers(2) as team:
        found = list(team.map(Message("Squaring"), tasks.die_once, shared(tmp_path), numbers, len(numbers)))
        assert found == [number * number for number in numbers]
        assert (tmp_path / "killed").exists()
        assert shouted(team)[1] == {False}


def test_values_are_asked_for_as_the_work_gets_on() -> None:
    asked: list[str] = []

    def words() -> Iterator[str]:
        for word in WORDS:
            asked.append(word)
            yield word

    with Workers(2) as team:
        results = team.map(Message("Shouting"), tasks.shout, shared(), words(), len(WORDS))
        next(results)
        assert len(asked) < len(WORDS)
        assert len(list(results)) == len(WORDS) - 1


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_fault_of_a_task_comes_through(jobs: int) -> None:
    with Workers(jobs) as team, pytest.raises(ValueError, match="five"):
        list(team.map(Message("Failing"), tasks.fail, shared(), range(60), 60))


def test_a_process_with_several_threads_is_never_forked() -> None:
    code = (
        "import threading; from goftogu.build.workers import start_method; print(start_method());"
        "stop = threading.Event(); thread = threading.Thread(target=stop.wait); thread.start();"
        "print(start_method()); stop.set()"
    )
    said = subprocess.run([sys.executable, "-c", code], cwd=sites.ROOT, check=True, capture_output=True, text=True)
    first, second = said.stdout.split()
    assert first == ("fork" if sys.platform == "linux" else "spawn")
    assert second == "spawn"


def test_there_are_processors() -> None:
    assert 1 <= workers.processors() <= (os.cpu_count() or 1)


PARENT = """
import os, sys
from goftogu.build import workers
from goftogu.build.workers import Shared, Workers
from tests import tasks

workers.start_method = lambda: sys.argv[2]
with Workers(2) as team:
    shared = Shared(tasks.Common(os.getpid(), sys.argv[1]), b"common")
    list(team.map("Waiting", tasks.note_and_wait, shared, range(60), 60))
"""


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_processes_end_with_the_one_that_started_them(tmp_path: Path, method: str) -> None:
    with subprocess.Popen([sys.executable, "-c", PARENT, str(tmp_path), method], cwd=sites.ROOT) as parent:
        wait_for(lambda: len(list(tmp_path.iterdir())) == 2)
        parent.send_signal(signal.SIGKILL)
    children = [int(path.name) for path in tmp_path.iterdir()]
    wait_for(lambda: not any(map(alive, children)))


def alive(process: int) -> bool:
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    except FileNotFoundError:
        return False
    return "State:\tZ" not in status


def wait_for(reached: Callable[[], bool]) -> None:
    for _ in range(600):
        if reached():
            return
        time.sleep(0.05)
    pytest.fail("it has not come about")


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_cluster_gives_the_same_and_outlives_a_worker(tmp_path: Path) -> None:
    numbers = range(20)
    with Workers(jobs=0, scheduler="local") as team:
        assert shouted(team, 20) == ([word.upper() for word in WORDS[:20]], {True})
        found = list(team.map(Message("Squaring"), tasks.die_once, shared(tmp_path), numbers, len(numbers)))
    assert found == [number * number for number in numbers]
    assert (tmp_path / "killed").exists()


@pytest.mark.parametrize(("method", "count", "times"), [("fork", 60, 1), ("fork", 5, 0), ("spawn", 60, 0)])
def test_what_processes_inherit_is_prepared_once_before_they_start(
    method: str, count: int, times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "start_method", lambda: method)
    prepared: list[int] = []
    with Workers(2, prepare=lambda: prepared.append(os.getpid())) as team:
        assert shouted(team, count)[0] == shouted(team, count)[0]
    assert prepared == [os.getpid()] * times


def test_there_are_no_more_processes_than_the_system_can_wait_for(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[int] = []

    def start(jobs: int, **named: Any) -> ProcessPoolExecutor:
        started.append(jobs)
        return ProcessPoolExecutor(jobs, **named)

    monkeypatch.setattr(workers, "MOST", 2)
    monkeypatch.setattr(workers, "ProcessPoolExecutor", start)
    with Workers(90) as team:
        assert shouted(team)[1] == {True}
    assert started == [2]
