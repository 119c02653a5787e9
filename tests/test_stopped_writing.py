"""Commands that write the record, stopped within the write: each file is whole, as it was or as it was to be.

A longer run: GOFTOGU_STOPS=50 tries so many steps of each command; with ``-s`` it counts them.
"""

from __future__ import annotations

import os
import random
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from goftogu.commands.arguments import COMMANDS
from tests import sites, stopping, trials
from tests.stopping import Ended, Nursery

if sys.platform == "win32":  # pragma: no cover
    pytest.skip("no processes are forked there", allow_module_level=True)

pytestmark = pytest.mark.usefixtures("heard_signals")

STOPS: Final = int(os.environ.get("GOFTOGU_STOPS") or 2)
WRITING: Final = {
    "import": "import rough.txt",
    "import of an English": "import elsewhere/river.po --by Mina",
    "stamp": "stamp",
    "new": "new چاه",
    "init": "init ../made --yes --sample",
    "translate": "translate --packages none",
    "approve": "approve river --by Mina",
    "earlier": "earlier river:t1.1 --put-back 1",
    "times": "times river heard.vtt",
    "upgrade": "upgrade",
    "publish": "publish --packages none",
}
"""A command line for each way into the record."""

READING: Final = frozenset(
    {"build", "check", "serve", "help", "completion", "review", "export", "package", "topics", "people", "stats",
     "orthography", "quality", "pdf", "corrections"}
)  # fmt: skip
"""Commands that write nothing below ``content/``."""

EXCHANGING: Final = frozenset({"earlier"})
"""Commands that exchange two texts, so that a second run undoes the first."""

EACH_ALONE: Final = frozenset({"translate"})
"""Commands that save one file after the other, for the work between them is long."""

ROUGH: Final = "پرسش: این چاه را کی کندید؟\n\nپاسخ: چهل سال پیش.\n"
UNSTAMPED: Final = """\
---
title: گفت‌وگو دربارهٔ چاه
date: 1402-05-02
speakers:
  الف: {role: interviewer}
  ب: {role: interviewee}
---
الف: این چاه را کی کندید؟

ب: چهل سال پیش.
"""
HEARD: Final = """\
WEBVTT

00:01.000 --> 00:04.000
از رودخانه چه به یاد دارید؟

00:05.000 --> 00:09.000
آب آن زلال بود و می‌شد از آن نوشید.
"""
EARLIER: Final = '#. earlier: ["What do you know?", "", ""]\n'
GIVEN: Final = {
    "rough.txt": ROUGH,
    "heard.vtt": HEARD,
    "content/interviews/azar.md": UNSTAMPED,
    trials.PO: trials.HEAD + EARLIER + trials.entry("t1.1", trials.QUESTION, "What do you recall?"),
    "elsewhere/river.po": trials.HEAD + trials.entry("t1.1", trials.QUESTION, "What do you remember?"),
}

Tree = dict[str, bytes]


class Case(NamedTuple):
    """A command, the record before and after it, and how many steps it takes."""

    words: list[str]
    before: Tree
    after: Tree
    whole: Ended


