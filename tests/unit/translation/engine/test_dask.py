"""The work on a Dask cluster: two real workers, one of them killed on the way."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from goftogu.locale.message import Message
from goftogu.problems import NO_HINT, Problem, Problems
from goftogu.translation.engine import dask, workers
from goftogu.translation.engine import fill as engine_fill
from goftogu.translation.engine.dask import Cluster, Spec, work
from goftogu.translation.engine.decode import Local, decode
from goftogu.translation.engine.fill import Job, Team
from goftogu.translation.engine.modelled import ModelEngine
from goftogu.translation.engine.processors import Device, Processors
from goftogu.translation.engine.terminology import Fixed, Terminology
from goftogu.translation.memory.memory import Memory, State, Unit
from goftogu.translation.packages import installed as package_installed

TERMS = Terminology([Fixed("معلم", ("teacher",))])


def jobs(pairs: list[tuple[str, str]], copies: int) -> list[Job]:
    """Many paragraphs, no two of them alike."""
    units = [
        Unit(f"t{copy}.{number}", f"{source} {pairs[(number + copy) % len(pairs)][0]} {'ا' * (copy + 1)}.")
        for copy in range(copies)
        for number, (source, _) in enumerate(pairs)
    ]
    return [Job(Memory("a"), tuple(units[::2])), Job(Memory("b"), tuple(units[1::2]))]


def fill(work_: list[Job], team: Team, keep: Any = lambda _: None) -> list[str]:
    engine_fill.prepare(work_)
    engine_fill.translate(engine_fill.todo(work_, team.origin), team, keep)
    return [job.memory.dump() for job in work_]


@pytest.fixture
def spec(installed: package_installed.InstalledPackage) -> Iterator[Spec]:
    yield Spec(str(installed.path), installed.origin, dask._digest(installed), TERMS.terms)
    dask._load.cache_clear()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_killed_worker_loses_nothing_and_the_outcome_is_that_of_one_process(
    installed: package_installed.InstalledPackage,
    engine: ModelEngine,
    pairs: list[tuple[str, str]],
) -> None:
    expected = fill(jobs(pairs, 8), Local(engine, TERMS, 5))
    killed: list[int] = []
    with dask.start(2) as client:
        pids = client.run(os.getpid)
        threads = client.nthreads()
        environments = client.run(lambda: {name: os.environ.get(name) for name in dask.ENVIRONMENT})

        def kill(_: Job) -> None:
            if not killed:
                killed.append(next(iter(pids.values())))
                os.kill(killed[0], signal.SIGKILL)

        cluster = Cluster(client, installed, TERMS)
        cluster.shard = 5
        found = fill(jobs(pairs, 8), cluster, kill)
    assert len(killed) == 1
    assert len({*pids.values(), os.getpid()}) == 3
    assert list(threads.values()) == [1, 1]
    assert found == expected
    assert list(environments.values()) == [dask.ENVIRONMENT] * 2


def test_a_worker_translates_a_shard(spec: Spec, engine: ModelEngine, pairs: list[tuple[str, str]]) -> None:
    sentences = [source for source, _ in pairs[:5]]
    assert work(sentences, spec) == decode(engine, sentences, TERMS)
    assert work(sentences, spec) == decode(engine, sentences, TERMS)


def test_a_worker_looks_into_its_own_folders(
    spec: Spec, installed: package_installed.InstalledPackage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = replace(spec, folder=str(tmp_path / "none"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(installed.path.parent))
    assert dask._find(elsewhere) == installed


def test_a_worker_with_another_package_refuses(spec: Spec) -> None:
    for other in (replace(spec, origin="argos translate-fa_en 9"), replace(spec, digest="0")):
        with pytest.raises(LookupError, match="does not have the same"):
            work(["بله."], other)


def test_a_worker_that_cannot_load_the_package(spec: Spec, monkeypatch: pytest.MonkeyPatch) -> None:
    fault = Problem("x", 0, 0, "A009", Message("cannot be loaded"), NO_HINT)
    monkeypatch.setattr("goftogu.translation.engine.argos.load", lambda _, problems, *__: problems.add(fault))
    with pytest.raises(LookupError, match="A009"):
        work(["بله."], spec)


class Broken:
    def map(self, *_: object, **__: object) -> object:
        raise RuntimeError("the scheduler has gone")


def test_a_cluster_that_stops(installed: package_installed.InstalledPackage) -> None:
    with pytest.raises(ConnectionError, match="the scheduler has gone"):
        list(Cluster(Broken(), installed, TERMS).run([["بله."]]))


CLUSTER = """
import time
from distributed import LocalCluster
cluster = LocalCluster(
    n_workers=1, threads_per_worker=1, processes=False, protocol="tcp", host="127.0.0.1", dashboard_address=None
)
print(cluster.scheduler_address, flush=True)
time.sleep(600)
"""


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_killed_scheduler_is_told_and_what_had_come_back_is_there(
    installed: package_installed.InstalledPackage, pairs: list[tuple[str, str]], capfd: pytest.CaptureFixture[str]
) -> None:
    shards = [[f"{source} {'ا' * (number + 1)}." for source, _ in pairs] for number in range(80)]
    back: list[int] = []

    def run(address: str, kill: Callable[[], None]) -> None:
        with dask.connect(address) as client:
            for number, found in Cluster(client, installed, TERMS).run(shards):
                back.append(number)
                assert len(found) == len(pairs)
                kill()

    with subprocess.Popen([sys.executable, "-c", CLUSTER], stdout=subprocess.PIPE, text=True) as scheduler:
        assert scheduler.stdout is not None
        with pytest.raises(ConnectionError, match="its scheduler is gone"):
            run(scheduler.stdout.readline().strip(), scheduler.kill)
    assert 1 <= len(back) < len(shards)
    assert "distributed.client" not in capfd.readouterr().err


def test_what_the_client_logs_is_heard_again_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    logger = logging.getLogger("distributed.client")
    monkeypatch.setattr(logger, "level", logging.INFO)
    with dask._quiet():
        assert not logger.isEnabledFor(logging.CRITICAL)
    assert logger.isEnabledFor(logging.INFO)


class Client:
    """A client that keeps what is asked of it."""

    def __init__(self) -> None:
        self.specs: list[Spec] = []

    def map(self, *_: object, spec: Spec, **__: object) -> object:
        self.specs.append(spec)
        raise RuntimeError("enough")


@pytest.mark.parametrize(
    ("wanted", "shard"),
    [
        (Processors(), 400),
        (Processors(Device.CPU, threads=16, batch=9000), 400),
        (Processors(Device.CUDA), 2730),
        (Processors(Device.CUDA, batch=16384), 5461),
    ],
)
def test_what_is_said_of_processors_holds_for_every_worker(
    installed: package_installed.InstalledPackage, wanted: Processors, shard: int
) -> None:
    client = Client()
    cluster = Cluster(client, installed, TERMS, wanted)
    with pytest.raises(ConnectionError, match="enough"):
        list(cluster.run([["بله."]]))
    assert (cluster.shard, [spec.processors for spec in client.specs]) == (shard, [wanted])


@pytest.mark.parametrize(("said", "threads"), [(Processors(), 1), (Processors(threads=3), 3)])
def test_a_worker_takes_its_own_threads_unless_others_are_said(
    spec: Spec, said: Processors, threads: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Processors] = []
    monkeypatch.setattr("goftogu.translation.engine.argos.load", lambda _, __, processors: asked.append(processors))
    with pytest.raises(LookupError):
        work(["بله."], replace(spec, processors=said))
    assert asked == [Processors(threads=threads)]


def test_nobody_answers(installed: package_installed.InstalledPackage, monkeypatch: pytest.MonkeyPatch) -> None:
    problems = Problems()
    monkeypatch.setattr(dask, "_PATIENCE", "100 ms")
    means = workers.Means(installed.path.parent, scheduler="tcp://127.0.0.1:1")
    with workers.gather(Path(), means, TERMS, problems) as team:
        assert team is None
    assert [(problem.code, problem.path) for problem in problems] == [("A013", "tcp://127.0.0.1:1")]


def test_without_dask(installed: package_installed.InstalledPackage, monkeypatch: pytest.MonkeyPatch) -> None:
    problems = Problems()
    monkeypatch.setitem(sys.modules, "distributed", None)
    with workers.gather(Path(), workers.Means(installed.path.parent, scheduler="local"), TERMS, problems) as team:
        assert team is None
    assert "dask[distributed]" in next(iter(problems)).hint


def test_a_cluster_by_its_address_or_on_this_machine(
    installed: package_installed.InstalledPackage, pairs: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    for scheduler in ("local", "tcp"):
        work_ = jobs(pairs, 1)
        with ExitStack() as stack:
            address = scheduler
            if scheduler == "tcp":
                address = stack.enter_context(dask.start(1)).scheduler_info()["address"]
            means = workers.Means(installed.path.parent, scheduler=address)
            team = stack.enter_context(workers.gather(Path(), means, TERMS, Problems()))
            assert team is not None
            fill(work_, team)
        assert engine_fill.counts(work_)[State.MACHINE] == len(pairs)


@pytest.mark.parametrize(("processors", "started"), [(3, 3), (1, 1), (None, 1)])
def test_a_cluster_on_this_machine_has_a_worker_for_each_processor(
    processors: int | None, started: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    @contextmanager
    def start(count: int) -> Iterator[None]:
        asked.append(count)
        yield

    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    monkeypatch.setattr(dask, "start", start)
    with dask.connect(dask.LOCAL):
        assert asked == [started]
