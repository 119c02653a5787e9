"""``stamp`` and ``new``: commands that write into transcripts for the archivist."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from goftogu import terminal, urls
from goftogu.content import files as content_files
from goftogu.locale.message import Message
from goftogu.problems import Problem, Problems
from goftogu.storage import files as storage_files

_FORM: Final = """\
---
# این پیش‌نویس است و منتشر نمی‌شود. آن را پر کنید، سپس این خط‌ها و «draft: true» را پاک کنید.
# This is a draft, which is not published. Fill it in, then delete these lines and “draft: true”.
draft: true
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


def _given(path: Path, root: Path) -> Path:
    """Return a file that was named as seen from here or, as problems name it, from the archive's folder."""
    inside = root / path
    return inside if inside.exists() and not path.exists() else path


def _is_taken(path: Path) -> Problem:
    return Problem.of_file(
        path.as_posix(), "S008", Message("the file already exists"), Message("rename it, or give another name")
    )


def stamp(options: argparse.Namespace) -> int:
    """Give permanent ids to turns that have none, in place."""
    from goftogu.transcripts import assign_ids as stamping  # noqa: PLC0415  only this command needs it

    problems = Problems()
    given = [_given(path, options.root) for path in options.files]
    for path in given or sorted((options.root / content_files.INTERVIEWS).glob("*.md")):
        source = content_files.text(path, problems)
        old = "" if source is None else source.data.decode()
        stamped = stamping.stamp(old)
        if stamped != old:
            storage_files.write(path, stamped.encode())
            terminal.say(Message("{path}: stamped", path=path))
    terminal.show_problems(problems)
    return int(problems.has_errors())


def start(options: argparse.Namespace) -> int:
    """Write a form for a new interview."""
    name = urls.id_of(options.id.removesuffix(".md"))
    if not name:
        message = Message(
            "“{name}” cannot be part of an address: {reason}",
            name=options.id,
            reason=urls.fault_of_id(options.id),
        )
        terminal.show_problems([Problem.of_file("", "S004", message, Message("give a name with letters or digits"))])
        return 1
    target = options.root / content_files.INTERVIEWS / f"{name}.md"
    if target.exists():
        terminal.show_problems([_is_taken(target)])
        return 1
    storage_files.write(target, _FORM.encode())
    if name != options.id:
        terminal.say(Message("“{given}” cannot be part of an address; the id is {name}", given=options.id, name=name))
    terminal.say(
        Message("wrote {target}, a draft; fill it in, delete “draft: true”, then run: {goftogu} stamp", target=target)
    )
    return 0
