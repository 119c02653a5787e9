"""The language of the program: an option, else the environment as gettext reads it."""

from __future__ import annotations

import pytest

from goftogu.locale import language
from goftogu.locale.message import Message


@pytest.mark.parametrize(
    ("environment", "spoken"),
    [
        ({}, "en"),
        ({"LANG": "fa_IR.UTF-8"}, "fa"),
        ({"LANG": "fa_AF"}, "fa"),
        ({"LANG": "fa"}, "fa"),
        ({"LANG": "fan_GQ"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LC_MESSAGES": "fa_IR.UTF-8", "LANG": "en_GB.UTF-8"}, "fa"),
        ({"LC_ALL": "en_GB.UTF-8", "LC_MESSAGES": "fa_IR.UTF-8", "LANG": "fa_IR.UTF-8"}, "en"),
        ({"LC_ALL": "", "LANG": "fa_IR.UTF-8"}, "fa"),
        ({"LANGUAGE": "fa:en", "LANG": "en_US.UTF-8"}, "fa"),
        ({"LANGUAGE": "en:fa", "LANG": "fa_IR.UTF-8"}, "en"),
        ({"LANGUAGE": "de:fa", "LANG": "de_DE.UTF-8"}, "fa"),
        ({"LANGUAGE": "fa", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANGUAGE": "fa", "LANG": "C"}, "en"),
        ({"LANGUAGE": "fa", "LC_MESSAGES": "POSIX", "LANG": "fa_IR"}, "en"),
        ({"LANGUAGE": "fa"}, "fa"),
        ({"PYTHONUTF8": "1"}, "en"),
    ],
)
def test_the_environment_is_read_as_gettext_reads_it(environment: dict[str, str], spoken: str) -> None:
    assert language.wanted([], environment) == spoken
    assert language.wanted(["build", "--strict"], environment) == spoken


@pytest.mark.parametrize(
    ("words", "spoken"),
    [
        (["build", "--lang", "en"], "en"),
        (["--lang=en", "build"], "en"),
        (["--lang", "en", "--lang", "fa", "build"], "fa"),
        (["--lang", "xx", "build"], "fa"),
        (["build", "--lang"], "fa"),
        (["show", "--lang", "en", "fa"], "en"),
        (["show", "en", "--lang", "xx"], "fa"),
        (["new", "--language", "en"], "fa"),
    ],
)
def test_an_option_comes_before_the_environment(words: list[str], spoken: str) -> None:
    assert language.wanted(words, {"LANG": "fa_IR.UTF-8"}) == spoken


def test_without_another_word_the_environment_of_the_process_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LC_ALL")
    monkeypatch.delenv("LANGUAGE", raising=False)
    monkeypatch.setenv("LC_MESSAGES", "fa_IR.UTF-8")
    assert language.wanted([]) == "fa"


def test_a_message_is_spoken_in_the_chosen_language() -> None:
    message = Message("set url in site.toml")
    assert language.spoken(message) == language.spoken(message, isolated=True) == "set url in site.toml"
    assert type(language.spoken(message)) is str
    language.choose(language.PERSIAN)
    assert language.spoken(message) == "url را در site.toml بنویسید"
    assert language.spoken(message, isolated=True).count("\u2069") == 2
    assert language.spoken("another text") == "another text"


def test_english_is_spoken_until_another_language_is_chosen() -> None:
    assert language.chosen() == language.ENGLISH
    language.choose(language.PERSIAN)
    assert language.chosen() == language.PERSIAN
    assert language.is_persian()
