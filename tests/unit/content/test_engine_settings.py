"""What an archive says about its engine."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.content import toml
from goftogu.content.engine_settings import NO_SETTINGS, TRANSLATION, EngineSettings, read_engine
from goftogu.problems import Problems
from goftogu.translation.chat.service import Service
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


def test_what_a_language_model_needs_is_kept() -> None:
    said = {
        "engine": "chat",
        "address": "https://models.example.org/v1",
        "may_send_to": "models.example.org",
        "instructions": "Be brief.",
        "price": "1/2 USD",
    }
    found = read_engine(said)
    assert (found.address, found.may_send_to, found.instructions, found.price) == tuple(said.values())[1:]
    assert NO_SETTINGS.address == "http://127.0.0.1:11434/v1"


def test_an_archive_lets_no_text_be_sent_and_wishes_nothing_until_it_says_so() -> None:
    found = read_engine({"engine": "chat"})
    assert (found.may_send_to, found.instructions, found.price) == ("", "", "")


def test_a_licence_is_kept_by_its_address() -> None:
    assert read_engine({"licence": "CC-BY-4.0"}).licence == "https://creativecommons.org/licenses/by/4.0/"
    assert read_engine({"licence": "https://example.org/l"}).licence == "https://example.org/l"
    assert not NO_SETTINGS.licence


@pytest.mark.parametrize(
    ("key", "value", "sound"),
    [
        ("address", "https://models.example.org", True),
        ("address", "http://localhost:8080/v1", True),
        ("address", "http://[::1]:8080/v1", True),
        ("address", "https://[2001:db8::7]:443/v1", True),
        ("address", "https://[::1", False),
        ("address", "https://[::1]]/v1", False),
        ("address", "https://[::1].example.org/v1", False),
        ("address", "https://[models.example.org]/v1", False),
        ("address", "https://models.example.org:99999/v1", False),
        ("address", "https://models.example.org:0/v1", False),
        ("address", "https://models.example.org:port/v1", False),
        ("address", "http://localhost:70000", False),
        ("address", "https://:443/v1", False),
        ("address", "https://exa℀mple.org/v1", False),
        ("address", "http://localhost.example.org/v1", False),
        ("address", "http://models.example.org/v1", False),
        ("address", "https://name:word@models.example.org/v1", False),
        ("address", "https://models.example.org/v1?key=1", False),
        ("licence", "CC-BY-4.0", True),
        ("licence", "https://example.org/licence", True),
        ("licence", "CC BY", False),
        ("price", "0.15/0.60 USD", True),
        ("price", "3/15 €", True),
        ("price", "0.15 USD", False),
        ("price", "free", False),
    ],
)
def test_what_may_be_written(key: str, value: str, sound: bool) -> None:
    problems = Problems()
    toml.read_toml(f'{key} = "{value}"', "site.toml", TRANSLATION, problems)
    assert [problem.code for problem in problems] == ([] if sound else ["C005"])
    assert all((problem.line, problem.column) == (1, 1) for problem in problems)


PARTS = st.sampled_from(
    ["[", "]", "::1", ":", "1", "a.example", "@", "/", "[::1]", "%", "٣", "\u2100", "\\\\", "localhost"]
)


@given(st.sampled_from(["https://", "http://"]), st.lists(PARTS, max_size=6).map("".join))
def test_every_address_that_may_be_written_names_a_machine(scheme: str, rest: str) -> None:
    problems = Problems()
    table = toml.read_toml(f'address = "{scheme}{rest}"', "site.toml", TRANSLATION, problems)[0]
    if "address" in table:
        found = Service(table["address"], "m")
        assert found.host
        assert found.is_here or scheme == "https://"
    else:
        assert [problem.code for problem in problems] == ["C005"]
