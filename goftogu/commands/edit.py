"""``import``, ``stamp`` and ``new``: commands that write transcripts for the archivist."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from goftogu import terminal
from goftogu.content import files as content_files
from goftogu.persian.orthography import layer
from goftogu.problems import Problem, has_errors

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
    source, problems = content_files.text(options.file)
    if source is None:
        return _end(problems, options)
    text, found = transcript_convert.convert(source, layer.load().reader(source.text))
    problems = [*problems, *found]
    if options.print:
        print(text, end="")
    elif not has_errors(problems, strict=options.strict):
        problems += _write_import(options, text, source.data)
    return _end(problems, options)


def _write_import(options: argparse.Namespace, text: str, data: bytes) -> list[Problem]:
    target = options.root / _INTERVIEWS / f"{options.id or options.file.stem}.md"
    copy = options.root / _RECEIVED / options.file.name
    files = {copy: data, target: text.encode()}
    taken = [path for path in files if path.exists() and (path == target or path.read_bytes() != data)]
    if not taken:
        _write(files)
        terminal.say(f"wrote {target} and kept {copy}; read it through, then run: build.py build")
    return [_is_taken(path) for path in taken]


def _write(files: Mapping[Path, bytes]) -> None:
    for path, data in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _is_taken(path: Path) -> Problem:
    return Problem(path.as_posix(), 0, 0, "S008", "the file exists already", "rename it, or give another --id")


def stamp(options: argparse.Namespace) -> int:
    """Give permanent ids to turns that have none, in place."""
    from goftogu.transcripts import assign_ids as stamping  # noqa: PLC0415  only this command needs it

    problems: list[Problem] = []
    for path in options.files or sorted((options.root / _INTERVIEWS).glob("*.md")):
        source, found = content_files.text(path)
        problems += found
        old = "" if source is None else source.data.decode()
        stamped = stamping.stamp(old)
        if stamped != old:
            path.write_bytes(stamped.encode())
            terminal.say(f"{path}: stamped")
    terminal.show_problems(problems)
    return int(has_errors(problems))


def start(options: argparse.Namespace) -> int:
    """Write a form for a new interview."""
    target = options.root / _INTERVIEWS / f"{options.id}.md"
    if target.exists():
        terminal.show_problems([_is_taken(target)])
        return 1
    _write({target: _FORM.encode()})
    terminal.say(f"wrote {target}; fill it in, then run: build.py stamp")
    return 0


def _end(problems: list[Problem], options: argparse.Namespace) -> int:
    terminal.show_problems(problems, options.format)
    return int(has_errors(problems, strict=options.strict))
