"""The command line: what it understands and which exit code it gives."""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path

import pytest

from goftogu import __version__, cli
from goftogu.commands import arguments, build, edit

ROOT = Path(__file__).parent.parent.parent


class Command:
    """Stands for a command and keeps what it was called with."""

    def __init__(self, code: int) -> None:
        self.code = code
        self.seen: list[argparse.Namespace] = []

    def __call__(self, options: argparse.Namespace) -> int:
        """Take the options and give the exit code."""
        self.seen.append(options)
        return self.code


def test_without_a_command_it_builds(monkeypatch: pytest.MonkeyPatch) -> None:
    command = Command(0)
    monkeypatch.setattr(build, "build", command)
    assert cli.main(["--strict", "--output", "check"]) == 0
    assert cli.main([]) == 0
    first, second = command.seen
    assert (first.strict, first.output, second.strict) == (True, Path("check"), False)


def test_a_command_gets_its_options(monkeypatch: pytest.MonkeyPatch) -> None:
    command = Command(1)
    monkeypatch.setattr(edit, "start", command)
    assert cli.main(["new", "azar", "--root", "elsewhere"]) == 1
    assert (command.seen[0].id, command.seen[0].root) == ("azar", Path("elsewhere"))


def test_stopping_is_no_fault(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stop(_: argparse.Namespace) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(build, "build", stop)
    assert cli.main(["build"]) == 130
    assert "what was finished is kept" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words", [["frobnicate"], ["build", "--frobnicate"], ["package"], ["build", "--format", "xml"]]
)
def test_a_wrong_command_line_ends_with_two(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(words)
    assert ended.value.code == 2
    assert "usage: goftogu" in capsys.readouterr().err


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"Goftogu {__version__}\n"


def test_help_teaches_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["--help"])
    shown = capsys.readouterr().out
    for name in (
        "build",
        "check",
        "serve",
        "import",
        "stamp",
        "new",
        "translate",
        "review",
        "approve",
        "export",
        "package",
        "topics",
        "stats",
        "orthography",
    ):
        assert f"\n    {name}" in shown
    assert "goftogu import rough.txt" in shown


def test_the_documents_list_every_command() -> None:
    document = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `(\w+)` \|", document, re.MULTILINE) == list(arguments.COMMANDS)


def test_help_imports_nothing_heavy() -> None:
    code = "import sys; from goftogu.cli import main\ntry: main(['--help'])\nexcept SystemExit: print(*sys.modules)"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    loaded = set(ended.stdout.split())
    assert not loaded & {
        "jinja2",
        "markdown",
        "yaml",
        "polib",
        "rich",
        "hazm",
        "ctranslate2",
        "jdatetime",
        "watchfiles",
    }