class Trials:
    """An archive in which commands are stopped, and which is put back before each."""

    def __init__(self, folder: Path, nursery: Nursery) -> None:
        self.root = folder / "archive"
        self._base = sites.make_built(folder / "base")
        self._nursery = nursery
        self._cases = dict[str, Case]()
        for path, text in GIVEN.items():
            (self._base / path).parent.mkdir(parents=True, exist_ok=True)
            (self._base / path).write_text(text, encoding="utf-8")

    def fresh(self) -> None:
        for place in (self.root, self.made):
            shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(self._base, self.root)

    @property
    def made(self) -> Path:
        """Where ``init`` makes its archive."""
        return self.root.with_name("made")

    def record(self) -> Tree:
        """Return what is in the record, and in the archive that ``init`` makes; no first draft of a file."""
        files = {f"{place.name}/{path}": data for place in (self.root / "content", self.made)
                 for path, data in sites.files(place).items()}  # fmt: skip
        return {path: data for path, data in files.items() if not path.endswith(".part") and "/.init-" not in path}

    def run(self, words: list[str], fate: str = "", at: int = 0) -> Ended:
        return self._nursery.run(self.root, words, fate, at)

    def case(self, name: str) -> Case:
        """Run a command to its end, once, and see what it makes of the record."""
        if name not in self._cases:
            self._cases[name] = self._case(name)
        return self._cases[name]

    def _case(self, name: str) -> Case:
        self.fresh()
        words, before = WRITING[name].split(), self.record()
        ended = self.run(words)
        after = self.record()
        assert ended.code in {0, 1}, ended.said
        assert after != before, ended.said
        return Case(words, before, after, ended)

    def stopped(self, case: Case, fate: str, at: int) -> Ended:
        """Run a command of which nothing has been done yet, and let something happen at a step."""
        self.fresh()
        return self.run(case.words, fate, at)


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trials]:
    folder = tmp_path_factory.mktemp("stopped")
    with stopping.nursery(folder) as nursery:
        yield Trials(folder, nursery)


def moments(case: Case, seed: str) -> list[int]:
    """Return some steps of a command; every second one is late, when it puts files in their places."""
    chance, last = random.Random(seed), case.whole.steps  # noqa: S311  moments need no secrecy
    chosen = (
        chance.randint(1, last) if number % 2 else chance.randint(max(1, last - 6), last) for number in range(STOPS)
    )
    return sorted(set(chosen))


def whole(found: Tree, case: Case) -> None:
    """Check that no file is cut, lost, or anything but what it was or was to be."""
    assert found.keys() >= case.before.keys() & case.after.keys()
    for path, data in found.items():
        assert data in {case.before.get(path), case.after.get(path)}, path


def test_every_command_that_writes_the_record_is_tried() -> None:
    assert {words.split()[0] for words in WRITING.values()} | READING == COMMANDS.keys()


@pytest.mark.parametrize("name", WRITING)
def test_a_kill_within_the_write_loses_nothing(name: str, bench: Trials) -> None:
    case = bench.case(name)
    tried = moments(case, f"kill {name}")
    for at in tried:
        assert bench.stopped(case, "SIGKILL", at).code == -9
        whole(bench.record(), case)
        if name not in EXCHANGING:
            again = bench.run(case.words)
            assert bench.record() == case.after, (at, again.said)
    print(f"{name}: {len(tried)} kills among {case.whole.steps} steps")  # noqa: T201  for who asks for it with -s


@pytest.mark.parametrize("name", WRITING)
@pytest.mark.parametrize(("signal", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)])
def test_a_signal_within_the_write_ends_in_order(name: str, signal: str, code: int, bench: Trials) -> None:
    case = bench.case(name)
    for at in moments(case, f"{signal} {name}")[-1 if STOPS == 2 else 0 :]:
        ended = bench.stopped(case, signal, at)
        assert ended.code == code, ended.said
        assert "stopped; what was finished is kept" in ended.said
        assert "Traceback" not in ended.said
        whole(bench.record(), case)
        assert not list(bench.root.rglob("*.part"))


@pytest.mark.parametrize("name", WRITING)
def test_a_full_disk_changes_no_byte(name: str, bench: Trials) -> None:
    case = bench.case(name)
    for at in moments(case, f"full {name}"):
        ended = bench.stopped(case, "full", at)
        named(ended)
        whole(bench.record(), case)
        assert name in EACH_ALONE or bench.record() in (case.before, case.after), (at, ended.said)


@pytest.mark.parametrize("name", WRITING)
@pytest.mark.parametrize("limit", [0, 400])
def test_a_limit_of_size_changes_no_byte(name: str, limit: int, bench: Trials) -> None:
    case = bench.case(name)
    ended = bench.stopped(case, "limit", limit)
    named(ended)
    whole(bench.record(), case)
    assert ended.code == 1 or bench.record() == case.after


def named(ended: Ended) -> None:
    """Check that a failure has a code and an end, and is none of the program."""
    assert ended.code in {0, 1}, ended.said
    assert "Traceback" not in ended.said
    assert "X003" not in ended.said
