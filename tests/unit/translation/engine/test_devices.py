"""Models on the processor that is here, and on GPUs that are made up; on a real one where there is one."""

from __future__ import annotations

import os
import pickle
from dataclasses import replace
from pathlib import Path
from typing import Any

import ctranslate2
import pytest

from goftogu.locale.message import Message
from goftogu.translation.engine import argos, devices
from goftogu.translation.engine.devices import DeviceError
from goftogu.translation.engine.processors import AS_THERE_ARE, Device, Placement, Processors
from goftogu.translation.packages.installed import InstalledPackage
from tests.collecting import collected

MISSING = "CUDA driver version is insufficient for CUDA runtime version"
Texts = list[tuple[str, float]]


class Gpus:
    """CTranslate2 on a machine with GPUs, whose libraries may lack."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, count: int, *, fault: str = "", late: str = "") -> None:
        self.loaded: list[dict[str, Any]] = []
        self.tried = 0
        self._fault, self._late = fault, late
        monkeypatch.setattr(ctranslate2, "get_cuda_device_count", lambda: count)
        monkeypatch.setattr(ctranslate2, "Translator", self.load)

    def load(self, _: str, **settings: object) -> Gpus:
        self.loaded.append(settings)
        if settings["device"] == "cuda" and self._fault:
            raise RuntimeError(self._fault)
        return self

    def translate_batch(self, tokens: list[list[str]], **_: object) -> list[object]:
        self.tried += 1
        if self._late:
            raise RuntimeError(self._late)
        return [object() for _ in tokens]

    @property
    def devices(self) -> list[object]:
        return [settings["device"] for settings in self.loaded]


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(devices.VARIABLE, raising=False)


def placed(wanted: Processors = AS_THERE_ARE) -> tuple[Placement | None, list[str]]:
    """Return how a model would work, and the problems."""
    found, problems = collected(devices.load, Path("model"), wanted)
    return found[1] if found else None, [f"{problem.path} {problem.code} {problem.message}" for problem in problems]


def texts(package: InstalledPackage, sentences: list[str], wanted: Processors) -> Texts:
    engine, problems = collected(argos.load, package, processors=wanted)
    assert problems == []
    assert engine is not None
    return [(found.text, round(found.confidence, 3)) for found in engine.translate(sentences)]


@pytest.mark.parametrize("threads", [1, 2, 5])
@pytest.mark.parametrize("batch", [1, 16, 512, 100_000])
def test_the_same_text_comes_out_for_any_batch_and_number_of_threads(
    installed: InstalledPackage, pairs: list[tuple[str, str]], batch: int, threads: int
) -> None:
    known = [source for source, _ in pairs]
    sentences = [*known, *(f"{first} {last}" for first, last in zip(known, reversed(known), strict=True))]
    usual = texts(installed, sentences, Processors(Device.CPU))
    assert texts(installed, sentences, Processors(Device.CPU, threads, 0, batch)) == usual


@pytest.mark.parametrize("beam", [1, 2, 64])
def test_a_beam_of_another_width(installed: InstalledPackage, pairs: list[tuple[str, str]], beam: int) -> None:
    engine, _ = collected(argos.load, installed, processors=Processors(Device.CPU, beam=beam))
    assert engine is not None
    sentences = [source for source, _ in pairs]
    assert [found.text for found in engine.translate(sentences)] == [target for _, target in pairs]
    assert len(engine.translate(sentences, careful=True)) == len(pairs)
    assert {len(found) for found in engine.alternatives(sentences)} == {4}


@pytest.mark.parametrize(("careful", "beams"), [(False, [4, 1, 6]), (True, [8, 2, 12])])
def test_more_care_is_twice_the_beam(
    installed: InstalledPackage, monkeypatch: pytest.MonkeyPatch, careful: bool, beams: list[int]
) -> None:
    engine, _ = collected(argos.load, installed)
    assert engine is not None
    seen: list[tuple[object, object]] = []

    class Watched:
        def translate_batch(self, _: object, **options: object) -> list[object]:
            seen.append((options["beam_size"], options["max_batch_size"]))
            return []

    monkeypatch.setattr(engine, "_translator", Watched())
    for beam in (4, 1, 6):
        engine.placement = Placement(Device.CPU, 1, beam, beam * 100)
        engine.translate([""], careful=careful)
    assert seen == [(wide, beam * 100) for wide, beam in zip(beams, (4, 1, 6), strict=True)]


def test_on_the_processor_every_core_has_a_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    here = Gpus(monkeypatch, 0)
    assert placed() == (Placement(Device.CPU, os.cpu_count() or 1, 4, 512), [])
    assert placed(Processors(threads=3, batch=64, beam=2)) == (Placement(Device.CPU, 3, 2, 64), [])
    assert [settings["inter_threads"] for settings in here.loaded] == [os.cpu_count() or 1, 3]
    assert {settings["intra_threads"] for settings in here.loaded} == {1}


def test_where_nobody_knows_how_many_cores_there_are_one_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    Gpus(monkeypatch, 0)
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert placed() == (Placement(Device.CPU, 1, 4, 512), [])


@pytest.mark.parametrize("wanted", [AS_THERE_ARE, Processors(Device.AUTO), Processors(Device.CUDA)])
def test_gpus_are_used_where_they_are(monkeypatch: pytest.MonkeyPatch, wanted: Processors) -> None:
    here = Gpus(monkeypatch, 2)
    assert placed(wanted) == (Placement(Device.CUDA, 2, 4, 8192), [])
    assert [settings["device_index"] for settings in here.loaded] == [[0, 1]]
    assert here.tried == 1


def test_the_processor_can_be_asked_for_beside_a_gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    here = Gpus(monkeypatch, 1)
    assert placed(Processors(Device.CPU, 1))[0] == Placement(Device.CPU, 1, 4, 512)
    assert here.devices == ["cpu"]


def test_auto_without_a_gpu_says_nothing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    here = Gpus(monkeypatch, 0)
    assert placed(Processors(Device.AUTO, 1))[0] == Placement(Device.CPU, 1, 4, 512)
    assert here.devices == ["cpu"]
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("late", [False, True])
def test_auto_falls_back_and_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], late: bool
) -> None:
    why = "Library libcublas.so.12 is not found"
    here = Gpus(monkeypatch, 1, **{"late" if late else "fault": why})
    assert placed(Processors(threads=1)) == (Placement(Device.CPU, 1, 4, 512), [])
    assert here.devices == ["cuda", "cpu"]
    assert capsys.readouterr().err == f"CUDA cannot be used: {why}; the processor translates\n"


@pytest.mark.parametrize("count", [0, 1])
def test_cuda_that_is_not_there_is_a_problem_with_what_is_missing(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    here = Gpus(monkeypatch, count, fault=MISSING)
    found, (problem,) = collected(devices.load, Path("model"), Processors(Device.CUDA))
    assert (found, problem.code, problem.message) == (None, "A014", f"CUDA cannot be used: {MISSING}")
    assert "driver" in problem.hint
    assert "--device cpu" in problem.hint
    assert [(settings["device"], settings["device_index"]) for settings in here.loaded] == [("cuda", [0])]


@pytest.mark.parametrize(("said", "device"), [("cuda", Device.CUDA), ("cpu", Device.CPU), ("auto", Device.CUDA)])
def test_the_environment_of_argos_is_honoured(monkeypatch: pytest.MonkeyPatch, said: str, device: Device) -> None:
    Gpus(monkeypatch, 1)
    monkeypatch.setenv(devices.VARIABLE, said)
    found, problems = placed()
    assert problems == []
    assert found is not None
    assert found.device is device
    asked, _ = placed(Processors(Device.CPU))
    assert asked is not None
    assert asked.device is Device.CPU


def test_an_environment_that_names_no_device_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    here = Gpus(monkeypatch, 1)
    monkeypatch.setenv(devices.VARIABLE, "gpu")
    found, (problem,) = collected(devices.load, Path("model"), AS_THERE_ARE)
    assert (found, here.loaded) == (None, [])
    assert (problem.path, problem.code, problem.message) == (devices.VARIABLE, "A014", "“gpu” is not a device")
    assert problem.hint == "set it to cpu, cuda or auto"
    monkeypatch.setenv(devices.VARIABLE, "")
    assert placed()[0] is not None


def test_an_engine_without_its_device_is_not_loaded(
    installed: InstalledPackage, monkeypatch: pytest.MonkeyPatch
) -> None:
    Gpus(monkeypatch, 0, fault=MISSING)
    engine, problems = collected(argos.load, installed, processors=Processors(Device.CUDA))
    assert engine is None
    assert [problem.code for problem in problems] == ["A014"]


@pytest.mark.parametrize("fault", [RuntimeError("CUDA failed with error out of memory"), MemoryError("bad alloc")])
def test_a_device_that_gives_up_at_work(
    installed: InstalledPackage, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    class Full:
        def translate_batch(self, *_: object, **__: object) -> list[object]:
            raise fault

    engine, _ = collected(argos.load, installed)
    assert engine is not None
    monkeypatch.setattr(engine, "_translator", Full())
    with pytest.raises(DeviceError, match=str(fault)) as raised:
        engine.translate(["بله."])
    assert str(pickle.loads(pickle.dumps(raised.value))) == str(fault)  # noqa: S301  from a worker of a cluster
    problem = devices.stopped(raised.value, Message("all is kept"))
    assert (problem.code, problem.message) == ("A014", f"the engine stopped: {fault}")
    assert problem.hint == "a smaller --batch needs less memory; all is kept"


@pytest.mark.skipif(not ctranslate2.get_cuda_device_count(), reason="there is no GPU here")
def test_a_real_gpu_gives_the_text_of_the_processor(installed: InstalledPackage, pairs: list[tuple[str, str]]) -> None:
    engine, problems = collected(argos.load, installed, processors=Processors(Device.CUDA))
    assert problems == []
    assert engine is not None
    assert replace(engine.placement, streams=1) == Placement(Device.CUDA, 1, 4, 8192)
    assert [found.text for found in engine.translate([source for source, _ in pairs])] == [line for _, line in pairs]
