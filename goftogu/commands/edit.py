"""``stamp`` and ``new``: commands that write into transcripts for the archivist."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from goftogu import terminal
from goftogu.content import files as content_files
from goftogu.problems import Problem, Problems
from goftogu.storage import files as storage_files

_INTERVIEWS: Final = Path("content/interviews")
_FORM: Final = """\
---
title: عنوان گفت‌وگو
date: 1404-01-01
speakers:
  پرسشگر: {role: interviewer}
  پاسخ‌گو: {role: interviewee}
---
در این‌جا چند جمله دربارهٔ این گفت‌وگو بنویسید.

پرسشگر: نخستین پرسش چیست؟

پاسخ‌گو: پاسخ آن این است.
"""


def _is_taken(path: Path) -> Problem:
    return Problem.of_file(path.as_posix(), "S008", "the file already exists", "rename it, or give another --id")


def stamp(options: argparse.Namespace) -> int:
    """Give permanent ids to turns that have none, in place."""
    from goftogu.transcripts import assign_ids as stamping  # noqa: PLC0415  only this command needs it

    problems = Problems()
    for path in options.files or sorted((options.root / _INTERVIEWS).glob("*.md")):
        source = content_files.text(path, problems)
        old = "" if source is None else source.data.decode()
        stamped = stamping.stamp(old)
        if stamped != old:
            storage_files.write(path, stamped.encode())
            terminal.say(f"{path}: stamped")
    terminal.show_problems(problems)
    return int(problems.has_errors())


def start(options: argparse.Namespace) -> int:
    """Write a form for a new interview."""
    target = options.root / _INTERVIEWS / f"{options.id}.md"
    if target.exists():
        terminal.show_problems([_is_taken(target)])
        return 1
    storage_files.write(target, _FORM.encode())
    terminal.say(f"wrote {target}; fill it in, then run: {terminal.command()} stamp")
    return 0
