"""``earlier``: what an English was before, and how it comes back."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from goftogu.build.embargo import today
from goftogu.cli import main
from goftogu.commands import translating
from goftogu.storage import files
from goftogu.translation.memory import earlier
from goftogu.translation.memory.reading import read_memory
from tests import sites
from tests.collecting import collected

TEXT = """\
---
title: "کودکی"
speakers:
  الف: {role: interviewer}
  ب: {role: interviewee}
---
الف: چرا معلم شدید؟
{: #t1 }

ب: نمی‌دانم.
{: #t2 }
"""
PO = "content/translations/en/river.po"
HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
ENTRY = 'msgctxt "t1.1"\nmsgid "چرا معلم شدید؟"\nmsgstr "{}"\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An archive with an English that was approved, changed and approved again."""
    made = sites.make(tmp_path / "archive")
    (made / "content/interviews/river.md").write_text(TEXT, encoding="utf-8")
    (made / "content/translations/en").mkdir(parents=True, exist_ok=True)
    (made / PO).write_text(f"{HEAD}#. origin: argos x\n#, fuzzy\n{ENTRY.format('Why teacher?')}", encoding="utf-8")
    offered = tmp_path / "offers" / "river.po"
    offered.parent.mkdir()
    assert run(made, "approve", "river:t1", "--by", "Sara") == 0
    for text in ("Why did you teach?", "Why did you become a teacher?"):
        offered.write_text(f"{HEAD}{ENTRY.format(text)}", encoding="utf-8")
        assert run(made, "import", str(offered), "--by", "Omid") == 0
    return made


def run(root: Path, *words: str) -> int:
    return main([*words, "--root", str(root)])


def test_versions_are_listed_with_who_made_and_who_approved_them(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(root, "earlier", "river:t1.1") == 0
    shown = capsys.readouterr()
    assert shown.out.splitlines() == [
        f"1  edited: argos x approved {today()} Omid  Why did you teach?",
        f"2  argos x approved {today()} Sara  Why teacher?",
    ]
    assert "2 earlier versions of the English of river:t1.1" in shown.err


def test_a_version_is_put_back_with_its_approval(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "earlier", "river:t1.1", "--put-back", "2") == 0
    assert "put back: Why teacher?" in capsys.readouterr().err
    memory, _ = collected(read_memory, root, PO)
    assert memory is not None
    unit = next(unit for unit in memory if unit.id == "t1.1")
    assert (memory.lookup(unit).text, memory.lookup(unit).by) == ("Why teacher?", "Sara")
    assert [version.text for version in memory.earlier(unit)] == [
        "Why did you become a teacher?",
        "Why did you teach?",
    ]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["river:t1.1", "--put-back", "3"], "river:t1.1 has 2 earlier versions"),
        (["river:t9.1"], "river has no paragraph “t9.1”"),
        (["river"], "river has no paragraph “”"),
        (["rivr:t1.1"], "interview “rivr” does not exist (did you mean “river”?)"),
    ],
)
def test_what_is_not_there_is_told(root: Path, words: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = (root / PO).read_bytes()
    assert run(root, "earlier", *words) == 1
    assert told in capsys.readouterr().err
    assert (root / PO).read_bytes() == before


def test_a_paragraph_that_was_never_changed_has_no_versions(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "earlier", "river:t2.1") == 0
    assert capsys.readouterr().out == ""


def test_nothing_is_put_back_while_another_process_writes(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    held = files.lock(str(root / "content"))
    assert run(root, "earlier", "river:t1.1", "--put-back", "1") == 1
    assert "M009" in capsys.readouterr().err
    os.close(held)


def test_the_command_line_knows_how_many_versions_there_may_be() -> None:
    assert translating._VERSIONS == earlier.MOST
