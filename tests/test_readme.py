"""The commands that the documents show do what they say: each is run in a scratch archive, in the order of its page."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from goftogu.cli import main
from tests import sites

DOCUMENTS: Final = [*sorted(sites.ROOT.glob("README*.md")), *sorted((sites.ROOT / "docs").rglob("*.md"))]
PACKAGE: Final = sites.ROOT / "tests/fixtures/package/translate-fa_en-0_1.argosmodel"
ROUGH: Final = "date 2025-12-13 گفت‌وگو با چاه‌کن\n\nخبرنگار: این چاه را کی کندید؟\n\nپاسخ: چهل سال پیش.\n"

_FENCE: Final = re.compile(r"^```(?P<language>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_INLINE: Final = re.compile(r"`((?:build\.py|make) [^`]*)`")
_COMMAND: Final = re.compile(
    r"^(?:\s*- run: )?(?:\.venv/bin/python )?(?P<command>(?:build\.py|make|pip|bash|uv|git) .*)$"
)
_REMARK: Final = re.compile(r"\s+#.*|\s{2,}.*")
_STAND_INS: Final = {
    "bahar:t7": "azar:t7",
    "FILE": PACKAGE.name,
    "DIR": "there",
    "ID": "azar",
    "NAME": "Sara",
    "URL": "output",
    "FOLDER": "../new",
    "../bayegani": ".",
    "translate-fa_en-1_5.argosmodel": PACKAGE.name,
    "translate-fa_en-1_5": "translate-fa_en-0_1",
    "content/interviews/well.txt": "well.txt",
}
"""What stands in the documents for something of the reader's, and what the test has."""

SKIPPED: Final = {
    r"build\.py serve\b.*": "it runs until it is stopped",
    r"build\.py earlier .*--put-back.*": "it needs replaced English; tests/unit/commands/test_earlier.py has that",
    r"build\.py corrections\b(?!.*--print).*": "it runs until it is stopped",
    r"build\.py pdf\b.*": "it needs a browser; tests/unit/commands/test_pdf.py runs it where there is one",
    r"build\.py times garden\b.*": "it needs what a program heard; tests/unit/commands/test_times.py has that",
    r"build\.py init\b.*": "an archive lies in no other one; tests/test_commands_page.py makes some",
    r"build\.py .*--published https:.*": "it needs the network",
    r"build\.py package install(?: https:.*| --root .*)?": "it needs the network",
    r"build\.py translate --scheduler .*": "it needs a cluster",
    r"build\.py translate --engine lexicon": "it needs the engine of tests/test_extending.py",
    r"build\.py .*\$\{\{.*": "it is a part of a workflow",
    r"make\b.*": "see the test of make",
    r"(?:pip|uv|git|bash) .*": "it changes more than the archive",
}


EXIT_CODES: Final = {"build.py upgrade --check": 1}
"""The archive has an earlier format."""


def commands(document: Path) -> Iterator[str]:
    """Yield the commands of a document in order."""
    text = document.read_text(encoding="utf-8")
    found = [(match.start(), line) for match in _FENCE.finditer(text) for line in match["text"].splitlines()]
    found += [(match.start(), _named(match[1])) for match in _INLINE.finditer(text)]
    for _, line in sorted(found, key=lambda place: place[0]):
        if command := _COMMAND.match(line):
            yield _REMARK.sub("", command["command"]).strip()


def _named(command: str) -> str:
    """Return a command that the text only names, without what it needs, as a question for its help."""
    return f"{command} --help" if command.startswith("build.py ") and command.count(" ") == 1 else command


COMMANDS: Final = {path.relative_to(sites.ROOT).as_posix(): list(commands(path)) for path in DOCUMENTS}


def skipped(command: str) -> str:
    return next((reason for pattern, reason in SKIPPED.items() if re.fullmatch(pattern, command)), "")


def arguments(command: str) -> list[str]:
    return [_STAND_INS.get(word, word) for word in shlex.split(command)[1:]]


def azar() -> str:
    """Return an interview of nine turns that the tiny package can translate."""
    pairs = (PACKAGE.parent / "sentences.tsv").read_text(encoding="utf-8").splitlines()
    persian = [line.partition("\t")[0] for line in pairs if line and not line.startswith("#")][:9]
    turns = [f"{'الف' if number % 2 else 'ب'}: {text}\n{{: #t{number} }}\n" for number, text in enumerate(persian, 1)]
    head = "---\ntitle: آذر\nspeakers:\n  الف: {role: interviewer}\n  ب: {role: interviewee}\n---\n"
    return head + "\n".join(turns)


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make an archive that has what the documents speak of, and go there."""
    root = sites.make(tmp_path / "archive")
    (root / "content/interviews/azar.md").write_text(azar(), encoding="utf-8")
    shutil.copy(PACKAGE, root)
    for name in ("rough.txt", "well.txt"):
        (root / name).write_text(ROUGH, encoding="utf-8")
    monkeypatch.chdir(root)
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(root / ".packages"))
    for prepare in (
        f"package install {PACKAGE.name}",
        "translate --offline",
        "export xliff azar --to .",
        "build --offline",
    ):
        assert main(prepare.split()) == 0
    return root


def test_the_readme_shows_the_way(scratch: Path) -> None:
    shown = [command for command in COMMANDS["README.md"] if not skipped(command)]
    assert {shlex.split(command)[1] for command in shown} >= {"import", "package", "translate"}
    for command in shown:
        words = [sys.executable, str(sites.ROOT / "build.py"), *arguments(command)]
        done = subprocess.run(words, cwd=scratch, capture_output=True, text=True, check=False)
        assert done.returncode == 0, (command, done.stderr)


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "README.md"])
def test_the_commands_of_a_document_work(
    name: str, scratch: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("builtins.input", lambda _: "")
    for command in COMMANDS[name]:
        if not skipped(command):
            capsys.readouterr()
            try:
                code = main(arguments(command))
            except SystemExit as end:
                code = int(str(end.code or 0))
            assert code == EXIT_CODES.get(command, 0), (command, capsys.readouterr().err)


def test_every_make_command_is_one_that_make_can_do() -> None:
    targets = {command for shown in COMMANDS.values() for command in shown if command.startswith("make ")}
    assert targets >= {"make site", "make test"}
    for command in sorted(targets):
        done = subprocess.run(
            ["make", "-n", *shlex.split(command)[1:]], cwd=sites.ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, (command, done.stderr)
        assert done.stdout
