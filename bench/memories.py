"""Measures what ``translate`` costs in an archive: ``python -m bench.memories [INTERVIEWS] [known]``.

An interview has 40 paragraphs of two sentences. The engine costs nothing, so that what is measured is the rest: what is
read, compared and written.

With ``known`` nothing is translated at first. The cache is given what a run would have noted of each interview, and the
files are stubs, because nothing opens them. So an archive of any size takes minutes, and what is measured is all that
grows with the number of interviews.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bench import processes
from bench.words import PERSIAN
from goftogu.storage.cache import Cache
from goftogu.translation.memory import store, survey
from goftogu.translation.memory.survey import Standing, Survey

_PARAGRAPHS: Final = 40
_USUAL: Final = 1250
_SEED: Final = 18
_SITE: Final = """\
url = "https://example.org/"
title = {fa = "بایگانی", en = "Archive"}
description = {fa = "برای اندازه‌گیری", en = "To measure"}
[translation]
engine = "still"
"""
_HEAD: Final = "---\ntitle: {}\nspeakers:\n  الف: {{role: interviewer}}\n  ب: {{role: interviewee}}\n---\n"
_ENGINE: Final = '''\
"""An engine that costs nothing."""

from goftogu.translation.engine.protocol import Hypothesis


class Still:
    origin = "still 1"

    def translate(self, sentences, *, careful=False):
        return [Hypothesis(f"Text {sum(map(ord, sentence))}.", -1.0, 3) for sentence in sentences]

    def alternatives(self, sentences):
        return [[found] for found in self.translate(sentences)]


def start(root):
    return Still()
'''
_STEPS: Final = ("nothing to do", "one new interview", "one paragraph approved in a memory", "one interview by name")


def make(root: Path, count: int) -> None:
    """Make an archive.

    Args:
        root: Its folder, empty.
        count: How many interviews it has.
    """
    (root / "content/interviews").mkdir(parents=True)
    (root / "content/site.toml").write_text(_SITE, encoding="utf-8")
    for number in range(count):
        add(root, number)


def add(root: Path, number: int) -> None:
    """Write an interview; the same number gives the same text."""
    chance = random.Random(_SEED * 1_000_000 + number)
    turns = (
        f"{'الف' if turn % 2 == 0 else 'ب'}: {_sentence(chance)} {_sentence(chance)}\n{{: #t{turn + 1} }}\n"
        for turn in range(_PARAGRAPHS)
    )
    text = _HEAD.format(f"گفت‌وگوی {number}") + "\n".join(turns)
    (root / f"content/interviews/i{number:06}.md").write_text(text, encoding="utf-8")


def know(root: Path, count: int) -> None:
    """Write stubs of interviews and memories, and note in the cache what a run would have learnt of them.

    Args:
        root: The folder of the archive.
        count: How many interviews there are.
    """
    (root / store.FOLDER).mkdir(parents=True)
    chance = random.Random(_SEED)
    with Cache(root / survey.FOLDER) as cache:
        known = Survey(root, cache)
        for number in range(count):
            path = f"content/interviews/i{number:06}.md"
            (root / path).write_text(f"{number}\n", encoding="utf-8")
            (root / f"{store.FOLDER}/i{number:06}.po").write_text(f"{number}\n", encoding="utf-8")
            known.note(path, _standing(chance.randbytes(8 * _PARAGRAPHS)))
        known.save(whole=True)


def _standing(offers: bytes) -> Standing:
    made = {"machine": _PARAGRAPHS}
    return Standing(made, 0, 0, 0, {"engine: still 1": _PARAGRAPHS}, drafts=0, gaps=b"", offers=offers)


def _sentence(chance: random.Random) -> str:
    return " ".join(chance.choices(PERSIAN, k=8)) + "."


def _install(folder: Path) -> None:
    """Write the distribution with the engine."""
    info = folder / "still-1.dist-info"
    info.mkdir(parents=True)
    (folder / "still.py").write_text(_ENGINE, encoding="utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: still\nVersion: 1\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[goftogu.engines]\nstill = still:start\n", encoding="utf-8")


def rows(folder: Path, count: int, *, known: bool) -> Iterator[tuple[str, processes.Cost]]:
    """Yield what each step costs.

    Args:
        folder: Empty.
        count: How many interviews the archive has at first.
        known: Whether they are stubs of which the cache knows all.
    """
    root, more = folder / "archive", {"PYTHONPATH": f"{processes.PROJECT}:{folder / 'engines'}"}
    _install(folder / "engines")
    make(root, 0 if known else count)

    def translate(*names: str) -> processes.Cost:
        return processes.run(["-m", "goftogu", "translate", *names, "--root", str(root)], more=more)

    if known:
        processes.run(["-m", "bench.memories", "know", str(root), str(count)], more=more)
    else:
        yield "first time", translate()
    yield _STEPS[0], translate()
    add(root, count)
    yield _STEPS[1], translate()
    memory = root / f"content/translations/en/i{count * known:06}.po"
    memory.write_text(memory.read_text(encoding="utf-8").replace("#, fuzzy\n", "", 1), encoding="utf-8")
    yield _STEPS[2], translate()
    add(root, count + 1)
    yield _STEPS[3], translate(f"i{count + 1:06}")


def main(arguments: list[str]) -> None:
    """Print a table."""
    if arguments[:1] == ["know"]:
        know(Path(arguments[1]), int(arguments[2]))
        return
    known = "known" in arguments
    count = next((int(word) for word in arguments if word != "known"), _USUAL)
    print(f"{count:,} interviews, {count * _PARAGRAPHS * 2:,} sentences")
    with tempfile.TemporaryDirectory() as folder:
        for what, cost in rows(Path(folder), count, known=known):
            print(
                f"{what:36} {cost.cpu:6.2f} s of the processor  {cost.wall:6.2f} s  {cost.megabytes:4.0f} MB",
                flush=True,
            )


if __name__ == "__main__":
    main(sys.argv[1:])
