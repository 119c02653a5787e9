from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

import pytest

from goftogu.commands import starting


def parsed(add: Callable[[argparse.ArgumentParser], None], *words: str) -> dict[str, object]:
    parser = argparse.ArgumentParser(exit_on_error=False)
    add(parser)
    return vars(parser.parse_args(words))


def test_init_needs_a_folder_and_has_its_usual_answers() -> None:
    found = parsed(starting.add_init, "garden")
    assert found["folder"] == Path("garden")
    assert (found["host"], found["sample"], found["yes"], found["archive"]) == ("github", False, False, "")
    assert found["run"] == "init:init"
    assert {found[name] for name in ("title_fa", "title_en", "languages", "url")} == {None}


@pytest.mark.parametrize("words", [[], [""], [" "], ["garden", "--host", "elsewhere"]])
def test_what_makes_no_folder_is_refused(words: list[str]) -> None:
    with pytest.raises((SystemExit, argparse.ArgumentError)):
        parsed(starting.add_init, *words)


def test_the_others_have_their_words() -> None:
    assert parsed(starting.add_new, "river")["id"] == "river"
    assert parsed(starting.add_completion, "zsh") == {"shell": "zsh", "run": "guide:completion", "archive": ""}
    assert parsed(starting.add_help, "package", "install")["command"] == ["package", "install"]
    assert parsed(starting.add_help)["command"] == []
