"""Measures every list of a large archive on a telephone: bytes, screens, sideways scrolling.

``python -m bench.pages 5000`` makes an archive with people, places and dates (:mod:`bench.registers`), builds it, and
looks at its lists in Chromium, 360 by 780 pixels. With ``--site OUTPUT`` it looks at a site that is built.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from bench import corpus, registers
from bench.subject import Subject

WIDTH: Final = 360
SCREEN: Final = 780
MOST_BYTES: Final = 60_000
MOST_SCREENS: Final = 6.0

KINDS: Final[Mapping[str, str]] = {
    "interviews": r"interviews/index",
    "interviews of a decade": r"interviews/part/.+",
    "A to Z": r"a-z/.+",
    "topics": r"topics/(?:index|part/.+)",
    "people": r"people/(?:index|part/.+)",
    "places": r"places/(?:index|part/.+)",
    "chronology": r"chronology/.+",
    "a topic": r"topics/[^/]+(?:/\d+)?",
    "a person": r"people/[^/]+(?:/\d+)?",
    "a place": r"places/[^/]+(?:/\d+)?",
    "series": r"series/.+",
    "translation status": r"progress/.+",
}
"""The kinds of lists, each with the paths of its pages in a language; the first one that fits counts."""


class Measured(NamedTuple):
    """A page: its path, its bytes, its height in screens, and whether it can be scrolled sideways."""

    path: str
    size: int
    screens: float
    sideways: bool

    @property
    def kept(self) -> bool:
        """Whether it is within the bounds."""
        return self.size <= MOST_BYTES and self.screens <= MOST_SCREENS and not self.sideways


def kind_of(path: str) -> str:
    """Return the kind of list of a page; empty for a page that is none."""
    inner = path.partition("/")[2].removesuffix(".html")
    return next((kind for kind, form in KINDS.items() if re.fullmatch(form, inner)), "")


def lists(output: Path) -> Iterator[str]:
    """Yield the paths of all lists of a site."""
    for file in sorted(output.rglob("*.html")):
        path = file.relative_to(output).as_posix()
        if kind_of(path):
            yield path


def measure(output: Path, paths: Iterable[str]) -> Iterator[Measured]:
    """Look at pages in Chromium."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  only this needs a browser

    script = "() => [document.documentElement.scrollHeight, document.documentElement.scrollWidth]"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_chromium(), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": SCREEN}, is_mobile=True)
        for path in paths:
            page.goto((output / path).as_uri())
            height, width = page.evaluate(script)
            yield Measured(path, (output / path).stat().st_size, height / SCREEN, width > WIDTH)
        browser.close()


def _chromium() -> str | None:
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def table(found: Iterable[Measured]) -> Iterator[str]:
    """Yield a table with a row for each kind of list, and the pages that are out of bounds."""
    kinds: dict[str, list[Measured]] = {kind: [] for kind in KINDS}
    for item in found:
        kinds[kind_of(item.path)].append(item)
    yield "| list | pages | largest | highest | out of bounds |"
    yield "|---|---|---|---|---|"
    for kind, pages in kinds.items():
        if pages:
            size, screens = max(item.size for item in pages), max(item.screens for item in pages)
            out = sum(not item.kept for item in pages)
            yield f"| {kind} | {len(pages):,} | {size / 1000:.1f} kB | {screens:.1f} screens | {out or 'none'} |"


def worst(found: Sequence[Measured]) -> list[Measured]:
    """Return the pages that are out of bounds, the highest first."""
    return sorted((item for item in found if not item.kept), key=lambda item: (-item.screens, -item.size))


def made(root: Path, number: int) -> Path:
    """Make and build an archive with registers, pages only; return its output."""
    subject = Subject(root)
    corpus.write(root, number)
    registers.add(root)
    settings = root / "content/site.toml"
    settings.write_text(f"downloads = []\n{settings.read_text(encoding='utf-8')}", encoding="utf-8")
    subject.build()
    return subject.output


def main() -> None:
    """Print the table; exit with 1 when a page is out of bounds."""
    options = _options()
    with tempfile.TemporaryDirectory() as scratch:
        output = options.site or made(options.root or Path(scratch) / "archive", options.number)
        paths = list(lists(output))
        found = list(measure(output, paths[:: options.every]))
    print(*table(found), sep="\n")
    for item in (out := worst(found))[:20]:
        print(f"{item.path}: {item.size / 1000:.1f} kB, {item.screens:.1f} screens", file=sys.stderr)
    sys.exit(1 if out else 0)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.pages", description=__doc__)
    parser.add_argument("number", type=int, nargs="?", default=5000, help="number of interviews")
    parser.add_argument("--root", type=Path, help="keep the archive in this folder, which must be empty")
    parser.add_argument("--site", type=Path, help="look at a site that is built")
    parser.add_argument("--every", type=int, default=1, help="look at every so many pages only")
    return parser.parse_args()


if __name__ == "__main__":
    main()
