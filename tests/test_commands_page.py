"""``docs/commands.md`` is complete and right: every command, every option, and examples that the parser understands."""

from __future__ import annotations

import argparse
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import pytest

from goftogu.cli import main
from goftogu.commands import parser
from goftogu.commands.arguments import COMMANDS
from tests import documents, sites

TEXT: Final = documents.read("commands.md")
DOCUMENTS: Final = [*sorted(sites.ROOT.glob("README*.md")), *sorted((sites.ROOT / "docs").rglob("*.md"))]
COMMON: Final = "Options of every command"

_ROW: Final = re.compile(r"^\| \[`(?P<name>\w+)`\]\(#(?P<anchor>[\w-]+)\) \|", re.MULTILINE)
_HEADING: Final = re.compile(r"^## (.+)$", re.MULTILINE)
_FENCE: Final = re.compile(r"^```(?:sh|bat|yaml)?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_OPTION: Final = re.compile(r"(?<![\w-])(--?[a-z][\w-]*)")
_CALL: Final = re.compile(r"(?:^|[|;&] |: )(?:[\w./]*python3? )?(?:build\.py|(?:-m )?goftogu)(?P<words>(?: .*)?)$")
_REMARK: Final = re.compile(r"\s+#.*|\s{3,}.*")
_REDIRECT: Final = re.compile(r" (?:[|>]|&&).*")


def anchor(title: str) -> str:
    return re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")


SECTIONS: Final = {anchor(title): documents.section(TEXT, title) for title in _HEADING.findall(TEXT)}
OF: Final[Mapping[str, str]] = {match["name"]: SECTIONS[match["anchor"]] for match in _ROW.finditer(TEXT)}
"""The section of each command."""


def parsers(name: str) -> Iterator[argparse.ArgumentParser]:
    """Yield the parser of a command, and those of its actions."""
    waiting = [_choices(parser.make("goftogu"))[name]]
    while waiting:
        found = waiting.pop()
        yield found
        waiting += _choices(found).values()


def _choices(found: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    for action in found._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    return {}


def options(name: str) -> set[str]:
    """Return all options of a command and its actions, as they are written."""
    return {text for found in parsers(name) for action in found._actions for text in action.option_strings}


def named(text: str) -> set[str]:
    """Return the options in the first cells of the tables of a text."""
    return {option for cell in re.findall(r"^\| ([^|]*) \|", text, re.MULTILINE) for option in _OPTION.findall(cell)}


ALWAYS: Final = named(SECTIONS[anchor(COMMON)])


def calls(text: str) -> Iterator[str]:
    """Yield the words of each call of the program in the code blocks of a document."""
    for block in _FENCE.findall(text):
        for line in block.replace("\\\n", " ").splitlines():
            if found := _CALL.search(_REMARK.sub("", line.strip())):
                yield _REDIRECT.sub("", found["words"]).strip()


def test_every_command_has_a_section() -> None:
    assert list(OF) == list(COMMANDS)


def test_the_options_of_every_command_are_those_that_each_has() -> None:
    shared = set.intersection(*(options(name) for name in COMMANDS))
    assert shared == ALWAYS
    assert "--version" in {text for action in parser.make("goftogu")._actions for text in action.option_strings}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_of_a_command_is_in_its_section(name: str) -> None:
    assert options(name) - ALWAYS <= set(_OPTION.findall(OF[name]))


@pytest.mark.parametrize("title", sorted(SECTIONS.keys() - {anchor(COMMON)}))
def test_a_section_names_no_option_that_its_commands_lack(title: str) -> None:
    known = set[str]().union(*(options(name) for name, section in OF.items() if section is SECTIONS[title]))
    assert named(SECTIONS[title]) <= known | ALWAYS


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_an_example(name: str) -> None:
    examples = [words.split(" ")[0] or "build" for words in calls(OF[name])]
    assert name in examples


def test_the_examples_of_a_new_archive_make_one_each(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for words in calls(OF["init"]):
        assert main(shlex.split(words)) == 0
    assert [(tmp_path / name / "content/site.toml").exists() for name in ("bayegani", "garden")] == [True, True]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_the_parser_understands_every_call_in_a_document(document: Path) -> None:
    for words in calls(document.read_text(encoding="utf-8")):
        if "$" in words:
            continue
        try:
            parser.read([_stand_in(word) for word in shlex.split(words)])
        except SystemExit as end:
            assert end.code == 0, (document.name, words)  # noqa: PT017  the message has the words


def _stand_in(word: str) -> str:
    """Return a value that an option takes in the place of one that stands for it."""
    return {"N/M": "1/2", "N": "1"}.get(word, word)


@pytest.mark.parametrize(
    ("option", "told"), [("", "کتاب‌ها را می‌خوانم\n"), ("--explain", "می‌خوانم"), ("--json", "می‌خوانم")]
)
def test_the_examples_of_half_spaces_do_what_their_remarks_say(option: str, told: str) -> None:
    (line,) = [line for line in OF["orthography"].splitlines() if re.search(rf"orthography {option}\s*#", line)]
    text = shlex.split(line)[1]
    command = [sys.executable, str(sites.ROOT / "build.py"), "orthography", *shlex.split(option)]
    done = subprocess.run(command, input=f"{text}\n", capture_output=True, check=True, encoding="utf-8")
    assert told in done.stdout
