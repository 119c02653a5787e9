"""``times``: writes into a transcript when its turns and paragraphs begin in the recording."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from goftogu import markup, terminal
from goftogu.content import files as content_files
from goftogu.conventions import withheld
from goftogu.locale.message import Message, plural
from goftogu.model import Interview, Source
from goftogu.problems import Problem, Problems, did_you_mean
from goftogu.storage import files as storage_files
from goftogu.transcripts import assign_ids, heard, read, timing
from goftogu.transcripts.formats.document import Refused
from goftogu.transcripts.timing import LaidUnit

_LEAST: Final = 0.3
"""How much must fit, or the recording is of another talk."""


def times(options: argparse.Namespace) -> int:
    """Lay a transcript along the timed words of a recording, and write the times into it."""
    problems = Problems()
    path = options.root / content_files.INTERVIEWS / f"{options.id.removesuffix('.md')}.md"
    shown = f"{content_files.INTERVIEWS}/{path.name}"
    source = _transcript(path, shown, problems)
    text = "" if source is None else assign_ids.stamp(source.data.decode())
    interview = _read(text, shown, problems) if source is not None else None
    words = _heard(options.file, problems)
    if interview is not None and words and source is not None:
        moved = [word._replace(start=word.start + options.offset) for word in words]
        laid = timing.lay(_texts(interview), moved)
        if timing.fit(laid, words) < _LEAST:
            message = Message("what is said in it is not what {path} has", path=shown)
            hint = Message("see whether it belongs to this interview")
            problems.add(Problem.of_file(options.file.as_posix(), "S011", message, hint))
        else:
            made = assign_ids.put_times(text, _chosen(interview, laid, again=options.again))
            _write(path, source.data.decode(), made, problems)
            problems.extend(_doubts(interview, laid, shown))
    terminal.show_problems(problems)
    return int(problems.has_errors())


def _transcript(path: Path, shown: str, problems: Problems) -> Source | None:
    if not path.is_file():
        hint = did_you_mean(path.stem, [found.stem for found in sorted(path.parent.glob("*.md"))])
        problems.add(Problem.of_file(shown, "S007", Message("the file is missing"), hint))
        return None
    return content_files.text(path, problems)


def _read(text: str, shown: str, problems: Problems) -> Interview | None:
    found = Problems()
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    interview = read.read_transcript(Source(shown, b"", plain), str, found)
    problems.extend(found.errors())
    return interview


def _heard(file: Path, problems: Problems) -> list[heard.HeardWord]:
    if file.exists() and not file.is_file():  # a pipe or a device may have no end
        message = Message("it is not a regular file")
        problems.add(Problem.of_file(file.as_posix(), "S002", message, Message("check its name")))
        return []
    try:
        return heard.read(file.read_bytes(), file.as_posix())
    except OSError as error:
        message = Message("the file cannot be read: {reason}", reason=storage_files.reason(error))
        problems.add(Problem.of_file(file.as_posix(), "S002", message, Message("check its name")))
    except Refused as error:
        problems.add(Problem(file.as_posix(), error.line, error.column, error.code, error.message, error.hint))
    return []


def _texts(interview: Interview) -> dict[str, str]:
    """Return the plain text of each paragraph of the turns, without what is withheld."""
    return {unit.id: markup.bare(withheld.without(unit.record)) for turn in interview.turns for unit in turn.paragraphs}


def _chosen(interview: Interview, laid: Mapping[str, LaidUnit], *, again: bool) -> dict[str, int]:
    """Return the times to write: those that are there stay, unless asked for, and the order of all is kept."""
    units = [unit for turn in interview.turns for unit in turn.paragraphs]
    kept = {unit.id: unit.time for unit in units if unit.time is not None and not again}
    made: dict[str, int] = {}
    latest = 0
    for number, unit in enumerate(units):
        following = (kept[other.id] for other in units[number:] if other.id in kept)
        found = laid[unit.id].time
        if unit.id in kept:
            latest = kept[unit.id]
        elif found is not None and latest <= found <= next(following, found):
            made[unit.id] = latest = found
    return made


def _write(path: Path, old: str, made: str, problems: Problems) -> None:
    if made == old:
        terminal.say(Message("{path}: as it was", path=path))
        return
    check = _read(made, path.as_posix(), problems)
    if check is not None:
        count = sum(unit.time is not None for turn in check.turns for unit in turn.paragraphs)
        storage_files.write(path, made.encode())
        terminal.say(Message("{path}: {count}", path=path, count=plural(count, "time")))


def _doubts(interview: Interview, laid: Mapping[str, LaidUnit], shown: str) -> Iterator[Problem]:
    """Yield the turns of which too little was heard."""
    for turn in interview.turns:
        found = laid[turn.paragraphs[0].id]
        if found.sure or not found.words or (turn.time is not None and found.time is None):
            continue
        share = Message("{found} of {words} words were heard", found=found.found, words=found.words)
        if found.time is None:
            message = Message("{turn}: {share}; it gets no time", turn=turn.id, share=share)
        else:
            message = Message("{turn}: {share}; its time is an estimate", turn=turn.id, share=share)
        yield Problem(shown, turn.line, 1, "T012", message, Message("listen there, and write the time"))
