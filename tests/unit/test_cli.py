"""The command line: what it understands and which exit code it gives."""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path

import pytest

from goftogu import __version__, cli, terminal
from goftogu.commands import arguments, build, edit
from tests import sites

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


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make an archive, and go there."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content/site.toml").touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_without_a_command_it_builds(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    command = Command(0)
    monkeypatch.setattr(build, "build", command)
    assert cli.main(["--strict", "--output", "check"]) == 0
    assert cli.main([]) == 0
    first, second = command.seen
    assert (first.strict, first.output, second.strict) == (True, Path("check"), False)


@pytest.mark.parametrize(
    "words",
    [
        ["new", "azar", "--root", "a b"],
        ["--root", "a b", "new", "azar"],
        ["--root=a b", "new", "azar"],
        ["-q", "new", "--root", "a b", "azar"],
        ["--root", "elsewhere", "new", "azar", "--root", "a b"],
    ],
)
def test_the_folder_may_be_named_before_or_after_the_command(
    here: Path, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "a b/content").mkdir(parents=True)
    command = Command(1)
    monkeypatch.setattr(edit, "start", command)
    assert cli.main(words) == 1
    assert (command.seen[0].id, command.seen[0].root) == ("azar", Path("a b"))


@pytest.mark.parametrize("words", [["topics", "--root", "x", "report"], ["topics", "report", "--root", "x"]])
def test_the_folder_may_be_named_around_an_action(
    here: Path, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "x/content").mkdir(parents=True)
    command = Command(0)
    monkeypatch.setattr("goftogu.commands.topics.report", command)
    assert cli.main(words) == 0
    assert command.seen[0].root == Path("x")


def test_the_archive_is_found_from_inside(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    command = Command(0)
    monkeypatch.setattr(build, "build", command)
    (here / "content/interviews").mkdir()
    monkeypatch.chdir(here / "content/interviews")
    assert cli.main([]) == 0
    assert command.seen[0].root == Path("../..")
    assert capsys.readouterr().err == f"the archive in {here}\n"
    assert cli.main(["-q"]) == 0
    assert capsys.readouterr().err == ""
    monkeypatch.chdir(here)
    assert cli.main([]) == 0
    assert (command.seen[2].root, capsys.readouterr().err) == (Path(), "")


def test_of_two_nested_archives_the_nearer_is_taken_and_the_other_told(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    command = Command(0)
    monkeypatch.setattr(build, "build", command)
    inner = here / "بایگانی درونی"
    (inner / "content/pages").mkdir(parents=True)
    (inner / "content/site.toml").touch()
    monkeypatch.chdir(inner / "content/pages")
    assert cli.main(["build"]) == 0
    assert command.seen[0].root == Path("../..")
    told = capsys.readouterr().err.splitlines()
    assert told == [f"the archive in {inner}", f"it lies in another archive, which stays as it is: {here}"]


@pytest.mark.parametrize("command", [["build"], ["new", "x"], ["import", "x.txt"], ["stats"], ["translate"], []])
def test_where_there_is_no_archive_nothing_is_done(
    tmp_path: Path, command: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.txt").touch()
    for words, said in (([], "there is no archive here"), (["--root", "nothing"], "there is no such folder")):
        assert cli.main([*command, *words]) == 1
        told = capsys.readouterr().err
        assert told.count("\n") == 1
        assert f"S012 {said}" in told
        assert "goftogu init FOLDER" in told
    assert [path.name for path in tmp_path.iterdir()] == ["x.txt"]


@pytest.mark.parametrize("words", [["package", "list"], ["import", "--print", "x.txt"]])
def test_what_needs_no_archive_works_without_one(
    tmp_path: Path, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.txt").write_text("پرسش: چرا؟\n\nپاسخ: چون.\n", encoding="utf-8")
    assert cli.main(words) == 0


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["biuld"], "goftogu: error: argument COMMAND: “biuld” is not known (did you mean “build”?)"),
        (["package", "lsit"], "goftogu package: error: argument ACTION: “lsit” is not known (did you mean “list”?)"),
        (["build", "--strcit"], "goftogu build: error: there is no option --strcit (did you mean “--strict”?)"),
        (["init", "my", "archive"], "goftogu init: error: “archive” is one word too many (put a name that has blanks"),
        (["build", "--format", "jsn"], "argument --format: “jsn” is not known (did you mean “json”?)"),
        (["--jbos=2"], "goftogu build: error: there is no option --jbos=2 (did you mean “--jobs”?)"),
    ],
)
def test_a_wrong_word_gets_a_hint(words: list[str], hint: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(words)
    assert ended.value.code == 2
    assert hint in capsys.readouterr().err


def test_how_loud_it_speaks_holds_for_one_run(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[terminal.Loudness] = []
    monkeypatch.setattr(build, "build", lambda _: heard.append(terminal.VOICE.loudness) or 0)  # type: ignore[func-returns-value]
    for words in (["-q"], ["build", "--verbose"], ["-v", "build", "-q"], []):
        assert cli.main(words) == 0
    quiet, usual, verbose = terminal.Loudness
    assert heard == [quiet, verbose, quiet, usual]


def test_stopping_is_no_fault(here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
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
    assert re.fullmatch(r"goftogu[ a-z]*: error: .+; see: goftogu[ a-z]* --help\n", capsys.readouterr().err)


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


@pytest.mark.parametrize(
    "words",
    [
        ["stamp"],
        ["new", "azar"],
        ["import", "rough.txt"],
        ["translate"],
        ["review"],
        ["approve", "river", "--by", "Sara"],
        ["export", "tmx"],
        ["topics", "report"],
        ["people", "suggest"],
        ["stats"],
        ["build", "--offline"],
        ["check"],
        ["publish"],
        ["upgrade"],
    ],
    ids=lambda words: words[0],
)
def test_no_command_works_on_an_archive_of_a_newer_program(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = sites.make(tmp_path)
    (root / "rough.txt").write_text("پرسش: چه شد؟\n\nپاسخ: هیچ.\n", encoding="utf-8")
    settings = root / "content/site.toml"
    settings.write_text("format = 99\n" + settings.read_text("utf-8"), encoding="utf-8")
    monkeypatch.chdir(root)
    before = sites.files(root / "content")
    assert cli.main(words) == 1
    told = capsys.readouterr().err
    assert told.count("C009 the archive has format 99") == 1
    assert sites.files(root / "content") == before
    assert not (root / "output/index.html").exists()


def test_the_documents_list_every_command() -> None:
    document = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| \[`(\w+)`\]\(#[\w-]+\) \|", document, re.MULTILINE) == list(arguments.COMMANDS)


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


@pytest.mark.parametrize("words", [["--lang", "fa", "build"], ["build", "--lang=fa"]])
def test_it_speaks_the_language_that_is_asked_for(
    words: list[str], here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(words)
    assert "سایت همان است که بود" in capsys.readouterr().err
    cli.main(["build"])
    assert "the site is as it was" in capsys.readouterr().err


def test_it_speaks_the_language_of_the_environment(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "fa_IR.UTF-8")
    cli.main(["build"])
    assert "سایت همان است که بود" in capsys.readouterr().err


def test_english_costs_no_look_into_persian() -> None:
    script = "import sys; from goftogu import cli; cli.main(['orthography']); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], input="", capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert {"polib", "goftogu.locale.persian"}.isdisjoint(done.stdout.split())


def test_an_unknown_language_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["build", "--lang", "tlh"])
    assert "“tlh” is not known" in capsys.readouterr().err
