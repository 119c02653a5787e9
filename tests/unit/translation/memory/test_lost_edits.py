"""What a person saves in a translation memory while a command is at work is in the memory when the command is done."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

import polib
import pytest

from goftogu.cli import main
from goftogu.storage import files as storage_files
from goftogu.translation.engine.decode import Local
from goftogu.translation.memory import reading
from goftogu.translation.packages.installed import InstalledPackage
from tests import sites

TRIES: Final = int(os.environ.get("GOFTOGU_EDITS") or 3)
"""How often each command is tried; 20 and more were tried when it was made."""
PATH: Final = "content/translations/en/azar.po"
FRONT: Final = "---\ntitle: {title}\nspeakers:\n  الف: {{role: interviewer}}\n  ب: {{role: interviewee}}\n---\n"
COMMANDS: Final = ("translate", "build", "approve", "import .po", "import .xlf")

Hook = Callable[[], None]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, pairs: list[tuple[str, str]]) -> Path:
    """An archive with an interview of sentences that the tiny package knows, and a memory with half of its English."""
    root = sites.make(tmp_path_factory.mktemp("meanwhile") / "archive")
    (root / "content/interviews/river.md").unlink()
    turns = [f"{'الف' if number % 2 == 0 else 'ب'}: {persian}" for number, (persian, _) in enumerate(pairs[1:9])]
    text = FRONT.format(title=f'"{pairs[0][0]}"') + "\n\n".join(turns) + "\n"
    (root / "content/interviews/azar.md").write_text(text, encoding="utf-8")
    assert main(["translate", "--root", str(root), "--packages", str(root / "none")]) == 1
    memory = polib.pofile(str(root / PATH), wrapwidth=0)
    for number, entry in enumerate(memory):
        entry.msgstr = f"Draft {number}." if number % 2 else ""
        entry.flags = ["fuzzy"] if entry.msgstr else []
    memory.save()
    offers = polib.pofile(str(root / PATH), wrapwidth=0)
    for number, entry in enumerate(offers):
        entry.msgstr, entry.flags = f"From elsewhere {number}.", []
    (root / "elsewhere").mkdir()
    offers.save(str(root / "elsewhere/azar.po"))
    return root


def words(command: str, root: Path, package: InstalledPackage) -> list[str]:
    packages = ["--packages", str(package.path.parent), "--offline"]
    name, _, ending = command.partition(" ")
    given = {
        "translate": packages,
        "build": packages,
        "approve": ["azar", "--by", "Mina"],
        "import": [str(root / f"elsewhere/azar{ending}"), "--by", "Mina"],
    }
    return [name, *given[name], "--root", str(root)]


def save(file: Path, chance: random.Random, text: str) -> str:
    """Let a person write the English of some entry, clear its mark and save; return the id of the entry."""
    memory = polib.pofile(str(file), wrapwidth=0)
    entry = chance.choice([*memory])
    entry.msgstr, entry.flags = text, []
    memory.save()
    return str(entry.msgctxt)


def hooked(monkeypatch: pytest.MonkeyPatch, moment: str, hook: Hook) -> None:
    """Call a hook once: when the memory has been read, while the engine works, or just before its file is replaced."""
    pending = [hook]

    def fire() -> None:
        if pending:
            pending.pop()()

    read, work, put = reading.of, Local.run, storage_files.put

    def reads(path: str, data: bytes | None, *rest: object) -> object:
        found = read(path, data, *rest)  # type: ignore[arg-type]
        if path.endswith(PATH):
            fire()
        return found

    def works(self: Local, shards: object) -> object:
        fire()
        return work(self, shards)  # type: ignore[arg-type]

    def puts(file: str, data: bytes, *, flush: bool = False) -> None:
        put(file, data, flush=flush)
        if file.endswith(".azar.po.part"):
            fire()

    monkeypatch.setattr(reading, "of", reads)
    if moment != "read":
        monkeypatch.setattr(reading, "of", read)
        monkeypatch.setattr(Local, "run", works) if moment == "work" else monkeypatch.setattr(
            storage_files, "put", puts
        )


@pytest.mark.parametrize("command", COMMANDS)
def test_no_edit_is_lost(
    command: str, project: Path, installed: InstalledPackage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(command)  # noqa: S311  edits need no secrecy
    root = tmp_path / "archive"
    shutil.copytree(project, root)
    if command.endswith(".xlf"):
        shutil.copy(root / "elsewhere/azar.po", root / PATH)
        assert main(["export", "xliff", "--to", str(root / "elsewhere"), "--root", str(root)]) == 0
    moments = ("read", "work", "write") if command in {"translate", "build"} else ("read", "write")
    kept = 0
    for number in range(TRIES):
        shutil.copy(project / PATH, root / PATH)
        text, edited = f"By hand {number}.", list[str]()
        with monkeypatch.context() as patch:
            hooked(patch, moments[number % len(moments)], lambda: edited.append(save(root / PATH, chance, text)))  # noqa: B023
            assert main(words(command, root, installed)) == 0
        entry = next(entry for entry in polib.pofile(str(root / PATH)) if entry.msgctxt in edited)
        kept += (entry.msgstr, "fuzzy" in entry.flags) == (text, False)
    assert kept == TRIES
