"""``import``, ``stamp`` and ``new``: commands that write transcripts for the archivist."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from goftogu import terminal
from goftogu.content import files as content_files
from goftogu.persian.orthography import layer
from goftogu.problems import Problem, Problems
from goftogu.storage import files as storage_files

_INTERVIEWS: Final = Path("content/interviews")
_RECEIVED: Final = Path("content/received")
_TRANSLATIONS: Final = frozenset({".po", ".xlf", ".xliff"})
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


def import_file(options: argparse.Namespace) -> int:
    """Turn a rough transcript into a labelled one, beside a copy of the file as it came; or take translations in."""
    from goftogu.transcripts import convert as transcript_convert  # noqa: PLC0415  only this command needs it

    if options.file.suffix.lower() in _TRANSLATIONS:
        from goftogu.commands import exchange  # noqa: PLC0415  needs all of the archive

        return exchange.take_in(options)
    problems = Problems()
    source = content_files.text(options.file, problems)
    if source is not None:
        text, found = transcript_convert.convert(source, layer.load().reader(source.text))
        problems.extend(found)
        if options.print:
            print(text, end="")
        elif not problems.has_errors(strict=options.strict):
            _write_import(options, text, source.data, problems)
    terminal.show_problems(problems, options.format)
    return int(problems.has_errors(strict=options.strict))


def _write_import(options: argparse.Namespace, text: str, data: bytes, problems: Problems) -> None:
    target = options.root / _INTERVIEWS / f"{options.id or options.file.stem}.md"
    copy = options.root / _RECEIVED / options.file.name
    files = {copy: data, target: text.encode()}
    taken = [path for path in files if path.exists() and (path == target or path.read_bytes() != data)]
    if not taken:
        for path, content in files.items():
            storage_files.write(path, content)
        terminal.say(f"wrote {target} and kept {copy}; read it through, then run: {terminal.command()} build")
    problems.extend(_is_taken(path) for path in taken)


def _is_taken(path: Path) -> Problem:
    return Problem.of_file(path.as_posix(), "S008", "the file exists already", "rename it, or give another --id")


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
