"""``pdf``: interviews on paper, printed by a browser from the pages of the site."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from goftogu import terminal, urls
from goftogu.exports import printing
from goftogu.exports.printing import PrintingError
from goftogu.locale.message import Message
from goftogu.problems import Problem, Problems, did_you_mean
from goftogu.storage import files

_BEGINNING: Final = b"%PDF-"


def pdf(options: argparse.Namespace) -> int:
    """Print interviews into files of their own."""
    problems = Problems()
    site: Path = options.output or options.root / "output"
    pages = {name: site / urls.interview(options.language, name) for name in options.ids}
    program = options.browser or printing.browser()
    problems.extend(_missing(pages, site / options.language))
    if program is None:
        hint = Message("install Chromium, or name a browser made from it with --browser")
        message = Message("no browser was found that prints: {names}", names=list(printing.BROWSERS))
        problems.add(Problem.of_file("", "W013", message, hint))
    if not problems.has_errors():
        for name, page in pages.items():
            problems.extend(_print(page, options.to / f"{name}.{options.language}.pdf", str(program)))
    terminal.show_problems(problems)
    return int(problems.has_errors())


def _missing(pages: dict[str, Path], folder: Path) -> Iterator[Problem]:
    """Report interviews without a page."""
    for name, page in pages.items():
        if not page.is_file():
            known = [found.stem for found in sorted(folder.glob("*.html"))]
            hint = did_you_mean(name, known) or Message("build the site first: {goftogu} build")
            yield Problem.of_file(page.as_posix(), "S007", Message("there is no page of “{name}”", name=name), hint)


def _print(page: Path, target: Path, program: str) -> Iterator[Problem]:
    """Print a page into a file, and report when that is not possible."""
    if target.exists() and not target.read_bytes().startswith(_BEGINNING):
        hint = Message("rename it, or give another folder with --to")
        yield Problem.of_file(target.as_posix(), "S008", Message("the file already exists and is no PDF"), hint)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        data = printing.printed(page, program, target.parent)
    except PrintingError as error:
        message = Message("{program} did not print {page}: {reason}", program=program, page=page, reason=error.reason)
        hint = Message("open the page in a browser and print it there, or give another one with --browser")
        yield Problem.of_file("", "W013", message, hint)
        return
    files.write(target, data)
    terminal.say(Message("wrote {target}", target=target))
