"""An archive on the disk, and what a person can do to it that makes a build worth measuring."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Final

from bench.processes import PROJECT, Cost, environment, run

GUEST: Final = "\nمهمان: "
"""How an answer begins; the word that changes comes next."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One archive on the disk.

    Attributes:
        root: Its folder.
    """

    root: Path

    @property
    def output(self) -> Path:
        """The folder of the site."""
        return self.root / "output"

    def prepare(self, number: int) -> None:
        """Write the archive."""
        run(["-m", "bench.corpus", str(self.root), str(number)])

    def build(self, output: Path | None = None) -> Cost:
        """Run the program; what it keeps for a person goes into a folder of this archive, too."""
        words = ["build", "--root", str(self.root), "--output", str(output or self.output), "--offline"]
        return run([str(PROJECT / "build.py"), *words], more={"XDG_CACHE_HOME": str(self.root / "user-cache")})

    def floor(self, *options: str) -> Cost:
        """Run the floor into a new folder."""
        return run(["-m", "bench.floor", str(self.root), str(self._new("floor")), *options])

    def cold(self) -> Cost:
        """Build from nothing, as a new clone does: no output and no cache."""
        for cache in (self.root / ".cache", self.root / "user-cache"):
            if cache.exists():
                cache.rename(self._new("old-cache"))
        return self.warm_start()

    def warm_start(self) -> Cost:
        """Build without an output; the cache is warm, and is warm again for the usual folder afterwards."""
        cost = self.build(self._new("output"))
        self.build()
        return cost

    def templates_changed(self) -> Cost:
        """Build as if every template were new: every page is rendered, nothing is read again."""
        return self._with(self.root / "templates/base.html.jinja", "<body", "<body data-changed")

    def word_changed(self) -> Cost:
        """Build with another word in one interview."""
        file = next(iter(sorted((self.root / "content/interviews").glob("*.md"))))
        return self._with(file, GUEST, f"{GUEST}آری ")

    def serve(self, times: int) -> list[Cost]:
        """Change a word under the server, several times; the cost is the wait until the page has it.

        Raises:
            SystemExit: When the page does not change.
        """
        words = [sys.executable, "-m", "bench.serving", str(self.root), str(self.output), str(times)]
        done = subprocess.run(words, cwd=PROJECT, env=environment(), capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(done.stderr)
        return [Cost(0.0, wall) for wall in json.loads(done.stdout)]

    def _new(self, name: str) -> Path:
        """Return a folder that is not there.

        Nothing is deleted in between: a file system may be slower for a while when it has just deleted many files.
        """
        return next(path for number in count() if not (path := self.root / f"{name}-{number}").exists())

    def _with(self, file: Path, old: str, new: str) -> Cost:
        """Build with something changed, then put it back and build once more.

        Raises:
            SystemExit: When there is nothing to change.
        """
        text = file.read_text(encoding="utf-8")
        if old not in text:
            raise SystemExit(f"{file.name} has no {old!r}: nothing would change")
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        cost = self.build()
        file.write_text(text, encoding="utf-8")
        self.build()
        return cost


def without_downloads(whole: Subject, lean: Subject) -> None:
    """Copy an archive, so that its interviews have no downloads but the text as received."""
    for name in ("content", "templates"):
        shutil.copytree(whole.root / name, lean.root / name)
    settings = lean.root / "content/site.toml"
    settings.write_text(f"downloads = []\n{settings.read_text(encoding='utf-8')}", encoding="utf-8")
