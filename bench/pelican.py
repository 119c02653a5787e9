"""Pelican with its plugin for sites in several languages, for comparison: installed on demand, away from this project.

It reads every article twice, once for each language, and makes a page for each, the tags and a feed. It makes no
parallel pages, no search and no index; a build is always from nothing, as its cache is off unless one asks for it.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Final

from bench.processes import Cost, environment, run

PACKAGES: Final = ("pelican[markdown]==4.12.*", "pelican-i18n-subsites==1.0.*")

_SITES: Final = ("", "en")


def install(folder: Path) -> str:
    """Install Pelican into an environment of its own.

    Args:
        folder: Where the environment will be.

    Returns:
        The Python of that environment.

    Raises:
        SystemExit: When it cannot be installed, with what pip said.
    """
    python = str(folder / "bin" / "python")
    for words in (
        [sys.executable, "-m", "venv", str(folder)],
        [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PACKAGES],
    ):
        done = subprocess.run(words, env=environment(), capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"Pelican could not be installed:\n{done.stdout}{done.stderr}")
    return python


@dataclass(frozen=True, slots=True)
class PelicanSite:
    """One archive in the form of Pelican.

    Attributes:
        root: Its folder.
        number: How many interviews it has.
        python: The Python that has Pelican.
    """

    root: Path
    number: int
    python: str

    def prepare(self) -> None:
        """Write the archive."""
        run(["-m", "bench.pelican_corpus", str(self.root), str(self.number)])

    def cold(self) -> Cost:
        """Build into a new folder.

        Raises:
            SystemExit: When an interview is missing: Pelican goes on when it cannot read an article.
        """
        output = next(path for each in count() if not (path := self.root / f"output-{each}").exists())
        words = ["-m", "pelican", "content", "--settings", "pelicanconf.py", "--output", str(output)]
        cost = run([*words, "--fatal", "errors"], python=self.python, folder=self.root)
        for site in _SITES:
            if (found := len(list((output / site).glob("interview-*.html")))) != self.number:
                raise SystemExit(f"Pelican made {found} of {self.number} pages in “{site}”")
        return cost
