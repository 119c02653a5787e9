"""What words on the command line mean, before any of them is obeyed."""

from __future__ import annotations

import argparse

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.commands import parser
from goftogu.commands.arguments import COMMANDS
from goftogu.terminal import Loudness

COMMON = st.lists(
    st.sampled_from([["-q"], ["-v"], ["--quiet"], ["--verbose"], ["--root", "x"], ["--root=y"]]), max_size=4
).map(lambda parts: [word for part in parts for word in part])


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("", "build"),
        ("--strict", "build --strict"),
        ("-v", "-v build"),
        ("-q --root x --strict", "-q --root x build --strict"),
        ("--root x", "--root x build"),
        ("--root", "--root build"),
        ("new a", "new a"),
        ("--root new new a", "--root new new a"),
        ("--help", "--help"),
        ("-q -h", "-q -h"),
        ("--version", "--version"),
    ],
)
def test_without_a_command_it_is_a_build(words: str, whole: str) -> None:
    assert parser.complete(words.split()) == whole.split()


@given(COMMON, COMMON)
def test_common_options_mean_the_same_before_and_after_a_command(before: list[str], after: list[str]) -> None:
    read = parser.make("goftogu").parse_args
    split, together = read([*before, "stats", *after]), read(["stats", *before, *after])
    assert (split.root, split.loudness) == (together.root, together.loudness)


def test_the_usual_ways_to_speak_and_to_find_the_archive() -> None:
    options = parser.read(["check"])
    assert (options.root, options.loudness, options.archive) == (None, Loudness.USUAL, "needed")


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in {"package", "topics", "people"}])
def test_every_command_says_what_it_runs_and_whether_it_needs_an_archive(name: str) -> None:
    given = {"approve": ["x", "--by", "y"], "completion": ["bash"], "export": ["tmx"], "import": ["x"], "init": ["x"]}
    options = parser.make("goftogu").parse_args([name, *given.get(name, ["x"] if name == "new" else [])])
    assert ":" in options.run
    assert options.archive in {"needed", "used", ""}
    assert isinstance(options.parser, argparse.ArgumentParser)


@pytest.mark.parametrize("words", [["package", "--nmae"], ["topics", "report", "--mots", "3"]])
def test_the_hint_is_that_of_the_command(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parser.read(words)
    assert capsys.readouterr().err.startswith(f"goftogu {words[0]}")
