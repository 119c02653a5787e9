from __future__ import annotations

import sys
from pathlib import Path

import pytest

from goftogu.problems import Problem, Problems
from goftogu.translation.chat.service import Service
from goftogu.translation.engine import argos, workers
from goftogu.translation.engine.decode import Local
from goftogu.translation.engine.fill import Team
from goftogu.translation.engine.modelled import ModelEngine
from goftogu.translation.engine.processors import Device, Placement, Processors
from goftogu.translation.engine.terminology import Terminology
from goftogu.translation.engine.workers import Means
from goftogu.translation.packages import install as package_install
from goftogu.translation.packages.installed import InstalledPackage
from tests.models import chat_means

NOTHING = Terminology()


def gathered(root: Path, means: Means) -> tuple[Team | None, list[Problem]]:
    """Return who translates, and why nobody does."""
    problems = Problems()
    with workers.gather(root, means, NOTHING, problems) as team:
        return team, list(problems)


def test_the_usual_engine_is_that_of_the_package(tmp_path: Path, installed: InstalledPackage) -> None:
    team, problems = gathered(tmp_path, Means(installed.path.parent))
    assert isinstance(team, Local)
    assert problems == []


def test_what_is_said_of_processors_reaches_the_engine(tmp_path: Path, installed: InstalledPackage) -> None:
    said = Processors(Device.CPU, 3, 2, 64_000)
    problems = Problems()
    with workers.gather(tmp_path, Means(installed.path.parent, processors=said), NOTHING, problems) as team:
        assert isinstance(team, Local)
        assert isinstance(team._engine, ModelEngine)
        assert team._engine.placement == Placement(Device.CPU, 3, 2, 64_000)
        assert team.shard == team._engine.placement.shard == 64_000
    assert list(problems) == []


def test_without_a_package_nobody_translates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_install, "install", lambda *_: pytest.fail("it was fetched"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert gathered(tmp_path, Means(tmp_path / "none")) == (None, [])


@pytest.mark.parametrize(
    ("fetch", "there", "fetched"), [(True, True, True), (False, True, False), (True, False, False)]
)
def test_a_package_is_fetched_if_that_is_allowed_and_of_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fetch: bool, there: bool, fetched: bool
) -> None:
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(argos, "is_installed", lambda: there)
    monkeypatch.setattr(package_install, "install", lambda *given: asked.append(given))
    assert gathered(tmp_path, Means(tmp_path / "none", fetch=fetch))[0] is None
    assert [(given[0], given[1], given[2]) for given in asked] == [("", tmp_path, tmp_path / "none")] * fetched


def test_a_package_that_is_there_is_not_fetched(
    tmp_path: Path, installed: InstalledPackage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package_install, "install", lambda *_: pytest.fail("it was fetched"))
    assert gathered(tmp_path, Means(installed.path.parent, fetch=True))[0] is not None


def test_another_engine_has_no_cluster_and_must_be_there(tmp_path: Path) -> None:
    team, (problem,) = gathered(tmp_path, Means(engine="house", scheduler="tcp://127.0.0.1:1"))
    assert (team, problem.code, problem.path) == (None, "A013", "tcp://127.0.0.1:1")
    assert "“house”" in problem.message
    team, (problem,) = gathered(tmp_path, Means(engine="argoz"))
    assert (team, problem.code) == (None, "E004")
    assert "argos" in problem.hint


def test_a_cluster_that_cannot_be_reached_is_told(
    tmp_path: Path, installed: InstalledPackage, monkeypatch: pytest.MonkeyPatch
) -> None:
    from goftogu.translation.engine import dask

    def unreachable(address: str) -> None:
        raise OSError(f"no answer from {address}")

    monkeypatch.setattr(dask, "connect", unreachable)
    team, (problem,) = gathered(tmp_path, Means(installed.path.parent, scheduler="tcp://127.0.0.1:1"))
    assert (team, problem.code, problem.path) == (None, "A013", "tcp://127.0.0.1:1")
    assert "no answer from tcp://127.0.0.1:1" in problem.message


def test_a_cluster_needs_dask(tmp_path: Path, installed: InstalledPackage, monkeypatch: pytest.MonkeyPatch) -> None:
    from goftogu.translation.engine import dask

    def missing(_: str) -> None:
        raise ImportError

    monkeypatch.setattr(dask, "connect", missing)
    team, (problem,) = gathered(tmp_path, Means(installed.path.parent, scheduler="tcp://127.0.0.1:1"))
    assert (team, problem.code) == (None, "A013")
    assert "dask" in problem.hint
    assert "goftogu.translation.engine.dask" in sys.modules


def test_a_language_model_is_asked_only_where_that_is_meant(tmp_path: Path) -> None:
    assert gathered(tmp_path, Means(engine="chat")) == (None, [])
    chat = chat_means(Service("http://127.0.0.1:1/v1", "tiny"))
    team, problems = gathered(tmp_path, Means(engine="chat", chat=chat))
    assert team is not None
    assert (team.origin, problems) == ("engine: tiny", [])
    team, (problem,) = gathered(tmp_path, Means(engine="chat", chat=chat, scheduler="tcp://127.0.0.1:1"))
    assert (team, problem.code) == (None, "A013")
