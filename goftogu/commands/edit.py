"""``stamp`` and ``new``: commands that write into transcripts for the archivist."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Final

from goftogu import terminal
from goftogu.content import files as content_files
from goftogu.content import identifiers, ignored, record
from goftogu.failures import doing
from goftogu.locale.message import Message
from goftogu.model import Source
from goftogu.problems import Problem, Problems
from goftogu.storage import files as storage_files
from goftogu.storage.files import Sight

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


def stamp(options: argparse.Namespace) -> int:
    """Give permanent ids to turns that have none, in place."""
    from goftogu.transcripts import assign_ids as stamping  # noqa: PLC0415  only this command needs it

    problems, wanted, seen = Problems(), dict[str, bytes](), dict[str, Sight]()
    given = [_given(path, options.root) for path in options.files]
    for path in given or content_files.labelled(options.root, ignored.of_archive(options.root)):
        shown = _shown(path, options.root)
        with doing(shown):
            seen[shown] = storage_files.look(path)
            source = _transcript(path, options.root, problems)
            old = "" if source is None else source.data.decode()
            stamped = stamping.stamp(old)
        if stamped != old:
            wanted[shown] = stamped.encode()
    if record.put(options.root, wanted, problems, seen):
        for shown in wanted:
            terminal.say(Message("{path}: stamped", path=shown))
    terminal.show_problems(problems)
    return int(problems.has_errors())


def _transcript(path: Path, root: Path, problems: Problems) -> Source | None:
    """Read a transcript of the archive; another file has no turns that could get ids."""
    shown = _shown(path, root)
    if path.suffix == ".md" and shown.startswith(f"{content_files.INTERVIEWS}/"):
        return content_files.text(path, problems, root)
    message = Message("it is no transcript of the archive")
    hint = Message("give an .md file of {folder}", folder=f"{content_files.INTERVIEWS}/")
    problems.add(Problem.of_file(shown, "S009", message, hint))
    return None


def _shown(path: Path, root: Path) -> str:
    return Path(os.path.relpath(path, root)).as_posix()


def start(options: argparse.Namespace) -> int:
    """Write a form for a new interview."""
    name = identifiers.id_of(options.id.removesuffix(".md"))
    if not name:
        message = Message(
            "“{name}” cannot be part of an address: {reason}",
            name=options.id,
            reason=identifiers.fault_of_id(options.id),
        )
        terminal.show_problems([Problem.of_file("", "S004", message, Message("give a name with letters or digits"))])
        return 1
    target, problems = f"{content_files.INTERVIEWS}/{name}.md", Problems()
    if fault := record.fault_of_new(options.root, name):
        problems.add(Problem.of_file(target, *fault))
    if problems or not record.put(options.root, {target: _FORM.encode()}, problems):
        terminal.show_problems(problems)
        return 1
    if name != options.id:
        terminal.say(Message("“{given}” cannot be part of an address; the id is {name}", given=options.id, name=name))
    terminal.say(
        Message("wrote {target}, a draft; fill it in, delete “draft: true”, then run: {goftogu} stamp", target=target)
    )
    return 0
