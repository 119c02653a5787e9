"""``docs/upgrading.md`` is right: what it shows is what ``upgrade`` says, and what it names is there."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Final

import pytest

from goftogu.cli import main
from goftogu.commands.skeleton import NewArchive, files
from goftogu.content import settings
from goftogu.problems import CODES
from tests import documents, sites

TEXT: Final = documents.read("upgrading.md")
EMPTY: Final = """---
title: آذر
speakers:
  الف: {role: interviewer}
  ب:
    role: interviewee
    description: ""
---
الف: سلام.
{: #t1 }

ب: سلام.
{: #t2 }
"""


def test_the_list_is_what_the_command_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = re.search(r"```text\n(content/interviews.*?)```", TEXT, re.DOTALL)
    assert shown is not None
    sites.make(tmp_path)
    shutil.rmtree(tmp_path / "templates")
    names = ", ".join(f'"i{number}": []' for number in range(12))
    documents.write(
        tmp_path,
        [
            ("content/interviews/azar.md", EMPTY),
            ("content/site.toml", "# settings\n\n" + (tmp_path / "content/site.toml").read_text(encoding="utf-8")),
            ("output/data/ids.json", f"{{{names}}}"),
            ("templates/home.html.jinja", "own"),
        ],
    )
    monkeypatch.chdir(tmp_path)
    assert main(["upgrade"]) == 0
    assert capsys.readouterr().out == shown[1]


def test_it_tells_the_format_of_this_version() -> None:
    assert f"writes\nformat {settings.FORMAT} and reads" in TEXT
    assert set(re.findall(r"`([A-Z]\d{3})`", TEXT)) <= CODES.keys()


def test_the_templates_that_it_names_are_there() -> None:
    named = set(re.findall(r"`([\w.]+\.jinja)`", TEXT))
    assert len(named) == 6
    assert not [name for name in named if not (sites.ROOT / "templates" / name).exists()]


@pytest.mark.parametrize("sample", [True, False])
def test_a_new_archive_has_the_format_of_this_version(sample: bool) -> None:
    text = files(NewArchive(sample=sample))["content/site.toml"].decode()
    assert f"\nformat = {settings.FORMAT}\n" in text
