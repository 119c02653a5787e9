"""What an archive says about its engine."""

from __future__ import annotations

from goftogu.content.engine_settings import NO_SETTINGS, EngineSettings, read_engine
from goftogu.translation.engine.processors import AS_THERE_ARE, Device, Processors


def test_an_archive_that_says_nothing_has_the_usual_engine() -> None:
    assert read_engine({}) == NO_SETTINGS == EngineSettings("argos", "", AS_THERE_ARE)


def test_what_is_said_is_kept() -> None:
    found = read_engine({"engine": "converted", "model": "nllb", "device": "cpu", "beam": 2})
    assert found == EngineSettings("converted", "nllb", Processors(Device.CPU, beam=2))


def test_a_model_is_meant_for_the_engine_that_is_named_with_it() -> None:
    found = read_engine({"engine": "converted", "model": "nllb"})
    assert found.model_of("converted") == "nllb"
    assert found.model_of("argos") == ""
